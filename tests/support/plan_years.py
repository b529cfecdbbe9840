"""Small years to plan, made by chance from a seed."""

import random
from dataclasses import replace
from datetime import date, time, timedelta

from samarbejde_cli.planning.values import (
    Booked,
    Course,
    Event,
    Hours,
    Key,
    Place,
    Problem,
    Rhythm,
    Spot,
)

START = date(2026, 1, 6)
TUESDAYS = [START + timedelta(weeks=n) for n in range(54)]
MEETING = tuple(
    Hours(time(h, m), time(h + 1 + (m >= 30), (m + 30) % 60))
    for h, m in ((9, 0), (10, 45), (12, 30))
)
TALK = tuple(Hours(each.start, time(each.start.hour + 1, each.start.minute)) for each in MEETING)


def rhythm(days=TUESDAYS, gap=4):
    return Rhythm(gap, 3, 12, 56, {day: day - timedelta(days=21) for day in days})


def event(case, number, is_meeting, people, wished, days, **more):
    hours = MEETING if is_meeting else TALK
    return Event(
        Key(case, number, is_meeting),
        90 if is_meeting else 60,
        frozenset(people),
        more.pop("seats", 6),
        wished,
        dict.fromkeys(days, hours),
        hours=hours,
        needs_screen=is_meeting,
        **more,
    )


def year(seed, cases=6, people=6, rooms=1):
    chance = random.Random(seed)
    names = [f"person {n}" for n in range(people)]
    courses = []
    for number in range(cases):
        case, team = f"{number:03}", chance.sample(names, chance.choice((2, 3)))
        begun = START - timedelta(days=chance.randrange(100))
        courses.append(course(chance, case, begun, team))
    busy = Spot(chance.choice(TUESDAYS), MEETING[0], "Stor")
    booked = (Booked(busy, frozenset(chance.sample(names, 2)), True, "andet"),)
    kinds = (Place("Stor", 20), Place("Lille", 5), Place("Uden skærm", 8, has_screen=False))
    more = (replace(each, name=f"{each.name} {n}") for n in range(2, rooms + 1) for each in kinds)
    places = (*kinds, *more)
    count = dict.fromkeys(TUESDAYS, rooms * chance.choice((1, 2)))
    return Problem(tuple(courses), places, booked, count, 15)


def course(chance, case, begun, team):
    meetings, talks = {}, {}
    for number in (1, 2, 3):
        wished = begun + timedelta(weeks=16 * number)
        off = {each for each in TUESDAYS if chance.random() < 0.1}
        near = [
            each for each in TUESDAYS
            if each >= START + timedelta(weeks=3) and abs((each - wished).days) < 60
            and each not in off
        ]  # fmt: skip
        seats = chance.choice((4, 6, 12))
        meetings[number] = event(case, number, True, team, wished, near, seats=seats)
        wanted = wished - timedelta(days=28)
        days = [each for each in TUESDAYS if abs((each - wanted).days) < 60]
        talks[number] = event(case, number, False, team[:1], wanted, days, seats=3)
    return Course(case, meetings, talks, rhythm(), (begun,))
