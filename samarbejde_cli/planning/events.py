"""An appointment to place, with the days that are possible and what is against the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from samarbejde_cli.case.round import Appointment
from samarbejde_cli.planning.calendar import Calendar
from samarbejde_cli.planning.made import Made
from samarbejde_cli.planning.values import RHYTHM, Cause, Event, Hours, Key

_EARLIER, LATE = timedelta(weeks=8), timedelta(weeks=8)
"""How long before its wished day a meeting can be placed, and how long one waits that is late."""
WEEK_BEFORE = 7
"""Days from a pre-meeting to the invitations to its meeting, as wished."""


@dataclass(frozen=True)
class _Span:
    """The wished day with the first and the last possible one; ``days`` with what bars each."""

    begins: date
    wished: date
    last: date
    days: Mapping[date, Cause | None]

    @property
    def is_over(self) -> bool:
        """Whether no day at all is in time."""
        return not any(self.begins <= day <= self.last for day in self.days)

    @property
    def possible(self) -> list[date]:
        """The days that nothing bars, in time or not."""
        return [day for day, cause in self.days.items() if cause is None]

    @property
    def in_time(self) -> list[date]:
        """The possible days that are in time."""
        return [day for day in self.possible if self.begins <= day <= self.last]


@dataclass(frozen=True)
class Events:
    """The appointments of one case that are to be placed."""

    made: Made
    calendar: Calendar

    def event(self, key: Key, wished: date, last: date, now: Appointment | None) -> Event:
        """Return an appointment to place; ``now`` is what is made of it already."""
        made, is_meeting = self.made, key.is_meeting
        rhythm = made.profile.rhythm
        minutes = rhythm.meeting_minutes if is_meeting else rhythm.pre_meeting_minutes
        names = made.people(key.round, is_meeting=is_meeting)
        span, hours = self._span(key, wished, last, names), self.calendar.hours(minutes)
        is_late = is_meeting and span.is_over
        if is_late:
            wished = span.possible[0] if span.possible else self._earliest(is_meeting=True)
            found = [day for day in span.possible if day <= wished + LATE]
        else:
            found = span.in_time
        choices = self._choices(found, hours, now, span, names)
        return Event(
            key,
            minutes,
            made.keys(names),
            made.seats() if is_meeting else 2 + len(names),
            wished,
            choices,
            made.own(now),
            {day: why for day, why in self._against(span, wished).items() if day not in choices},
            hours,
            made.case.turns(made.profile.consent.adult),
            needs_screen=is_meeting,
            is_late=is_late,
        )

    def talk(self, number: int, meeting: "date | Event", now: Appointment | None) -> Event:
        """Return the pre-meeting of a meeting: a week before its letters must be sent."""
        wished = meeting.wished if isinstance(meeting, Event) else meeting
        talk = self.made.profile.limits.letter_days + WEEK_BEFORE
        last = max(meeting.days, default=wished) if isinstance(meeting, Event) else meeting
        return self.event(
            Key(self.made.case.number, number, False), wished - timedelta(days=talk), last, now
        )

    def _earliest(self, *, is_meeting: bool) -> date:
        limits = self.made.profile.limits
        notice = limits.letter_days if is_meeting else limits.invite_youth_days
        return self.made.scope.first + timedelta(days=notice)

    def _span(self, key: Key, wished: date, last: date, names: list[str]) -> _Span:
        earliest = self._earliest(is_meeting=key.is_meeting)
        days = self.calendar.weekdays(is_meeting=key.is_meeting)
        barred = {d: self.calendar.bars(self.made.case, names, d) for d in days if d >= earliest}
        return _Span(max(earliest, wished - _EARLIER), wished, last, barred)

    def _choices(
        self,
        days: list[date],
        hours: tuple[Hours, ...],
        now: Appointment | None,
        span: _Span,
        names: list[str],
    ) -> dict[date, tuple[Hours, ...]]:
        """Return the days with their hours, the spot where it is now among them."""
        own, choices = self.made.own(now), dict.fromkeys(days, hours)
        if own and self.calendar.bars(self.made.case, names, own.day) is None:
            choices[own.day] = tuple(sorted({*choices.get(own.day, ()), own.hours}))
        elif now and now.date and now.date in span.possible and now.start is None:
            choices = {now.date: hours}
        return choices

    def _against(self, span: _Span, wished: date) -> dict[date, Cause]:
        """Return what is against the days around the wished one."""
        late = Cause(RHYTHM, self.made.case.number)
        too_late = {day: late for day in span.possible if day > span.last}
        against = {day: cause for day, cause in span.days.items() if cause} | too_late
        until = max(wished, min(span.last, self.made.scope.last)) + LATE
        return {day: why for day, why in against.items() if span.begins <= day <= until}
