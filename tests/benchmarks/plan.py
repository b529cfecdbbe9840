"""Plan a year of a large municipality, beside a secretary who takes the first free Tuesday."""

import random
import sys
from dataclasses import replace
from datetime import date, time, timedelta
from time import monotonic

from samarbejde_cli.planning.outsiders import outsider_days
from samarbejde_cli.planning.planner import make_plan
from samarbejde_cli.planning.values import Course, Event, Hours, Key, Place, Problem, Rhythm

START = date(2026, 1, 6)
STARTS = (time(8, 30), time(10), time(11, 45), time(13, 15), time(14, 45))


def problem(cases=300, rooms=5, people=60, team=3, seed=18):
    """A year of Tuesdays."""
    chance = random.Random(seed)
    tuesdays = [START + timedelta(weeks=n) for n in range(56)]
    closed = {28, 29, 30, 51}
    tuesdays = [day for n, day in enumerate(tuesdays) if n not in closed]
    tuesdays += [day + timedelta(days=2) for day in tuesdays]
    names = [f"p{n}" for n in range(people)]
    teams = [chance.sample(names, team) for _ in range(cases)]
    letters = {day: day - timedelta(days=21) for day in tuesdays}
    rhythm = Rhythm(4, 3, 12, 56, letters)
    courses = []
    for number in range(cases):
        begun = START - timedelta(days=chance.randrange(0, 91))
        courses.append(course(f"{number:04}", begun, frozenset(teams[number]), tuesdays, rhythm))
    letters = {day: day - timedelta(days=21) for day in tuesdays}
    outside = frozenset(chance.sample(names, 6))
    places = tuple(Place(f"L{n}", 12 if n else 20) for n in range(rooms))
    found = Problem(tuple(courses), places, (), dict.fromkeys(tuesdays, rooms), 0)
    meeting_days = [day for day in tuesdays if day.weekday() == 1]
    return replace(found, outsider_days=outsider_days(found.events, outside, meeting_days))


def course(case, begun, people, tuesdays, rhythm):
    """Three rounds of a case."""
    meetings, talks = {}, {}
    wished, latest = begun, begun
    for number in (1, 2, 3):
        wished += timedelta(weeks=16)
        latest += timedelta(days=121)
        first = max(START + timedelta(days=21), wished - timedelta(weeks=8))
        meetings[number] = event(Key(case, number, True), wished, people, first, latest, tuesdays)
        talk = wished - timedelta(days=28)
        first = max(START, talk - timedelta(weeks=8))
        who = frozenset(sorted(people)[:1])
        talks[number] = event(Key(case, number, False), talk, who, first, latest, tuesdays)
    return Course(case, meetings, talks, rhythm, (begun,))


def event(key, wished, people, first, latest, tuesdays):
    """One appointment with its possible Tuesdays."""
    minutes = 90 if key.is_meeting else 60
    hours = tuple(
        Hours(each, time(each.hour + minutes // 60, (each.minute + minutes % 60) % 60))
        if each.minute + minutes % 60 < 60
        else Hours(each, time(each.hour + 1 + minutes // 60, (each.minute + minutes % 60) % 60))
        for each in STARTS
    )
    weekday = 1 if key.is_meeting else 3
    days = {day: hours for day in tuesdays if first <= day <= latest and day.weekday() == weekday}
    return Event(key, minutes, people, 8, wished, days)


if __name__ == "__main__":
    found = problem(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
    begun = monotonic()
    plan = make_plan(found, 120, lambda text: print(f"{monotonic() - begun:5.1f} {text}"))
    print(monotonic() - begun, plan.proof, plan.gap, plan.cost, len(plan.unplaced))
