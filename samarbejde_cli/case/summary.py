"""Summary of a case for the checks across cases: small, so that thousands fit in memory."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path

from samarbejde_cli.case.attendees import at_meeting, at_other, at_prepared, at_talk
from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.round import Appointment
from samarbejde_cli.findings import Location, Route
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
    folder: str
    stem: str
    route: Route

    @property
    def location(self) -> Location:
        """Where its day is written."""
        return _location(self.folder, self.stem, self.route)


def _location(folder: str, stem: str, route: Route) -> Location:
    return Location(Path(folder) / f"{stem}.yaml", route)


@frozen
class Summary:
    """One open case: its CPR number, its bookings, and the coming days with an appointment."""

    number: str
    folder: str
    cpr: str
    bookings: tuple[Booking, ...]
    days: tuple[date, ...]

    @property
    def cpr_location(self) -> Location:
        """Where the CPR number is written."""
        return _location(self.folder, "sag", ("ung", "cpr"))


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
    return Summary(case.number, str(case.folder), number, bookings, days)


def _bookings(case: Case, profile: Profile, today: date) -> Iterator[Booking]:
    folder = str(case.folder)
    for stem, route, each, people in _appointments(case, profile, today):
        if each.date and each.date >= today and each.start and each.end:
            names = {name.casefold(): name for name in people}
            when = each.date, each.start, each.end
            yield Booking(case.number, *when, each.room, names, folder, stem, route)


def _appointments(
    case: Case, profile: Profile, today: date
) -> Iterator[tuple[str, Route, Appointment, list[str]]]:
    key, now, talk = case.round_key, case.round, at_talk(case)
    yield key, _TALK, now.pre_meeting, talk
    yield key, _MEETING, now.meeting, at_meeting(case, profile, today)
    for number, ahead in case.prepared_rounds.items():
        stem = f"{ROUNDS}/{number}"
        yield stem, _TALK, ahead.pre_meeting, talk
        yield stem, _MEETING, ahead.meeting, at_prepared(case, ahead.meeting)
    for i, each in enumerate(case.record.other_meetings):
        yield "sag", ("andre_møder", i, "dato"), each, at_other(case, each)


_TALK, _MEETING = ("formøde", "dato"), ("møde", "dato")
