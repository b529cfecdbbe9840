"""``samarbejde sign-consent``: who signed the consent, and what they signed."""

from datetime import date as Date  # noqa: N812 — the option is called date
from typing import Annotated

from typer import Option

from samarbejde_cli.actions import sign_consent as action
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.days import day_option
from samarbejde_cli.cli.opened import opened_case
from samarbejde_cli.cli.problems import undone
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.report import sign_consent as report

People = Annotated[
    list[str] | None,
    Option(
        "--by",
        metavar="NAVN",
        help="Hvem der skrev under; kan skrives flere gange. Uden tilvalget: alle, der skal.",
    ),
]
Day = Annotated[
    Date | None,
    day_option("--date", "Dagen på papiret, som 2026-03-03. Uden tilvalget: i dag."),
]


def sign_consent(
    case: options.CaseArgument,
    by: People = None,
    date: Day = None,
    workspace: options.Workspace = None,
) -> int:
    """Skriv, hvem der har skrevet under på samtykket.

    Skriv først i samtykke.yaml, hvad der er sagt ja til. Med underskriften gemmes et fingeraftryk
    af det, så det kan ses, hvis noget kommer til eller bliver ændret bagefter.
    """
    found, loaded = opened_case(workspace, case)
    names = [nfc(each) for each in by or ()]
    with undone("Underskriften er ikke skrevet"):
        done = action.sign_consent(found, loaded, names, date or today(), today())
    console.out(report.signed(loaded.number, done))
    return 0


COMMANDS = {"sign-consent": sign_consent}
