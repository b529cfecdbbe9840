"""Demands that cannot hold together: the smallest set for one appointment, and what would help."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from time import monotonic

from samarbejde_cli.planning.day_model import UNPLACED, day_model
from samarbejde_cli.planning.planner import has_plan
from samarbejde_cli.planning.solver import solve
from samarbejde_cli.planning.start import feasible_start
from samarbejde_cli.planning.values import (
    ADMINISTRATORS,
    AWAY,
    CLOSED,
    ORDER,
    PERSON,
    ROOMS,
    SCHOOL,
    Cause,
    Event,
    Hours,
    Key,
    Place,
    Plan,
    Problem,
    Proof,
)

_SECONDS = 10
_LIFTABLE = {AWAY, SCHOOL, PERSON}


class OutOfTimeError(Exception):
    """What was asked is not known within the time."""


class Allowance:
    """The seconds that several questions may take together."""

    def __init__(self, seconds: float) -> None:
        self._until = monotonic() + seconds

    def seconds(self) -> float:
        """Return the seconds that are left. Raises ``OutOfTimeError`` when there are none."""
        left = self._until - monotonic()
        if left <= 0:
            raise OutOfTimeError
        return left


def smallest_conflict(
    problem: Problem, plan: Plan, event: Event, allowance: Allowance
) -> list[Cause]:
    """Return demands that leave no day for an appointment, of which none can be spared.

    Everything that the plan placed stays in. Empty when the days alone are no problem. Raises
    ``OutOfTimeError``.
    """
    kept = _only(problem, {*plan.spots, event.key})
    demands = list(_demands(event))
    if not _is_impossible(kept, demands, demands, allowance):
        return []
    needed = list(demands)
    for each in demands:
        fewer = [other for other in needed if other != each]
        if _is_impossible(kept, demands, fewer, allowance):
            needed = fewer
    return needed


def is_placeable(problem: Problem, plan: Plan, event: Event, allowance: Allowance) -> bool:
    """Whether there are days, hours and rooms for an appointment beside what the plan placed.

    The problem may have fewer demands than that of the plan. Raises ``OutOfTimeError``.
    """
    kept = _only(problem, {*plan.spots, event.key})
    if event.key not in {each.key for each in kept.events}:
        return False
    found = has_plan(kept, plan, min(_SECONDS, allowance.seconds()))
    if found is None:
        raise OutOfTimeError
    return found


def remedies(
    problem: Problem, plan: Plan, event: Event, conflict: Collection[Cause], allowance: Allowance
) -> Iterator[Cause]:
    """Yield what would make room for an appointment, each by itself: tried, not guessed.

    Tried with days, hours and rooms. ``ROOMS`` is a room more that is large enough for it,
    ``ADMINISTRATORS`` somebody more; others are demands to lift. Raises ``OutOfTimeError``.
    """
    people = [Cause(PERSON, name) for name in sorted(event.people)]
    for each in conflict or people:
        lifted = _lifted(problem, event, each) if each.kind in _LIFTABLE else None
        if lifted and is_placeable(lifted, plan, event, allowance):
            yield each
    room = Place("\0", event.seats, event.needs_screen)
    roomier = replace(problem, places=(*problem.places, room))
    if is_placeable(roomier, plan, event, allowance):
        yield Cause(ROOMS)
    more = {day: number + 1 for day, number in problem.administrators.items()}
    led = replace(problem, administrators=more)
    if event.takes_administrator and is_placeable(led, plan, event, allowance):
        yield Cause(ADMINISTRATORS)


def _lifted(problem: Problem, event: Event, cause: Cause) -> Problem:
    """Return the problem in which somebody else is in the case, or meetings are in holidays."""

    def change(each: Event) -> Event:
        if each.key.case != event.key.case and cause.kind != SCHOOL:
            return each
        opened = {cause, Cause(AWAY, cause.name)} if cause.kind == PERSON else {cause}
        people = each.people - {cause.name} if cause.kind == PERSON else each.people
        return replace(each, days=_days(each, opened), people=people)

    return changed(problem, change)


def can_place_all(problem: Problem, allowance: Allowance) -> bool:
    """Whether everything can have a day; ages are no demands then. Raises ``OutOfTimeError``."""
    everything = _only(problem, {each.key for each in problem.events})
    return not _is_impossible(everything, [], [], allowance)


def _demands(event: Event) -> Iterator[Cause]:
    """Yield every demand that an appointment meets."""
    yield from dict.fromkeys(map(_general, event.barred.values()))
    yield Cause(ORDER, event.key.case)
    yield from (Cause(PERSON, name) for name in sorted(event.people))
    yield Cause(ROOMS)
    if event.takes_administrator:
        yield Cause(ADMINISTRATORS)


def _general(cause: Cause) -> Cause:
    return Cause(CLOSED) if cause.kind == CLOSED else cause


def _is_impossible(
    problem: Problem,
    demands: Collection[Cause],
    kept: Collection[Cause],
    allowance: Allowance,
) -> bool:
    """Whether not everything can be placed when of some demands only a few are kept."""
    lifted = {each for each in demands if each not in kept}
    model = day_model(_without_bars(problem, lifted), lifted)
    costs = [cost if cost >= UNPLACED else 0 for cost in model.linear.costs]
    model.linear.costs = costs
    found = solve(model.linear, min(_SECONDS, allowance.seconds()), feasible_start(model))
    is_short = found.cost >= UNPLACED - 1
    if is_short and found.proof is not Proof.OPTIMAL:
        raise OutOfTimeError
    return is_short


def _without_bars(problem: Problem, lifted: Collection[Cause]) -> Problem:
    """Return the problem with the days that only lifted demands had barred."""
    return changed(problem, lambda event: replace(event, days=_days(event, lifted)))


def _days(event: Event, lifted: Collection[Cause]) -> dict[date, tuple[Hours, ...]]:
    more = {day: event.hours for day, cause in event.barred.items() if _general(cause) in lifted}
    return {**event.days, **more}


def _only(problem: Problem, keys: Collection[Key]) -> Problem:
    """Return the problem with these appointments only; ages are no demands then."""
    return changed(problem, lambda event: event if event.key in keys else None)


def changed(problem: Problem, change: Callable[[Event], Event | None]) -> Problem:
    """Return the problem with each event changed, or left out for None."""

    def kept(events: Mapping[int, date | Event]) -> dict[int, date | Event]:
        both = ((n, change(e) if isinstance(e, Event) else e) for n, e in events.items())
        return {number: each for number, each in both if each is not None}

    courses = (
        replace(each, meetings=kept(each.meetings), talks=kept(each.talks), ages=())
        for each in problem.courses
    )
    return replace(problem, courses=tuple(courses))
