"""``samarbejde undo``: the last change that was saved, taken back."""

from pathlib import Path
from typing import Annotated

from typer import Argument

from samarbejde_cli.actions.undo import undo as take_back
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.clock import today
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import opened
from samarbejde_cli.report import undo as report

Case = Annotated[
    str | None,
    Argument(metavar="[SAG]", help="Sagen, der fortrydes i. Uden den: det seneste, der er gemt."),
]


def undo(
    case: Case = None, dry_run: options.DryRun = False, workspace: options.Workspace = None
) -> int:
    """Fortryd det seneste, der er gemt, og sig, hvad det var.

    Filerne bliver, som de var før, og det bliver gemt som en ny ændring. Derfor kan det fortrudte
    altid hentes frem igen: kør kommandoen én gang til. Papirer, der er lavet, bliver stående i
    breve.yaml.
    """
    found = opened(workspace)
    folder = found.folder_of(case, Path.cwd()) if case else None
    result = take_back(found, folder, today(), dry_run=dry_run)
    console.out_lines(report.undone(result, dry_run=dry_run))
    return 0


SECTION = Section.SHARING
COMMANDS = {"undo": undo}
