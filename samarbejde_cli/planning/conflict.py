"""Demands that cannot hold together: the smallest set for one appointment, and what would help."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from time import monotonic

from samarbejde_cli.planning.day_model import UNPLACED, day_model
from samarbejde_cli.planning.solver import solve
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


def remedies(
    problem: Problem, plan: Plan, event: Event, conflict: Collection[Cause], allowance: Allowance
) -> list[Cause]:
    """Return what would make room for an appointment, each by itself: tried, not guessed.

    ``ROOMS`` is a room more, ``ADMINISTRATORS`` somebody more; others are demands to lift. Raises
    ``OutOfTimeError``.
    """

    def is_possible(changed: Problem, lifted: Collection[Cause] = ()) -> bool:
        return not _is_impossible(changed, lifted, [], allowance)

    kept = _only(problem, {*plan.spots, event.key})
    found = [each for each in conflict if each.kind in _LIFTABLE and is_possible(kept, [each])]
    if is_possible(_with_room(kept)):
        found.append(Cause(ROOMS))
    more = {day: number + 1 for day, number in kept.administrators.items()}
    if is_possible(replace(kept, administrators=more)):
        found.append(Cause(ADMINISTRATORS))
    return found


def can_place_all(problem: Problem, allowance: Allowance) -> bool:
    """Whether everything can have a day; ages are no demands then. Raises ``OutOfTimeError``."""
    everything = _only(problem, {each.key for each in problem.events})
    return not _is_impossible(everything, [], [], allowance)


def _with_room(problem: Problem) -> Problem:
    return replace(problem, places=(*problem.places, Place("\0")))


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
    found = solve(model.linear, min(_SECONDS, allowance.seconds()))
    if found.proof is Proof.NOTHING:
        raise OutOfTimeError
    return found.cost >= UNPLACED - 1


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
