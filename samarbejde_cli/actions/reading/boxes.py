"""Boxes in the row of a question: which of them are ticked, and what was typed beside them.

A box that somebody deleted to type in its place is known by the column of the other rows.
"""

from collections import Counter
from dataclasses import replace

from samarbejde_cli.lazy import frozen
from samarbejde_cli.word import BOX_SIGNS, Cell, Field, Row, Table

Columns = dict[int, int]
"""How many boxes stand in a column, by its number."""


@frozen
class RowBoxes:
    """The boxes of a row, and what was typed beside each, by the number of the box from 1."""

    boxes: tuple[bool, ...] = ()
    beside: tuple[tuple[int, str], ...] = ()

    def of(self, question: Field) -> Field:
        """Return a question as the field of its answer."""
        typed = tuple(text for _, text in self.beside)
        return replace(
            question, lines=typed, boxes=self.boxes, ticked=(), beside=self.beside, unboxed=()
        )


def box_columns(table: Table) -> Columns:
    """Return where most rows of a table that have boxes have them."""
    patterns = Counter(
        tuple((at, len(cell.boxes)) for at, cell in enumerate(row.cells) if cell.boxes)
        for row in table.rows
        if any(cell.boxes for cell in row.cells)
    )
    return dict(patterns.most_common(1)[0][0]) if patterns else {}


def boxes_of(row: Row, columns: Columns, question: Field) -> RowBoxes | None:
    """Return the boxes in a row; None where one is missing and nothing says which."""
    cells = dict(enumerate(row.cells))
    others = {at: cell for at, cell in cells.items() if question not in cell.fields}
    own = {at: len(cell.boxes) for at, cell in others.items() if cell.boxes}
    if sum(own.values()) >= sum(columns.values()):
        columns = own
    boxes: list[bool] = []
    beside: list[tuple[int, str]] = []
    for at, count in columns.items():
        cell = others.get(at, Cell(()))
        if len(cell.boxes) != count and (count != 1 or at not in others):
            return None
        typed = [text for line in cell.loose if (text := line.strip())]
        boxes += cell.boxes or (False,)
        boxes[-1] |= count == 1 and any(text.casefold() in BOX_SIGNS for text in typed)
        beside += [(len(boxes), text) for text in typed]
    is_labelled = {number for number, _ in beside} >= {*range(1, len(boxes) + 1)}
    return RowBoxes(tuple(boxes), () if is_labelled else tuple(beside))
