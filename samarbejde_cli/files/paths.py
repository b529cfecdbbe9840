"""Paths as the user sees them."""

import os
from functools import lru_cache
from os.path import relpath
from pathlib import Path


def shown_path(path: Path, base: Path | None = None) -> str:
    """Return a path as seen from a folder, by default the present one, with forward slashes."""
    return _shown(path, base or os.getcwd())  # noqa: PTH109 — asked for each of thousands of findings


@lru_cache(maxsize=256)
def _shown(path: Path, base: Path | str) -> str:
    whole, above = str(path), f"{base}{os.sep}"
    if whole.startswith(above) and path.is_absolute() and ".." not in whole:
        return whole[len(above) :].replace(os.sep, "/")
    try:
        return Path(relpath(path, base)).as_posix()
    except ValueError:  # another drive on Windows
        return path.as_posix()
