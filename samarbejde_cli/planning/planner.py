"""Make a plan: first the days of everything, then hours and rooms day by day.

Where a day's appointments do not fit on it, the model is told which ones, and solved again.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from time import monotonic

from samarbejde_cli.planning.capacity import Capacity
from samarbejde_cli.planning.day_model import UNPLACED, DayModel, day_model
from samarbejde_cli.planning.day_times import DayResult, days_with_events, hours_of
from samarbejde_cli.planning.outsiders import with_outsider_days
from samarbejde_cli.planning.solver import Solved, solve
from samarbejde_cli.planning.start import feasible_start
from samarbejde_cli.planning.values import Key, Plan, Problem, Proof

_ROUNDS = 40
"""How often the model is solved again at most."""
_SECONDS = 20
"""How long the hours of one day may take."""
_FOR_DAYS = 0.6
"""The share of what is left of the time that the days may take."""
_LEAST = 0.1
_FOR_OUTSIDERS = 0.25
"""The share of the time in which the days of those from outside are chosen."""
_SHARE = 4
"""A day's hours may take so many times its share of what is left."""

Told = Callable[[str], None]
"""Hears what is going on, in Danish."""


def _silent(_: str) -> None:
    return


def make_plan(problem: Problem, seconds: float, told: Told = _silent) -> Plan:
    """Return the best plan that is found in a time.

    Raises ``NoSolverError``; ``KeyboardInterrupt`` when the user stops it.
    """
    until = monotonic() + seconds
    told("Finder de bedste dage")
    with_days = with_outsider_days(problem, until - seconds * (1 - _FOR_OUTSIDERS))
    *_, plan = _Search(with_days, until, told).plans()
    return plan


def has_plan(problem: Problem, near: Plan, seconds: float) -> bool | None:
    """Whether everything can have a day, hours and a room; None when that is not known in time.

    ``near`` is a plan of a problem with the same demands or more. Raises as ``make_plan``.
    """
    search = _Search(problem, monotonic() + seconds, _silent, is_wished=False)
    search.begin(near)
    *_, plan = search.plans()
    is_known = not plan.unplaced or plan.proof is Proof.OPTIMAL
    return not plan.unplaced if is_known else None


@dataclass
class _Search:
    """Plan after plan, until one has hours for everything; without ``is_wished`` any will do."""

    problem: Problem
    until: float
    told: Told
    is_wished: bool = True
    is_certain: bool = True
    days: Mapping[Key, date] = field(default_factory=dict)
    known: dict[date, tuple[list[Key], DayResult]] = field(default_factory=dict)

    def begin(self, near: Plan) -> None:
        """Begin with the days and hours of another plan."""
        self.days = {key: spot.day for key, spot in near.spots.items()}
        for day, events in days_with_events(self.days, self.problem.events):
            keys = [each.key for each in events]
            self.known[day] = keys, DayResult({key: near.spots[key] for key in keys})

    def plans(self) -> Iterator[Plan]:
        """Yield at least one plan."""
        model = day_model(self.problem)
        if not self.is_wished:
            model.linear.costs = [each * (each >= UNPLACED) for each in model.linear.costs]
        for _ in range(_ROUNDS):
            solved = self._solved(model)
            self.days = model.days(solved.values)
            hours = self._hours(model)
            yield self._plan(model, solved, hours)
            for day, found in hours.items():
                for crowd in found.crowds:
                    model.forbid(day, crowd)
            if monotonic() > self.until or not any(each.crowds for each in hours.values()):
                return

    def _solved(self, model: DayModel) -> Solved:
        self.told("Finder de bedste dage")
        left = max(_LEAST, (self.until - monotonic()) * _FOR_DAYS)
        return solve(model.linear, left, feasible_start(model, self.days))

    def _hours(self, model: DayModel) -> dict[date, DayResult]:
        """Return hours and rooms for each day; those of a day that is as before stay."""
        capacity, of_days = Capacity(self.problem), list(days_with_events(self.days, model.events))
        for number, (day, events) in enumerate(of_days):
            keys = [each.key for each in events]
            if self.known.get(day, ([],))[0] != keys:
                self.told(f"Lægger klokkeslæt og lokaler den {day.isoformat()}")
                share = _SHARE * (self.until - monotonic()) / (len(of_days) - number)
                seconds = min(_SECONDS, share) if self.is_wished else 0
                self.known[day] = keys, hours_of(capacity, day, events, seconds)
        found = {day: self.known[day][1] for day, _ in of_days}
        self.is_certain &= all(each.is_certain for each in found.values())
        return found

    def _plan(self, model: DayModel, solved: Solved, hours: Mapping[date, DayResult]) -> Plan:
        spots = {key: spot for each in hours.values() for key, spot in each.spots.items()}
        unplaced = tuple(each.key for each in model.events if each.key not in spots)
        missed = tuple(key for key, column in model.ages.items() if solved.values[column] > 0.5)  # noqa: PLR2004 — a Boolean of a solver
        cost = UNPLACED * sum(solved.values[each] > 0.5 for each in model.unplaced.values())  # noqa: PLR2004 — as above
        wishes = round(solved.cost) - cost - UNPLACED * len(missed)
        is_sure = self.is_certain and not any(each.crowds for each in hours.values())
        is_best = all(each.proof is Proof.OPTIMAL for each in hours.values())
        return Plan(
            spots,
            unplaced,
            solved.proof if is_sure else Proof.NOTHING,
            solved.gap,
            wishes,
            missed,
            Proof.OPTIMAL if is_best else Proof.GAP,
            tuple(self.problem.outsider_days),
        )
