"""Hours and rooms on one day, for the appointments that are on it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from functools import cached_property
from typing import NamedTuple

from samarbejde_cli.planning.capacity import Capacity
from samarbejde_cli.planning.day_rooms import crowds, rooms_for, with_rooms
from samarbejde_cli.planning.day_rows import HOUR, add_row_of_one
from samarbejde_cli.planning.solver import Linear, Solved, solve
from samarbejde_cli.planning.values import Event, Hours, Key, Proof, Spot, later

_SECONDS = 20
_TRIES = 10
"""How often other hours are looked for when there are no rooms for the ones that were found."""
Choice = tuple[int, Hours]
"""An event by its number, and its hours."""


class DayTimes:
    """The hours and rooms of a day's appointments; ``proof`` and ``cost`` are those of the hours.

    Without ``is_weighed`` any hours will do. ``is_impossible`` when there are surely none.
    """

    def __init__(
        self,
        capacity: Capacity,
        day: date,
        events: Sequence[Event],
        *,
        is_weighed: bool = True,
        seconds: float = _SECONDS,
    ) -> None:
        self.capacity, self.day, self.events = capacity, day, events
        self.problem, self.is_weighed = capacity.problem, is_weighed
        self.linear, self.seconds = Linear(), seconds
        self.proof, self.cost, self.is_impossible = Proof.NOTHING, 0, False
        self._is_complete = True

    def solve(self) -> dict[Key, Spot] | None:
        """Return the spots; None when they cannot all be on the day."""
        if {number for number, _ in self.columns} != set(range(len(self.events))):
            self.is_impossible = True
            return None
        self._add_rows()
        if self.is_weighed:
            self._add_waits()
        for _ in range(_TRIES):
            found = solve(self.linear, self.seconds)
            if found.proof is Proof.NOTHING:
                self.is_impossible = found.is_impossible
                return None
            chosen = self._chosen(found)
            spots = with_rooms(
                self.capacity, self.day, [(self.events[n], hours) for n, hours in chosen]
            )
            if spots is not None:
                self.proof = found.proof if self._is_complete else Proof.GAP
                self.cost = round(found.cost)
                return spots
            columns = [self.columns[each] for each in chosen]
            self.linear.row(((column, 1) for column in columns), most=len(columns) - 1)
        return None

    @cached_property
    def columns(self) -> dict[Choice, int]:
        """The columns of every choice."""
        return {
            (number, hours): self.linear.boolean(self._cost(event, hours))
            for number, event in enumerate(self.events)
            for hours in self.capacity.possible_hours(event, self.day)
        }

    def _cost(self, event: Event, hours: Hours) -> int:
        weights, own = self.problem.weights, event.own
        in_school = self.day < event.pupil_until and hours.start < self.problem.school_ends
        is_moved = own is not None and own.day == self.day and own.hours.start != hours.start
        cost = in_school * weights.after_school + is_moved * weights.moved
        return HOUR * cost * self.is_weighed

    def _chosen(self, found: Solved) -> list[Choice]:
        return [choice for choice, column in self.columns.items() if found.values[column] > 0.5]  # noqa: PLR2004 — a Boolean of a solver

    def _add_waits(self) -> None:
        """Let it cost something that somebody waits between two appointments."""
        people: dict[str, dict[int, list[tuple[int, Hours]]]] = defaultdict(dict)
        for (number, hours), column in self.columns.items():
            for name in sorted(self.events[number].people):
                people[name].setdefault(number, []).append((column, hours))
        for name, own in people.items():
            booked = self.capacity.booked(self.day)
            stands = [each.spot.hours for each in booked if name in each.people]
            weight = self.problem.weights.in_a_row
            self._is_complete &= add_row_of_one(self.linear, list(own.values()), stands, weight)

    def _add_rows(self) -> None:
        for number in range(len(self.events)):
            columns = [column for (event, _), column in self.columns.items() if event == number]
            self.linear.row(((column, 1) for column in columns), most=1, least=1)
        for moment in sorted({hours.start for _, hours in self.columns}):
            for columns, most in self._at(moment):
                if len(columns) > most:
                    self.linear.row(((column, 1) for column in columns), most=most)

    def _at(self, moment: time) -> Iterator[tuple[list[int], int]]:
        """Yield columns that share something at a moment, and how many of them there can be."""
        gap = self.problem.gap_minutes
        now = [each for each in self.columns.items() if _covers(each[0][1], moment)]
        people: dict[str, list[int]] = defaultdict(list)
        for (number, _), column in now:
            for name in sorted(self.events[number].people):
                people[name].append(column)
        yield from ((columns, 1) for columns in people.values())
        yield from crowds(
            {
                column: rooms_for(self.events[number], self.capacity, self.day, hours)
                for (number, hours), column in now
            }
        )
        meetings = [
            column
            for (number, hours), column in self.columns.items()
            if self.events[number].takes_administrator and _covers(hours, moment, gap)
        ]
        yield meetings, self.problem.administrators.get(self.day, 0)


def _covers(hours: Hours, moment: time, gap: int = 0) -> bool:
    return hours.start <= moment < later(hours.end, gap)


class DayResult(NamedTuple):
    """The hours found for a day: spots and what is proven of them.

    ``crowds`` are appointments that cannot all be on the day, ``is_certain`` when that is proven;
    of each crowd the last one is without a spot.
    """

    spots: dict[Key, Spot]
    proof: Proof = Proof.GAP
    crowds: tuple[tuple[Key, ...], ...] = ()
    is_certain: bool = True


def hours_of(capacity: Capacity, day: date, events: Sequence[Event], seconds: float) -> DayResult:
    """Return hours and rooms for a day; the best ones when there are seconds to look for them."""
    if not events:
        return DayResult({})
    weighed = DayTimes(capacity, day, events, seconds=seconds)
    spots = weighed.solve() if seconds > 0 else None
    if spots is not None:
        return DayResult(spots, weighed.proof)
    plain = DayTimes(capacity, day, events, is_weighed=False)
    spots = plain.solve()
    if spots is not None:
        return DayResult(spots)
    crowd = tuple(each.key for each in _smallest_crowd(capacity, day, events))
    rest = hours_of(capacity, day, [each for each in events if each.key != crowd[-1]], 0)
    is_certain = plain.is_impossible and rest.is_certain
    return DayResult(rest.spots, Proof.GAP, (crowd, *rest.crowds), is_certain)


def _smallest_crowd(capacity: Capacity, day: date, events: Sequence[Event]) -> list[Event]:
    """Return as few of a day's appointments as possible that surely cannot all be on it."""
    needed = list(events)
    for each in events:
        fewer = [other for other in needed if other is not each]
        times = DayTimes(capacity, day, fewer, is_weighed=False)
        if times.solve() is None and times.is_impossible:
            needed = fewer
    return needed


def days_with_events(
    days: Mapping[Key, date], events: Sequence[Event]
) -> Iterator[tuple[date, list[Event]]]:
    """Yield each day with its appointments."""
    by_day: dict[date, list[Event]] = defaultdict(list)
    for event in events:
        if event.key in days:
            by_day[days[event.key]].append(event)
    yield from sorted(by_day.items(), key=lambda each: each[0])
