"""Make a plan: first the days of everything, then hours and rooms day by day.

Where a day's appointments do not fit on it, the model is told which ones, and solved again.
"""

from collections.abc import Callable
from datetime import date
from time import monotonic

from samarbejde_cli.planning.capacity import Capacity
from samarbejde_cli.planning.day_model import UNPLACED, DayModel, day_model
from samarbejde_cli.planning.day_times import smallest_crowd, spots_of
from samarbejde_cli.planning.solver import Solved, solve
from samarbejde_cli.planning.values import Key, Plan, Problem, Proof, Spot

_ROUNDS = 40
"""How often the model is solved again at most."""

Told = Callable[[str], None]
"""Hears what is going on, in Danish."""


def _silent(_: str) -> None:
    return


def make_plan(problem: Problem, seconds: float, told: Told = _silent) -> Plan:
    """Return the best plan that is found in a time.

    Raises ``NoSolverError``; ``KeyboardInterrupt`` when the user stops it.
    """
    until = monotonic() + seconds
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
        spots, is_whole = _placed(model, capacity, days, told)
        plan = _plan(model, solved, spots)
        if is_whole or monotonic() > until:
            break
        guess = model.start(days)
    return plan


def _placed(
    model: DayModel, capacity: Capacity, days: dict[Key, date], told: Told
) -> tuple[dict[Key, Spot], bool]:
    """Return the spots on these days; what does not fit is forbidden in the model."""
    spots: dict[Key, Spot] = {}
    is_whole = True
    for day, events, found in spots_of(capacity, days, model.events):
        told(f"Lægger klokkeslæt og lokaler den {day.isoformat()}")
        if found is None:
            crowd = smallest_crowd(capacity, day, events)
            model.forbid(day, [each.key for each in crowd])
            is_whole = False
        else:
            spots |= found
    return spots, is_whole


def _plan(model: DayModel, solved: Solved, spots: dict[Key, Spot]) -> Plan:
    unplaced = tuple(each.key for each in model.events if each.key not in spots)
    missed = tuple(key for key, column in model.ages.items() if solved.values[column] > 0.5)  # noqa: PLR2004 — a Boolean of a solver
    cost = UNPLACED * sum(solved.values[each] > 0.5 for each in model.unplaced.values())  # noqa: PLR2004 — as above
    wishes = round(solved.cost) - cost - UNPLACED * len(missed)
    return Plan(spots, unplaced, solved.proof, solved.gap, wishes, missed)
