"""The days of all appointments as one flat model: a Boolean for each possible day of each.

Orders and distances are sums of Booleans, never differences of days: such a model is nearly whole
by itself, and is solved to the proof in seconds.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.planning.capacity import Capacity, options
from samarbejde_cli.planning.solver import Linear
from samarbejde_cli.planning.values import (
    ADMINISTRATORS,
    ORDER,
    PERSON,
    ROOMS,
    Cause,
    Course,
    Event,
    Hours,
    Key,
    Problem,
)
from samarbejde_cli.planning.wishes import add_after_school, add_evenness, day_cost

UNPLACED = 100_000
"""What an appointment without a day costs: more than all wishes together."""

Days = Mapping[date, int]
"""The columns of an appointment by day."""


@dataclass
class DayModel:
    """The model, with the columns that stand for the days of each event."""

    linear: Linear
    events: list[Event]
    columns: dict[Key, dict[date, int]]
    hours: dict[Key, dict[date, list[Hours]]]
    unplaced: dict[Key, int]
    ages: dict[tuple[str, int], int] = field(default_factory=dict)

    def days(self, values: Sequence[float]) -> dict[Key, date]:
        """Return the day of each event that has one."""
        return {
            key: day
            for key, columns in self.columns.items()
            for day, column in columns.items()
            if values[column] > 0.5  # noqa: PLR2004 — a Boolean of a solver
        }

    def forbid(self, day: date, keys: Sequence[Key]) -> None:
        """Say that these cannot all be on a day."""
        self.linear.row([(self.columns[key][day], 1) for key in keys], most=len(keys) - 1)


def day_model(problem: Problem, lifted: Container[Cause] = ()) -> DayModel:
    """Return the model of a problem's days, without the demands that are lifted."""
    events, linear = problem.events, Linear()
    model = DayModel(linear, events, {}, options(problem, lifted), {})
    for event in events:
        model.columns[event.key] = {
            day: linear.boolean(day_cost(problem, event, day)) for day in model.hours[event.key]
        }
        model.unplaced[event.key] = linear.boolean(UNPLACED)
        columns = [*model.columns[event.key].values(), model.unplaced[event.key]]
        linear.row(((column, 1) for column in columns), most=1, least=1)
    for course in problem.courses:
        if Cause(ORDER, course.case) not in lifted:
            _Demands(model, course).add()
    for cause, columns, most in _capacities(problem, model):
        if len(columns) > most and cause not in lifted:
            linear.row(((column, 1) for column in columns), most=most)
    add_evenness(problem, linear, model.columns)
    add_after_school(problem, linear, model.columns, model.hours)
    return model


class _Demands:
    """Orders and distances within one case."""

    def __init__(self, model: DayModel, course: Course) -> None:
        self.model, self.course = model, course

    def add(self) -> None:
        """Add all rows of the case."""
        rounds = sorted({*self.course.meetings, *self.course.talks})
        for number in rounds:
            talk, meeting = self._talk(number), self._meeting(number)
            self._apart(talk, meeting, self._is_prepared(number))
            after = self._talk(number + 1) or self._meeting(number + 1)
            self._apart(meeting, after, lambda one, other: one < other)
        self._gaps(rounds)
        for months, first, last in self.course.ages:
            self._age(months, first, last)

    def _is_prepared(self, number: int) -> Callable[[date, date], bool]:
        """Return whether a pre-meeting and a meeting are rightly apart, or no worse than now."""
        rhythm = self.course.rhythm
        had = _standing(self.course.talks.get(number)), _standing(self.course.meetings.get(number))
        now = (had[1] - had[0]).days if had[0] and had[1] else None

        def fits(talk: date, meeting: date) -> bool:
            days = (meeting - talk).days
            is_soon = talk <= rhythm.letters_by.get(meeting, meeting)
            is_right = is_soon and days <= rhythm.talk_ahead
            return is_right or (now is not None and 0 < now <= days <= max(now, rhythm.talk_ahead))

        return fits

    def _gaps(self, rounds: Sequence[int]) -> None:
        rules = self.course.rhythm
        held = [{day: -1} for day in self.course.held]
        chain: list[Days] = [*held, *(self._meeting(number) for number in rounds)]
        for step, months in ((1, rules.longest_gap), (rules.meetings, rules.months)):
            if not step or not months or (step > 1 and step * rules.longest_gap <= months):
                continue
            for one, other in zip(chain, chain[step:], strict=False):
                self._apart(one, other, self._within(months))

    def _within(self, months: int) -> Callable[[date, date], bool]:
        pause = self.course.pause

        def fits(one: date, other: date) -> bool:
            last = add_months(one, months)
            return other <= (pause.lengthened(one, last) if pause else last)

        return fits

    def _talk(self, number: int) -> Days:
        return self._days(self.course.talks.get(number))

    def _meeting(self, number: int) -> Days:
        return self._days(self.course.meetings.get(number))

    def _days(self, what: "date | Event | None") -> Days:
        if isinstance(what, Event):
            return self.model.columns[what.key]
        return {what: -1} if what else {}

    def _apart(self, one: Days, other: Days, fits: Callable[[date, date], bool]) -> None:
        """Forbid each day of ``one`` together with the days of ``other`` that do not fit it.

        One row for each set of forbidden days, with every day that forbids them all: the model is
        tighter than with a row for each pair.
        """
        rows: dict[tuple[int, ...], list[int]] = {}
        for day, column in one.items():
            wrong = tuple(c for each, c in other.items() if not fits(day, each))
            if wrong:
                rows.setdefault(wrong, []).append(column)
        sets = {wrong: frozenset(wrong) for wrong in rows}
        for wrong, these in sets.items():
            wider = [c for other, columns in rows.items() if sets[other] >= these for c in columns]
            self._forbid(wider, list(wrong))

    def _forbid(self, one: list[int], other: list[int]) -> None:
        columns = [column for column in (*one, *other) if column >= 0]
        fixed = (min(one) < 0) + (min(other) < 0)
        if columns and not (fixed and not columns):
            self.model.linear.row(((column, 1) for column in columns), most=1 - fixed)

    def _age(self, months: int, first: date, last: date) -> None:
        columns = [
            column
            for number in self.course.meetings
            for day, column in self._meeting(number).items()
            if first <= day <= last
        ]
        if -1 not in columns:
            missed = self.model.linear.boolean(UNPLACED)
            self.model.ages[self.course.case, months] = missed
            self.model.linear.row(((column, 1) for column in (*columns, missed)), least=1)


def _standing(what: "date | Event | None") -> date | None:
    """Return the day on which an appointment stands now."""
    if isinstance(what, Event):
        spot = what.own or what.was
        return spot.day if spot else None
    return what


def _capacities(problem: Problem, model: DayModel) -> Iterator[tuple[Cause, list[int], int]]:
    """Yield what is shared on a day, the columns that share it, and how many there can be."""
    by_day: dict[date, list[Event]] = defaultdict(list)
    for event in model.events:
        for day in model.columns[event.key]:
            by_day[day].append(event)
    capacity = Capacity(problem)
    for day, events in by_day.items():
        for cause, shared, free in (
            *_people(capacity, day, events),
            *_rooms(capacity, day, events),
        ):
            times = _times(model, day, shared)
            columns = [model.columns[each.key][day] for each in shared]
            yield cause, columns, sum(map(free, times))


Free = Callable[[Hours], int]


def _people(
    capacity: Capacity, day: date, events: Sequence[Event]
) -> Iterator[tuple[Cause, list[Event], Free]]:
    people: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for name in sorted(event.people):
            people[name].append(event)
    for name, shared in people.items():
        yield Cause(PERSON, name), shared, partial(capacity.is_free, name, day)
    meetings = [each for each in events if each.takes_administrator]
    yield Cause(ADMINISTRATORS), meetings, partial(capacity.administrators, day)


def _rooms(
    capacity: Capacity, day: date, events: Sequence[Event]
) -> Iterator[tuple[Cause, list[Event], Free]]:
    fitting = [
        (each, frozenset(room.name for room in capacity.problem.places if room.holds(each)))
        for each in events
    ]
    for names in sorted({names for _, names in fitting}, key=sorted):
        shared = [each for each, own in fitting if own <= names]
        yield Cause(ROOMS), shared, partial(_free_among, capacity, day, names)


def _free_among(capacity: Capacity, day: date, names: frozenset[str], hours: Hours) -> int:
    return sum(room.name in names for room in capacity.free_rooms(day, hours))


def _times(model: DayModel, day: date, events: Sequence[Event]) -> list[Hours]:
    """Return one stretch for each start at which any of the events can begin on a day."""
    found: dict[object, Hours] = {}
    for event in events:
        for each in model.hours[event.key][day]:
            known = found.get(each.start)
            found[each.start] = min(known, each) if known else each
    return list(found.values())
