"""What lies in a case folder, or why that cannot be seen."""

import os
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.files.find import is_folder
from samarbejde_cli.files.os_errors import refusal
from samarbejde_cli.findings import Finding, Location


def closed_folder(folder: Path) -> tuple[Finding, ...]:
    """Return the finding that nothing in a case folder can be read, where it is so."""
    try:
        (folder / "sag.yaml").lstat()
    except FileNotFoundError:
        return () if is_folder(folder) else (_closed(folder, "den fører ikke til en mappe"),)
    except OSError as problem:
        return (_closed(folder, refusal(problem)),)
    return ()


def round_numbers(folder: Path) -> tuple[list[str], tuple[Finding, ...]]:
    """Return the numbers of the rounds that have a file, or why they cannot be known."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 — names are enough, and this is read often
    except (FileNotFoundError, NotADirectoryError):
        return [], ()
    except OSError as problem:
        return [], (_closed(folder, refusal(problem)),)
    parts = (name.partition(".") for name in names)
    return [stem for stem, _, end in parts if end == "yaml" and _is_number(stem)], ()


def _is_number(stem: str) -> bool:
    return stem.isascii() and stem.isdigit() and not stem.startswith("0")


def _closed(folder: Path, reason: str) -> Finding:
    return Finding(
        codes.UNREADABLE_FOLDER, Location(folder), {"mappe": folder.name, "årsag": reason}
    )
