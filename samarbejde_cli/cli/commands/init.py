"""``samarbejde init``: an empty workspace for a municipality."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from samarbejde_cli.actions.init import (
    ATTRIBUTES_FILE,
    DIFF_ATTRIBUTE,
    DIFF_DRIVER,
    init_workspace,
    shows_word_files,
)
from samarbejde_cli.cli import console
from samarbejde_cli.profile.load import DEFAULT

Folder = Annotated[Path, Argument(metavar="MAPPE", help="Den nye arbejdsmappe.")]
Municipality = Annotated[
    str, Option("--municipality", metavar="NAVN", help='Kommunens navn, fx "Sorø Kommune".')
]
ProfileName = Annotated[
    str, Option("--profile", metavar="PROFIL", help="Den medfølgende profil, I bygger på.")
]


def init(folder: Folder, municipality: Municipality, profile: ProfileName = DEFAULT) -> None:
    """Lav en tom arbejdsmappe til kommunen.

    Den får indstillingerne i samarbejde.yaml, en mappe til sager og en til egne skabeloner.
    """
    workspace = init_workspace(folder, municipality, profile)
    console.out(f"Arbejdsmappen er lavet i {workspace.root}.\n")
    console.out("Gør nu sådan:")
    console.out(
        f"  1. Åbn {workspace.root / 'samarbejde.yaml'}, og udfyld brevhovedet og lokalerne."
    )
    console.out("  2. Gå til mappen, og opret den første sag med `samarbejde new-case`.")
    console.out("  3. Skal sagerne gemmes i git, så kør `git init` i mappen. Denne linje lader")
    console.out("     `git diff` vise, hvad der er rettet i Word-filer:")
    console.out(f"       {DIFF_DRIVER}")
    if not shows_word_files(workspace):
        console.out(f"     Skriv først linjen `{DIFF_ATTRIBUTE}` i {ATTRIBUTES_FILE}.")


COMMANDS = {"init": init}
