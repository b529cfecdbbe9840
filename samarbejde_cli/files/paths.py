"""Paths as the user sees them."""

from os.path import relpath
from pathlib import Path


def shown_path(path: Path, base: Path | None = None) -> str:
    """Return a path as seen from a folder, by default the present one, with forward slashes."""
    try:
        return Path(relpath(path, base)).as_posix()
    except ValueError:  # another drive on Windows
        return path.as_posix()
