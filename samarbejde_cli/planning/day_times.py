"""Hours and rooms on one day, for the appointments that are on it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time

from samarbejde_cli.planning.capacity import Capacity
from samarbejde_cli.planning.solver import Linear, solve
from samarbejde_cli.planning.values import Event, Hours, Key, Place, Proof, Spot, later

_SECONDS = 20
Choice = tuple[int, Hours, int]
"""An event, its hours and a kind of room, by numbers."""


class DayTimes:
    """The hours and rooms of a day's appointments."""

    def __init__(self, capacity: Capacity, day: date, events: Sequence[Event]) -> None:
        self.capacity, self.day, self.events = capacity, day, events
        self.problem = capacity.problem
        self.linear = Linear()
        self.kinds = _kinds(capacity, day)
        self.columns: dict[Choice, int] = {}

    def solve(self) -> dict[Key, Spot] | None:
        """Return the spots; None when they cannot all be on the day."""
        self._add_choices()
        if any(
            not any(number == choice[0] for choice in self.columns)
            for number in range(len(self.events))
        ):
            return None
        self._add_rows()
        found = solve(self.linear, _SECONDS)
        if found.proof is Proof.NOTHING:
            return None
        chosen = [choice for choice, column in self.columns.items() if found.values[column] > 0.5]  # noqa: PLR2004 — a Boolean of a solver
        return self._with_rooms(chosen)

    def _add_choices(self) -> None:
        for number, event in enumerate(self.events):
            for hours in self.capacity.possible_hours(event, self.day):
                free = {each.name for each in self.capacity.free_rooms(self.day, hours)}
                for kind, rooms in enumerate(self.kinds):
                    if rooms[0].holds(event) and rooms[0].name in free:
                        cost = self._cost(event, hours, rooms)
                        self.columns[number, hours, kind] = self.linear.boolean(cost)

    def _cost(self, event: Event, hours: Hours, rooms: Sequence[Place]) -> int:
        weights, own = self.problem.weights, event.own
        in_school = self.day < event.pupil_until and hours.start < self.problem.school_ends
        is_moved = own is not None and own.day == self.day and own.hours.start != hours.start
        other_room = own is not None and own.room not in [each.name for each in rooms]
        unused = sum((each.seats or event.seats) > event.seats for each in rooms[:1])
        return (
            10 * (in_school * weights.after_school + is_moved * weights.moved)
            + 10 * (other_room and own is not None and own.day == self.day)
            + unused
        )

    def _add_rows(self) -> None:
        for number in range(len(self.events)):
            columns = [c for (event, _, _), c in self.columns.items() if event == number]
            self.linear.row(((column, 1) for column in columns), most=1, least=1)
        for moment in sorted({hours.start for _, hours, _ in self.columns}):
            for columns, most in self._at(moment):
                if len(columns) > most:
                    self.linear.row(((column, 1) for column in columns), most=most)

    def _at(self, moment: time) -> Iterator[tuple[list[int], int]]:
        """Yield columns that share something at a moment, and how many of them there can be."""
        gap = self.problem.gap_minutes
        now = [(choice, c) for choice, c in self.columns.items() if _covers(choice[1], moment)]
        people: dict[str, list[int]] = defaultdict(list)
        for (number, _, _), column in now:
            for name in sorted(self.events[number].people):
                people[name].append(column)
        yield from ((columns, 1) for columns in people.values())
        for kind, rooms in enumerate(self.kinds):
            yield [column for (_, _, each), column in now if each == kind], len(rooms)
        meetings = [
            column
            for (number, hours, _), column in self.columns.items()
            if self.events[number].takes_administrator and _covers(hours, moment, gap)
        ]
        yield meetings, self.problem.administrators.get(self.day, 0)

    def _with_rooms(self, chosen: Sequence[Choice]) -> dict[Key, Spot]:
        """Return the spots, each with a room of its kind that is free for all of its hours.

        Who stays at an hour keeps the room; where that leaves somebody without, nobody need.
        """
        in_order = sorted(chosen, key=lambda each: (each[1], each[0]))
        staying = [each for each in in_order if self._stays(each)]
        others = [each for each in in_order if each not in staying]
        found = self._rooms_for([*staying, *others]) or self._rooms_for(in_order)
        assert found is not None, self.day  # noqa: S101 — a kind has rooms for all at any moment
        return found

    def _stays(self, choice: Choice) -> bool:
        number, hours, kind = choice
        own = self.events[number].own
        is_same = own is not None and (own.day, own.hours) == (self.day, hours)
        return is_same and own is not None and own.room in [x.name for x in self.kinds[kind]]

    def _rooms_for(self, chosen: Sequence[Choice]) -> dict[Key, Spot] | None:
        found: dict[Key, Spot] = {}
        taken: dict[str, list[Hours]] = defaultdict(list)
        for number, hours, kind in chosen:
            event = self.events[number]
            names = [each.name for each in self.kinds[kind]]
            free = [n for n in names if not any(each.overlaps(hours) for each in taken[n])]
            if not free:
                return None
            own = event.own.room if event.own and event.own.day == self.day else None
            room = own if own in free else free[0]
            taken[room].append(hours)
            found[event.key] = Spot(self.day, hours, room)
        return found


def _covers(hours: Hours, moment: time, gap: int = 0) -> bool:
    return hours.start <= moment < later(hours.end, gap)


def _kinds(capacity: Capacity, day: date) -> list[list[Place]]:
    """Return the rooms by what they are like: those of a kind can stand in for each other."""
    kinds: dict[object, list[Place]] = {}
    for each in capacity.problem.places:
        busy = tuple(
            sorted(
                booked.spot.hours
                for booked in capacity.booked(day)
                if (booked.spot.room or "").casefold() == each.name.casefold()
            )
        )
        kinds.setdefault((each.seats, each.has_screen, busy), []).append(each)
    return list(kinds.values())


def smallest_crowd(capacity: Capacity, day: date, events: Sequence[Event]) -> list[Event]:
    """Return as few of a day's appointments as possible that cannot all be on it."""
    needed = list(events)
    for each in events:
        fewer = [other for other in needed if other is not each]
        if DayTimes(capacity, day, fewer).solve() is None:
            needed = fewer
    return needed


def spots_of(
    capacity: Capacity, days: Mapping[Key, date], events: Sequence[Event]
) -> Iterator[tuple[date, list[Event], dict[Key, Spot] | None]]:
    """Yield each day with its appointments, and their spots; None when they cannot all be on it."""
    by_day: dict[date, list[Event]] = defaultdict(list)
    for event in events:
        if event.key in days:
            by_day[days[event.key]].append(event)
    for day in sorted(by_day):
        yield day, by_day[day], DayTimes(capacity, day, by_day[day]).solve()
