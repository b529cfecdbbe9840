"""Days, clock times and answers as people say and type them; what has two meanings keeps both."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Final

from samarbejde_cli.danish import dates
from samarbejde_cli.lazy import lazy_pattern

_WEEKDAYS: Final = ("ma", "ti", "on", "to", "fr", "lø", "sø")
_A_WEEKDAY: Final = (
    r"(?:man(?:dag)?|tir(?:s(?:dag)?)?|ons(?:dag)?|tor(?:s(?:dag)?)?|fre(?:dag)?|lør(?:dag)?"
    r"|søn(?:dag)?|(?:ma|ti|on|to|fr|lø|sø)(?=\.))\.?"
)
_FROM_TODAY: Final = {
    "i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2, "overmorgen": 2,
    "i går": -1, "igår": -1, "i forgårs": -2, "forgårs": -2,
}  # fmt: skip
_NUMBERS: Final = (
    "nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv",
)  # fmt: skip
_IN = lazy_pattern(r"om (\d{1,3}|[a-zæøå]+) (dag|uge|måned)(?:e|r|er)?")
_AGO = lazy_pattern(r"for (\d{1,3}|[a-zæøå]+) (dag|uge|måned)(?:e|r|er)? siden")
_WEEKDAY = lazy_pattern(rf"(på|næste|nu på|i|sidste)? ?({_A_WEEKDAY})(?:s)?( i næste uge)?")
_IN_WEEK = lazy_pattern(
    rf"({_A_WEEKDAY}),? (?:i )?uge (?P<after>\d{{1,2}})|uge (?P<before>\d{{1,2}}),? ({_A_WEEKDAY})"
)
_WEEK_ALONE = lazy_pattern(r"(?:i )?uge \d{1,2}")
_WITHOUT_YEAR = lazy_pattern(
    r"(\d{1,2})\s*[./-]\s*(\d{1,2})|(\d{1,2})\.?\s*([a-zæøå]+)\.?", re.IGNORECASE
)
_BEFORE_DATE = lazy_pattern(rf"(?:(?:på )?({_A_WEEKDAY})[ ,]+)?(den |d\. ?)?(.+)")
_NEAR, _FAR = 150, 200
"""Days within which a date without a year is meant when the other year is farther away."""
_DAY_ALONE = lazy_pattern(r"[1-9]|[12]\d|3[01]")
_CLOCK = lazy_pattern(r"(?:kl(?:okken|\.)?)? ?(.+)")
_SPOKEN = lazy_pattern(rf"(halv|kvart i|kvart over) ({'|'.join(_NUMBERS[1:])}|\d{{1,2}})")
_AWAY: Final = {"halv": -30, "kvart i": -15, "kvart over": 15}
"""Minutes from the full hour that is named."""
_MORNING = 7
"""The hour before which no meeting begins."""
_MINUTES = lazy_pattern(r"\d[.:]\d\d|\d{4}")
_FOUR_DIGITS = lazy_pattern(r"\d{4}")
_LONGEST = 12
"""Digits of a number that anybody writes on a form."""
_YES: Final = frozenset((
    "ja", "j", "jo", "jep", "jada", "selvfølgelig", "ja tak", "jo tak", "ja da", "jo da",
    "ja gerne", "ja selvfølgelig",
))  # fmt: skip
_NO: Final = frozenset(("nej", "n", "næ", "næh", "nej tak", "nej da"))


def days(text: str, today: date, *, ahead: bool = False) -> tuple[date, ...]:
    """Return the days that a text can mean, the nearest first: none, one, or two.

    ``3/3`` is the nearest third of March unless another year is about as near; ``næste tirsdag``
    is two days when the coming one and that of next week differ. ``ahead`` is for what can only lie
    ahead: without a year the next such day is meant.
    """
    words = " ".join(text.casefold().split()).rstrip(".")
    found = dict.fromkeys(_meant(words, today, ahead=ahead))
    return tuple(day for day in found if day.year in dates.YEARS)


def _meant(words: str, today: date, *, ahead: bool) -> Iterator[date]:
    if exact := dates.parse_iso(words) or dates.guess(words):
        yield exact
    elif words in _FROM_TODAY:
        yield today + timedelta(days=_FROM_TODAY[words])
    elif found := _IN.fullmatch(words):
        yield from _later(today, found[1], found[2], 1)
    elif found := _AGO.fullmatch(words):
        yield from _later(today, found[1], found[2], -1)
    elif found := _WEEKDAY.fullmatch(words):
        yield from _weekdays(today, found[1] or "", _number(found[2]), bool(found[3]))
    elif found := _IN_WEEK.fullmatch(words):
        week = found["after"] or found["before"]
        yield from _in_week(today, _number(found[1] or found[4]), int(week))
    elif found := _BEFORE_DATE.fullmatch(words):
        days = _dated(today, found[3], alone=bool(found[1] or found[2]), ahead=ahead)
        yield from (day for day in days if not found[1] or day.weekday() == _number(found[1]))


def how_to_write(text: str, today: date) -> str:
    """Return in Danish what to do about a text that is no day: what speaks against it, or how."""
    how = "Skriv den som 3/3, 3. marts, næste tirsdag eller 2026-03-03."
    return _missing(text, today) or " ".join(filter(None, (_no_day(text, today), how)))


def against(text: str, today: date) -> str:
    """Return in Danish what speaks against a text that is no day; nothing for any other text."""
    return _missing(text, today) or _no_day(text, today)


def _missing(text: str, today: date) -> str:
    """Return that the day of the week is missing, or is another one."""
    words = " ".join(text.casefold().split()).rstrip(".")
    if _WEEK_ALONE.fullmatch(words):
        return f"Skriv også ugedagen: tirsdag i {words.removeprefix('i ')}."
    found = _BEFORE_DATE.fullmatch(words)
    day = next(_dated(today, found[3]), None) if found and found[1] else None
    return f"Den {dates.long_date(day)} er en {dates.weekday(day)}." if day else ""


def _no_day(text: str, today: date) -> str:
    found = _BEFORE_DATE.fullmatch(" ".join(text.casefold().split()).rstrip("."))
    return dates.no_such_day(found[3], today.year) if found else ""


def depends_on_today(text: str) -> bool:
    """Whether a text means another day when it is read on another day than it was written."""
    words = " ".join(text.casefold().split()).rstrip(".")
    relative = (_IN, _AGO, _WEEKDAY)
    found = _BEFORE_DATE.fullmatch(words)
    is_number = bool(found and (found[1] or found[2]) and _DAY_ALONE.fullmatch(found[3]))
    return is_number or words in _FROM_TODAY or any(each.fullmatch(words) for each in relative)


def _number(weekday: str) -> int:
    return _WEEKDAYS.index(weekday[:2])


def _later(today: date, number: str, unit: str, sign: int) -> Iterator[date]:
    written = {"et": 1} | {word: count for count, word in enumerate(_NUMBERS)}
    count = int(number) if number.isdigit() else written.get(number)
    if count is None:
        return
    if unit == "måned":
        yield dates.add_months(today, sign * count)
    else:
        yield today + timedelta(days=sign * count * (7 if unit == "uge" else 1))


def _weekdays(today: date, before: str, weekday: int, next_week: bool) -> Iterator[date]:  # noqa: FBT001 — from a pattern
    coming = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    in_next = today + timedelta(days=7 - today.weekday() + weekday)
    if next_week:
        yield in_next
    elif before in ("i", "sidste"):
        yield today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    else:
        yield coming
        if before == "næste":
            yield in_next


def _in_week(today: date, weekday: int, week: int) -> Iterator[date]:
    found = []
    for year in (today.year, today.year + 1, today.year - 1):
        try:
            found.append(date.fromisocalendar(year, week, weekday + 1))
        except ValueError:
            continue
    yield from _nearest(found, today)


def _dated(today: date, text: str, *, alone: bool = False, ahead: bool = False) -> Iterator[date]:
    """Yield the days of a date; ``alone`` when a number by itself is a day of a month."""
    if whole := dates.guess(text):
        yield whole
    elif alone and _DAY_ALONE.fullmatch(text):
        found = [*_in_months_around(today, int(text))]
        yield from found[:1] if ahead else found
    else:
        found = [*_of_each_year(today, text)]
        coming = [day for day in found if day >= today]
        yield from coming[:1] if ahead else _nearest(found, today)


def _in_months_around(today: date, number: int) -> Iterator[date]:
    """Yield the nearest day to come with a number, and the last that was."""
    around = [today + timedelta(days=distance) for distance in range(-30, 31)]
    yield from (day for day in reversed(around) if day.day == number)


def _of_each_year(today: date, text: str) -> Iterator[date]:
    if found := _WITHOUT_YEAR.fullmatch(text):
        day, month = (found[1], f"/{found[2]}/") if found[1] else (found[3], f". {found[4]} ")
        for year in (today.year - 1, today.year, today.year + 1):
            if one := dates.guess(f"{day}{month}{year}"):
                yield one


def _nearest(found: list[date], today: date) -> list[date]:
    """Return the nearest day, and the next nearest when that may be meant as well."""
    nearest = sorted(found, key=lambda day: abs((day - today).days))[:2]
    distances = [abs((day - today).days) for day in nearest]
    is_clear = len(nearest) > 1 and distances[0] <= _NEAR and distances[1] >= _FAR
    return nearest[:1] if is_clear else nearest


def clock_time(text: str) -> time | None:
    """Return the time of ``kl. 9``, ``13:30``, ``0930`` or ``halv ti``; None for anything else."""
    words = " ".join(text.casefold().split())
    found = _CLOCK.fullmatch(words)
    said = found[1].strip() if found else words
    if spoken := _SPOKEN.fullmatch(said):
        hour = int(spoken[2]) if spoken[2].isdigit() else _NUMBERS.index(spoken[2])
        minutes = hour * 60 + _AWAY[spoken[1]]
        return time(minutes // 60 % 24, minutes % 60) if hour <= 24 else None  # noqa: PLR2004 — hours
    if said in _NUMBERS[1:]:
        return time(_NUMBERS.index(said))
    if _FOUR_DIGITS.fullmatch(said):
        said = f"{said[:2]}.{said[2:]}"
    return dates.parse_clock(said)


def clock_times(text: str) -> tuple[time, ...]:
    """Return the times that a text can mean: none, one, or two.

    Who says ``kl. 1`` or ``halv to`` may mean the afternoon; who writes ``1.00`` does not.
    """
    found = clock_time(text)
    if found is None:
        return ()
    is_said = 0 < found.hour < _MORNING and not _MINUTES.search(text)
    return (found, found.replace(hour=found.hour + 12)) if is_said else (found,)


def number(text: str) -> int | None:
    """Return a whole number in figures, or in letters up to twelve; None for anything else."""
    words = text.casefold().strip(" .")
    if words in _NUMBERS:
        return _NUMBERS.index(words)
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= _LONGEST else None


def yes_or_no(text: str) -> bool | None:
    """Return whether a text says yes or no; None when it says neither."""
    said = " ".join(text.casefold().replace(",", " ").split()).rstrip(".!")
    return True if said in _YES else False if said in _NO else None
