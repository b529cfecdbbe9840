"""What of a case goes into colleagues' calendars: the round's meeting, and those outside it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from samarbejde_cli.case.appointments import (
    CALENDAR,
    MEETING,
    OTHER_CALENDAR,
    Slot,
    planned,
    slot,
)
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.other_meeting import OtherMeeting
from samarbejde_cli.case.sharing import may_receive, still_invited
from samarbejde_cli.documents.kinds.agenda import AGENDA
from samarbejde_cli.documents.role_labels import RoleLabels
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile


@frozen
class Booking:
    """An appointment in calendars; ``slot`` is None when it does not take place.

    ``paper`` is its word in ``breve.yaml``, ``stem`` the name of its file, ``key`` what tells it
    from the case's others. ``about`` is what the entry says beside time and place.
    """

    paper: str
    stem: str
    key: str
    slot: Slot | None
    room: str | None
    about: str | None = None


def bookings(case: Case, profile: Profile, day: date) -> Iterator[Booking]:
    """Yield the meetings outside the rounds, then the round's; without colleagues none has a slot.

    A meeting outside the rounds that is over is not put into a calendar any more.
    """
    for number, each in enumerate(case.record.other_meetings, 1):
        held = _still(case, slot(each, profile), day)
        found = held if held and _has_colleagues(case, profile, each.people) else None
        name = f"andet-møde-{number}"
        about = _about(case, profile, None, _of_other(case, profile, each, day))
        yield Booking(OTHER_CALENDAR, name, name, found, each.room, about)
    held = _still(case, planned(case, profile, MEETING), day)
    found = held if has_colleagues(case, profile, day) else None
    key = str(case.record.round)
    agenda = f"runde-{key}-{AGENDA.stem}.docx"
    about = _about(case, profile, agenda, _of_round(case, profile, day))
    room = case.round.meeting.room
    yield Booking(CALENDAR, f"runde-{key}-{MEETING}", key, found, room, about)


def of_rounds(case: Case, profile: Profile, slots: Mapping[int, Slot], day: date) -> list[Booking]:
    """Return the meetings of some rounds by their slots; none when no colleagues are asked."""
    asked = slots if has_colleagues(case, profile, day) else {}
    return [
        Booking(CALENDAR, f"runde-{number}-{MEETING}", str(number), held, held.room)
        for number, held in asked.items()
    ]


def has_colleagues(case: Case, profile: Profile, day: date) -> bool:
    """Whether somebody who works in the municipality is asked to the round's meeting."""
    asked = [each.person for _, each in still_invited(case, profile, day)]
    return _has_colleagues(case, profile, asked)


def _has_colleagues(case: Case, profile: Profile, names: Iterable[str]) -> bool:
    return any(is_colleague(case, profile, each) for each in names)


def is_colleague(case: Case, profile: Profile, name: str) -> bool:
    """Whether somebody works in the municipality and is asked through the calendar."""
    member, person = case.member(name), case.person(name)
    if member.is_internal if member else profile.employee(name):
        return True
    return bool(person and person.kind == "koordinator")


def _still(case: Case, held: Slot | None, day: date) -> Slot | None:
    """Return when something takes place; None when the end or a rest of the case prevents it."""
    if held is None or (case.step.is_end and held.begins.date() >= day):
        return None
    return None if case.record.is_paused(held.begins.date()) else held


def _of_other(case: Case, profile: Profile, meeting: OtherMeeting, day: date) -> list[str]:
    return [each for each in meeting.people if may_receive(case, profile, each, day)]


def _of_round(case: Case, profile: Profile, day: date) -> list[str]:
    asked = (each for _, each in still_invited(case, profile, day))
    return [each.person for each in asked if not (each.reply and each.reply.stays_away)]


def _about(case: Case, profile: Profile, agenda: str | None, names: Iterable[str]) -> str | None:
    """Return what a municipality lets a calendar say: the agenda's file, who is there as what."""
    wanted = profile.calendar
    lines = [f"Bilag: {agenda}"] if wanted.agenda and agenda else []
    labels = RoleLabels(case, profile)
    functions = (labels.of(each) for each in names) if wanted.people else ()
    known = [profile.words.of_person if each == "jeg" else each for each in functions]
    lines += [f"Med til mødet: {', '.join(dict.fromkeys(known))}"] if known else []
    return "\n".join(lines) or None
