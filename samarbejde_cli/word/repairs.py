"""What the XML of a rendered part still needs, where the template has left marks for it."""

from samarbejde_cli.word.endings import ended
from samarbejde_cli.word.marks import ENDING, FRESH, GRID, HOLLOW
from samarbejde_cli.word.tables import fitted
from samarbejde_cli.word.uniqueness import numbered

_MARKS = (ENDING, GRID, HOLLOW, FRESH)


def needs_repair(xml: str) -> bool:
    """Say whether there are marks in some XML of a template."""
    return any(mark in xml for mark in _MARKS)


def repaired(xml: str, first: int) -> str:
    """Return XML without marks: paragraphs, grids and ids (counted from ``first``) in order."""
    return numbered(ended(fitted(xml)), first)
