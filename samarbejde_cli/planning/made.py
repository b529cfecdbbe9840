"""What a case has made already: its appointments, and who works at them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from samarbejde_cli.case.appointments import Slot, is_off, slot
from samarbejde_cli.case.attendees import at_meeting, at_prepared, at_talk, at_work, expected
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.rhythm import is_held
from samarbejde_cli.case.round import Appointment, Meeting, PreMeeting
from samarbejde_cli.case.steps import Step
from samarbejde_cli.planning.people import Directory
from samarbejde_cli.planning.values import Booked, Hours, Spot
from samarbejde_cli.profile.model import Profile


class Keep(StrEnum):
    """What of the appointments that are made already may not be moved."""

    ALL = "all"
    BOOKED = "booked"
    NONE = "none"


class Scope(NamedTuple):
    """What is planned: from a first day to a last one, as seen today, and what is kept."""

    today: date
    first: date
    last: date
    keep: Keep


@dataclass(frozen=True)
class Made:
    """The appointments of one case under its profile."""

    case: Case
    profile: Profile
    scope: Scope
    directory: Directory

    def first_open(self) -> int:
        """Return the number of the first round whose meeting is not held."""
        return self.case.record.round + is_held(self.case, self.scope.today)

    def held(self) -> tuple[date, ...]:
        """Return the days of the meetings that are held."""
        rounds = sorted(self.case.rounds.items())
        last = self.first_open()
        days = (each.meeting.date for number, each in rounds if number < last)
        return tuple(day for day in days if day)

    def numbers(self) -> list[int]:
        """Return the rounds ahead that have a file."""
        return sorted({self.first_open(), *self.case.prepared_rounds})

    def meeting(self, number: int) -> Appointment | None:
        """Return the meeting of a round, when it has a day."""
        return self._appointment(number, is_meeting=True)

    def talk(self, number: int) -> Appointment | None:
        """Return the pre-meeting of a round, when it has a day."""
        return self._appointment(number, is_meeting=False)

    def _appointment(self, number: int, *, is_meeting: bool) -> Appointment | None:
        """Return what a round has made already, from today on or held; None without a day."""
        now = self.case.record.round
        rounds = {now: self.case.round, **self.case.prepared_rounds}
        found = rounds.get(number)
        what = found and (found.meeting if is_meeting else found.pre_meeting)
        if what and what.date:
            return what
        agreed = self.case.round.follow_up
        day = agreed.next_meeting if is_meeting else agreed.next_pre_meeting
        if number != now + 1 or day is None:
            return None
        kind = Meeting if is_meeting else PreMeeting
        return kind.model_validate({"dato": day.isoformat()})

    def is_talk_done(self, number: int) -> bool:
        """Whether the pre-meeting of a round is held."""
        talk = self.talk(number)
        if number != self.case.record.round:
            return False
        is_past = talk is not None and talk.date is not None and talk.date < self.scope.today
        return (
            self.case.step is Step.MEETING
            or self.case.round.pre_meeting.journal is not None
            or is_past
        )

    def stands(self, what: Appointment, number: int) -> bool:
        """Whether an appointment may not be moved: it has day, hour and room, and is to be kept."""
        day, keep = what.date, self.scope.keep
        if day is None or day < self.scope.today or is_off(self.case, day):
            return False
        if day < self.scope.first:
            return True
        is_whole = what.start is not None and (what.room is not None or not self.profile.rooms)
        if keep is Keep.NONE or not is_whole:
            return False
        return keep is Keep.ALL or self._is_announced(what, number)

    def _is_announced(self, what: Appointment, number: int) -> bool:
        if number != self.case.record.round:
            return False
        if isinstance(what, PreMeeting):
            return what.invited is not None
        return any(each.invited for each in self.case.round.meeting.participants)

    def own(self, now: Appointment | None) -> Spot | None:
        """Return the spot where an appointment is now; None when that is no spot to keep."""
        found = slot(now, self.profile) if now else None
        if found is None or found.begins.date() < self.scope.first:
            return None
        return _spot(found)

    def people(self, number: int, *, is_meeting: bool) -> list[str]:
        """Return who works at an appointment of a round."""
        if not is_meeting:
            return at_talk(self.case)
        if number == self.case.record.round and self.case.round.meeting.participants:
            return at_meeting(self.case, self.profile, self.scope.today)
        ahead = self.case.prepared_rounds.get(number)
        if ahead and ahead.meeting.participants:
            return at_prepared(self.case, ahead.meeting)
        return at_work(self.case, expected(self.case, self.profile, self.scope.today))

    def seats(self) -> int:
        """Return how many sit at the table of a meeting."""
        return 2 + len(expected(self.case, self.profile, self.scope.today))

    def keys(self, names: Sequence[str]) -> frozenset[str]:
        """Return the names that people go by in plans."""
        key = self.directory.key
        return frozenset(key(self.case, self.profile, name) for name in names)

    def booked(
        self,
        what: Appointment,
        people: Sequence[str],
        number: int | None = None,
        *,
        is_meeting: bool,
    ) -> Iterator[Booked]:
        """Yield what stands, when it has hours in the time that is planned."""
        found = slot(what, self.profile)
        if found and found.begins.date() >= self.scope.first:
            yield Booked(_spot(found), self.keys(people), is_meeting, self.case.number, number)


def _spot(found: Slot) -> Spot:
    hours = Hours(found.begins.time(), found.ends.time())
    return Spot(found.begins.date(), hours, found.room)
