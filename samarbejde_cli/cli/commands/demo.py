"""``samarbejde demo``: a fictional workspace, checked, moved one step and with documents."""

from pathlib import Path
from typing import Annotated

from typer import Argument

from samarbejde_cli.actions import demo as action
from samarbejde_cli.actions.advance import Order
from samarbejde_cli.actions.render import produce
from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case
from samarbejde_cli.cli import console
from samarbejde_cli.cli.clock import now
from samarbejde_cli.cli.command import Section
from samarbejde_cli.documents.catalogue import due
from samarbejde_cli.report import demo as report

_WHO = "Demo"

Folder = Annotated[
    Path | None,
    Argument(metavar="[MAPPE]", help="Hvor demoen skal ligge. Uden den: samarbejde-demo her."),
]


def demo(folder: Folder = None) -> int:
    """Lav en arbejdsmappe med opdigtede sager, og prøv programmet i den.

    Sagerne kontrolleres, en af dem flyttes et trin, og trinnenes dokumenter bliver lavet.
    """
    workspace = action.copy_examples(folder or action.free_folder(Path.cwd()))
    console.out(report.made(workspace, action.DAY))
    checked = check_workspace(workspace, action.DAY)
    moved = action.move_one(workspace, Order(None, _WHO, now(), action.DAY))
    console.out_lines(report.tried(checked, moved))
    console.out_lines(report.papers(_documents(workspace), workspace))
    return int(checked.has_errors)


def _documents(workspace: Workspace) -> list[Path]:
    found: list[Path] = []
    cases = [case for case in workspace.cases() if not case.step.is_end]
    for case in console.progress(cases, "Laver dokumenter til sag"):
        found += _of_case(workspace, case)
    return found


def _of_case(workspace: Workspace, case: Case) -> list[Path]:
    profile, _ = workspace.profile_of(case)
    produced = produce(case, profile, workspace, due(case, profile, action.DAY), day=action.DAY)
    return [each.path for each in produced.documents if each.path.exists()]


SECTION = Section.START
COMMANDS = {"demo": demo}
