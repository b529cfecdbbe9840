"""Few days for those from outside: everybody who is in several cases gets days of their own.

Somebody from the psychiatry does not travel for one meeting. The days are chosen for one person
after another before the plan is made, each time the best ones for that person's meetings; that
keeps the model of all days flat. Chosen together with everything else, with a Boolean for each
person and day, it is not solved in minutes from a dozen such people on.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from time import monotonic

from samarbejde_cli.planning.capacity import Options, options
from samarbejde_cli.planning.solver import INFINITY, Linear, solve
from samarbejde_cli.planning.values import Event, Problem
from samarbejde_cli.planning.wishes import WEEK, day_cost

_FEW = 4
"""So many meetings in a year are few enough for days of no particular kind."""
_SECONDS = 10


def with_outsider_days(problem: Problem, until: float = INFINITY) -> Problem:
    """Return the problem with the days that each outsider comes on.

    After ``until`` on the clock nobody else gets days. Raises ``NoSolverError``.
    """
    hours = options(problem)
    meetings = [each for each in problem.events if each.key.is_meeting and hours[each.key]]
    count = Counter(name for each in meetings for name in each.people)
    busy = [name for name in problem.outsiders if count[name] >= _FEW]
    # who has most meetings chooses first, and the others share a day with them where they can
    for name in sorted(busy, key=lambda each: (-count[each], each)):
        if monotonic() > until:
            break
        own = [each for each in meetings if name in each.people]
        days = _days(problem, name, own, hours)
        problem = replace(problem, outsider_days={**problem.outsider_days, name: days})
    return problem


def _days(
    problem: Problem, name: str, meetings: Sequence[Event], hours: Options
) -> frozenset[date]:
    """Return the days on which somebody's meetings cost least, when each day costs something."""
    linear = Linear()
    by_day: dict[date, list[int]] = defaultdict(list)
    room: dict[date, int] = defaultdict(int)
    for event in meetings:
        columns = []
        for day, starts in hours[event.key].items():
            columns.append(linear.boolean(day_cost(problem, event, day)))
            by_day[day].append(columns[-1])
            room[day] = max(room[day], len(starts))
        linear.row(((column, 1) for column in columns), most=1, least=1)
    there = {each.spot.day for each in problem.booked if name in each.people}
    comes = {
        day: linear.boolean(0 if day in there else problem.weights.outsiders * WEEK)
        for day in by_day
    }
    for day, columns in by_day.items():
        for column in columns:
            linear.row(((column, 1), (comes[day], -1)), most=0)
        linear.row((*((column, 1) for column in columns), (comes[day], -room[day])), most=0)
    found = solve(linear, _SECONDS)
    chosen = (day for day, column in comes.items() if found.values and found.values[column] > 0.5)  # noqa: PLR2004 — a Boolean of a solver
    return frozenset(chosen) | there
