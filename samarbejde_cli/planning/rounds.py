"""The rounds of a case that lie ahead: when their meetings are wished, and at the latest."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samarbejde_cli.case.coming_of_age import at_age, hand_over_span, has_meeting
from samarbejde_cli.case.rhythm import counted_from, latest_next, rest
from samarbejde_cli.planning.calendar import Calendar
from samarbejde_cli.planning.events import LATE, WEEK_BEFORE
from samarbejde_cli.planning.made import Made, Scope
from samarbejde_cli.profile.model import Profile


@dataclass(frozen=True)
class Rounds:
    """The rounds of one case after what it has made already."""

    made: Made
    calendar: Calendar

    @property
    def profile(self) -> Profile:
        """The case's profile."""
        return self.made.profile

    @property
    def scope(self) -> Scope:
        """What is planned."""
        return self.made.scope

    def ahead(self) -> Iterator[tuple[int, date, date]]:
        """Yield the rounds ahead, the wished day of each meeting, and its last day."""
        start = self._start()
        weeks, months = self.calendar.weeks_between, self.profile.rhythm.longest_gap
        number = self.made.first_open()
        wished, last = start, start
        dated = set(self.made.numbers())
        if not weeks:
            yield from self._by_age(number)
            return
        while True:
            meeting = self.made.meeting(number)
            stands = bool(meeting and self.made.stands(meeting, number))
            wished = self._after_pause(wished + timedelta(weeks=weeks))
            last = self._last(last) if months else date.max
            if meeting and meeting.date and meeting.date >= self.scope.today:
                last = meeting.date if stands else last
                wished = meeting.date
            if wished > self.scope.last and number not in dated:
                return
            yield number, wished, last
            if last < self._earliest and not stands:
                wished, last = self._earliest, self._earliest + LATE
            if not months:
                last = wished
            number += 1

    def _by_age(self, number: int) -> Iterator[tuple[int, date, date]]:
        """Yield one round for each age that asks for a meeting, and those that have a day."""
        met: list[date] = []
        for each in self.made.numbers():
            meeting = self.made.meeting(each)
            if meeting and meeting.date and meeting.date >= self.scope.today:
                yield each, meeting.date, meeting.date
                number = each + 1
                met.append(meeting.date)
        for months, first, last in self.ages():
            if any(first <= day <= last for day in met) or not self._has_day(number, first, last):
                continue
            wished = self._after_pause(min(max(at_age(self.made.case, months), first), last))
            yield number, wished, last
            number += 1

    def _has_day(self, number: int, first: date, last: date) -> bool:
        """Whether a meeting can be held in a span; one that goes on after the plan can wait."""
        if last < self.scope.last:
            return True
        people = self.made.people(number, is_meeting=True)
        days = (day for day in self.calendar.meeting_days if first <= day <= last)
        return any(self.calendar.bars(self.made.case, people, day) is None for day in days)

    def after(self) -> date | None:
        """Return the day from which the next meeting after the plan is wished; None for none."""
        if self.calendar.weeks_between:
            return self._after_pause(self._start() + timedelta(weeks=self.calendar.weeks_between))
        spans = (span for _, span in self._spans() if span[1] > self.scope.last)
        return min((first for first, _ in spans), default=None)

    def _start(self) -> date:
        """Return the day from which the next meeting is counted."""
        held = self.made.held()
        return held[-1] if held else counted_from(self.made.case) or self.scope.today

    def _last(self, meeting: date) -> date:
        return latest_next(self.made.case, self.profile, meeting)

    def _after_pause(self, day: date) -> date:
        """Return the day; for one in the pause, the first with time to call to it after that."""
        pause, limits = self.made.case.record.pause, self.profile.limits
        if pause is None or not pause.covers(day):
            return day
        talk = WEEK_BEFORE + limits.invite_youth_days if self.profile.rhythm.pre_meetings else 0
        return pause.until + timedelta(days=limits.letter_days + talk)

    @property
    def _earliest(self) -> date:
        """The first day for which there is time to call to a meeting."""
        return self.scope.first + timedelta(days=self.profile.limits.letter_days)

    def ages(self) -> Iterator[tuple[int, date, date]]:
        """Yield the spans of the ages that ask for a meeting within the time that is planned.

        A span that goes on after the plan ends with it. Where a rhythm brings meetings anyway, it
        asks for one only when the age itself is reached by then.
        """
        for months, (first, last) in self._spans():
            asks = at_age(self.made.case, months) if self.calendar.weeks_between else first
            if self._earliest <= last and asks <= self.scope.last:
                yield months, max(first, self._earliest), min(last, self.scope.last)

    def _spans(self) -> Iterator[tuple[int, tuple[date, date]]]:
        """Yield the whole span of each age for which no meeting was held."""
        for months in self.profile.limits.hand_over_ages:
            first, last = hand_over_span(self.made.case, self.profile, months)
            pause = rest(self.made.case, self.profile)
            last = pause.ready if pause and pause.first <= last < pause.until else last
            before = first, min(last, self.scope.first - timedelta(days=1))
            if not has_meeting(self.made.case, self.profile, months, self.scope.today, before):
                yield months, (first, last)
