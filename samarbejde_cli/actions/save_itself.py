"""Save in git what a command has just written, where the settings ask for it."""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE, find_workspace, is_file
from samarbejde_cli.files.git_repository import open_repository

if TYPE_CHECKING:
    from samarbejde_cli.actions.save import Saved

_KEY = b"gem_selv"


def save_itself(written: Collection[Path], today: date) -> "Saved | None":
    """Save what was written, if the settings of its workspace say so; else return None.

    A case is saved whole. While git is in the middle of a merge nothing is saved. Raises
    ``GitError`` when git is in the way.
    """
    root = next(_roots(written), None)
    workspace = Workspace(root) if root and _is_wanted(root) else None
    if workspace is None or not _says_so(workspace) or open_repository(workspace.root).under_way:
        return None
    from samarbejde_cli.actions.save import Order, save  # noqa: PLC0415 — where it is wanted

    return save(workspace, Order(tuple(_paths(workspace.root, written))), today)


def _roots(written: Iterable[Path]) -> Iterator[Path]:
    """Yield the workspaces that files were written in, without asking for each file in vain."""
    outside = set[str]()
    for each in sorted(written):
        folder = os.path.dirname(each)  # noqa: PTH120 — of many thousands of letters, and quicker
        if folder in outside and not (each.is_symlink() or is_file(each / WORKSPACE_FILE)):
            continue
        if root := find_workspace(each):
            yield root
        outside.add(folder)


def _is_wanted(root: Path) -> bool:
    """Whether the settings may ask for it, without reading them as a whole."""
    with suppress(OSError):
        return _KEY in (root / WORKSPACE_FILE).read_bytes()
    return False


def _says_so(workspace: Workspace) -> bool:
    profile = workspace.loaded.profile
    return bool(profile and profile.git.saves_itself)


def _paths(root: Path, written: Iterable[Path]) -> list[str]:
    """Return what is to be saved: whole cases, and other files of the workspace."""
    found = set()
    for path in written:
        real = path.resolve()
        if real.is_relative_to(root):
            parts = real.relative_to(root).parts
            found.add("/".join(parts[:2] if parts[:1] == (CASES_FOLDER,) else parts))
    return sorted(found)
