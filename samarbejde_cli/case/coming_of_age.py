"""The passage to adult life: support from before, and the meetings that prepare it."""

import re
from datetime import date

from samarbejde_cli.case.appointments import fell_in_pause
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.meeting_checklist import Placement
from samarbejde_cli.case.people import Role
from samarbejde_cli.case.remembered import remembered
from samarbejde_cli.case.round import Meeting
from samarbejde_cli.case.team import Measure
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.profile.laws import Situation
from samarbejde_cli.profile.model import DepartmentKind, Profile, Support

_ROLES = frozenset({Role.PLACEMENT, Role.FOSTER_ADVISER, Role.CONTACT_PERSON})
_MEASURES = lazy_pattern(
    r"kontaktperson|anbring|anbragt|plejefamilie|familiepleje|netværkspleje|opholdssted"
    r"|døgninstitution|sikret institution|børnehjem|eget værelse",
    re.IGNORECASE,
)
_SERVICES_ACT = lazy_pattern(r"\b(?:service|servicel\w+|SEL)\b", re.IGNORECASE)
_PLACED = frozenset(Placement) - {Placement.FORMERLY, Placement.NOT_PLACED, Placement.OTHER}


def may_have_support(case: Case, today: date) -> bool:
    """Whether the team, a running measure or the checklist shows a placement.

    A contact person counts alike (barnets lov §§ 113-116).
    """
    return (
        any(member.role in _ROLES for member in case.team.members)
        or any(_is_such(measure, today) for measure in case.team.measures)
        or case.round.meeting.checklist.placement in _PLACED
    )


def _is_such(measure: Measure, today: date) -> bool:
    """Whether a measure that has begun is a placement or a contact person."""
    has_begun = measure.start is None or measure.start <= today
    return has_begun and bool(_MEASURES.search(f"{measure.support} {measure.offer or ''}"))


def situation(case: Case, day: date) -> Situation:
    """Return the age and the support, as the case has them, on a day."""
    record = case.record
    decision = record.support
    is_granted = decision is not None and decision.granted and decision.decided_on <= day
    found = {Support.YOUNG_ADULT} if is_granted or record.intake.aftercare else set()
    if any(_is_by_services_act(measure, day) for measure in case.team.measures):
        found.add(Support.SERVICES)
    return Situation(case.age(day), frozenset(found))


def _is_by_services_act(measure: Measure, day: date) -> bool:
    has_begun = measure.start is None or measure.start <= day
    return has_begun and bool(_SERVICES_ACT.search(measure.paragraph or ""))


_ADULT_ROLES = frozenset({Role.ADULT_AUTHORITY, Role.SOCIAL_ADVISER})
_YEAR = 12


def at_age(case: Case, months: int) -> date:
    """Return the day on which the youth is so many months old."""
    return add_months(case.record.youth.cpr.born, months)


def hand_over_span(case: Case, profile: Profile, months: int) -> tuple[date, date]:
    """Return the first and the last day for the meeting that belongs to an age in months."""
    day, margin = at_age(case, months), profile.limits.hand_over_margin
    return add_months(day, -margin), add_months(day, margin)


def has_meeting(
    case: Case, profile: Profile, months: int, today: date, span: tuple[date, date]
) -> bool:
    """Whether a meeting that counts for an age was held or is agreed on, in a span of days.

    In the last year under age somebody from the adult side must take part, or be in the case where
    nobody is invited yet.
    """
    (first, last), must = span, needs_adult_side(case, profile, months)
    people = case.everybody if must else ()
    meetings = [each.meeting for each in case.rounds.values()]
    if fell_in_pause(case):
        meetings.pop()
    fitting = [each for each in meetings if each.date and first <= each.date <= last]
    if any(not must or _takes_part(case, profile, each, today) for each in fitting):
        return True
    ahead = [case.round.follow_up.next_meeting]
    ahead += [each.meeting.date for each in case.prepared_rounds.values()]
    if not any(day and first <= day <= last for day in ahead):
        return False
    return not must or any(_is_adult_side(case, profile, each.name) for each in people)


def needs_adult_side(case: Case, profile: Profile, months: int) -> bool:
    """Whether the age is in the last year under age, and no support for young adults follows."""
    adult = profile.consent.adult * _YEAR
    return adult - _YEAR <= months < adult and not case.record.has_aftercare


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


@remembered
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


@remembered
def _adult_kinds(case: Case, profile: Profile) -> set[DepartmentKind]:
    record = case.record
    follows = profile.coordinating_kind(
        profile.consent.adult,
        aftercare=record.has_aftercare,
        unaccompanied=record.intake.unaccompanied,
    )
    return {DepartmentKind.SOCIAL} | ({follows} if follows else set()) - {DepartmentKind.CHILDREN}
