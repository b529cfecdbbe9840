"""What a year has too little of, and what would be enough: tried, not guessed."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from itertools import product

from samarbejde_cli.actions.plan import YearPlan, read_problem
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.planning.conflict import can_place_all, changed
from samarbejde_cli.planning.shortage import shortages
from samarbejde_cli.planning.values import (
    ADMINISTRATORS,
    AWAY,
    PERSON,
    ROOMS,
    Cause,
    Event,
    Place,
    Problem,
)
from samarbejde_cli.profile.rhythm import meeting_weekdays
from samarbejde_cli.profile.vocabulary import Weekday

_MOST = 4
"""More rooms, administrators or days of the week than these are not advised."""


@dataclass(frozen=True)
class Relief:
    """More of something: rooms and administrators, days for meetings, or others than somebody.

    Those are in the cases that have no day.
    """

    rooms: int = 0
    administrators: int = 0
    weekdays: tuple[Weekday, ...] = ()
    instead_of: tuple[str, ...] = ()


def reliefs(workspace: Workspace, year: YearPlan) -> list[Relief]:
    """Return what would each by itself let everything have a day; none without a shortage."""
    found = [_more(year)] if year.shortages else []
    if year.shortages and not year.order.move:
        found.append(_weekdays(workspace, year))
    return [each for each in found if each]


def _more(year: YearPlan) -> Relief | None:
    """Return how much more is enough of whatever there is too little of."""
    causes = [each.cause for each in year.shortages]
    kinds = {each.kind for each in causes}
    people = tuple(each.name for each in causes if each.kind == PERSON)
    numbers = sorted(product(range(_MOST + 1), repeat=2), key=sum)
    tried = (
        Relief(rooms, leaders, (), people)
        for rooms, leaders in numbers
        if (rooms or ROOMS not in kinds) and (leaders or ADMINISTRATORS not in kinds)
    )
    cases = {key.case for key in year.plan.unplaced}
    return _first(tried, lambda each: _is_enough(_with_more(year.problem, each, cases)))


def _with_more(problem: Problem, relief: Relief, cases: Container[str]) -> Problem:
    """Return the problem with more; in some cases others are there instead of somebody."""
    more = tuple(Place(f"\0{number}") for number in range(relief.rooms))
    there = {day: number + relief.administrators for day, number in problem.administrators.items()}
    names = frozenset(relief.instead_of)
    away = {Cause(AWAY, name) for name in names}

    def without(event: Event) -> Event:
        if event.key.case not in cases:
            return event
        days = {day: event.hours for day, cause in event.barred.items() if cause in away}
        return replace(event, people=event.people - names, days={**days, **event.days})

    changed_people = changed(problem, without) if names else problem
    return replace(changed_people, places=(*problem.places, *more), administrators=there)


def _weekdays(workspace: Workspace, year: YearPlan) -> Relief | None:
    """Return as few more days of the week for meetings as are enough."""
    used = meeting_weekdays(workspace.profile)
    free = [each for each in Weekday if each not in (Weekday.ANY, *used)]
    if Weekday.ANY in used:
        return None
    several = (tuple(free[:number]) for number in range(2, len(free) + 1))
    tried = (Relief(weekdays=each) for each in (*((day,) for day in free), *several))

    def is_enough(relief: Relief) -> bool:
        order = replace(year.order, more_days=relief.weekdays)
        return _is_enough(read_problem(workspace, order, year.today).problem)

    return _first(tried, is_enough)


def _first(tried: Iterable[Relief], is_enough: Callable[[Relief], bool]) -> Relief | None:
    return next((each for each in tried if is_enough(each)), None)


def _is_enough(problem: Problem) -> bool:
    return not shortages(problem) and can_place_all(problem)
