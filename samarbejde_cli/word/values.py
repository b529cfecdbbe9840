"""Values that a context may hold beside text, numbers, dates and lists: what Word can show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Checkbox:
    """A check box that can be ticked in Word."""

    checked: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text with a look of its own; the rest comes from the template.

    ``color`` is ``"C00000"``; ``link`` a web or mail address; ``style`` a character style's id.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str | None = None
    link: str | None = None
    style: str | None = None


class Rich:
    """Text inside one paragraph: plain strings and ``Text``. A form feed is a page break."""

    __slots__ = ("parts",)

    def __init__(self, *parts: "str | Text") -> None:
        self.parts = tuple(Text(part) if isinstance(part, str) else part for part in parts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rich) and self.parts == other.parts

    def __hash__(self) -> int:
        return hash(self.parts)

    def __repr__(self) -> str:
        return f"Rich{self.parts!r}"

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)


Content: TypeAlias = str | Text | Rich


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph for ``{{p …}}``; ``style`` is a paragraph style's id, else the template's."""

    content: Content
    style: str | None = None


class Paragraphs:
    """Several paragraphs for ``{{p …}}``. A plain list of strings does the same."""

    __slots__ = ("items",)

    def __init__(self, *items: "Content | Paragraph") -> None:
        self.items = tuple(i if isinstance(i, Paragraph) else Paragraph(i) for i in items)

    def __iter__(self) -> Iterator[Paragraph]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Paragraphs) and self.items == other.items

    def __hash__(self) -> int:
        return hash(self.items)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (PNG, JPEG or SVG as bytes) with the words read aloud in its place.

    It replaces the picture whose alt text is ``{{ field }}`` and keeps within its frame, or is
    put into the text, ``width`` millimetres wide. An SVG needs a ``fallback`` in PNG or JPEG
    for the programs that cannot show it.
    """

    data: bytes
    description: str = ""
    width: float = 40
    fallback: bytes | None = None


@dataclass(frozen=True, slots=True)
class Properties:
    """What stands in the file about the file; None keeps what the template says."""

    title: str | None = None
    author: str | None = None
    subject: str | None = None
    created: datetime | None = None
