"""Where the workspace is, and which case folders it holds."""

import os
from pathlib import Path
from typing import Final

from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.os_errors import refusal

WORKSPACE_FILE: Final = "samarbejde.yaml"
CASES_FOLDER: Final = "sager"
ROUNDS_FOLDER: Final = "runder"
"""The folder of a case that holds a file for each of its rounds."""
MEMORY_FOLDER: Final = ".samarbejde-husket"
"""The folder of a workspace for what the program remembers; git ignores it."""


def find_workspace(start: Path) -> Path | None:
    """Return the nearest folder, from ``start`` upwards, that holds samarbejde.yaml; else None.

    ``start`` may be a file or a folder, or something that does not exist.
    """
    here = real(start)
    return next((each for each in (here, *here.parents) if is_file(each / WORKSPACE_FILE)), None)


def case_folders(workspace: Path) -> list[Path]:
    """Return the folders below ``sager``, sorted by name, without hidden ones; [] without any.

    A link that leads nowhere is among them: it is reported when it is read. Raises
    ``SamarbejdeError`` when ``sager`` itself cannot be read.
    """
    cases = workspace / CASES_FOLDER
    try:
        with os.scandir(cases) as entries:
            names = sorted(each.name for each in entries if _may_be_case(each))
    except OSError as problem:
        if isinstance(problem, FileNotFoundError) and not cases.is_symlink():
            return []
        raise SamarbejdeError(
            f"Mappen {cases} kan ikke læses: {_reason(problem)}.", _HINT
        ) from problem
    return [cases / name for name in names]


def real(path: Path) -> Path:
    """Return a path without links; one whose links go in a circle as far as they lead."""
    return Path(os.path.realpath(path))


def is_folder(path: Path) -> bool:
    """Whether a path is a folder; False as well where that cannot be known."""
    return os.path.isdir(path)  # noqa: PTH112 — Path.is_dir raises without access


def is_file(path: Path) -> bool:
    """Whether a path is a regular file; False as well where that cannot be known."""
    return os.path.isfile(path)  # noqa: PTH113 — Path.is_file raises without access


_HINT: Final = "Bed it-afdelingen om adgang til mappen, eller læg den på plads igen."


def _may_be_case(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith("."):
        return False
    if entry.is_symlink():
        return not is_file(Path(entry.path))
    return entry.is_dir()


def _reason(problem: OSError) -> str:
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return "den er ikke en mappe"
    return refusal(problem)
