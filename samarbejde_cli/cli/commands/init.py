"""``samarbejde init``: an empty workspace for a municipality."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from samarbejde_cli.actions.git_setup import set_up
from samarbejde_cli.actions.init import init_workspace
from samarbejde_cli.cli import console
from samarbejde_cli.cli.command import Section
from samarbejde_cli.profile.load import DEFAULT
from samarbejde_cli.report import init as report

Folder = Annotated[Path, Argument(metavar="MAPPE", help="Den nye arbejdsmappe.")]
Municipality = Annotated[
    str, Option("--municipality", metavar="NAVN", help='Kommunens navn, fx "Sorø Kommune".')
]
ProfileName = Annotated[
    str, Option("--profile", metavar="PROFIL", help="Den medfølgende profil, I bygger på.")
]


NoGit = Annotated[bool, Option("--no-git", help="Læg ikke arbejdsmappen i git.")]


def init(
    folder: Folder,
    municipality: Municipality,
    profile: ProfileName = DEFAULT,
    no_git: NoGit = False,
) -> None:
    """Lav en tom arbejdsmappe til kommunen.

    Den får indstillingerne i samarbejde.yaml, en mappe til sager og en til egne skabeloner. Den
    bliver lagt i git, så det, I gemmer, kan hentes frem igen og deles med kollegerne.
    """
    workspace = init_workspace(folder, municipality, profile)
    console.out_lines(report.made(workspace, None if no_git else set_up(workspace.root)))


SECTION = Section.START
COMMANDS = {"init": init}
