"""Types of single values, read from raw text: what a Dane writes, strictly distinguished."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Annotated

from samarbejde_cli.danish import dates
from samarbejde_cli.forms import spellings
from samarbejde_cli.forms.reading import Bounds, FieldError, Parser
from samarbejde_cli.forms.spellings import WithJsonSchema, spelled
from samarbejde_cli.lazy import lazy_pattern

_OFTEN = 2048
"""How many dates and times are kept: the cases of some years have the same ones."""
_MOST = 999
_MOST_DIGITS = 4000
_YEARS = f"Året skal ligge fra {dates.YEARS[0]} til {dates.YEARS[-1]}."
_YES = {"ja": True, "nej": False}
_EMAIL = lazy_pattern(spellings.EMAIL)
_PHONE = lazy_pattern(spellings.PHONE)
_POST_CODE = lazy_pattern(spellings.POST_CODE)
_COLOR = lazy_pattern(spellings.COLOR)
_MOMENT = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}" + spellings.MOMENT)


def _fail(kind: str, value: str, hint: str = "", **facts: str) -> FieldError:
    return FieldError(kind, **{"værdi": value, "forslag": hint, **facts})


def _yes_no(value: str) -> bool:
    answer = _YES.get(value.casefold())
    if answer is None:
        raise _fail("ja_nej", value)
    return answer


@lru_cache(_OFTEN)
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
    if day is None or value[-1:].isdigit():
        raise _fail("dato", value, "24. december")
    return dates.day_of_year(day)


@lru_cache(_OFTEN)
def _moment(value: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value) if _MOMENT.fullmatch(value) else None
    except ValueError:
        moment = None
    if moment is None:
        raise _fail("dato", value, "2026-03-03T10:30")
    if moment.year not in dates.YEARS:
        raise _fail("dato", value, hjælp=_YEARS)
    return moment


@lru_cache(_OFTEN)
def _clock(value: str) -> time:
    at = dates.parse_clock(value)
    if at is None:
        raise _fail("klokkeslæt", value)
    return at


def _count(value: str) -> int:
    if not value.isascii() or not value.isdigit() or len(value) > _MOST_DIGITS:
        raise _fail("tal", value)
    return int(value)


def _matching(kind: str, pattern: re.Pattern[str]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise _fail(kind, value)
        return value

    return check


YesNo = Annotated[bool, Parser(_yes_no), spelled("ja_nej")]
"""``ja`` or ``nej``."""

Day = Annotated[date, Parser(_date), spelled("dag")]
"""A date as ``2026-03-03``."""

DayOfYear = Annotated[str, Parser(_day_of_year), spelled("dag_i_året")]
"""A day of every year as ``24. december``."""

Moment = Annotated[datetime, Parser(_moment), spelled("tidspunkt")]
"""A date with a clock time as ``2026-03-03T10:30``."""

Clock = Annotated[time, Parser(_clock), spelled("klokkeslæt")]
"""A clock time as ``9.00`` or ``9:00``."""

Count = Annotated[int, Parser(_count), spelled("tal")]
"""A whole number from 0."""

Amount = Annotated[Count, Bounds(most=_MOST), WithJsonSchema(spellings.whole_number(0, _MOST))]
"""How many days, months, years, minutes or people a setting asks for: at most three digits."""

RoundNumber = Annotated[Count, Bounds(1, _MOST), WithJsonSchema(spellings.whole_number(1, _MOST))]
"""The number of a round, from 1; more than three digits are a slip of the hand."""

Score = Annotated[Count, Bounds(1, 5), WithJsonSchema(spellings.whole_number(1, 5))]
"""One of the five steps of the dialogue form."""

Closeness = Annotated[Count, Bounds(1, 3), WithJsonSchema(spellings.whole_number(1, 3))]
"""One of the three rings of the network map."""

Email = Annotated[str, Parser(_matching("email", _EMAIL)), spelled("email")]
"""An e-mail address."""

Phone = Annotated[str, Parser(_matching("telefon", _PHONE)), spelled("telefon")]
"""A Danish phone number of eight digits, with or without spaces and country code."""

PostCode = Annotated[str, Parser(_matching("postnummer", _POST_CODE)), spelled("postnummer")]
"""A Danish post code of four digits."""

Color = Annotated[str, Parser(_matching("farve", _COLOR)), spelled("farve")]
"""A colour of six hexadecimal digits as ``1F4E5F``."""
