"""``samarbejde hand-over``: a case to another coordinator or department."""

from typing import Annotated

from typer import Option

from samarbejde_cli.actions.hand_over import HandOverOrder
from samarbejde_cli.actions.hand_over import hand_over as give
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import now
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened_case
from samarbejde_cli.cli.problems import undone
from samarbejde_cli.cli.user import user_name
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.report import hand_over as report

To = Annotated[
    str,
    Option(
        "--to",
        metavar="NAVN",
        help="Den nye koordinators navn; fornavnet er nok, når kun én medarbejder har det.",
    ),
]
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
    found, loaded = opened_case(workspace, case)
    wanted = HandOverOrder(" ".join(nfc(to).split()), nfc(department) if department else None, why)
    with undone("Sagen er ikke overdraget"):
        done = give(found, loaded, wanted, user_name(), now())
    console.out_lines(report.as_lines(done))
    return 0


SECTION = Section.COURSE
COMMANDS = {"hand-over": hand_over}
