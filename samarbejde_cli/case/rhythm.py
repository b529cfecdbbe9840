"""How far a case is in its rhythm: whether a meeting is held, and when the next one must be."""

from datetime import date, timedelta
from typing import NamedTuple

from samarbejde_cli.case.appointments import fell_in_pause
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.history import Event
from samarbejde_cli.case.steps import Step
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.rhythm import latest_next_meeting


def is_held(case: Case, today: date) -> bool:
    """Whether this round's meeting lies behind: its day is over, or the case has moved on.

    One that was set for a day on which the case rested was not held.
    """
    day = case.round.meeting.date
    if case.step is Step.FOLLOW_UP:
        return True
    is_over = case.step is Step.MEETING and day is not None and day < today
    return is_over and not fell_in_pause(case)


def counted_from(case: Case) -> date | None:
    """Return the day from which the rhythm runs: the last meeting, or when the rounds began."""
    before = case.record.round - 1
    held = case.round_no(before).meeting.date if f"{ROUNDS}/{before}" in case.files else None
    began = [
        move.at.date()
        for move in case.history
        if move.event is Event.REOPENED or move.origin is Step.INTAKE
    ]
    return max([*began, *([held] if held else [])], default=None)


class Rest(NamedTuple):
    """A pause as the rhythm has it: its days do not count.

    After it there is time for a pre-meeting and a meeting at least: ``ready`` is the last day.
    """

    first: date
    until: date
    ready: date

    def lengthened(self, start: date, last: date) -> date:
        """Return the last day of a span from ``start`` on, without the days of the pause."""
        if self.until <= start or last < self.first:
            return last
        return max(last + (self.until - max(start, self.first)), self.ready)


def rest(case: Case, profile: Profile) -> Rest | None:
    """Return the pause of a case; None without one."""
    pause = case.record.pause
    if pause is None:
        return None
    days = profile.planning.talk_ahead + profile.limits.invite_youth_days
    return Rest(pause.start, pause.until, pause.until + timedelta(days=days))


def latest_next(case: Case, profile: Profile, meeting: date) -> date:
    """Return the last day for the meeting after a meeting; the time of a pause does not count."""
    last, pause = latest_next_meeting(profile, meeting), rest(case, profile)
    return pause.lengthened(meeting, last) if pause and last < date.max else last
