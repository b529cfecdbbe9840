"""What Word can show beside text, numbers, dates and lists: in a context, a chart, a drawing."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol, TypeAlias

from samarbejde_cli.lazy import frozen


@frozen
class Checkbox:
    """A check box that can be ticked in Word."""

    checked: bool


@frozen
class Text:
    """A stretch of text with a style of its own; the rest comes from the template.

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


@frozen
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


@frozen
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


@frozen
class Properties:
    """The file's own properties; None keeps what the template says."""

    title: str | None = None
    author: str | None = None
    subject: str | None = None
    created: datetime | None = None


@frozen
class MeasuredPicture:
    """The kind of a picture (png, jpeg, svg) and its width and height in its own units."""

    kind: str
    width: float
    height: float


@frozen
class Series:
    """One line of a chart: its name, and a number for each category, None where none is known."""

    name: str
    values: tuple[float | None, ...]


@frozen
class ChartContent:
    """What a chart shows; ``description`` is read aloud, ``size`` in millimetres or as it is."""

    name: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    description: str
    size: tuple[float, float] | None = None


@frozen
class ShapeStyle:
    """Form, outline and fill: a preset form with its corner, points, a dash, theme colours.

    ``inset`` is what the form takes from its text on every side, as a share of its height.
    """

    form: str
    corner: int | None = None
    points: float = 1.0
    dash: str = "solid"
    line: str | None = "accent1"
    fill: str | None = "lt1"
    inset: float = 0.0


@frozen
class Line:
    """A paragraph in a shape: its text, a paragraph style, points when not the style's own."""

    text: str
    style: str
    points: float | None = None


@frozen
class Shape:
    """One shape by its middle and size in millimetres from the middle of the drawing.

    A negative width or height turns a line over; other shapes have none.
    """

    name: str
    x: float
    y: float
    width: float
    height: float
    style: ShapeStyle
    lines: tuple[Line, ...] = ()


class Theme(Protocol):
    """What a municipality chooses: an accent colour of six hexadecimal digits, and a font."""

    @property
    def color(self) -> str:
        """The accent colour, like ``1F4E5F``."""

    @property
    def font(self) -> str:
        """The name of a font, like ``Calibri``."""


@frozen
class PrintedTexts:
    """The paragraphs of a file that have text: those of the body, and those around it.

    ``pictures`` is how many stand in the body.
    """

    body: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    pictures: int = 0
