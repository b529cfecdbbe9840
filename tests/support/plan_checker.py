"""Every hard demand of a plan, checked one by one and without a solver."""

from datetime import timedelta
from itertools import combinations, pairwise

from dateutil.relativedelta import relativedelta

from samarbejde_cli.planning.values import Event


def broken(problem, plan):
    """What a plan breaks, in words; nothing for a right one."""
    events = {each.key: each for each in problem.events}
    taken = [
        (key.case, spot, events[key].people, key.is_meeting) for key, spot in plan.spots.items()
    ]
    for key, spot in plan.spots.items():
        yield from _alone(problem, events[key], spot)
    taken += [(b.case, b.spot, b.people, b.takes_administrator) for b in problem.booked]
    by_day = {}
    for each in taken:
        by_day.setdefault(each[1].day, []).append(each)
    for day, all_of_day in by_day.items():
        yield from _together(problem, day, all_of_day)
    for course in problem.courses:
        yield from _rhythm(course, plan)


def _alone(problem, event, spot):
    if spot.day not in event.days:
        yield f"{event.key} on a day that is none: {spot.day}"
    elif spot.hours not in event.days[spot.day]:
        yield f"{event.key} at an hour that is none: {spot.hours}"
    room = next(each for each in problem.places if each.name == spot.room)
    if room.seats is not None and room.seats < event.seats:
        yield f"{event.key} in a room too small"
    if event.needs_screen and not room.has_screen:
        yield f"{event.key} without a screen"


def _together(problem, day, taken):
    for (one, a, people, _), (other, b, others, _) in combinations(taken, 2):
        if not (a.hours.start < b.hours.end and b.hours.start < a.hours.end):
            continue
        if a.room == b.room:
            yield f"{one} and {other} in {a.room} on {day}"
        if people & others:
            yield f"{people & others} in {one} and {other} on {day}"
    meetings = [spot.hours for _, spot, _, is_meeting in taken if is_meeting]
    for moment in {each.start for each in meetings}:
        at_once = sum(
            each.start <= moment < _later(each.end, problem.gap_minutes) for each in meetings
        )
        if at_once > problem.administrators.get(day, 0):
            yield f"too few administrators on {day}"


def _later(at, minutes):
    total = at.hour * 60 + at.minute + minutes
    return at.replace(hour=total // 60, minute=total % 60)


def _rhythm(course, plan):
    meetings = {number: _day(each, plan) for number, each in course.meetings.items()}
    talks = {number: _day(each, plan) for number, each in course.talks.items()}
    for number, held in meetings.items():
        talk = talks.get(number)
        if talk and held:
            yield from _apart(course, number, talk, held)
        after = talks.get(number + 1) or meetings.get(number + 1)
        if held and after and after <= held:
            yield f"{course.case}: {after} before {held}"
    days = [*course.held, *meetings.values()]
    gap = course.rhythm.longest_gap
    for one, other in pairwise(days):
        if one and other and gap and other > _latest(course, one, gap):
            yield f"{course.case}: more than {gap} months from {one} to {other}"
    for age, first, last in course.ages:
        is_met = any(each and first <= each <= last for each in days)
        if not is_met and (course.case, age) not in plan.missed_ages:
            yield f"{course.case}: no meeting at {age} months"


def _latest(course, day, months):
    """The last day of a span; each day of a pause in it makes it a day longer."""
    last = day + relativedelta(months=months)
    at = day
    while course.pause and at < last:
        at += timedelta(days=1)
        last += timedelta(days=course.pause.first <= at < course.pause.until)
    return (
        max(last, course.pause.ready)
        if course.pause and last != day + relativedelta(months=months)
        else last
    )


def _day(what, plan):
    if isinstance(what, Event):
        spot = plan.spots.get(what.key)
        return spot.day if spot else None
    return what


def _apart(course, number, talk, held):
    both = course.talks[number], course.meetings[number]
    if not any(isinstance(each, Event) for each in both):
        return
    if talk > course.rhythm.letters_by.get(held, held):
        yield f"{course.case}: pre-meeting {talk} too near {held}"
    if held - talk > timedelta(days=course.rhythm.talk_ahead):
        yield f"{course.case}: pre-meeting {talk} too long before {held}"
