"""``samarbejde doctor``: whether git and the folder are as they should be, and mending it."""

from pathlib import Path
from typing import Annotated

from typer import Option

from samarbejde_cli.actions.doctor import examine
from samarbejde_cli.actions.workspace import open_workspace
from samarbejde_cli.cli import console, options
from samarbejde_cli.cli.command import Section
from samarbejde_cli.cli.opened import tidied
from samarbejde_cli.report import doctor as report

Fix = Annotated[bool, Option("--fix", help="Ret det, programmet kan rette.")]


def doctor(fix: Fix = False, workspace: options.Workspace = None) -> int:
    """Se efter, om git og mappen er, som de skal være, og ret det.

    Kør den, når du har fået en ny kopi af arbejdsmappen, eller når git driller: programmet ser
    efter, om sager bliver flettet rigtigt, om noget er på vej et forkert sted hen, og om noget er
    i vejen. Koden ud af programmet er 1, når noget ikke er i orden.
    """
    result = examine(tidied(open_workspace(workspace, Path.cwd())), fix=fix)
    console.out_lines(report.examined(result))
    return int(bool(result.left))


SECTION = Section.SHARING
COMMANDS = {"doctor": doctor}
"""The command's name and its function."""
