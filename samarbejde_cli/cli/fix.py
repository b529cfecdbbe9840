"""``samarbejde fix``: mend what is safe to mend, after showing it."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from samarbejde_cli.actions.check import Selection
from samarbejde_cli.actions.mend import Mended, mend, write
from samarbejde_cli.actions.workspace import open_workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.prompts import confirm
from samarbejde_cli.texts import counted

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
) -> None:
    """Ret det, der kan rettes sikkert: datoer, anførselstegn og stavefejl.

    Det er danske datoer med hele årstallet, tal, som andre programmer ville læse forkert,
    mellemrum sidst på linjen og felter og ord, der kun kan være ét. Alt andet i filerne bliver
    stående, og rettelserne vises først. Linjerne i historik.yaml og breve.yaml bliver aldrig
    rettet; har to tilføjet linjer, som git ikke kunne flette, bliver alle linjerne beholdt.
    """
    here = Path.cwd()
    found = open_workspace(workspace, here)
    folders = Selection(found, here).folders(paths) if paths else found.folders()
    mended = mend(found, console.progress(folders, "Ser sag igennem"))
    if not mended:
        console.out("Der er intet at rette.")
        return
    for each in mended:
        console.out(each.diff(here) + "\n")
    if not diff:
        _write(mended, asked=not yes)


def _write(mended: list[Mended], *, asked: bool) -> None:
    files = counted(len(mended), "fil", "filer")
    if asked and not confirm(f"Ret {files}, som vist ovenfor?", option="--yes"):
        console.out("Intet er ændret.")
        return
    write(mended)
    console.out(f"{files} rettet. Se, hvad der er tilbage, med `samarbejde validate`.")
