"""The whole problem: the demands of all cases together with rooms, administrators and weights."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from samarbejde_cli.planning.calendar import Calendar
from samarbejde_cli.planning.gather import CaseDemands
from samarbejde_cli.planning.people import Directory
from samarbejde_cli.planning.values import Course, Event, Place, Problem, Weights
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.planning import PlanningWeights
from samarbejde_cli.profile.staff import StaffRole


def problem(demands: Sequence[CaseDemands], calendar: Calendar, directory: Directory) -> Problem:
    """Return the problem of a workspace; ``calendar`` is that of the municipality's own profile."""
    profile = calendar.profile
    courses = sorted((each.course for each in demands if each.course), key=lambda c: c.case)
    names = directory.names
    return Problem(
        courses=tuple(_known_course(each, names) for each in courses),
        places=tuple(Place(each.name, each.seats, each.screen) for each in profile.rooms),
        booked=tuple(
            replace(booked, people=_known(booked.people, names))
            for each in demands
            for booked in each.booked
        ),
        administrators=_administrators(profile, [*calendar.meeting_days, *calendar.talk_days]),
        gap_minutes=profile.planning.gap,
        school_ends=profile.planning.school_ends,
        outsiders=tuple(directory.several()),
        weights=_weights(profile.planning.weights),
    )


Names = Mapping[str, frozenset[str]]


def _known_course(course: Course, names: Names) -> Course:
    """Return a course with everybody under the name that is theirs alone."""

    def known(events: Mapping[int, date | Event]) -> dict[int, date | Event]:
        return {
            number: replace(each, people=_known(each.people, names))
            if isinstance(each, Event)
            else each
            for number, each in events.items()
        }

    return replace(course, meetings=known(course.meetings), talks=known(course.talks))


def _known(people: Iterable[str], names: Names) -> frozenset[str]:
    return frozenset(name for each in people for name in names.get(each, (each,)))


def _administrators(profile: Profile, days: Sequence[date]) -> dict[date, int]:
    """Return how many administrators work on each day; settings without any have one."""
    staff = [each for each in profile.staff if each.role is StaffRole.ADMINISTRATOR]
    return {day: sum(each.works_on(day) for each in staff) if staff else 1 for day in days}


def _weights(own: PlanningWeights) -> Weights:
    return Weights(
        own.wished_day,
        own.pre_meeting,
        own.outsiders,
        own.even,
        own.moved,
        own.after_school,
        own.in_a_row,
    )
