"""Summary of a case for the checks across cases: small, so that thousands fit in memory."""

from collections.abc import Iterator, Mapping
from datetime import date, time

from samarbejde_cli.case.attendees import at_meeting, at_other, at_prepared, at_talk
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.round import Appointment
from samarbejde_cli.findings import Location
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile


@frozen
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


@frozen
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
    for location, each, people in _appointments(case, profile, today):
        if each.date and each.date >= today and each.start and each.end:
            names = {name.casefold(): name for name in people}
            yield Booking(case.number, each.date, each.start, each.end, each.room, names, location)


def _appointments(
    case: Case, profile: Profile, today: date
) -> Iterator[tuple[Location, Appointment, list[str]]]:
    now, talk = case.round, at_talk(case)
    yield case.in_round("formøde", "dato"), now.pre_meeting, talk
    yield case.in_round("møde", "dato"), now.meeting, at_meeting(case, profile, today)
    for number, ahead in case.prepared_rounds.items():
        stem = f"{ROUNDS}/{number}"
        yield case.location(stem, "formøde", "dato"), ahead.pre_meeting, talk
        yield case.location(stem, "møde", "dato"), ahead.meeting, at_prepared(case, ahead.meeting)
    for i, each in enumerate(case.record.other_meetings):
        yield case.location("sag", "andre_møder", i, "dato"), each, at_other(case, each)
