"""A fictional workspace to try everything in: copied from the examples that ship."""

import shutil
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.advance import Moved, Order, advance
from samarbejde_cli.actions.schema import write_schemas
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case, load_case
from samarbejde_cli.errors import WriteError, WrongUseError
from samarbejde_cli.files.private import make_private
from samarbejde_cli.shipped import shipped

DAY = date(2026, 2, 24)
"""The date on which the examples take place."""

_DEFAULT = "samarbejde-demo"


def free_folder(here: Path) -> Path:
    """Return the first folder for a demo that is not there yet: samarbejde-demo, …-2, …-3."""
    number = 1
    while (here / _name(number)).exists():
        number += 1
    return here / _name(number)


def _name(number: int) -> str:
    return _DEFAULT if number == 1 else f"{_DEFAULT}-{number}"


def copy_examples(folder: Path) -> Workspace:
    """Copy the example workspace to a folder that is empty or not there yet, and return it.

    Raises ``WrongUseError`` when there is something in the folder already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongUseError(
            f"Der ligger allerede noget i {folder}.",
            "Vælg en anden mappe, eller kør `samarbejde demo` uden mappe.",
        )
    try:
        shutil.copytree(
            shipped("examples"),
            folder,
            dirs_exist_ok=True,
            ignore=shutil.ignore_patterns("dokumenter", ".skemaer", ".laas"),
        )
        make_private(folder)
    except OSError as problem:
        raise WriteError(
            f"Demoen kan ikke lægges i {folder}.",
            "Vælg en mappe, hvor du må skrive, fx `samarbejde demo C:\\Temp\\demo`.",
        ) from problem
    workspace = Workspace(folder)
    write_schemas(workspace)
    return workspace


def ready_case(workspace: Workspace, order: Order) -> Case | None:
    """Return the first case that may go on from its step, or None."""
    for folder in workspace.folders():
        case = load_case(folder)
        if not case.step.is_end and not advance(workspace, case, order).blocking:
            return case
    return None


def move_one(workspace: Workspace, order: Order) -> Moved | None:
    """Move the first case that is ready for its next step; None when none is."""
    case = ready_case(workspace, Order(None, order.by, order.at, order.today, dry_run=True))
    return advance(workspace, case, order) if case else None
