"""The days and hours that a municipality's settings leave for meetings and pre-meetings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import later, long_date
from samarbejde_cli.planning.values import AWAY, CLOSED, PAUSE, SCHOOL, Cause, Hours, Rhythm
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.rhythm import (
    in_school_holiday,
    is_meeting_day,
    is_open,
    letters_by,
    meeting_weekdays,
    starts_of_day,
)


@dataclass(frozen=True)
class Calendar:
    """The days of a year for one profile."""

    profile: Profile
    first: date
    last: date

    def weekdays(self, *, is_meeting: bool) -> list[date]:
        """Return all days of the weeks' days in question, holidays too."""
        days = meeting_weekdays(self.profile) if is_meeting else self.profile.planning.talk_days
        return [each for each in self._days if any(word.includes(each) for word in days)]

    @cached_property
    def meeting_days(self) -> list[date]:
        """The days on which meetings can be held."""
        return [each for each in self._open_days if is_meeting_day(self.profile, each)]

    @cached_property
    def talk_days(self) -> list[date]:
        """The days on which pre-meetings can be held."""
        days = self.profile.planning.talk_days
        return [each for each in self._open_days if any(word.includes(each) for word in days)]

    @cached_property
    def _open_days(self) -> list[date]:
        return [each for each in self._days if is_open(self.profile, each)]

    @cached_property
    def _days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]

    def hours(self, minutes: int) -> tuple[Hours, ...]:
        """Return the hours of an appointment of a length on any day."""
        closes = self.profile.planning.closes
        found = (Hours(each, later(each, minutes)) for each in starts_of_day(self.profile))
        return tuple(each for each in found if each.start < each.end <= closes)

    @cached_property
    def rhythm(self) -> Rhythm:
        """The distances that cases of this profile keep."""
        rhythm = self.profile.rhythm
        return Rhythm(
            rhythm.longest_gap,
            rhythm.meetings,
            rhythm.months,
            self.profile.planning.talk_ahead,
            {day: letters_by(self.profile, day) for day in self.meeting_days},
        )

    @property
    def weeks_between(self) -> int:
        """How many weeks two meetings are wished to be apart; 0 when the rhythm says nothing."""
        own, rhythm = self.profile.planning.weeks_between, self.profile.rhythm
        spread = rhythm.months * 52 // 12 // rhythm.meetings if rhythm.meetings else 0
        by_gap = rhythm.longest_gap * 4
        wished = own or (min(by_gap, spread) if by_gap and spread else by_gap or spread)
        return wished or 0

    def bars(self, case: Case, people: Iterable[str], day: date) -> Cause | None:
        """Return why a day is none for an appointment of a case; None when it may be one."""
        if not is_open(self.profile, day):
            return Cause(CLOSED, long_date(day))
        if case.record.is_paused(day):
            return Cause(PAUSE, case.number)
        if self._is_holiday(day, case.turns(self.profile.consent.adult)):
            return Cause(SCHOOL)
        staff = [found for name in people if (found := self.profile.employee(name))]
        away = next((each.name for each in staff if not each.works_on(day)), None)
        return Cause(AWAY, away) if away else None

    def _is_holiday(self, day: date, adult_from: date) -> bool:
        is_pupil = day < adult_from and not self.profile.planning.in_holidays
        return is_pupil and in_school_holiday(self.profile, day)
