"""What was found in a form: its named fields, the rows of its tables, comments and changes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from zlib import crc32

BLANK = "…"
"""What an empty field holds; never a value."""
ASKED = "?"
"""Ends the name of a field that holds a question: the answer is in the boxes of its row."""
MAX_NAME = 40
"""Characters in the name of a bookmark."""
MAX_TITLE = 64
"""Characters in the title of a content control."""
_LEVEL = "__"
_NEW_ROW = " (ny række)"


class FoundBy(StrEnum):
    """By which name a field was found, the surest first."""

    TAG = "tag"
    TITLE = "title"
    BOOKMARK = "bookmark"
    TABLE = "table"


@dataclass(frozen=True)
class Field:
    """A named field with its paragraphs; ``place`` says where it is in Danish.

    ``boxes`` are the check boxes in it in their order, ``ticked`` the paragraphs whose box is
    ticked, ``day`` the date of a date control.
    """

    name: str
    found_by: FoundBy
    lines: tuple[str, ...]
    boxes: tuple[bool, ...] = ()
    day: date | None = None
    place: str = ""
    ticked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """One cell: its named fields in order, the paragraphs that belong to none, and its boxes."""

    fields: tuple[Field, ...]
    loose: tuple[str, ...] = ()
    boxes: tuple[bool, ...] = ()

    @property
    def text(self) -> str:
        """All that is written in the cell."""
        named = (line for each in self.fields for line in each.lines)
        return "\n".join((*self.loose, *named)).strip()


@dataclass(frozen=True)
class Row:
    """One row of a table that was not deleted; ``name`` is that of a control around it."""

    cells: tuple[Cell, ...]
    place: str
    name: str = ""

    def fields(self) -> Iterator[Field]:
        """Yield the named fields of the row."""
        for cell in self.cells:
            yield from cell.fields


@dataclass(frozen=True)
class Table:
    """A table, with the heading that stands above it."""

    rows: tuple[Row, ...]
    heading: str = ""


@dataclass(frozen=True)
class Changes:
    """How many changes are tracked in the form; they are read as accepted."""

    inserted: int = 0
    deleted: int = 0
    moved: int = 0

    def __bool__(self) -> bool:
        return bool(self.inserted or self.deleted or self.moved)


@dataclass(frozen=True)
class FilledForm:
    """A form as it was read. ``fields`` are those outside tables, ``loose`` other text."""

    properties: Mapping[str, str]
    fields: tuple[Field, ...]
    tables: tuple[Table, ...]
    loose: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)

    def all_fields(self) -> Iterator[Field]:
        """Yield every named field, those in tables too."""
        yield from self.fields
        for table in self.tables:
            for row in table.rows:
                yield from row.fields()


def bookmark_name(route: str) -> str:
    """Return the bookmark of a route: ``mål__2__delmål`` for ``mål[2].delmål``.

    One that is longer than Word allows is cut and has a number of its own.
    """
    route = route.replace(ASKED, f"{_LEVEL}svar")
    numbered = re.sub(r"\[(\d*)\]", lambda number: f"{_LEVEL}{number[1] or 0}", route)
    name = numbered.replace(".", _LEVEL)
    number = crc32(name.encode())
    return name if len(name) <= MAX_NAME else f"{name[: MAX_NAME - 11]}_{number:010d}"


def route_of_bookmark(name: str) -> str:
    """Return the route that a bookmark names; a number that was put after it is left out."""
    name = re.sub(r"(?<!_)_\d{1,9}$", "", name)
    first, *steps = name.split(_LEVEL)
    return first + "".join(_step(each) for each in steps)


def title_of_route(route: str) -> str:
    """Return a route as words that a screen reader can say: ``Mål 2: næste skridt``.

    ``route_of_title`` is the way back. A title that were too long for Word is the route itself.
    """
    words = re.sub(r"\[(\d+)\]", r" \1", route.replace("[]", _NEW_ROW))
    words = words.replace(".", ": ").replace("_", " ")
    return words[:1].upper() + words[1:] if len(words) <= MAX_TITLE else route


def route_of_title(title: str) -> str:
    """Return the route that a title says; one that is a route already stays as it is."""
    route = (title[:1].lower() + title[1:]).replace(_NEW_ROW, "[]").replace(": ", ".")
    return re.sub(r" (\d+)(?=[.?]|$)", r"[\1]", route).replace(" ", "_")


def _step(text: str) -> str:
    if text == "svar":
        return ASKED
    if not text.isdigit():
        return f".{text}"
    return f"[{int(text)}]" if int(text) else "[]"
