"""What a day costs that is not the wished one, and what the days of all have to share."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from samarbejde_cli.planning.capacity import Capacity
from samarbejde_cli.planning.solver import Linear
from samarbejde_cli.planning.values import Event, Hours, Key, Problem

WEEK = 7
"""A day counts as the wished one when it is at most a week from it: only ties are broken then."""

Columns = Mapping[Key, Mapping[date, int]]


def day_cost(problem: Problem, event: Event, day: date) -> int:
    """Return what it costs that an appointment is on a day; a weight counts for each week."""
    moved = event.own is not None and event.own.day != day
    off = sum(
        name in event.people and day not in days for name, days in problem.outsider_days.items()
    )
    weights = problem.weights
    return distance_cost(problem, event, day) + WEEK * (
        moved * weights.moved + off * weights.outsiders
    )


def distance_cost(problem: Problem, event: Event, day: date) -> int:
    """Return what the distance from the wished day costs: a seventh within a week of it."""
    weights = problem.weights
    weight = weights.wished_day if event.key.is_meeting else weights.pre_meeting
    away = abs((day - event.wished).days)
    return weight * away if away > WEEK else weight * away // WEEK


def add_evenness(problem: Problem, linear: Linear, columns: Columns) -> None:
    """Let each meeting above an even day cost something."""
    days: dict[date, list[int]] = defaultdict(list)
    meetings = [each for each in problem.events if each.key.is_meeting]
    for event in meetings:
        for day, column in columns[event.key].items():
            days[day].append(column)
    even = -(-len(meetings) // max(len(days), 1)) + 1
    for on_day in days.values():
        if len(on_day) > even and problem.weights.even:
            over = linear.amount(problem.weights.even * WEEK)
            linear.row([*((column, 1) for column in on_day), (over, -1)], most=even)


def add_after_school(
    problem: Problem,
    linear: Linear,
    columns: Columns,
    hours: Mapping[Key, Mapping[date, Sequence[Hours]]],
) -> None:
    """Let each appointment of a pupil cost something for which a day has no time after school.

    Rooms and the people themselves are counted; how their hours go together is seen when they are
    chosen, so that this is the least it can cost.
    """
    pupils: dict[date, list[Event]] = defaultdict(list)
    times: dict[date, dict[object, Hours]] = defaultdict(dict)
    for event in problem.events:
        for day in columns[event.key]:
            if day < event.pupil_until:
                pupils[day].append(event)
                own = hours[event.key][day]
                times[day] |= {e.start: e for e in own if e.start >= problem.school_ends}
    capacity = Capacity(problem)
    for day, events in pupils.items():
        late = list(times[day].values())
        over = linear.amount(problem.weights.after_school * WEEK)
        for shared, most in _shared(capacity, day, events, late):
            row = [(columns[each.key][day], 1.0) for each in shared]
            if len(row) > most:
                linear.row([*row, (over, -1.0)], most=most)


def _shared(
    capacity: Capacity, day: date, events: Sequence[Event], hours: Sequence[Hours]
) -> Iterator[tuple[list[Event], int]]:
    """Yield appointments that share the rooms or a person, and for how many there are hours."""
    yield list(events), sum(len(capacity.free_rooms(day, each)) for each in hours)
    people: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for name in sorted(event.people):
            people[name].append(event)
    for name, own in people.items():
        yield own, sum(capacity.is_free(name, day, each) for each in hours)
