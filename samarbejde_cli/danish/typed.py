"""Days, clock times and answers as Danes type them; understood only where one reading exists."""

import re
from datetime import date, time, timedelta

from samarbejde_cli.danish.dates import MONTHS, WEEKDAYS, guess, parse_clock, parse_iso

_WEEKDAY = re.compile(r"^(man|tirs|ons|tors|fre|lør|søn)(?:dag)?\b\.?", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:senest|inden|frist|dato|til|på|den|d\.?|:)\s+|^d\.(?=\d)|^(?:senest|frist|dato):\s*",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\.?")
_LONG = re.compile(r"(\d{1,2})\.?\s*([a-zæøå]+)\.?", re.IGNORECASE)
_CLOCK = re.compile(r"^(?:kl(?:okken)?\.?)\s*", re.IGNORECASE)
_YES = re.compile(r"(?:ja|jo|jep|x)\b(?:\s+(?:tak|det er den|helt|da))?", re.IGNORECASE)
_NO = re.compile(r"nej\b(?:\s+(?:tak|desværre|ikke endnu))?", re.IGNORECASE)
_AGO = timedelta(days=92)
"""A day without a year that has just passed could be this year's or the next one's."""


def typed_day(text: str, near: date) -> date | None:
    """Return the one day that a text means, read on the day ``near``; None when in doubt.

    ``3/3`` is the next third of March; when the last one is less than three months ago, only a
    weekday can say that it is meant. A weekday that does not fit makes the day doubtful.
    """
    rest, weekday = _without_weekday(text.strip().strip(".,;"))
    whole = parse_iso(rest) or guess(rest)
    day = whole or _nearest(rest, near)
    if day is None or (weekday is not None and day.weekday() != weekday):
        return None
    return day if whole or weekday is not None or day >= near else None


def _without_weekday(text: str) -> tuple[str, int | None]:
    weekday, before = None, None
    while before != text:
        before = text
        text = _BEFORE.sub("", text).strip()
        if found := _WEEKDAY.match(text):
            names = [each[:3] for each in WEEKDAYS]
            weekday = names.index(found[1].casefold()[:3])
            text = text[found.end() :].strip(" ,")
    return text, weekday


def _nearest(text: str, near: date) -> date | None:
    """Return the day of a text without a year, in the year that begins three months ago."""
    if found := _NUMBERS.fullmatch(text):
        day, month = int(found[1]), int(found[2])
    elif found := _LONG.fullmatch(text):
        name = found[2].casefold()
        months = [n for n, each in enumerate(MONTHS, 1) if len(name) > 2 and each.startswith(name)]  # noqa: PLR2004
        day, month = int(found[1]), (months[0] if len(months) == 1 else 0)
    else:
        return None
    days = (_day(year, month, day) for year in range(near.year - 1, near.year + 2))
    return next((each for each in days if each and each > near - _AGO), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def typed_clock(text: str) -> time | None:
    """Return the time of ``kl. 9``, ``klokken 9.30`` or ``9:00``."""
    return parse_clock(_CLOCK.sub("", text.strip()).strip())


def typed_yes_no(text: str) -> bool | None:
    """Return the answer of ``ja``, ``Ja tak`` or ``nej, desværre``; None for anything else."""
    words = " ".join(text.replace(",", " ").split()).strip(".! ")
    if _YES.fullmatch(words):
        return True
    return False if _NO.fullmatch(words) else None
