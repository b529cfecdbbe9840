"""Dates and clock times as Danes write them (domain.md: dates and calendar)."""

import re
from calendar import monthrange
from collections.abc import Container
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache

from samarbejde_cli.lazy import lazy_pattern

YEARS = range(1900, 2200)
"""The years that a date in a case can have; others are typing errors."""
_OFTEN = 1024
_ISO_LENGTH = len("2026-03-03")
_DANISH = lazy_pattern(r"(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*|\s+)(\d{4}|\d{2})")
_YEAR_FIRST = lazy_pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})")
CLOCK = r"(?P<hours>[01]?[0-9]|2[0-3])(?:[.:](?P<minutes>[0-5][0-9])|\.(?P<tens>[0-4]))?"
"""A clock time. ``9.3`` is the number 9.30; ``9.5`` is refused, it could mean half past nine."""
_CLOCK = lazy_pattern(CLOCK)
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
_FEBRUARY = 2
_SHORT = lazy_pattern(r"(\d{1,2})(?:\s*[./-]\s*|\.?\s+)(\d{1,2}|[a-zæøå]{3,})\.?", re.IGNORECASE)
_DANISH_LONG = lazy_pattern(r"(\d{1,2})\.?\s+([a-zæøå]+)\.?\s+(\d{4}|\d{2})", re.IGNORECASE)


def parse_iso(text: str) -> date | None:
    """Return the date of ``2026-03-03``; None for another form or no such day.

    None as well for a year that is not among ``YEARS``.
    """
    day = _iso(text)
    return day if day and day.year in YEARS else None


def is_far_off(text: str) -> bool:
    """Whether a text is a date in ISO form of a year that is not among ``YEARS``."""
    day = _iso(text)
    return day is not None and day.year not in YEARS


def _iso(text: str) -> date | None:
    if len(text) != _ISO_LENGTH or text[4] != "-" or text[7] != "-" or not text.isascii():
        return None  # the other forms of ISO 8601 are no form that people write
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def guess(text: str) -> date | None:
    """Return the date of ``3.3.2026``, ``3/3-26``, ``3. marts 2026`` or ``2026-3-3``."""
    found = _guessed(text.strip())
    return found if found and found.year in YEARS else None


def _guessed(text: str) -> date | None:
    if found := _DANISH.fullmatch(text):
        day, month, year = found.groups()
        return _day(_whole_year(year), month, day)
    if found := _DANISH_LONG.fullmatch(text):
        day, name, year = found.groups()
        months = [i for i, m in enumerate(_MONTHS, 1) if m.startswith(name.lower()[:3])]
        return _day(_whole_year(year), str(months[0]), day) if months else None
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(*found.groups())
    return None


def no_such_day(text: str, year: int) -> str:
    """Return in Danish why a date is none, as ``29/2`` in most years; nothing if it is no date.

    ``year`` is the one that is meant where the text has none.
    """
    found = _DANISH.fullmatch(text) or _DANISH_LONG.fullmatch(text) or _SHORT.fullmatch(text)
    turned = _YEAR_FIRST.fullmatch(text)
    if turned:
        day, name, when = turned[3], turned[2], turned[1]
    elif found:
        day, name, *rest = found.groups()
        when = _whole_year(rest[0]) if rest and rest[0] else str(year)
    else:
        return ""
    months = [n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3])]
    number = int(name) if name.isdigit() else (months or [0])[0]
    if not 1 <= number <= len(_MONTHS):
        return "Et år har 12 måneder." if name.isdigit() else ""
    days = monthrange(int(when), number)[1]
    february = f" {int(when)}" if number == _FEBRUARY else ""
    if 1 <= int(day) <= days:
        return ""
    return f"{_MONTHS[number - 1].capitalize()}{february} har {days} dage."


def _whole_year(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"  # noqa: PLR2004 — a year's digits


def unambiguous(text: str) -> date | None:
    """Return the date of an unambiguous text: one with all four digits of the year.

    ``3.3.26`` could be of another century, and ``3. mats 2026`` of another month.
    """
    day = guess(text)
    written = text.strip().lower()
    if not day or not written.endswith(f"{day.year:04d}") or not 1900 <= day.year < 2100:  # noqa: PLR2004 — people of today
        return None
    name = re.search(r"[a-zæøå]+", written)
    month = _MONTHS[day.month - 1]
    return day if not name or name[0] in (month, month[:3], month[:4]) else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def parse_clock(text: str) -> time | None:
    """Return the time of ``9.00``, ``09:00``, ``9`` or ``13.3``; None for anything else."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    minutes = found["minutes"] or f"{found['tens'] or 0}0"
    return time(int(found["hours"]), int(minutes))


def clock(at: time) -> str:
    """Return ``9.00``: no leading zero, a full stop between."""
    return f"{at.hour}.{at.minute:02d}"


def later(start: time, minutes: int) -> time:
    """Return the clock time ``minutes`` later."""
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()


def long_date(day: date) -> str:
    """Return ``3. marts 2026``."""
    return f"{day_of_year(day)} {day.year}"


def day_of_year(day: date) -> str:
    """Return ``24. december``."""
    return f"{day.day}. {_MONTHS[day.month - 1]}"


def weekday(day: date) -> str:
    """Return ``tirsdag``."""
    return _WEEKDAYS[day.weekday()]


def full_date(day: date) -> str:
    """Return ``tirsdag den 3. marts 2026``."""
    return f"{weekday(day)} den {long_date(day)}"


def age_on(born: date, day: date) -> int:
    """Return the age in whole years; a 29 February birthday falls on 1 March in common years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@lru_cache(_OFTEN)
def birthday(born: date, age: int) -> date:
    """Return the day on which somebody turns an age; in step with ``age_on``."""
    year = born.year + age
    try:
        return born.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)


@lru_cache(_OFTEN)
def add_months(day: date, months: int) -> date:
    """Return the same day of the month ``months`` later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    later = date(year, month + 1, 1) + timedelta(31)  # in the month after that one
    return date(year, month + 1, min(day.day, (later - timedelta(later.day)).day))


_AFTER_EASTER = (-3, -2, 0, 1, 39, 49, 50)
"""Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension Day, Whit Sunday and Monday."""
_PRAYER_DAY, _LAST_PRAYER_DAY = 26, 2023
"""Store bededag: days after Easter, and the last year in which it was a holiday."""


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Return the Danish public holidays of a year."""
    from dateutil.easter import easter  # noqa: PLC0415 — start-up

    offsets = [*_AFTER_EASTER, *([_PRAYER_DAY] if year <= _LAST_PRAYER_DAY else [])]
    moving = {easter(year) + timedelta(days=offset) for offset in offsets}
    return frozenset(moving | {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)})


def is_working_day(day: date) -> bool:
    """Whether a day is Monday to Friday and not a public holiday."""
    return day.isoweekday() <= 5 and day not in public_holidays(day.year)  # noqa: PLR2004 — Friday


def working_days_after(start: date, end: date, days_off: Container[str] = ()) -> int:
    """Return the number of working days after ``start``, up to and including ``end``.

    ``days_off`` holds days like ``24. december`` on which nobody works either.
    """
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(_is_worked(day, days_off) for day in days)


def after_working_days(start: date, days: int, days_off: Container[str] = ()) -> date:
    """Return the working day that is ``days`` working days after ``start``."""
    day = start
    for _ in range(days):
        day += timedelta(days=1)
        while not _is_worked(day, days_off):
            day += timedelta(days=1)
    return day


def working_day_by(day: date, days_off: Container[str] = ()) -> date:
    """Return the day itself, or the last working day before it."""
    while not _is_worked(day, days_off):
        day -= timedelta(days=1)
    return day


def _is_worked(day: date, days_off: Container[str]) -> bool:
    return is_working_day(day) and day_of_year(day) not in days_off
