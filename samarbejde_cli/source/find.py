"""Where the workspace is, and which case folders it holds."""

from pathlib import Path
from typing import Final

WORKSPACE_FILE: Final = "samarbejde.yaml"
CASES_FOLDER: Final = "sager"


def find_workspace(start: Path) -> Path | None:
    """Return the nearest folder, from ``start`` upwards, that holds samarbejde.yaml; else None.

    ``start`` may be a file or a folder, or something that does not exist.
    """
    here = start.resolve()
    return next((each for each in (here, *here.parents) if (each / WORKSPACE_FILE).is_file()), None)


def case_folders(workspace: Path) -> list[Path]:
    """Return the folders below ``sager``, sorted by name, without hidden ones; [] without any."""
    cases = workspace / CASES_FOLDER
    if not cases.is_dir():
        return []
    folders = (each for each in cases.iterdir() if not each.name.startswith(".") and each.is_dir())
    return sorted(folders, key=lambda folder: folder.name)
