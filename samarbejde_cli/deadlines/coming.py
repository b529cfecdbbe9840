"""The pre-meeting and the meeting that come next, and the last days that the rhythm leaves."""

from dataclasses import dataclass
from datetime import date, timedelta

from samarbejde_cli.case.appointments import fell_in_pause
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.history import Event
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import add_months, working_day_by
from samarbejde_cli.findings import Location
from samarbejde_cli.profile.model import Profile, Weekday


@dataclass(frozen=True, slots=True)
class Coming:
    """The next pre-meeting and meeting; a day that is not agreed is None.

    ``last`` is the last day on which the rhythm allows the meeting, None when it is unknown.
    """

    pre_meeting: date | None
    meeting: date | None
    youth_invited: bool
    pre_meeting_spot: Location
    meeting_spot: Location
    last: date | None


def coming(case: Case, profile: Profile, today: date) -> Coming | None:
    """Return what comes next; None outside the rounds and when no further round is planned."""
    if not case.is_in_rounds:
        return None
    if is_held(case, today):
        return None if case.record.closing else _agreed(case, profile)
    present, key = case.round, case.round_key
    return Coming(
        present.pre_meeting.date,
        None if fell_in_pause(case) else present.meeting.date,
        youth_invited=present.pre_meeting.invited is not None,
        pre_meeting_spot=case.location(key, "formøde", "dato"),
        meeting_spot=case.location(key, "møde", "dato"),
        last=_last_day(profile, _counted_from(case)),
    )


def _agreed(case: Case, profile: Profile) -> Coming:
    """Return the next round, of which only the days that were agreed or prepared are known."""
    agreed, key = case.round.follow_up, case.round_key
    ahead = case.prepared_rounds.get(case.record.round + 1)
    return Coming(
        agreed.next_pre_meeting or (ahead.pre_meeting.date if ahead else None),
        agreed.next_meeting or (ahead.meeting.date if ahead else None),
        youth_invited=False,
        pre_meeting_spot=case.location(key, "opfølgning", "næste_formøde"),
        meeting_spot=case.location(key, "opfølgning", "næste_møde"),
        last=_last_day(profile, case.round.meeting.date),
    )


def is_held(case: Case, today: date) -> bool:
    """Whether this round's meeting lies behind: its day is over, or the case has moved on.

    One that was set for a day on which the case rested was not held.
    """
    day = case.round.meeting.date
    if case.step is Step.FOLLOW_UP:
        return True
    is_over = case.step is Step.MEETING and day is not None and day < today
    return is_over and not fell_in_pause(case)


def _counted_from(case: Case) -> date | None:
    """Return the day from which the rhythm runs: the last meeting, or when the rounds began."""
    before = case.record.round - 1
    held = case.round_no(before).meeting.date if f"{ROUNDS}/{before}" in case.files else None
    began = [
        move.at.date()
        for move in case.history
        if move.event is Event.REOPENED or move.origin is Step.INTAKE
    ]
    return max([*began, *([held] if held else [])], default=None)


def _last_day(profile: Profile, start: date | None) -> date | None:
    """Return the last day of meetings within the rhythm that is no day off."""
    rhythm = profile.rhythm
    if start is None or not rhythm.longest_gap:
        return None
    day, step = add_months(start, rhythm.longest_gap), timedelta(days=1)
    if rhythm.weekday is not Weekday.ANY:
        day -= timedelta(days=(day.weekday() - list(Weekday).index(rhythm.weekday)) % 7)
        step = timedelta(weeks=1)
    while working_day_by(day, profile.days_off) != day:
        day -= step
    return day


def letters_by(profile: Profile, meeting: date) -> date:
    """Return the last day to send the invitations to a meeting."""
    return working_day_by(meeting - timedelta(days=profile.limits.letter_days), profile.days_off)


def youth_asked_by(profile: Profile, pre_meeting: date) -> date:
    """Return the last day to ask the youth to a pre-meeting."""
    last = pre_meeting - timedelta(days=profile.limits.invite_youth_days)
    return working_day_by(last, profile.days_off)
