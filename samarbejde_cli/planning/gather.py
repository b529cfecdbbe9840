"""What the cases ask of a plan: each case's rounds ahead, and everything that stands already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from samarbejde_cli.case.appointments import Slot, is_off, slot
from samarbejde_cli.case.attendees import (
    at_meeting,
    at_other,
    at_prepared,
    at_talk,
    at_work,
    expected,
)
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.coming_of_age import at_age, hand_over_span, meeting_days
from samarbejde_cli.case.rhythm import counted_from, is_held
from samarbejde_cli.case.round import Appointment, Meeting, PreMeeting
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.planning.calendar import Calendar
from samarbejde_cli.planning.people import Directory
from samarbejde_cli.planning.values import RHYTHM, Booked, Cause, Course, Event, Hours, Key, Spot

_EARLIER, _LATE = timedelta(weeks=8), timedelta(weeks=8)
"""How long before its wished day a meeting can be placed, and how long one waits that is late."""


class Keep(StrEnum):
    """What of the appointments that are made already may not be moved."""

    ALL = "all"
    BOOKED = "booked"
    NONE = "none"


@dataclass
class CaseDemands:
    """The course of one case, with what stands in it; ``why_not`` when there is nothing to plan."""

    course: Course | None
    booked: list[Booked] = field(default_factory=list)
    why_not: str = ""


class Gatherer:
    """Reads the demands of one case after another, in the order of their numbers."""

    def __init__(self, today: date, first: date, last: date, keep: Keep) -> None:
        self.today, self.first, self.last, self.keep = today, first, last, keep
        self.directory = Directory()

    def demands(self, case: Case, calendar: Calendar, *, is_planned: bool) -> CaseDemands:
        """Return what a case asks for; raises ``BrokenFileError`` when it cannot be read."""
        own = _CaseReader(self, case, calendar)
        if case.step.is_end:
            return CaseDemands(None, why_not=f"er {case.step.value}")
        others = list(own.other_meetings())
        why_not = _why_not(case)
        if why_not or not is_planned:
            return CaseDemands(None, [*others, *own.all_booked()], why_not)
        return own.course(others)


def _why_not(case: Case) -> str:
    if case.step is Step.INTAKE:
        return "er i visitation"
    return "skal afsluttes" if case.record.closing else ""


@dataclass
class _CaseReader:
    gatherer: Gatherer
    case: Case
    calendar: Calendar

    def __post_init__(self) -> None:
        self.profile, self.today = self.calendar.profile, self.gatherer.today

    def other_meetings(self) -> Iterator[Booked]:
        """Yield the meetings outside the rounds."""
        for each in self.case.record.other_meetings:
            yield from self._booked(each, at_other(self.case, each), is_meeting=False)

    def all_booked(self) -> Iterator[Booked]:
        """Yield everything that the case has made already."""
        for number in self._numbers():
            for what, is_meeting in ((self._talk(number), False), (self._meeting(number), True)):
                if what:
                    yield from self._booked(
                        what,
                        self._people(number, is_meeting=is_meeting),
                        number,
                        is_meeting=is_meeting,
                    )

    def course(self, others: list[Booked]) -> CaseDemands:
        """Return the rounds ahead with their events."""
        meetings: dict[int, date | Event] = {}
        talks: dict[int, date | Event] = {}
        booked = list(others)
        for number, wished, last in self._rounds():
            talk, meeting = self._talk(number), self._meeting(number)
            is_done = self._is_talk_done(number)
            if meeting and self._stands(meeting, number):
                meetings[number] = meeting.date or wished
                booked += self._booked(
                    meeting, self._people(number, is_meeting=True), number, is_meeting=True
                )
            else:
                meetings[number] = self._event(
                    Key(self.case.number, number, True), wished, last, meeting
                )
            if is_done:
                if talk and talk.date and self._is_near(talk.date, meetings[number]):
                    talks[number] = talk.date
            elif talk and self._stands(talk, number):
                talks[number] = talk.date or wished
                booked += self._booked(
                    talk, self._people(number, is_meeting=False), number, is_meeting=False
                )
            elif self.profile.rhythm.pre_meetings and not self._is_before(meetings[number]):
                talks[number] = self._talk_event(number, meetings[number], talk)
        late = [n for n, each in meetings.items() if isinstance(each, Event) and each.is_late]
        course = Course(
            self.case.number,
            {n: each for n, each in meetings.items() if n >= max(late, default=0)},
            talks,
            self.calendar.rhythm,
            () if late else self._held(),
            tuple(self._ages()),
        )
        return CaseDemands(course if self._is_planned(course) else None, booked)

    def _is_near(self, talk: date, meeting: date | Event) -> bool:
        """Whether a meeting can be as soon after a talk that was held as the settings want."""
        days = meeting.days if isinstance(meeting, Event) else [meeting]
        last = talk + timedelta(days=self.profile.planning.talk_ahead)
        return any(day <= last for day in days)

    def _is_before(self, meeting: date | Event) -> bool:
        return isinstance(meeting, date) and meeting < self.gatherer.first

    @staticmethod
    def _is_planned(course: Course) -> bool:
        both = (*course.meetings.values(), *course.talks.values())
        return any(isinstance(each, Event) for each in both)

    def _rounds(self) -> Iterator[tuple[int, date, date]]:
        """Yield the rounds ahead, the wished day of each meeting, and its last day."""
        start = self._start()
        weeks, months = self.calendar.weeks_between, self.profile.rhythm.longest_gap
        number = self._first_open()
        wished, last = start, start
        dated = set(self._numbers())
        if not weeks:
            yield from self._rounds_by_age(number)
            return
        while True:
            meeting = self._meeting(number)
            stands = bool(meeting and self._stands(meeting, number))
            wished += timedelta(weeks=weeks)
            last = add_months(last, months) if months else date.max
            if meeting and meeting.date and meeting.date >= self.today:
                last = meeting.date if stands else last
                wished = meeting.date
            if wished > self.gatherer.last and number not in dated:
                return
            yield number, wished, last
            if last < self._earliest and not stands:
                wished, last = self._earliest, self._earliest + _LATE
            if not months:
                last = wished
            number += 1

    def _rounds_by_age(self, number: int) -> Iterator[tuple[int, date, date]]:
        """Yield one round for each age that asks for a meeting, and those that have a day."""
        met: list[date] = []
        for each in self._numbers():
            meeting = self._meeting(each)
            if meeting and meeting.date and meeting.date >= self.today:
                yield each, meeting.date, meeting.date
                number = each + 1
                met.append(meeting.date)
        for months, first, last in self._ages():
            if any(first <= day <= last for day in met):
                continue
            wished = min(max(at_age(self.case, months), first), last)
            yield number, wished, last
            number += 1

    def _first_open(self) -> int:
        return self.case.record.round + is_held(self.case, self.today)

    def _start(self) -> date:
        """Return the day from which the next meeting is counted."""
        held = self._held()
        start = held[-1] if held else counted_from(self.case) or self.today
        pause = self.case.record.pause
        return max(start, pause.until) if pause and pause.until > self.today else start

    @property
    def _earliest(self) -> date:
        """The first day for which there is time to call to a meeting."""
        return self.gatherer.first + timedelta(days=self.profile.limits.letter_days)

    def _held(self) -> tuple[date, ...]:
        rounds = sorted(self.case.rounds.items())
        last = self._first_open()
        days = (each.meeting.date for number, each in rounds if number < last)
        return tuple(day for day in days if day)

    def _numbers(self) -> list[int]:
        return sorted({self._first_open(), *self.case.prepared_rounds})

    def _meeting(self, number: int) -> Appointment | None:
        return self._appointment(number, is_meeting=True)

    def _talk(self, number: int) -> Appointment | None:
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

    def _is_talk_done(self, number: int) -> bool:
        talk = self._talk(number)
        if number != self.case.record.round:
            return False
        is_past = talk is not None and talk.date is not None and talk.date < self.today
        return (
            self.case.step is Step.MEETING
            or self.case.round.pre_meeting.journal is not None
            or is_past
        )

    def _stands(self, what: Appointment, number: int) -> bool:
        """Whether an appointment may not be moved: it has day, hour and room, and is to be kept."""
        day, keep = what.date, self.gatherer.keep
        if day is None or day < self.today or is_off(self.case, day):
            return False
        if day < self.gatherer.first:
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

    def _event(self, key: Key, wished: date, last: date, now: Appointment | None) -> Event:
        """Return an appointment to place, with the days that are possible."""
        rhythm, limits, is_meeting = self.profile.rhythm, self.profile.limits, key.is_meeting
        minutes = rhythm.meeting_minutes if is_meeting else rhythm.pre_meeting_minutes
        names = self._people(key.round, is_meeting=is_meeting)
        notice = limits.letter_days if is_meeting else limits.invite_youth_days
        earliest = self.gatherer.first + timedelta(days=notice)
        days = [d for d in self.calendar.weekdays(is_meeting=is_meeting) if d >= earliest]
        barred = {day: self.calendar.bars(self.case, names, day) for day in days}
        possible = [day for day, cause in barred.items() if cause is None]
        begins = max(earliest, wished - _EARLIER)
        found = [day for day in possible if begins <= day <= last]
        is_late = is_meeting and not any(begins <= day <= last for day in days)
        if is_late:
            wished = possible[0] if possible else earliest
            found = [day for day in possible if day <= wished + _LATE]
        too_late = {day: Cause(RHYTHM, self.case.number) for day in possible if day > last}
        against = {day: cause for day, cause in barred.items() if cause} | too_late
        around = (begins, max(wished, min(last, self.gatherer.last)) + _LATE)
        own = self._own(now)
        hours = self.calendar.hours(minutes)
        choices = dict.fromkeys(found, hours)
        if own and self.calendar.bars(self.case, names, own.day) is None:
            choices[own.day] = tuple(sorted({*choices.get(own.day, ()), own.hours}))
        elif now and now.date and now.date in possible and now.start is None:
            choices = {now.date: hours}
        return Event(
            key,
            minutes,
            self._keys(names),
            self._seats() if is_meeting else 2 + len(names),
            wished,
            choices,
            own,
            {
                day: cause
                for day, cause in against.items()
                if around[0] <= day <= around[1] and day not in choices
            },
            hours,
            self.case.turns(self.profile.consent.adult),
            needs_screen=is_meeting,
            is_late=is_late,
        )

    def _talk_event(self, number: int, meeting: "date | Event", now: Appointment | None) -> Event:
        wished = meeting.wished if isinstance(meeting, Event) else meeting
        talk = self.profile.limits.letter_days + 7
        last = max(meeting.days, default=wished) if isinstance(meeting, Event) else meeting
        return self._event(
            Key(self.case.number, number, False), wished - timedelta(days=talk), last, now
        )

    def _own(self, now: Appointment | None) -> Spot | None:
        """Return the spot where an appointment is now; None when that is no spot to keep."""
        found = slot(now, self.profile) if now else None
        if found is None or found.begins.date() < self.gatherer.first:
            return None
        return _spot(found)

    def _people(self, number: int, *, is_meeting: bool) -> list[str]:
        if not is_meeting:
            return at_talk(self.case)
        if number == self.case.record.round and self.case.round.meeting.participants:
            return at_meeting(self.case, self.profile, self.today)
        ahead = self.case.prepared_rounds.get(number)
        if ahead and ahead.meeting.participants:
            return at_prepared(self.case, ahead.meeting)
        return at_work(self.case, expected(self.case, self.profile, self.today))

    def _seats(self) -> int:
        return 2 + len(expected(self.case, self.profile, self.today))

    def _keys(self, names: Sequence[str]) -> frozenset[str]:
        key = self.gatherer.directory.key
        return frozenset(key(self.case, self.profile, name) for name in names)

    def _booked(
        self,
        what: Appointment,
        people: Sequence[str],
        number: int | None = None,
        *,
        is_meeting: bool,
    ) -> Iterator[Booked]:
        found = slot(what, self.profile)
        if found and found.begins.date() >= self.gatherer.first:
            yield Booked(_spot(found), self._keys(people), is_meeting, self.case.number, number)

    def _ages(self) -> Iterator[tuple[int, date, date]]:
        """Yield the spans of the ages that ask for a meeting within the time that is planned."""
        for months in self.profile.limits.hand_over_ages:
            first, last = hand_over_span(self.case, self.profile, months)
            held = meeting_days(self.case, self.profile, months, self.today)
            is_met = any(first <= day <= last and day < self.gatherer.first for day in held)
            begins = self.gatherer.first + timedelta(days=self.profile.limits.letter_days)
            if begins <= last <= self.gatherer.last and not is_met:
                yield months, max(first, begins), last


def _spot(found: Slot) -> Spot:
    hours = Hours(found.begins.time(), found.ends.time())
    return Spot(found.begins.date(), hours, found.room)
