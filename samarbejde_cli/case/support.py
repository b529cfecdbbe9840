"""Whether a youth is placed or has a contact person, and so may have support as an adult."""

import re
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.meeting_checklist import Placement
from samarbejde_cli.case.people import Role
from samarbejde_cli.case.team import Measure

_ROLES = frozenset({Role.PLACEMENT, Role.FOSTER_ADVISER, Role.CONTACT_PERSON})
_MEASURES = re.compile(
    r"kontaktperson|anbring|anbragt|plejefamilie|familiepleje|netværkspleje|opholdssted"
    r"|døgninstitution|sikret institution|børnehjem|eget værelse",
    re.IGNORECASE,
)
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
