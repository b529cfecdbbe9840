"""Make a plan: first the days of everything, then hours and rooms day by day.

Where a day's appointments do not fit on it, the model is told which ones, and solved again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from time import monotonic

from samarbejde_cli.planning.capacity import Capacity
from samarbejde_cli.planning.day_model import UNPLACED, DayModel, day_model
from samarbejde_cli.planning.day_times import DayTimes, days_with_events, smallest_crowd
from samarbejde_cli.planning.outsiders import with_outsider_days
from samarbejde_cli.planning.solver import Solved, solve
from samarbejde_cli.planning.values import Key, Plan, Problem, Proof, Spot

_ROUNDS = 40
"""How often the model is solved again at most."""
_SECONDS = 20
"""How long the hours of one day may take."""

Told = Callable[[str], None]
"""Hears what is going on, in Danish."""


def _silent(_: str) -> None:
    return


def make_plan(problem: Problem, seconds: float, told: Told = _silent) -> Plan:
    """Return the best plan that is found in a time.

    Raises ``NoSolverError``; ``KeyboardInterrupt`` when the user stops it.
    """
    until = monotonic() + seconds
    problem = with_outsider_days(problem)
    model = day_model(problem)
    capacity = Capacity(problem)
    guess: dict[int, float] = {}
    plan = Plan({}, tuple(each.key for each in model.events), Proof.NOTHING, 1.0, 0)
    for _ in range(_ROUNDS):
        told("Finder de bedste dage")
        solved = solve(model.linear, max(1.0, until - monotonic()), guess)
        if solved.proof is Proof.NOTHING:
            break
        days = model.days(solved.values)
        times = _times(model, capacity, days, until, told)
        plan = _plan(model, solved, times)
        if times.is_whole or monotonic() > until:
            break
        guess = model.start(days)
    return plan


@dataclass
class _Times:
    """The spots on some days; ``is_whole`` when there is one for everything."""

    spots: dict[Key, Spot] = field(default_factory=dict)
    proof: Proof = Proof.OPTIMAL
    is_whole: bool = True


def _times(
    model: DayModel, capacity: Capacity, days: dict[Key, date], until: float, told: Told
) -> _Times:
    """Return the spots on these days; what does not fit is forbidden in the model."""
    times = _Times()
    for day, events in days_with_events(days, model.events):
        told(f"Lægger klokkeslæt og lokaler den {day.isoformat()}")
        seconds = min(_SECONDS, max(1.0, until - monotonic()))
        weighed = DayTimes(capacity, day, events, seconds=seconds)
        found = weighed.solve() or DayTimes(capacity, day, events, is_weighed=False).solve()
        if found is None:
            crowd = smallest_crowd(capacity, day, events)
            model.forbid(day, [each.key for each in crowd])
            times.is_whole = False
            continue
        times.spots |= found
        if weighed.proof is not Proof.OPTIMAL:
            times.proof = Proof.GAP
    return times


def _plan(model: DayModel, solved: Solved, times: _Times) -> Plan:
    unplaced = tuple(each.key for each in model.events if each.key not in times.spots)
    missed = tuple(key for key, column in model.ages.items() if solved.values[column] > 0.5)  # noqa: PLR2004 — a Boolean of a solver
    cost = UNPLACED * sum(solved.values[each] > 0.5 for each in model.unplaced.values())  # noqa: PLR2004 — as above
    wishes = round(solved.cost) - cost - UNPLACED * len(missed)
    return Plan(times.spots, unplaced, solved.proof, solved.gap, wishes, missed, times.proof)
