"""Why an appointment is where it is, or nowhere, and what would help."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from samarbejde_cli.actions.plan import YearPlan, read_problem
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.planning.conflict import (
    Allowance,
    OutOfTimeError,
    is_placeable,
    remedies,
    smallest_conflict,
)
from samarbejde_cli.planning.reasons import Reasons
from samarbejde_cli.planning.values import Cause, Event, Spot
from samarbejde_cli.profile.rhythm import meeting_weekdays
from samarbejde_cli.profile.vocabulary import Weekday

_EXPLAINED = 2
"""So many of the appointments without a day are explained."""
_BRIEFLY, _THOROUGHLY = 10, 120
"""Seconds for the explanations of a plan together, and of the one case that is asked about."""


class Obstacle(StrEnum):
    """Why an appointment has no spot: demands that leave no day, or days without hours.

    ``TIME`` when there is one, and the plan did not find it; ``UNKNOWN`` when the time was over.
    """

    DEMANDS = "demands"
    HOURS = "hours"
    TIME = "time"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Explained:
    """An appointment: its spot, and what stands against each day nearer to the wish.

    Without a spot: the obstacle, the smallest set of demands that cannot hold together, and what
    would help, tried with days and hours; ``weekday`` is another day of the week for meetings.
    """

    event: Event
    spot: Spot | None
    nearer: tuple[tuple[date, Cause], ...]
    conflict: tuple[Cause, ...] = ()
    helps: tuple[Cause, ...] = ()
    weekday: Weekday | None = None
    obstacle: Obstacle = Obstacle.UNKNOWN


def of_case(workspace: Workspace, year: YearPlan, number: str) -> list[Explained]:
    """Return the appointments of a case explained. Raises ``WrongUseError`` when it has none."""
    events = [each for each in year.problem.events if each.key.case == number]
    if not events:
        why = year.left_out.get(number)
        said = f"den {why}" if why else "alt i den er aftalt, eller den er ikke valgt"
        if number in year.unreadable:
            said = "den kan ikke læses; se `samarbejde validate`"
        raise WrongUseError(f"Der er intet at lægge i sagen {number}: {said}.")
    allowance = Allowance(_THOROUGHLY)
    return [_explained(workspace, year, each, allowance) for each in events]


def of_unplaced(workspace: Workspace, year: YearPlan) -> list[Explained]:
    """Return the first of the appointments that have no day, explained.

    None where there is too little of something as such: that is told, and is the reason.
    """
    if year.shortages:
        return []
    unplaced = set(year.plan.unplaced[:_EXPLAINED])
    events = [each for each in year.problem.events if each.key in unplaced]
    allowance = Allowance(_BRIEFLY)
    return [_explained(workspace, year, each, allowance) for each in events]


def most_common(year: YearPlan) -> Cause | None:
    """Return what stands most often against a day nearer to the wish; None when nothing does."""
    reasons = Reasons(year.problem, year.plan)
    causes = Counter(
        cause
        for event in year.problem.events
        if event.key.is_meeting and event.key in year.plan.spots
        for _, cause in reasons.nearer(event)
    )
    return max(causes, key=lambda each: (causes[each], each), default=None)


def _explained(
    workspace: Workspace, year: YearPlan, event: Event, allowance: Allowance
) -> Explained:
    nearer = tuple(Reasons(year.problem, year.plan).nearer(event))
    spot = year.plan.spots.get(event.key)
    if spot:
        return Explained(event, spot, nearer)
    found = Explained(event, None, nearer)
    try:
        for each in _findings(workspace, year, found, allowance):
            found = each
    except OutOfTimeError:  # then nothing more is promised
        pass
    return found


def _findings(
    workspace: Workspace, year: YearPlan, found: Explained, allowance: Allowance
) -> Iterator[Explained]:
    """Yield the explanation each time when more is known. Raises ``OutOfTimeError``."""
    event, about = found.event, (year.plan, found.event)
    conflict = tuple(smallest_conflict(year.problem, *about, allowance))
    if conflict:
        found = replace(found, conflict=conflict, obstacle=Obstacle.DEMANDS)
    elif is_placeable(year.problem, *about, allowance):
        yield replace(found, obstacle=Obstacle.TIME)
        return
    else:
        found = replace(found, obstacle=Obstacle.HOURS)
    yield found
    for each in remedies(year.problem, *about, conflict, allowance):
        found = replace(found, helps=(*found.helps, each))
        yield found
    yield replace(found, weekday=next(_weekdays(workspace, year, event, allowance), None))


def _weekdays(
    workspace: Workspace, year: YearPlan, event: Event, allowance: Allowance
) -> Iterator[Weekday]:
    """Yield the other days of the week for meetings with which there is room for one."""
    used = meeting_weekdays(workspace.profile)
    if Weekday.ANY in used or year.order.move:
        return
    for day in Weekday:
        if day in (Weekday.ANY, *used):
            continue
        order = replace(year.order, more_days=(day,))
        problem = read_problem(workspace, order, year.today).problem
        if is_placeable(problem, year.plan, event, allowance):
            yield day
