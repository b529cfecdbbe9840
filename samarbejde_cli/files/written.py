"""Which files this process has written: whoever saves them in git afterwards asks here."""

from pathlib import Path

_paths: set[Path] = set()


def note(path: Path) -> None:
    """Note a file or a folder that was written, moved or deleted."""
    _paths.add(path)


def taken() -> frozenset[Path]:
    """Return what was written since it was asked for last."""
    found = frozenset(_paths)
    _paths.clear()
    return found


def has_written() -> bool:
    """Whether there is anything that nobody has asked for."""
    return bool(_paths)
