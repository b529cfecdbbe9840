"""``samarbejde set``, ``add`` and ``remove``: one value or one item of a case."""

from typing import Annotated

import click
from typer import Argument, Option

from samarbejde_cli.actions.edit import CaseEdit
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.complete_routes import complete_assignment, complete_list, complete_route
from samarbejde_cli.cli.editing import EditOptions, planned_edit, run_edit
from samarbejde_cli.cli.prompts import confirm
from samarbejde_cli.danish.text import is_half_quoted, nfc, unquoted
from samarbejde_cli.report import edit as report

Assignments = Annotated[
    list[str],
    Argument(
        metavar="FELT=VÆRDI...",
        help="Som møde.dato=3/3 eller mål[2].nået=ja. Uden værdi (møde.lokale=) tømmes feltet.",
        autocompletion=complete_assignment,
    ),
]
What = Annotated[
    str,
    Argument(
        metavar="HVAD",
        help="En liste i sagen: person, mål, deltager, indsats, forælder, samtykke.underskrifter, "
        "mål[1].handlinger …",
        autocompletion=complete_list,
    ),
]
Words = Annotated[
    list[str] | None,
    Argument(metavar="[FELT=]VÆRDI...", help='Som "Karin Friis" rolle=skole, eller flere navne.'),
]
Route = Annotated[
    str,
    Argument(
        metavar="FELT",
        help="Som mål[2], personer[Karin] eller møde.lokale.",
        autocompletion=complete_route,
    ),
]
Yes = Annotated[bool, Option("--yes", help="Fjern uden at spørge først.")]


def set_values(
    case: options.CaseArgument,
    values: Assignments,
    dry_run: options.DryRun = False,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Skriv værdier i sagens felter.

    Felterne hedder det samme som i sagens filer; står et felt i flere filer, skrives filens navn
    foran: plan.underskrifter[1].dato. En linje i en liste nævnes med sit nummer eller sit navn
    (møde.deltagere[Bo].deltog=ja), og [*] er dem alle. Datoer og klokkeslæt skrives, som man siger
    dem: 3/3, næste tirsdag, kl. 9. Flere punkter i et felt skilles med semikolon. Kommentarer og
    alt andet i filerne bliver stående, og enten bliver alle værdierne skrevet eller ingen.
    """
    pairs = [_pair(each) for each in values]

    def work(editing: CaseEdit) -> None:
        for route, value in pairs:
            editing.set(route, value)

    return run_edit(case, work, EditOptions(dry_run, form, workspace))


def _pair(text: str) -> tuple[str, str]:
    written = unquoted(nfc(text))
    if is_half_quoted(written):
        raise click.UsageError(
            f"`{text}` er kun en del af det, der står i anførselstegn. Brug de dobbelte om det "
            'hele: "møde.dato=3. marts".'
        )
    route, sign, value = written.partition("=")
    if not sign or not route.strip():
        raise click.UsageError(
            f"`{text}` er ikke FELT=VÆRDI, som møde.dato=3/3. Skriv det uden mellemrum, eller sæt "
            'anførselstegn om det hele: "møde.dato=3. marts".'
        )
    return route.strip(), value


def add(
    case: options.CaseArgument,
    what: What,
    words: Words = None,
    dry_run: options.DryRun = False,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Føj en person, et mål, en deltager eller en anden hel linje til sagen.

    Værdierne skrives i den rækkefølge, som skal udfyldes, eller med feltets navn foran: add SAG
    person "Karin Friis" rolle=skole. Hvor ét felt er nok, kan der føjes flere til på én gang: add
    SAG deltager Karin Bo Mette. Om en medarbejder skrives også det, som samarbejde.yaml ved.
    """
    texts = [nfc(each) for each in words or ()]
    chosen = EditOptions(dry_run, form, workspace)
    return run_edit(case, lambda editing: editing.add(nfc(what), texts), chosen)


def remove(
    case: options.CaseArgument,
    route: Route,
    yes: Yes = False,
    dry_run: options.DryRun = False,
    form: options.WrittenFormat = "text",
    workspace: options.Workspace = None,
) -> int:
    """Fjern en linje i en liste, et felt eller en gruppe af felter fra sagen.

    Programmet siger, hvor i sagen personen ellers står, og spørger, før noget bliver fjernet.
    """
    chosen, name = EditOptions(dry_run, form, workspace), nfc(route)

    def work(editing: CaseEdit) -> None:
        editing.remove(name)

    if not (dry_run or yes):
        planned = planned_edit(case, work, chosen)
        console.out_lines(report.references(planned.references, planned))
        if not confirm(report.question(planned), option="--yes"):
            console.out(report.UNCHANGED)
            return 0
    return run_edit(case, work, chosen)


SECTION = Section.WRITE
COMMANDS = {"set": set_values, "add": add, "remove": remove}
