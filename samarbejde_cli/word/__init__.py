"""Word files: a template engine, combined files, charts and drawings that stay editable.

The face of the package: other code imports from here, never from the modules below. Nothing in it
knows of cases, so another project can use it with what stands on this page. What comes in and goes
out is the bytes of a file; nothing is read from or written to disk. All sizes are millimetres,
all colours six hexadecimal digits. The same input always gives the same bytes.

Make documents of a template
    ``compile_template(data, name)`` returns a ``Template``; its ``fields()`` are what it uses and
    its ``render(context)`` the bytes of a document. ``check`` finds every mistake of a template
    without values. The tags are docxtpl's: ``{{ felt }}``, ``{%p if … %}``, ``{%tr for … %}``.
    A context is a mapping of text, numbers, dates, lists, groups, and of ``Checkbox``, ``Picture``,
    ``Rich``, ``Text``, ``Paragraph`` and ``Paragraphs``; ``Properties`` are the file's own.
    ``measure_picture`` says whether Word can show a picture, ``format_value`` how a tag prints a
    value.

Change and read finished documents
    ``combine_documents`` makes one file of many, ``fill_chart`` and ``draw_shapes`` put numbers
    and shapes into a chart or drawing by its name, ``remove_unused_charts`` takes out what the
    text does not show, ``dump`` gives a file as plain text and ``external_content`` says what it
    would fetch when it is opened.

Errors
    All are ``SamarbejdeError`` with Danish words and a hint. A ``TemplateError`` holds every
    ``Mistake`` in ``mistakes``: ``RefusedError`` (unsafe or no Word file), ``SyntaxMistakesError``
    (its tags), ``MissingValuesError`` and ``RenderError`` (this context).

Source: ECMA-376 (Office Open XML, transitional), and what Word 2016 and later and LibreOffice do
with a file beyond it.
"""

from typing import TYPE_CHECKING

from samarbejde_cli.word.mistakes import (
    CannotCombineError,
    FieldHint,
    MissingValuesError,
    Mistake,
    PictureError,
    RefusedError,
    RenderError,
    SyntaxMistakesError,
    TemplateError,
    TemplatePlace,
)
from samarbejde_cli.word.values import (
    Checkbox,
    Line,
    MeasuredPicture,
    Paragraph,
    Paragraphs,
    Picture,
    Properties,
    Rich,
    Series,
    Shape,
    ShapeStyle,
    Text,
    Theme,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from samarbejde_cli.word.template.template import Template as Template

__all__ = [
    "CannotCombineError",
    "Checkbox",
    "FieldHint",
    "Line",
    "MeasuredPicture",
    "MissingValuesError",
    "Mistake",
    "Paragraph",
    "Paragraphs",
    "Picture",
    "PictureError",
    "Properties",
    "RefusedError",
    "RenderError",
    "Rich",
    "Series",
    "Shape",
    "ShapeStyle",
    "SyntaxMistakesError",
    "Template",
    "TemplateError",
    "TemplatePlace",
    "Text",
    "Theme",
    "check",
    "combine_documents",
    "compile_template",
    "draw_shapes",
    "dump",
    "external_content",
    "fill_chart",
    "format_value",
    "measure_picture",
    "remove_unused_charts",
]


def __getattr__(name: str) -> object:
    """Import ``Template`` when it is asked for: it is slow to import and mostly an annotation."""
    if name == "Template":
        from samarbejde_cli.word.template import template  # noqa: PLC0415 — see above

        return template.Template
    raise AttributeError(name)


def compile_template(data: bytes, name: str, theme: Theme | None = None) -> "Template":
    """Return the template in a Word file, ready to be rendered many times.

    ``name`` is what the user calls the file; it stands in every message. ``theme`` gives the
    colour and the font that its documents have in the place of its own; it is put in after the
    file was read safely. Raises RefusedError for a file that is not safe to open and
    SyntaxMistakesError with every mistake in its tags.
    """
    from samarbejde_cli.word.template import compiling  # noqa: PLC0415 — slow to import

    return compiling.compile_template(data, name, theme)


def check(
    data: bytes, name: str, schema: "Mapping[str, bool] | None" = None
) -> tuple[Mistake, ...]:
    """Return every mistake of a template that shows without values, in one run.

    ``schema`` maps every path that may be used (``ung.navn``, ``mål[].frist``; ``ekstra.*`` for
    anything below ``ekstra``) to whether it always has a value; a path that not always has one
    must be guarded in the template.
    """
    from samarbejde_cli.word.template import checking  # noqa: PLC0415 — slow to import

    return checking.check(data, name, schema)


def external_content(data: bytes, name: str) -> tuple[Mistake, ...]:
    """Return what a finished file fetches from outside when it is opened. Raises RefusedError."""
    from samarbejde_cli.word.template import external_content  # noqa: PLC0415 — slow to import

    return external_content.of_file(data, name)


def dump(data: bytes) -> str:
    """Return the text of a Word file with headings, lists, tables, notes and page breaks marked.

    Headers come first, then the body, then footers, notes and comments; parts without text are
    left out. Raises RefusedError for a file that is not safe to read.
    """
    from samarbejde_cli.word import dumping  # noqa: PLC0415 — lxml is slow to import

    return dumping.dump(data)


def combine_documents(documents: "Iterable[bytes]") -> bytes:
    """Return one Word file of many documents that this package rendered, a section for each.

    Every document begins on a new page, keeps its headers and footers and counts its pages from
    one. Raises CannotCombineError for footnotes and comments, and when there is no document.
    """
    from samarbejde_cli.word.combine import combining  # noqa: PLC0415 — seldom needed

    return combining.combine(documents)


def fill_chart(
    data: bytes,
    name: str,
    categories: "Sequence[str]",
    series: "Sequence[Series]",
    description: str,
) -> bytes:
    """Return a document with the numbers of its chart ``name``, which can be edited in Word.

    Each series has a value for each category. Series that the chart has beyond those given are
    taken away; ``description`` is read aloud in its place. Without a chart of the name the first
    one is filled in: LibreOffice forgets names. Charts that the text does not show are removed
    when there is none.
    """
    from samarbejde_cli.word import charts  # noqa: PLC0415 — seldom needed

    return charts.fill_chart(data, name, categories, series, description)


def remove_unused_charts(data: bytes) -> bytes:
    """Return a document without the charts that its text does not show."""
    from samarbejde_cli.word import charts  # noqa: PLC0415 — seldom needed

    return charts.remove_unused_charts(data)


def draw_shapes(
    data: bytes,
    name: str,
    arrange: "Callable[[float, float], Sequence[Shape]]",
    description: str,
) -> bytes:
    """Return a document with shapes in its drawing ``name``; unchanged when it has none.

    ``arrange`` gets the width and height of the drawing in millimetres; ``description`` is read
    aloud in its place. Programs that do not know Word's shapes get VML.
    """
    from samarbejde_cli.word import drawings  # noqa: PLC0415 — seldom needed

    return drawings.draw_shapes(data, name, arrange, description)


def measure_picture(data: bytes) -> MeasuredPicture:
    """Return the kind and the size of a picture. Raises PictureError for what Word cannot show."""
    from samarbejde_cli.word.template import pictures  # noqa: PLC0415 — seldom needed

    return pictures.measured(data)


def format_value(value: object) -> str:
    """Return the Danish text that a tag without a filter prints for a value.

    Raises TypeError for a group of fields and for objects without a text of their own.
    """
    from samarbejde_cli.word.template import formatting  # noqa: PLC0415 — seldom needed

    return formatting.format_value(value)
