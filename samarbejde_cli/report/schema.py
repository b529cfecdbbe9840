"""The JSON Schemas that were written."""

from pathlib import Path

from samarbejde_cli.danish.text import counted


def as_text(number: int, folder: Path) -> str:
    """Return how many schemas were written, and where."""
    return f"{counted(number, 'skema', 'skemaer')} skrevet i {folder}."
