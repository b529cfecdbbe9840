"""How a value reads in Danish when a template prints it without saying how."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any

from samarbejde_cli.danish import dates
from samarbejde_cli.danish.text import listed
from samarbejde_cli.lazy import lazy_pattern

_NUMBER = lazy_pattern(r"-?(?:0|[1-9]\d{0,14})(?:[.,]\d{1,15})?")


class UnprintableError(TypeError):
    """A value has no Danish wording: a group of fields, or an object of the program."""


def format_value(value: object) -> str:
    """Return the text for a value: dates, clock times, yes and no, numbers and lists in Danish.

    Raises UnprintableError for a group of fields and for objects without a text of their own.
    """
    for kind, words in _WORDS:
        if isinstance(value, kind):
            return words(value)
    return _own_text(value)


_WORDS: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (Enum, lambda value: format_value(value.value)),
    (str, str),
    (bool, lambda value: "ja" if value else "nej"),
    (int, str),
    (datetime, lambda value: f"{dates.long_date(value)} kl. {dates.clock(value.time())}"),
    (date, dates.long_date),
    (time, dates.clock),
    (float | Decimal, lambda value: str(value).replace(".", ",")),
    (list | tuple, lambda value: listed([format_value(item) for item in value])),
)


def _own_text(value: object) -> str:
    kind = type(value)
    plain = kind.__str__ is object.__str__ or isinstance(value, Mapping | bytes | set | frozenset)
    if value is None or plain:
        raise UnprintableError(kind.__name__)
    return str(value)


def number_text(value: Any) -> str:
    """Return a number with a decimal point, as programs calculate with it; empty if it is none.

    A text that is a number with a comma is one; one that begins with zeros is a name.
    """
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return str(value) if value.__class__ is int or isfinite(value) else ""
    return value.replace(",", ".") if isinstance(value, str) and _NUMBER.fullmatch(value) else ""
