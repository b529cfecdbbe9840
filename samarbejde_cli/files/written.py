"""Which files this process has written: whoever saves them in git afterwards asks here."""

import os
from pathlib import Path

_paths: set[str] = set()


def note(path: Path) -> None:
    """Note a file or a folder that was written, moved or deleted."""
    _paths.add(os.fspath(path))


def taken() -> frozenset[Path]:
    """Return what was written since it was asked for last."""
    found = frozenset(map(Path, _paths))
    _paths.clear()
    return found


def has_written() -> bool:
    """Whether there is anything that nobody has asked for."""
    return bool(_paths)
