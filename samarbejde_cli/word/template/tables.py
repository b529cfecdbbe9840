"""Keeps tables whole when loops and conditions change their columns or leave them without rows."""

import re
from collections.abc import Iterator

from samarbejde_cli.danish.text import shortened
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.lifted_tags import flattened, is_placeholder, placeholders_in
from samarbejde_cli.word.template.resource_limits import LimitError
from samarbejde_cli.word.template.sentinels import (
    APART,
    APART_IN_TREE,
    GRID,
    GRID_IN_TREE,
    HOLLOW,
    HOLLOW_IN_TREE,
    split_at,
)
from samarbejde_cli.word.template.word_limits import COLUMNS_HINT, MAX_COLUMNS, columns_message

_GRID = lazy_pattern(r"<w:tblGrid(?:/>|>(.*?)</w:tblGrid>)", re.DOTALL)
_END = "</w:tbl>"
_WIDTH = lazy_pattern(r'<w:gridCol(?: w:w="(\d+)")?[^>]*/>')
_STRUCTURE = lazy_pattern(r'<(/?)w:(tbl|tr|tc|gridSpan)(?= |>|/)(?: w:val="(\d+)")?[^>]*?(/?)>')
_TEXT = lazy_pattern(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_NO_CELLS = lazy_pattern(r"<w:tr(?: [^>]*)?>(?:<w:trPr>(?:(?!<w:tc[ >]).)*?</w:trPr>)?</w:tr>")


def mark_tables(root: Element) -> None:
    """Mark the tables that a render may change in these ways."""
    for table in root.iter(ns.TABLE):
        grid = table.find(f"{ns.W}tblGrid")
        if grid is not None and _has_loose_columns(table):
            previous = grid.getprevious()
            if previous is None:
                table.text = GRID_IN_TREE
            else:
                previous.tail = GRID_IN_TREE
        if _may_be_hollow(table):
            _write_before(table, HOLLOW_IN_TREE)
        before, after = table.getprevious(), table.getnext()
        if (
            before is not None
            and after is not None
            and is_placeholder(before)
            and is_placeholder(after)
        ):
            _write_before(table, APART_IN_TREE)


def _has_loose_columns(table: Element) -> bool:
    return any(
        any(True for _ in placeholders_in(row))
        or any("\ufdd0" in span.get(f"{ns.W}val", "") for span in row.iter(f"{ns.W}gridSpan"))
        for row in flattened(table)
        if row.tag == ns.ROW
    )


def _may_be_hollow(table: Element) -> bool:
    children = [child for child in flattened(table) if child.tag == ns.ROW or is_placeholder(child)]
    edges = children[:1] + children[-1:]
    loose = any(True for row in flattened(table) if row.tag == ns.ROW for _ in placeholders_in(row))
    return bool(edges) and (loose or all(is_placeholder(edge) for edge in edges))


def _write_before(element: Element, text: str) -> None:
    previous, parent = element.getprevious(), element.getparent()
    if previous is None:
        parent.text = (parent.text or "") + text
    else:
        previous.tail = (previous.tail or "") + text


def with_fitting_grids(xml: str) -> str:
    """Return rendered XML where grids fit their rows, and rows and tables are not empty."""
    if GRID in xml:
        xml = _NO_CELLS.sub("", xml)
    while (at := xml.rfind(GRID)) >= 0:
        xml = xml[:at] + _with_fitting_grid(xml[at + 1 :])
    if HOLLOW not in xml:
        return xml
    first, *others = split_at(xml, HOLLOW)
    return first + "".join(map(_without_hollow_table, others))


def with_separated_tables(xml: str) -> str:
    """Return rendered XML with a paragraph between tables that a loop wrote side by side."""
    first, *others = split_at(xml, APART)
    pieces = [first]
    for each in others:
        pieces += ["<w:p/>", each] if pieces[-1].rstrip().endswith(_END) else [each]
    return "".join(pieces)


def _without_hollow_table(xml: str) -> str:
    """Return XML that starts with a table, without the table if it has no row."""
    row, end = xml.find("<w:tr"), xml.find(_END)
    return xml[end + len(_END) :] if end >= 0 and not 0 <= row < end else xml


def _with_fitting_grid(xml: str) -> str:
    """Return XML that starts with a grid, whose columns are now as many as the rows need."""
    grid = _GRID.match(xml)
    if grid is None:
        return xml
    widths = [int(width or 0) for width in _WIDTH.findall(grid[1] or "")]
    needed = max(_row_widths(xml[grid.end() :]), default=len(widths))
    if needed == len(widths) or not needed or not widths:
        return xml
    if needed > MAX_COLUMNS:
        from html import unescape  # noqa: PLC0415 — seldom needed

        text = shortened(" ".join(_TEXT.findall(xml[grid.end() :][:4000])), 30)
        raise LimitError(columns_message(needed, unescape(text)), COLUMNS_HINT)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in _resized(widths, needed))
    return f"<w:tblGrid>{columns}</w:tblGrid>{xml[grid.end() :]}"


def _resized(widths: list[int], needed: int) -> list[int]:
    """Return more or fewer columns that together are as wide as before."""
    if needed < len(widths):
        share = sum(widths[needed:]) // needed
        return [width + share for width in widths[:needed]]
    share = sum(widths) // needed
    kept = [width * len(widths) // needed for width in widths]
    return kept + [share] * (needed - len(widths))


def _row_widths(xml: str) -> Iterator[int]:
    """Yield how many columns each row of the table takes whose inside the XML begins with."""
    depth, width = 0, 0
    for found in _STRUCTURE.finditer(xml):
        closing, kind, span, _ = found.groups()
        if kind == "tbl":
            depth += -1 if closing else 1
            if depth < 0:
                return
        elif depth == 0 and kind == "tc" and not closing:
            width += 1
        elif depth == 0 and kind == "gridSpan":
            width += int(span or 1) - 1
        elif depth == 0 and kind == "tr" and closing:
            yield width
            width = 0
