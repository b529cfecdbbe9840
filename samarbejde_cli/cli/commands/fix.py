"""``samarbejde fix``: fix what is safe to fix, after showing it."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from samarbejde_cli.actions.diagnosing import Places, diagnoses_of
from samarbejde_cli.actions.fix import Mended, mend, write
from samarbejde_cli.actions.path_selection import PathSelection
from samarbejde_cli.actions.workspace import open_workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import tidied
from samarbejde_cli.cli.prompts import confirm
from samarbejde_cli.report import fix as report

Paths = Annotated[
    list[str] | None,
    Argument(
        metavar="[STI...]",
        help="Sagsnumre, mapper eller filer. Uden dem ses hele arbejdsmappen igennem.",
    ),
]
Diff = Annotated[bool, Option("--diff", help="Vis kun, hvad der ville blive rettet.")]
Yes = Annotated[bool, Option("--yes", help="Ret uden at spørge først.")]


def fix(
    paths: Paths = None,
    diff: Diff = False,
    yes: Yes = False,
    workspace: options.Workspace = None,
) -> int:
    """Ret det, der kan rettes sikkert: datoer, anførselstegn og stavefejl.

    Det er danske datoer med hele årstallet, tal, som andre programmer ville læse forkert,
    mellemrum sidst på linjen og stavefejl i felter og ord, der kun kan være ét. Alt andet i
    filerne bliver stående, og rettelserne vises først. En fil, der er gemt som Windows-1252 eller
    UTF-16, bliver gemt som UTF-8, når hele filen kan læses sikkert; ellers bliver den ikke rørt.
    Linjerne i historik.yaml og breve.yaml bliver aldrig rettet; har to tilføjet linjer, som git
    ikke kunne flette, bliver alle linjerne beholdt. Et felt med null eller ~ er et tomt felt og
    bliver stående; en, der hedder Null, skrives i anførselstegn.

    Det, en ældre udgave skrev på en anden måde, bliver skrevet, som det er nu, når det er sikkert:
    hvad en underskrift på samtykket dækker, når papirerne i breve.yaml og git viser det, og
    uddannelsen fra mødetjeklisten under `status`.
    """
    here = Path.cwd()
    found = tidied(open_workspace(workspace, here))
    folders = PathSelection(found, here).folders(paths) if paths else found.folders()
    mending = mend(found, console.progress(folders, "Ser sag igennem"))
    console.out_lines(report.diffs(mending.files))
    if not mending.files:
        console.out(report.nothing(mending))
    elif not diff:
        _write(mending.files, asked=not yes)
    if mending.left or mending.unproven:
        console.out_lines(report.left(diagnoses_of(mending.left + mending.unproven, Places({}))))
    return int(bool(mending.left))


def _write(mended: tuple[Mended, ...], *, asked: bool) -> None:
    if asked and not confirm(report.question(len(mended)), option="--yes"):
        console.out(report.UNCHANGED)
        return
    write(mended)
    console.out(report.written(len(mended)))


SECTION = Section.WRITE
COMMANDS = {"fix": fix}
