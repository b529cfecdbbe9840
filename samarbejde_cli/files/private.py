"""New files and folders that only their owner may read, where the system knows such rights."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FILE_MODE = 0o600
"""The rights of a new file: its owner may read and write it, nobody else."""
_FOLDER, _UMASK = 0o700, 0o077


@contextmanager
def private_by_default() -> Iterator[None]:
    """Let whatever is made while the block runs, by other programs too, be its owner's alone."""
    before = os.umask(_UMASK)
    try:
        yield
    finally:
        os.umask(before)


def opener(path: str, flags: int) -> int:
    """Open a file for ``open``; a new one is its owner's alone."""
    return os.open(path, flags, FILE_MODE)


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, where they are not there yet. Raises ``OSError``."""
    missing = [each for each in (path, *path.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=_FOLDER, exist_ok=True)
    if not path.is_dir():
        raise FileExistsError(path)


def make_private(folder: Path) -> None:
    """Take from everybody but the owner the rights to a folder and all that is in it."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(_FOLDER if path.is_dir() else FILE_MODE)


def keep_rights(path: Path, target: Path) -> None:
    """Give a file that is about to take another's place the other's rights; none if it is new."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    with suppress(FileNotFoundError):
        path.chmod(stat.S_IMODE(mode))
