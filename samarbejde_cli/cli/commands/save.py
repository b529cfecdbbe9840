"""``samarbejde save``: cases into git, checked and under a neutral message."""

from typing import Annotated

from typer import Option

from samarbejde_cli.actions.save import Order
from samarbejde_cli.actions.save import save as save_cases
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import folders_named, opened, print_full
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.report import save as report

Cases = Annotated[
    list[str] | None,
    options.case_argument("[SAG...]", "Sagerne, der gemmes. Uden dem: alt i arbejdsmappen."),
]
Text = Annotated[
    str | None,
    Option(
        "--message",
        "-m",
        metavar="TEKST",
        help="Hvad du har lavet, uden navne og numre. Uden det skriver programmet selv en tekst.",
    ),
]
Force = Annotated[bool, Option("--force", help="Gem, selv om der er nye fejl i sagerne.")]


def save(
    cases: Cases = None,
    text: Text = None,
    force: Force = False,
    workspace: options.Workspace = None,
) -> int:
    """Gem sagerne i git, så de kan hentes frem igen og deles med kollegerne.

    Sagerne bliver kontrolleret først: fejl, der ikke var der, da der sidst blev gemt, skal rettes.
    Teksten, der står ved det gemte, har sagens nummer, trinnet og de filer og områder, der er
    ændret, og aldrig et navn. Er git midt i at samle to udgaver, afslutter kommandoen det.
    """
    found = opened(workspace)
    paths = [f"{CASES_FOLDER}/{folder.name}" for folder in folders_named(found, cases or ())]
    result = save_cases(found, Order(paths, options.message_given(text), force), today())
    if result.errors:
        print_full(result.errors)
        console.problem(report.REFUSED, report.refused_hint(result))
        return 1
    console.out_lines(report.saved(result))
    return 0


SECTION = Section.SHARING
COMMANDS = {"save": save}
