"""What the cases ask of a plan: each case's rounds ahead, and everything that stands already."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from samarbejde_cli.case.attendees import at_other
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.rhythm import rest
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.planning.calendar import Calendar
from samarbejde_cli.planning.events import Events
from samarbejde_cli.planning.made import Made, Scope
from samarbejde_cli.planning.people import Directory
from samarbejde_cli.planning.rounds import Rounds
from samarbejde_cli.planning.values import Booked, Course, Event, Key


@dataclass
class CaseDemands:
    """The course of one case, with what stands in it; ``why_not`` when there is nothing to plan.

    ``later`` is the first day for the next meeting when that is after the plan.
    """

    course: Course | None
    booked: list[Booked] = field(default_factory=list)
    why_not: str = ""
    later: date | None = None


class Gatherer:
    """Reads the demands of one case after another, in the order of their numbers."""

    def __init__(self, scope: Scope) -> None:
        self.scope, self.directory = scope, Directory()

    def demands(self, case: Case, calendar: Calendar, *, is_planned: bool) -> CaseDemands:
        """Return what a case asks for; raises ``BrokenFileError`` when it cannot be read."""
        own = _CaseReader(Made(case, calendar.profile, self.scope, self.directory), calendar)
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


class _CaseReader:
    """The course of one case, round by round."""

    def __init__(self, made: Made, calendar: Calendar) -> None:
        self.made, self.calendar = made, calendar
        self.rounds, self.events = Rounds(made, calendar), Events(made, calendar)
        self.booked: list[Booked] = []

    def other_meetings(self) -> Iterator[Booked]:
        """Yield the meetings outside the rounds."""
        case = self.made.case
        for each in case.record.other_meetings:
            yield from self.made.booked(each, at_other(case, each), is_meeting=False)

    def all_booked(self) -> Iterator[Booked]:
        """Yield everything that the case has made already."""
        for number in self.made.numbers():
            yield from self._booked(number, is_meeting=False)
            yield from self._booked(number, is_meeting=True)

    def _booked(self, number: int, *, is_meeting: bool) -> Iterator[Booked]:
        what = self.made.meeting(number) if is_meeting else self.made.talk(number)
        if what:
            people = self.made.people(number, is_meeting=is_meeting)
            yield from self.made.booked(what, people, number, is_meeting=is_meeting)

    def course(self, others: list[Booked]) -> CaseDemands:
        """Return the rounds ahead with their events."""
        self.booked = list(others)
        meetings: dict[int, date | Event] = {}
        talks: dict[int, date | Event] = {}
        for number, wished, last in self.rounds.ahead():
            meetings[number] = self._meeting(number, wished, last)
            talk = self._talk(number, meetings[number])
            if talk:
                talks[number] = talk
        late = [n for n, each in meetings.items() if isinstance(each, Event) and each.is_late]
        course = Course(
            self.made.case.number,
            {n: each for n, each in meetings.items() if n >= max(late, default=0)},
            talks,
            self.calendar.rhythm,
            () if late else self.made.held(),
            tuple(self.rounds.ages()),
            rest(self.made.case, self.made.profile),
        )
        if not meetings:
            return self._nothing()
        return CaseDemands(course if _is_planned(course) else None, self.booked)

    def _nothing(self) -> CaseDemands:
        """Return that no meeting is asked for within the plan, and why."""
        day = self.rounds.after()
        why = (
            f"har først sit næste møde efter planen, fra den {long_date(day)}"
            if day
            else ("har ikke flere møder, der skal holdes ved en bestemt alder")
        )
        return CaseDemands(None, self.booked, why, day)

    def _meeting(self, number: int, wished: date, last: date) -> date | Event:
        meeting = self.made.meeting(number)
        if meeting and self.made.stands(meeting, number):
            self.booked += self._booked(number, is_meeting=True)
            return meeting.date or wished
        return self.events.event(Key(self.made.case.number, number, True), wished, last, meeting)

    def _talk(self, number: int, meeting: date | Event) -> date | Event | None:
        talk = self.made.talk(number)
        if self.made.is_talk_done(number):
            is_near = talk and talk.date and self._is_near(talk.date, meeting)
            return talk.date if talk and is_near else None
        if talk and self.made.stands(talk, number):
            self.booked += self._booked(number, is_meeting=False)
            return talk.date
        if self.made.profile.rhythm.pre_meetings and not self._is_before(meeting):
            return self.events.talk(number, meeting, talk)
        return None

    def _is_near(self, talk: date, meeting: date | Event) -> bool:
        """Whether a meeting can be as soon after a talk that was held as the settings want."""
        days = meeting.days if isinstance(meeting, Event) else [meeting]
        last = talk + timedelta(days=self.made.profile.planning.talk_ahead)
        return any(day <= last for day in days)

    def _is_before(self, meeting: date | Event) -> bool:
        return isinstance(meeting, date) and meeting < self.made.scope.first


def _is_planned(course: Course) -> bool:
    both = (*course.meetings.values(), *course.talks.values())
    return any(isinstance(each, Event) for each in both)
