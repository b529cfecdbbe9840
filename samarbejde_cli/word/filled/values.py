"""What was found in a form: its named fields, the rows of its tables, comments and changes."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cached_property

from samarbejde_cli.lazy import frozen

BLANK = "…"
"""What an empty field holds; never a value."""
BOX_SIGNS = frozenset({"x", "v", "✓", "✔"})
"""What people type behind a box, or in its place, instead of ticking it."""


class FoundBy(StrEnum):
    """By which name a field was found, the surest first."""

    TAG = "tag"
    TITLE = "title"
    BOOKMARK = "bookmark"
    TABLE = "table"


@frozen
class Field:
    """A named field with its paragraphs; ``place`` says where it is in Danish.

    ``boxes`` are the check boxes in it in their order, ``ticked`` the paragraphs whose box is
    ticked, ``day`` the date of a date control. ``beside`` is what was typed behind a box whose text
    stands before it, by the number of the box; ``unboxed`` are the paragraphs without a box.
    """

    name: str
    found_by: FoundBy
    lines: tuple[str, ...]
    boxes: tuple[bool, ...] = ()
    day: date | None = None
    place: str = ""
    ticked: tuple[str, ...] = ()
    beside: tuple[tuple[int, str], ...] = ()
    unboxed: tuple[str, ...] = ()


@frozen
class Cell:
    """One cell: its named fields in order, the paragraphs that belong to none, and its boxes."""

    fields: tuple[Field, ...]
    loose: tuple[str, ...] = ()
    boxes: tuple[bool, ...] = ()

    @cached_property
    def text(self) -> str:
        """All that is written in the cell."""
        named = (line for each in self.fields for line in each.lines)
        return "\n".join((*self.loose, *named)).strip()


@frozen
class Row:
    """One row of a table that was not deleted; ``name`` is that of a control around it."""

    cells: tuple[Cell, ...]
    place: str
    name: str = ""

    def fields(self) -> Iterator[Field]:
        """Yield the named fields of the row."""
        for cell in self.cells:
            yield from cell.fields


@frozen
class Table:
    """A table, with the heading that stands above it."""

    rows: tuple[Row, ...]
    heading: str = ""


@frozen
class SideText:
    """A paragraph beside the text; ``place`` is what it stands in, in Danish."""

    place: str
    text: str


@frozen
class Changes:
    """How many changes are tracked in the form; they are read as accepted."""

    inserted: int = 0
    deleted: int = 0
    moved: int = 0

    def __bool__(self) -> bool:
        return bool(self.inserted or self.deleted or self.moved)


@frozen
class FilledForm:
    """A form as it was read. ``fields`` are those outside tables, ``loose`` other text.

    ``ticked`` is the loose text whose box is ticked, ``asides`` are headers, footers, notes, text
    boxes and drawings, ``charts`` the words that each chart shows. ``pictures`` is how many stand
    in the text.
    """

    properties: Mapping[str, str]
    fields: tuple[Field, ...]
    tables: tuple[Table, ...]
    loose: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)
    asides: tuple[SideText, ...] = ()
    charts: tuple[tuple[str, ...], ...] = ()
    pictures: int = 0

    def all_lines(self) -> Iterator[str]:
        """Yield every paragraph, of fields and of loose text."""
        cells = (cell for table in self.tables for row in table.rows for cell in row.cells)
        yield from self.loose
        yield from (line for each in self.fields for line in each.lines)
        for cell in cells:
            yield from cell.loose
            yield from (line for each in cell.fields for line in each.lines)

    def all_fields(self) -> Iterator[Field]:
        """Yield every named field, those in tables too."""
        yield from self.fields
        for table in self.tables:
            for row in table.rows:
                yield from row.fields()
