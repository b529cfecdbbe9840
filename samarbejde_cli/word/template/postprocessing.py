"""What the XML of a rendered part still needs, where the template has left marks for it."""

from samarbejde_cli.word.template.content_controls import without_empty_controls
from samarbejde_cli.word.template.required_paragraphs import with_required_paragraphs
from samarbejde_cli.word.template.sentinels import (
    APART,
    COMMENT,
    COMMENT_END,
    CONTROL,
    ENDING,
    FRESH,
    GRID,
    HOLLOW,
    LIST,
    NOTE,
    NOTE_END,
    ROUND,
)
from samarbejde_cli.word.template.tables import with_fitting_grids, with_separated_tables
from samarbejde_cli.word.template.unique_ids import numbered

_MARKS = (ENDING, GRID, HOLLOW, FRESH, CONTROL, APART)
_WITHOUT_MARKS = str.maketrans(
    dict.fromkeys((*_MARKS, NOTE, NOTE_END, COMMENT, COMMENT_END, LIST, ROUND))
)


def needs_postprocessing(xml: str) -> bool:
    """Say whether there are marks in some XML of a template."""
    return any(mark in xml for mark in _MARKS)


class SpoiledError(Exception):
    """A filter changed XML that a template had captured, so that the part is broken."""


def is_sound(xml: str) -> bool:
    """Say whether rendered XML, its marks aside, can be read."""
    from lxml import etree  # noqa: PLC0415 — start-up

    try:
        etree.fromstring(xml.translate(_WITHOUT_MARKS).encode())
    except etree.XMLSyntaxError:
        return False
    return True


def postprocessed(xml: str, first: int) -> str:
    """Return XML without marks: paragraphs, grids and ids (counted from ``first``) in order."""
    if CONTROL in xml:
        xml = without_empty_controls(xml)
    xml = with_fitting_grids(xml)
    if APART in xml:
        xml = with_separated_tables(xml)
    return numbered(with_required_paragraphs(xml), first)
