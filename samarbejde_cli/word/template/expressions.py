"""Values in the middle of an expression: joined or filtered, they read as they would in print."""

from collections.abc import Callable, Iterable
from datetime import date, time
from decimal import Decimal
from functools import wraps
from typing import Any

from markupsafe import Markup

from samarbejde_cli.word.template import markup
from samarbejde_cli.word.template.formatting import format_value
from samarbejde_cli.word.template.resource_limits import check_arguments, check_format
from samarbejde_cli.word.template.state import current
from samarbejde_cli.word.template.undefined import MissingValue

KNOW_NONE = frozenset(
    {"default", "d", "dato", "langdato", "kl", "tal", "liste", "e", "escape", "farve"}
    | {"stort_forbogstav", "store_forbogstaver"}
)
"""Filters of our own that know what to do with None."""
TEXT_FILTERS = frozenset(
    {
        *("upper", "lower", "capitalize", "title", "trim", "string", "replace", "truncate"),
        *("center", "indent", "wordwrap", "wordcount", "striptags"),
    }
)
_LONG = 1000
_SPOKEN = (date, time, float, Decimal, bool)


def text_of_value(value: Any) -> str:
    """Return the text of a value; what is not there is noted, and a gap in a draft."""
    if value is not None and not isinstance(value, MissingValue):
        return format_value(value)
    state = current.get()
    tag = state.running_tag()
    path = state.note_none(tag) if value is None else state.note_missing(value, tag)
    return f"[mangler: {path}]" if state.draft else ""


def joined(values: Iterable[Any]) -> str:
    """Return what ``a ~ b`` makes."""
    texts = [value if isinstance(value, Markup) else text_of_value(value) for value in values]
    if not any(isinstance(text, Markup) for text in texts):
        return "".join(texts)
    return Markup("").join(
        text if isinstance(text, Markup) else Markup(markup.lines(text))  # noqa: S704 — same
        for text in texts
    )


def passing_none(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that lets None through, so that it is found when it is printed.

    Filters on text get dates, numbers and truth values as a Dane reads them.
    """
    if name in KNOW_NONE:
        return function
    at = int(hasattr(function, "jinja_pass_arg"))

    @wraps(function)
    def safe(*arguments: Any, **named: Any) -> Any:
        value = arguments[at]
        if value is None:
            return None
        check_arguments(*arguments[at + 1 :], *named.values())
        if name == "format":
            check_format(value)
        if name in TEXT_FILTERS and isinstance(value, _SPOKEN):
            arguments = (*arguments[:at], format_value(value), *arguments[at + 1 :])
        result = function(*arguments, **named)
        if isinstance(result, str) and len(result) > _LONG:
            current.get().add_characters(len(result))
        return result

    return safe
