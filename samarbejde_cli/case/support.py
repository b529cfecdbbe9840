"""Which support somebody has: what decides on support as an adult, and on the plan's laws."""

import re
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.meeting_checklist import Placement
from samarbejde_cli.case.people import Role
from samarbejde_cli.case.team import Measure
from samarbejde_cli.profile.laws import Situation
from samarbejde_cli.profile.model import Support

_ROLES = frozenset({Role.PLACEMENT, Role.FOSTER_ADVISER, Role.CONTACT_PERSON})
_MEASURES = re.compile(
    r"kontaktperson|anbring|anbragt|plejefamilie|familiepleje|netværkspleje|opholdssted"
    r"|døgninstitution|sikret institution|børnehjem|eget værelse",
    re.IGNORECASE,
)
_SERVICES_ACT = re.compile(r"\b(?:service|servicel\w+|SEL)\b", re.IGNORECASE)
_PLACED = frozenset(Placement) - {Placement.FORMERLY, Placement.NOT_PLACED, Placement.OTHER}


def may_have_support(case: Case, today: date) -> bool:
    """Whether somebody in the team, a running measure or the checklist tells of a placement.

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
    """Return the age on a day, and the support that the case tells of on it."""
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
