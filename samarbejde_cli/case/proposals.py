"""What a field of a case is most likely to hold, to be proposed and never taken for granted."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.case_route import CaseRoute
from samarbejde_cli.case.sharing import under_age
from samarbejde_cli.danish import dates
from samarbejde_cli.forms.outline import fields_of
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.rhythm import letters_by, meeting_day_by
from samarbejde_cli.profile.staff import StaffRole
from samarbejde_cli.profile.vocabulary import Role

_TODAY = frozenset(
    ("dato", "indkaldt", "svaret", "sendt", "fortalt", "besluttet", "besluttet_dato",
     "trukket_tilbage")
)  # fmt: skip
"""Fields that are mostly filled in on the day that they speak of."""
_FROM_STAFF = {
    "afdeling": "department", "titel": "title", "telefon": "phone", "email": "email",
    "arbejdssted": "department",
}  # fmt: skip
"""What the settings know of an employee, by the key that it has in a case."""


@frozen
class _Asked:
    case: Case
    profile: Profile
    today: date
    at: CaseRoute
    beside: Mapping[str, Any]


def proposal(
    case: Case, profile: Profile, at: CaseRoute, today: date, beside: Mapping[str, Any]
) -> str | None:
    """Return the value that is proposed at a route; None where nothing is more likely.

    ``beside`` holds the values of the same group or item so far. The case must be readable.
    """
    asked = _Asked(case, profile, today, at, beside)
    path = ".".join(str(step) for step in at.route if isinstance(step, str))
    if path in _BY_PATH:
        return _BY_PATH[path](asked)
    key = str(at.route[-1])
    staff = profile.employee(str(beside.get("navn") or ""))
    if staff and key in _FROM_STAFF and (known := getattr(staff, _FROM_STAFF[key])):
        return str(known)
    return today.isoformat() if key in _TODAY else None


def companions(profile: Profile, kind: Any, name: str) -> dict[str, str]:
    """Return what the settings know of an employee for the fields of a group."""
    staff = profile.employee(name)
    if staff is None:
        return {}
    known = {key: getattr(staff, attribute) for key, attribute in _FROM_STAFF.items()}
    return {key: str(known[key]) for key in fields_of(kind) if known.get(key)}


def _start(asked: _Asked) -> str:
    return dates.clock(asked.profile.meeting_start)


def _end(asked: _Asked) -> str | None:
    start = dates.parse_clock(str(asked.beside.get("start") or ""))
    rhythm = asked.profile.rhythm
    is_meeting = asked.at.route[0] == "møde"
    minutes = rhythm.meeting_minutes if is_meeting else rhythm.pre_meeting_minutes
    return dates.clock(dates.later(start, minutes)) if start else None


def _room(asked: _Asked) -> str | None:
    """Return the room of the round's other appointment or the last round's; else the only one."""
    number, rooms = asked.case.record.round, asked.profile.rooms
    for each in (number, number - 1):
        if f"runder/{each}" in asked.case.files:
            held = asked.case.round_no(each)
            if room := held.meeting.room or held.pre_meeting.room:
                return room
    return rooms[0].name if len(rooms) == 1 else None


def _coordinator(asked: _Asked) -> str | None:
    coordinator = asked.case.record.coordinator
    return coordinator.name if coordinator else None


def _administrator(asked: _Asked) -> str | None:
    found = asked.profile.first_with(StaffRole.ADMINISTRATOR)
    return found.name if found else None


def _next_meeting(asked: _Asked) -> str | None:
    """Return the usual weekday before the longest time between two meetings is over."""
    held, rhythm = asked.case.round.meeting.date, asked.profile.rhythm
    if held is None:
        return None
    months = max(1, rhythm.months // max(rhythm.meetings, 1))
    return meeting_day_by(asked.profile, dates.add_months(held, months)).isoformat()


def _next_pre_meeting(asked: _Asked) -> str | None:
    meeting = dates.parse_iso(str(asked.beside.get("næste_møde") or _next_meeting(asked) or ""))
    return letters_by(asked.profile, meeting).isoformat() if meeting else None


def _follow_up(asked: _Asked) -> str | None:
    agreed = asked.case.round.follow_up.next_meeting
    return agreed.isoformat() if agreed else _next_meeting(asked)


def _talk(asked: _Asked) -> str:
    """Return what a pre-meeting is filed as at the youth's age."""
    held = asked.case.round.pre_meeting.date or asked.today
    is_child = under_age(asked.case, asked.profile, held)
    return "børnesamtale" if is_child else "jobsamtale"


def _adult(asked: _Asked) -> str | None:
    members = asked.case.team.members
    return next((each.name for each in members if each.role is Role.ADULT), None)


_BY_PATH: dict[str, Callable[[_Asked], str | None]] = {
    "formøde.dato": lambda _: None,
    "møde.dato": lambda _: None,
    "formøde.start": _start,
    "møde.start": _start,
    "formøde.slut": _end,
    "møde.slut": _end,
    "formøde.lokale": _room,
    "møde.lokale": _room,
    "møde.mødeleder": _coordinator,
    "møde.referent": _administrator,
    "køreplan.ansvarlig": _coordinator,
    "køreplan.næste_gang": _follow_up,
    "opfølgning.næste_møde": _next_meeting,
    "opfølgning.næste_formøde": _next_pre_meeting,
    "formøde.journalført.som": _talk,
    "opfølgning.journalført.som": lambda _: "samtale",
    "den_unges_voksne.person": _adult,
    "mål.fra_runde": lambda asked: str(asked.case.record.round),
}
