"""Which meetings count as the hand-over meeting of an age (handbook § 4.1; ti kommuner 6.2)."""

from datetime import date

from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.people import Role
from samarbejde_cli.case.rested import fell_in_pause
from samarbejde_cli.case.round import Meeting
from samarbejde_cli.profile.model import DepartmentKind, Profile

_ADULT_ROLES = frozenset({Role.ADULT_AUTHORITY, Role.SOCIAL_ADVISER})
_YEAR = 12


def meeting_days(case: Case, profile: Profile, months: int, today: date) -> list[date]:
    """Return the days of the meetings that were held or agreed on and count for an age.

    In the last year under age somebody from the adult side must take part.
    """
    must = needs_adult_side(case, profile, months)
    numbers = [n for n in range(1, case.record.round + 1) if f"{ROUNDS}/{n}" in case.files]
    meetings = [case.round_no(number).meeting for number in numbers]
    if fell_in_pause(case):
        meetings.pop()
    days = [each.date for each in meetings if not must or _takes_part(case, profile, each, today)]
    if not must or _is_at_hand(case, profile):
        days.append(case.round.follow_up.next_meeting)
    return [day for day in days if day]


def needs_adult_side(case: Case, profile: Profile, months: int) -> bool:
    """Whether the age is in the last year under age, and no support for young adults follows."""
    adult, record = profile.consent.adult * _YEAR, case.record
    stays = record.intake.aftercare or (record.support is not None and record.support.granted)
    return adult - _YEAR <= months < adult and not stays


def _takes_part(case: Case, profile: Profile, meeting: Meeting, today: date) -> bool:
    """Whether one from the adult side was at a meeting; before it, whether one may come."""
    is_over = meeting.date is not None and meeting.date < today
    names = [
        each.person
        for each in meeting.participants
        if each.attended or (not is_over and not (each.reply and each.reply.stays_away))
    ]
    names += [name for name in (meeting.leader, meeting.writer) if name]
    return any(_is_adult_side(case, profile, name) for name in names)


def _is_at_hand(case: Case, profile: Profile) -> bool:
    """Whether the case has one from the adult side who can be asked to the next meeting."""
    return any(_is_adult_side(case, profile, person.name) for person in case.everybody)


def _is_adult_side(case: Case, profile: Profile, name: str) -> bool:
    """Whether somebody is from the department for adults, or the one that takes over."""
    member, employee = case.member(name), profile.employee(name)
    if member and member.role in _ADULT_ROLES:
        return True
    places = [employee.department if employee else None, member.workplace if member else None]
    if case.record.coordinator and case.is_coordinator(name):
        places.append(case.record.coordinator.department)
    kinds = {each.kind for place in places if (each := profile.department(place))}
    return not kinds.isdisjoint(_adult_kinds(case, profile))


def _adult_kinds(case: Case, profile: Profile) -> set[DepartmentKind]:
    intake = case.record.intake
    follows = profile.coordinating_kind(
        profile.consent.adult, aftercare=intake.aftercare, unaccompanied=intake.unaccompanied
    )
    return {DepartmentKind.SOCIAL} | ({follows} if follows else set()) - {DepartmentKind.CHILDREN}
