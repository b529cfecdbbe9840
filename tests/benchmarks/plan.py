"""Plan a year of a large municipality, beside a secretary who takes the first free Tuesday.

``python tests/benchmarks/plan.py [CASES]``: three rounds of a meeting and a pre-meeting for each
case, meetings on Tuesdays, pre-meetings on Thursdays, five starts a day, of which one is after
school; two youths in ten are at school. Rooms, administrators and people grow with the cases:
five rooms and sixty people for 300, one in ten of them from outside.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from time import monotonic

from dateutil.relativedelta import relativedelta

from samarbejde_cli.planning.planner import make_plan
from samarbejde_cli.planning.values import (
    Course,
    Event,
    Hours,
    Key,
    Place,
    Plan,
    Problem,
    Rhythm,
    Spot,
    later,
)

START, WEEKS, CLOSED = date(2026, 1, 6), 56, {28, 29, 30, 51}
STARTS = (time(8, 30), time(10, 15), time(12, 0), time(13, 45), time(15, 30))
PUPILS_OF_TEN = 2
DAYS = ("meetings off", "pre-meetings off", "days of outsiders", "uneven")
TUESDAY, WEEK, FOUR_WEEKS = 1, timedelta(days=7), timedelta(days=28)


def problem(cases: int, seed: int = 18) -> Problem:
    """Return a year of Tuesdays and Thursdays."""
    chance = random.Random(seed)
    rooms, people = -(-cases // 60), max(6, cases // 5)
    tuesdays = [START + n * WEEK for n in range(WEEKS) if n not in CLOSED]
    days = sorted([*tuesdays, *(day + timedelta(days=2) for day in tuesdays)])
    names = [f"p{n}" for n in range(people)]
    rhythm = Rhythm(4, 3, 12, 56, {day: day - timedelta(days=21) for day in tuesdays})
    courses = [_course(chance, f"{number:04}", names, days, rhythm) for number in range(cases)]
    places = tuple(Place(f"L{n}", 12 if n else 20) for n in range(rooms))
    found = Problem(tuple(courses), places, (), dict.fromkeys(days, rooms), 15)
    outside = chance.sample(names, people // 10)
    return replace(found, outsiders=tuple(outside))


def _course(
    chance: random.Random, case: str, names: list[str], days: list[date], rhythm: Rhythm
) -> Course:
    """Return three rounds of a case whose last meeting was in one of sixteen weeks."""
    begun = START + timedelta(days=chance.randrange(-91, 21))
    team = frozenset(chance.sample(names, 3))
    pupil_until = date.max if int(case) % 10 < PUPILS_OF_TEN else date.min
    meetings, talks = {}, {}
    for number in (1, 2, 3):
        wished = begun + 16 * number * WEEK
        last = begun + relativedelta(months=4 * number)
        first = max(START + timedelta(days=21), wished - 8 * WEEK)
        on = [day for day in days if day.weekday() == TUESDAY and first <= day <= last]
        meetings[number] = _event(Key(case, number, True), wished, team, on, pupil_until)
        first = max(START, wished - FOUR_WEEKS - 8 * WEEK)
        on = [day for day in days if day.weekday() != TUESDAY and first <= day <= last]
        who = frozenset(sorted(team)[:1])
        key = Key(case, number, False)
        talks[number] = _event(key, wished - FOUR_WEEKS, who, on, pupil_until)
    return Course(case, meetings, talks, rhythm, (begun,))


def _event(
    key: Key, wished: date, people: frozenset[str], days: list[date], pupil_until: date
) -> Event:
    minutes = 90 if key.is_meeting else 60
    hours = tuple(Hours(each, later(each, minutes)) for each in STARTS)
    on = dict.fromkeys(days, hours)
    return Event(key, minutes, people, 8, wished, on, pupil_until=pupil_until)


class Secretary:
    """Takes case after case and books the first free day from the wished one on.

    For a pupil the time after school when that is free, for others the first of the day.
    """

    def __init__(self, found: Problem) -> None:
        self.problem = found
        self.days = sorted(found.administrators)
        self.taken: dict[tuple[date, time], list[Event]] = defaultdict(list)
        self.booked: dict[Key, Spot] = {}
        self.broken_demands = 0

    def book(self) -> None:
        """Book everything."""
        for course in self.problem.courses:
            before = course.held[-1]
            for number, meeting in course.meetings.items():
                held = self._first(meeting, meeting.wished, self.days[-1])
                talk = course.talks[number]
                latest = held - timedelta(days=21) if held else self.days[-1]
                met = self._first(talk, talk.wished, latest)
                if not held or held > before + relativedelta(months=4):
                    self.broken_demands += 1
                self.broken_demands += met is None
                before = held or meeting.wished

    def _first(self, event: Event, first: date, last: date) -> date | None:
        """Return the first free day in a span, and take it."""
        starts = STARTS[::-1] if event.pupil_until == date.max else STARTS
        for day in self.days:
            if first <= day <= last and (day.weekday() == TUESDAY) == event.key.is_meeting:
                for start in starts:
                    others = self.taken[day, start]
                    busy = {name for each in others for name in each.people}
                    if len(others) < len(self.problem.places) and not busy & event.people:
                        others.append(event)
                        hours = Hours(start, later(start, event.minutes))
                        self.booked[event.key] = Spot(day, hours, None)
                        return day
        return None


def broken_wishes(found: Problem, spots: Mapping[Key, Spot]) -> dict[str, int]:
    """Return how many wishes are broken that can be kept, by what was wished.

    A meeting or pre-meeting more than a week from its wished day; a day more than needed for one
    from outside; a meeting more on a day than on an even day and one; an appointment of a pupil
    before school is out; an hour or more between two appointments of a person on a day.
    """
    days = {key: spot.day for key, spot in spots.items()}
    meetings = [each for each in found.events if each.key.is_meeting]
    load = Counter(days[each.key] for each in meetings if each.key in days)
    even = -(-len(meetings) // (WEEKS - len(CLOSED))) + 1
    travels = {
        name: [days[each.key] for each in meetings if name in each.people and each.key in days]
        for name in found.outsiders
    }
    return {
        "meetings off": sum(_is_off(each, days) for each in meetings),
        "pre-meetings off": sum(
            _is_off(each, days) for each in found.events if not each.key.is_meeting
        ),
        "days of outsiders": sum(
            len(set(own)) - -(-len(own) // len(STARTS)) for own in travels.values()
        ),
        "uneven": sum(max(0, number - even) for number in load.values()),
        "in school": sum(
            spots[each.key].day < each.pupil_until
            and spots[each.key].hours.start < found.school_ends
            for each in found.events
            if each.key in spots
        ),
        "waits": _waits(found, spots),
    }


def _waits(found: Problem, spots: Mapping[Key, Spot]) -> int:
    """Return how often somebody waits an hour or more between two appointments of a day."""
    of_person: dict[tuple[str, date], list[Hours]] = defaultdict(list)
    for event in found.events:
        for name in event.people if event.key in spots else ():
            of_person[name, spots[event.key].day].append(spots[event.key].hours)
    return sum(
        later(one.end, 60) <= other.start
        for own in of_person.values()
        for one, other in pairwise(sorted(own))
    )


def _is_off(event: Event, days: Mapping[Key, date]) -> bool:
    """Whether an appointment is more than a week off its wish, though a nearer day exists."""
    day = days.get(event.key)
    is_possible = any(abs(each - event.wished) <= WEEK for each in event.days)
    return is_possible and (day is None or abs(day - event.wished) > WEEK)


def cancelled(found: Problem, plan: Plan, key: Key) -> Problem:
    """Return the problem of a year in which one meeting cannot be held on its day."""

    def changed(each: date | Event) -> date | Event:
        if not isinstance(each, Event):
            return each
        spot = plan.spots[each.key]
        days = {day: hours for day, hours in each.days.items() if day != spot.day}
        return replace(each, days=days) if each.key == key else replace(each, own=spot)

    courses = tuple(
        replace(
            each,
            meetings={n: changed(e) for n, e in each.meetings.items()},
            talks={n: changed(e) for n, e in each.talks.items()},
        )
        for each in found.courses
    )
    weights = replace(found.weights, moved=10_000)
    return replace(found, courses=courses, weights=weights)


def _sum(wishes: Mapping[str, int], kinds: Iterable[str]) -> int:
    return sum(wishes[kind] for kind in kinds)


def main(cases: int) -> None:
    """Print the figures."""
    found = problem(cases)
    print(f"{cases} cases, {len(found.events)} appointments, {len(found.places)} rooms")
    begun = monotonic()
    plan = make_plan(found, 120)
    wishes = broken_wishes(found, plan.spots)
    print(
        f"plan: {monotonic() - begun:.1f} s, days: {plan.proof.value}, gap {plan.gap:.2%}; "
        f"hours on these days: {plan.times.value}; "
        f"{len(plan.unplaced)} without a day; broken wishes: {wishes}"
    )
    secretary = Secretary(found)
    secretary.book()
    others = broken_wishes(found, secretary.booked)
    print(f"first free Tuesday: {secretary.broken_demands} broken demands; broken wishes: {others}")
    for name, ours, theirs in (
        ("meetings on their wished day", wishes["meetings off"], others["meetings off"]),
        ("days, of all four kinds", _sum(wishes, DAYS), _sum(others, DAYS)),
        ("days and hours, of all six kinds", _sum(wishes, wishes), _sum(others, others)),
    ):
        print(f"  {name}: {1 - ours / max(theirs, 1):.0%} fewer broken wishes, no broken demand")
    if plan.unplaced:
        return
    key = sorted(key for key in plan.spots if key.is_meeting)[len(plan.spots) // 4]
    begun, again = monotonic(), cancelled(found, plan, key)
    new = make_plan(again, 120)
    moved = [each for each in plan.spots if new.spots.get(each) != plan.spots[each]]
    print(
        f"one cancelled: {monotonic() - begun:.1f} s, {new.proof.value}, "
        f"{len(moved) - 1} others moved"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
