"""Summary of a case for the checks across cases: small, so that thousands fit in memory."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time

from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.other_meeting import OtherMeeting
from samarbejde_cli.case.round import Appointment, Participant
from samarbejde_cli.case.sharing import still_invited
from samarbejde_cli.findings import Location
from samarbejde_cli.profile.model import Profile


@dataclass(frozen=True, slots=True)
class Booking:
    """A coming pre-meeting or meeting with its times.

    ``people`` are those who work there: their names as written, by the name in lower case.
    """

    number: str
    date: date
    start: time
    end: time
    room: str | None
    people: Mapping[str, str]
    location: Location


@dataclass(frozen=True, slots=True)
class Summary:
    """One open case: its CPR number, its bookings, and the coming days with an appointment."""

    number: str
    cpr: str
    cpr_location: Location
    bookings: tuple[Booking, ...]
    days: tuple[date, ...]


def summary(case: Case, profile: Profile, today: date) -> Summary | None:
    """Return the summary of an open case; None for one that has ended or cannot be read."""
    return unless_broken(lambda: _summary(case, profile, today), None)


def _summary(case: Case, profile: Profile, today: date) -> Summary | None:
    if case.step.is_end:
        return None
    now, after = case.round, case.round.follow_up
    set_days = [
        now.pre_meeting.date, now.meeting.date, after.next_pre_meeting, after.next_meeting,
        *(each.date for each in case.record.other_meetings),
        *(day for ahead in case.prepared_rounds.values() for day in ahead.days()),
    ]  # fmt: skip
    days = tuple(day for day in set_days if day and day >= today)
    bookings = tuple(_bookings(case, profile, today)) if days else ()
    number = case.record.youth.cpr
    return Summary(case.number, number, case.location("sag", "ung", "cpr"), bookings, days)


def _bookings(case: Case, profile: Profile, today: date) -> Iterator[Booking]:
    coordinator = case.record.coordinator
    leading = [coordinator.name] if coordinator else []
    meeting = case.round.meeting
    at_work = [name for name in (meeting.leader, meeting.writer) if name]
    at_work += [
        each.person for _, each in still_invited(case, profile, today) if _works(case, each)
    ]
    held: tuple[tuple[str, Appointment, list[str]], ...] = (
        ("formøde", case.round.pre_meeting, leading),
        ("møde", meeting, leading + at_work),
    )
    booked = [(case.in_round(key, "dato"), each, people) for key, each, people in held]
    booked += [
        (case.location(f"{ROUNDS}/{number}", key, "dato"), each, leading)
        for number, ahead in case.prepared_rounds.items()
        for key, each in (("formøde", ahead.pre_meeting), ("møde", ahead.meeting))
    ]
    booked += [
        (case.location("sag", "andre_møder", i, "dato"), each, [*leading, *_workers(case, each)])
        for i, each in enumerate(case.record.other_meetings)
    ]
    for location, each, people in booked:
        if each.date and each.date >= today and each.start and each.end:
            names = {name.casefold(): name for name in people}
            yield Booking(case.number, each.date, each.start, each.end, each.room, names, location)


def _workers(case: Case, meeting: OtherMeeting) -> list[str]:
    """Return those of a meeting outside the rounds who are there for work."""
    names = map(case.full_name, meeting.people)
    return [name for name in names if (who := case.member(name)) and who.is_professional]


def _works(case: Case, participant: Participant) -> bool:
    """Whether a participant comes for work: a professional, or somebody outside the team."""
    member = case.member(participant.person)
    if (participant.reply and participant.reply.stays_away) or (
        member and not member.is_professional
    ):
        return False
    return member is not None or case.person(participant.person) is None
