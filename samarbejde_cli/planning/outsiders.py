"""Few days for those from outside: everybody who is in several cases gets days of their own.

Somebody from the psychiatry does not travel for one meeting. A day for everybody, chosen before the
plan is made, keeps the model flat; which day is best is not proven, only what is made of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from samarbejde_cli.planning.values import Event

_FEW = 4
"""So many meetings in a year are few enough for days of no particular kind."""
_FILLED = 4
"""Meetings on a day of which at most so many are counted on: not every one fits."""


def outsider_days(
    events: Iterable[Event], outsiders: Iterable[str], days: Sequence[date]
) -> dict[str, frozenset[date]]:
    """Return the days of each outsider: one or more of each month, spread over the month."""
    count = Counter(name for each in events if each.key.is_meeting for name in each.people)
    months: dict[tuple[int, int], list[date]] = defaultdict(list)
    for day in sorted(days):
        months[day.year, day.month].append(day)
    found = {}
    busy = [name for name in sorted(outsiders) if count[name] >= _FEW]
    for index, name in enumerate(busy):
        number = -(-count[name] // (_FILLED * max(len(months), 1)))
        found[name] = frozenset(
            month[(index + n) % len(month)] for month in months.values() for n in range(number)
        )
    return found
