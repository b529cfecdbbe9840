"""What cannot be, before anything is solved: more appointments than there is time for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from samarbejde_cli.planning.capacity import Capacity, options
from samarbejde_cli.planning.values import (
    ADMINISTRATORS,
    PERSON,
    ROOMS,
    Cause,
    Event,
    Hours,
    Key,
    Problem,
)


class Shortage(NamedTuple):
    """So many appointments must lie between two days, and there is only time for so many."""

    cause: Cause
    first: date
    last: date
    needed: int
    possible: int


def shortages(problem: Problem) -> list[Shortage]:
    """Return the worst shortage of each person, of the rooms and of the administrators."""
    found = [_worst(*each) for each in _resources(problem)]
    return [each for each in found if each]


def _resources(
    problem: Problem,
) -> Iterator[tuple[Cause, list[tuple[date, date]], dict[date, int]]]:
    """Yield what is shared, the spans of the appointments that need it, and its room by day."""
    capacity, possible = Capacity(problem), options(problem)
    hours = _hours_by_day(possible)
    shared: dict[Cause, list[Event]] = defaultdict(list)
    for event in problem.events:
        if not possible[event.key]:
            continue
        for name in sorted(event.people):
            shared[Cause(PERSON, name)].append(event)
        shared[Cause(ROOMS)].append(event)
        if event.takes_administrator:
            shared[Cause(ADMINISTRATORS)].append(event)
    for cause, events in shared.items():
        days = {day for each in events for day in possible[each.key]}
        free = {
            day: sum(_free(capacity, cause, day, each) for each in hours[day])
            for day in sorted(days)
        }
        spans = [(min(possible[each.key]), max(possible[each.key])) for each in events]
        yield cause, spans, free


def _hours_by_day(possible: dict[Key, dict[date, list[Hours]]]) -> dict[date, list[Hours]]:
    """Return one stretch for each start of a day: the shortest."""
    found: dict[date, dict[object, Hours]] = defaultdict(dict)
    for days in possible.values():
        for day, hours in days.items():
            for each in hours:
                known = found[day].get(each.start)
                found[day][each.start] = min(known, each) if known else each
    return {day: list(each.values()) for day, each in found.items()}


def _free(capacity: Capacity, cause: Cause, day: date, hours: Hours) -> int:
    if cause.kind == PERSON:
        return capacity.is_free(cause.name, day, hours)
    if cause.kind == ROOMS:
        return len(capacity.free_rooms(day, hours))
    return capacity.administrators(day, hours)


def _worst(
    cause: Cause, spans: Sequence[tuple[date, date]], free: dict[date, int]
) -> Shortage | None:
    """Return the span in which most is missing; None when everything fits, as far as this goes."""
    found: list[Shortage] = []
    for first in sorted({start for start, _ in spans}):
        needed, room = _running(first, spans, free)
        found += [
            Shortage(cause, first, last, needed[last], room[last])
            for last in sorted(needed)
            if needed[last] > room[last]
        ]
    return max(found, key=lambda each: (each.needed - each.possible, each.first), default=None)


def _running(
    first: date, spans: Iterable[tuple[date, date]], free: dict[date, int]
) -> tuple[dict[date, int], dict[date, int]]:
    """Return by last day what must lie from ``first`` up to it, and what there is room for."""
    ends = sorted(last for start, last in spans if start >= first)
    days = iter(sorted(day for day in free if day >= first))
    needed: dict[date, int] = {}
    room: dict[date, int] = {}
    total, day = 0, next(days, None)
    for number, last in enumerate(ends, 1):
        while day and day <= last:
            total, day = total + free[day], next(days, None)
        needed[last], room[last] = number, total
    return needed, room
