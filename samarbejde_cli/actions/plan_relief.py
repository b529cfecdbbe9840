"""What a year has too little of, and what would be enough, as far as the time allows a trial."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from itertools import product

from samarbejde_cli.actions.plan import YearPlan, read_problem
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.planning.conflict import (
    Allowance,
    OutOfTimeError,
    can_place_all,
    changed,
)
from samarbejde_cli.planning.planner import has_plan
from samarbejde_cli.planning.shortage import shortages
from samarbejde_cli.planning.values import (
    ADMINISTRATORS,
    AWAY,
    PERSON,
    ROOMS,
    Cause,
    Event,
    Place,
    Plan,
    Problem,
)
from samarbejde_cli.profile.rhythm import meeting_weekdays
from samarbejde_cli.profile.vocabulary import Weekday

_MOST = 4
"""More rooms, administrators or days of the week than these are not advised."""
_SECONDS = 5
"""So long each kind of advice is tried."""


@dataclass(frozen=True)
class Relief:
    """More of something: rooms and administrators, days for meetings, or others than somebody.

    ``seats`` are those of each room, which has a screen; the others are in the cases that have no
    day. ``is_tried`` when a plan was made with it, in which nothing is without a day; else there
    are days enough, and no such plan was found in the time.
    """

    rooms: int = 0
    administrators: int = 0
    weekdays: tuple[Weekday, ...] = ()
    instead_of: tuple[str, ...] = ()
    seats: int = 0
    is_tried: bool = False


def reliefs(workspace: Workspace, year: YearPlan) -> list[Relief]:
    """Return what would each by itself let everything have a day; none without a shortage.

    What is not known to be enough within the time is left out.
    """
    found = [_more(year)] if year.shortages else []
    if year.shortages and not year.order.move:
        found.append(_weekdays(workspace, year))
    return [each for each in found if each]


def _more(year: YearPlan) -> Relief | None:
    """Return how much more is enough of whatever there is too little of."""
    causes = [each.cause for each in year.shortages]
    kinds = {each.kind for each in causes}
    people = tuple(each.name for each in causes if each.kind == PERSON)
    seats = max(each.seats for each in year.problem.events)
    numbers = sorted(product(range(_MOST + 1), repeat=2), key=sum)
    tried = (
        Relief(rooms, leaders, (), people, seats)
        for rooms, leaders in numbers
        if (rooms or ROOMS not in kinds) and (leaders or ADMINISTRATORS not in kinds)
    )
    cases = {key.case for key in year.plan.unplaced}
    return _first(year.plan, tried, lambda each: _with_more(year.problem, each, cases))


def _with_more(problem: Problem, relief: Relief, cases: Container[str]) -> Problem:
    """Return the problem with more; in some cases others are there instead of somebody."""
    room = Place("", relief.seats)
    more = tuple(replace(room, name=f"\0{number}") for number in range(relief.rooms))
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

    def with_days(relief: Relief) -> Problem:
        order = replace(year.order, more_days=relief.weekdays)
        return read_problem(workspace, order, year.today).problem

    return _first(year.plan, tried, with_days)


def _first(
    near: Plan, tried: Iterable[Relief], relieved: Callable[[Relief], Problem]
) -> Relief | None:
    """Return the first that is enough; None also when that is not known within the time."""
    allowance = Allowance(_SECONDS)
    try:
        for each in tried:
            allowance.seconds()
            problem = relieved(each)
            if not shortages(problem) and can_place_all(problem, allowance):
                return replace(each, is_tried=_has_plan(problem, near, allowance))
    except OutOfTimeError:
        pass
    return None


def _has_plan(problem: Problem, near: Plan, allowance: Allowance) -> bool:
    try:
        return bool(has_plan(problem, near, allowance.seconds()))
    except OutOfTimeError:
        return False
