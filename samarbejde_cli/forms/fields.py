"""Types of single values, read from raw text: what a Dane writes, told apart strictly."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from samarbejde_cli import dates

_YEARS = f"Året skal ligge fra {dates.YEARS[0]} til {dates.YEARS[-1]}."
_YES = {"ja": True, "nej": False}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_PHONE = re.compile(r"(\+\d{2} ?)?\d{2}( ?\d{2}){3}")


def _fail(kind: str, value: str, hint: str = "", **facts: str) -> PydanticCustomError:
    return PydanticCustomError(kind, "", {"værdi": value, "forslag": hint, **facts})


def text_parser(parse: Callable[[str], Any]) -> BeforeValidator:
    """Return a validator that parses text and leaves other values to the type's own check.

    An empty value must have been replaced by None before: ``parse`` sees real text only.
    """

    def validate(value: object) -> object:
        return parse(value) if isinstance(value, str) else value

    return BeforeValidator(validate)


def _yes_no(value: str) -> bool:
    answer = _YES.get(value.casefold())
    if answer is None:
        raise _fail("ja_nej", value)
    return answer


def _date(value: str) -> date:
    day = dates.parse_iso(value)
    if day is None and dates.is_far_off(value):
        raise _fail("dato", value, hjælp=_YEARS)
    if day is None:
        meant = dates.guess(value)
        raise _fail("dato", value, meant.isoformat() if meant else "")
    return day


def _day_of_year(value: str) -> str:
    day = dates.guess(f"{value} 2024")
    if day is None:
        raise _fail("dato", value, "24. december")
    return dates.day_of_year(day)


def _moment(value: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo:
        raise _fail("dato", value, "2026-03-03T10:30")
    if moment.year not in dates.YEARS:
        raise _fail("dato", value, hjælp=_YEARS)
    return moment


def _clock(value: str) -> time:
    at = dates.parse_clock(value)
    if at is None:
        raise _fail("klokkeslæt", value)
    return at


def _count(value: str) -> int:
    if not value.isascii() or not value.isdigit():
        raise _fail("tal", value)
    return int(value)


def _matching(kind: str, pattern: re.Pattern[str]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise _fail(kind, value)
        return value

    return check


def _schema(pattern: str, *examples: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, "examples": list(examples)})


YesNo = Annotated[
    bool,
    text_parser(_yes_no),
    WithJsonSchema({"enum": ["ja", "nej"]}),
    PlainSerializer(lambda answer: "ja" if answer else "nej"),
]
"""``ja`` or ``nej``."""

Day = Annotated[date, text_parser(_date), _schema(r"^\d{4}-\d{2}-\d{2}$", "2026-03-03")]
"""A date as ``2026-03-03``."""

DayOfYear = Annotated[
    str, text_parser(_day_of_year), _schema(r"^\d{1,2}\. [a-zæøå]+$", "24. december")
]
"""A day of every year as ``24. december``."""

Moment = Annotated[
    datetime, text_parser(_moment), _schema(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", "2026-03-03T10:30")
]
"""A date with a clock time as ``2026-03-03T10:30``."""

Clock = Annotated[time, text_parser(_clock), _schema(r"^\d{1,2}[.:]\d{2}$", "9.00", "13.30")]
"""A clock time as ``9.00`` or ``9:00``."""

Count = Annotated[int, text_parser(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number from 0."""

Email = Annotated[str, text_parser(_matching("email", _EMAIL)), _schema(_EMAIL.pattern)]
"""An e-mail address."""

Phone = Annotated[str, text_parser(_matching("telefon", _PHONE)), _schema(_PHONE.pattern)]
"""A Danish phone number of eight digits, with or without spaces and country code."""

PostCode = Annotated[
    str, text_parser(_matching("postnummer", re.compile(r"\d{4}"))), _schema(r"^\d{4}$", "4180")
]
"""A Danish post code of four digits."""
