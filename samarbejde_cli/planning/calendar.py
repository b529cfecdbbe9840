"""The days and hours that a municipality's settings leave for meetings and pre-meetings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import later
from samarbejde_cli.planning.values import Hours, Rhythm
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.rhythm import (
    in_school_holiday,
    is_meeting_day,
    is_open,
    letters_by,
    starts_of_day,
)


@dataclass(frozen=True)
class Calendar:
    """The days of a year for one profile."""

    profile: Profile
    first: date
    last: date

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
        number = (self.last - self.first).days + 1
        days = (self.first + timedelta(days=n) for n in range(number))
        return [each for each in days if is_open(self.profile, each)]

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

    def works_for(
        self, case: Case, people: Iterable[str], days: Iterable[date], *, pauses: bool = True
    ) -> list[date]:
        """Return the days on which all are at work, and the youth has neither rest nor holiday."""
        staff = [found for name in people if (found := self.profile.employee(name))]
        adult_from = case.turns(self.profile.consent.adult)
        return [
            day
            for day in days
            if all(each.works_on(day) for each in staff)
            and not (pauses and case.record.is_paused(day))
            and not self._is_holiday(day, adult_from)
        ]

    def _is_holiday(self, day: date, adult_from: date) -> bool:
        is_pupil = day < adult_from and not self.profile.planning.in_holidays
        return is_pupil and in_school_holiday(self.profile, day)
