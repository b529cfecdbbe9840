"""Folders that may lie about only until the day is over, noted in the workspace they belong to.

A note is a file in the folder of what the program remembers, which git ignores: the day, and where
the folder is. It is written before the folder is, so that it is there whatever stops the program.
Only folders of the one name that is noted are ever removed.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Final

from samarbejde_cli.files.find import MEMORY_FOLDER
from samarbejde_cli.files.private import make_folder, opener
from samarbejde_cli.files.unversioned import keep_out_of_git

NAME: Final = ".forberedt"
"""The name of such a folder."""
_NOTE: Final = "forberedt-"


def note(workspace: Path, folder: Path, day: date) -> None:
    """Note that a folder may be there until a day is over. Raises ``OSError``."""
    where = _relative(folder.absolute(), workspace.absolute())
    digest = blake2b(where.encode(errors="surrogateescape"), digest_size=8).hexdigest()
    path = workspace / MEMORY_FOLDER / f"{_NOTE}{digest}"
    make_folder(path.parent)
    keep_out_of_git(path.parent)
    with open(path, "wb", opener=opener) as file:
        file.write(f"{day}\n{where}".encode(errors="surrogateescape"))


def noted(workspace: Path) -> Iterator[tuple[date, Path]]:
    """Yield the folders that are there, each with its last day; notes of others are removed."""
    for path in _notes(workspace):
        with suppress(OSError, ValueError):
            day, _, where = path.read_bytes().decode(errors="surrogateescape").partition("\n")
            folder = workspace / where
            if folder.name == NAME and folder.is_dir():
                yield date.fromisoformat(day), folder
            else:
                path.unlink()


def remove_expired(workspace: Path, day: date) -> None:
    """Remove the folders of other days; what somebody has open stays until the next time."""
    for last, folder in noted(workspace):
        if last != day:
            shutil.rmtree(folder, ignore_errors=True)


def _notes(workspace: Path) -> list[Path]:
    try:
        names = os.listdir(workspace / MEMORY_FOLDER)  # noqa: PTH208 — asked by every command, and quicker
    except OSError:
        return []
    return [workspace / MEMORY_FOLDER / name for name in sorted(names) if name.startswith(_NOTE)]


def _relative(folder: Path, workspace: Path) -> str:
    """Return a path that holds when the workspace is moved, where the folder lies within it."""
    return str(folder.relative_to(workspace) if workspace in folder.parents else folder)
