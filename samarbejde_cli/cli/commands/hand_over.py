"""``samarbejde hand-over``: a case to another coordinator or department."""

from pathlib import Path
from typing import Annotated

from typer import Option

from samarbejde_cli.actions.hand_over import HandOver, HandOverOrder
from samarbejde_cli.actions.hand_over import hand_over as give
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.people import Coordinator
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.cli.problems import undone
from samarbejde_cli.cli.user import user_name
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.routes import route_text

To = Annotated[str, Option("--to", metavar="NAVN", help="Den nye koordinators fulde navn.")]
Department = Annotated[
    str | None,
    Option(
        "--department",
        metavar="AFDELING",
        help="Afdelingen. Uden det: den, medarbejderen har i samarbejde.yaml.",
    ),
]
Reason = Annotated[
    str | None, Option("--reason", metavar="GRUND", help="Hvorfor; står i historikken.")
]


def hand_over(
    case: options.CaseArgument,
    to: To,
    department: Department = None,
    reason: Reason = None,
    workspace: options.Workspace = None,
) -> int:
    """Overdrag en sag til en anden koordinator eller afdeling.

    Den nye overtager køreplanen, de mål, der ikke er nået, og rollen som mødeleder på det næste
    møde. Det, der er underskrevet eller holdt, bliver ikke ændret.
    """
    why = options.reason_given(reason) if reason is not None else None
    found = opened(workspace)
    loaded = load_case(found.folder_of(case, Path.cwd()))
    wanted = HandOverOrder(" ".join(nfc(to).split()), nfc(department) if department else None, why)
    with undone("Sagen er ikke overdraget"):
        _print(give(found, loaded, wanted, user_name(), now()))
    return 0


def _print(done: HandOver) -> None:
    origin = f" fra {_who(done.before)}" if done.before else ""
    if done.completed:
        console.out(
            f"Overdragelsen af {done.number} til {_who(done.after)} var ikke skrevet færdig. "
            "Det, der manglede, er skrevet nu.\n"
        )
    else:
        console.out(f"{done.number} er overdraget{origin} til {_who(done.after)}.\n")
    console.out("Ændret:")
    for path, route in done.changed:
        console.out(f"  {shown_path(path)}: {route_text(route)}")
    console.out(f"\nSe efter, om alt passer: samarbejde validate {done.number}")
    console.out(
        f"Lav brevet om den nye koordinator: samarbejde render-new-coordinator {done.number}"
    )


def _who(person: Coordinator) -> str:
    return f"{person.name} ({person.department})"


COMMANDS = {"hand-over": hand_over}
