"""A Word template engine: docxtpl's dialect, compiled once, rendered in parts of a millisecond.

Knows nothing of cases. ``compile_template`` makes a ``Template`` of a .docx file, which tells its
``fields`` and renders a context to bytes; ``check`` tells every mistake of a template without
any values; ``dump`` gives a Word file as plain text.
"""

from typing import TYPE_CHECKING

from samarbejde_cli.word.mistakes import (
    FieldHint,
    MissingValuesError,
    Mistake,
    RefusedError,
    RenderError,
    SyntaxMistakesError,
    TemplateError,
    TemplatePlace,
)
from samarbejde_cli.word.values import (
    Checkbox,
    Paragraph,
    Paragraphs,
    Picture,
    Properties,
    Rich,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samarbejde_cli.word.opc.package import Paint as Paint
    from samarbejde_cli.word.template.template import Template as Template

__all__ = [
    "Checkbox",
    "FieldHint",
    "MissingValuesError",
    "Mistake",
    "Paragraph",
    "Paragraphs",
    "Picture",
    "Properties",
    "RefusedError",
    "RenderError",
    "Rich",
    "SyntaxMistakesError",
    "TemplateError",
    "TemplatePlace",
    "Text",
    "check",
    "compile_template",
    "dump",
    "fetched",
]


def __getattr__(name: str) -> object:
    """Import ``Template`` when it is asked for: it is slow to import and mostly an annotation."""
    if name == "Template":
        from samarbejde_cli.word.template import template  # noqa: PLC0415 — see above

        return template.Template
    raise AttributeError(name)


def compile_template(data: bytes, name: str, paint: "Paint | None" = None) -> "Template":
    """Return the template in a Word file, ready to be rendered many times.

    ``name`` is what the user calls the file; ``paint`` takes the name and the XML of each part
    that holds text or looks and returns the XML that it shall have. Raises RefusedError for a
    file that is not safe to open and SyntaxMistakesError with every mistake in its tags.
    """
    from samarbejde_cli.word.template import compiling  # noqa: PLC0415 — lxml and jinja2 are slow to import

    return compiling.compile_template(data, name, paint)


def check(
    data: bytes, name: str, schema: "Mapping[str, bool] | None" = None
) -> tuple[Mistake, ...]:
    """Return every mistake of a template that shows without values, in one run.

    ``schema`` maps each path that may be used to whether it always has a value.
    """
    from samarbejde_cli.word.template import checking  # noqa: PLC0415 — lxml and jinja2 are slow to import

    return checking.check(data, name, schema)


def fetched(data: bytes, name: str) -> tuple[Mistake, ...]:
    """Return what a finished file fetches from outside when it is opened; RefusedError."""
    from samarbejde_cli.word.template import external_content  # noqa: PLC0415 — lxml is slow to import

    return tuple(external_content.fetched(data, name))


def dump(data: bytes) -> str:
    """Return a Word file as plain text. Raises RefusedError for a file that is not safe."""
    from samarbejde_cli.word import dumping  # noqa: PLC0415 — lxml is slow to import

    return dumping.dump(data)
