"""The pre-meeting and the meeting that come next, and the last days that the rhythm leaves."""

from datetime import date, timedelta

from samarbejde_cli.case.appointments import fell_in_pause
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.remembered import remembered
from samarbejde_cli.case.rhythm import counted_from, is_held, latest_next
from samarbejde_cli.danish.dates import working_day_by
from samarbejde_cli.findings import Location
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.rhythm import meeting_day_by


@frozen
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


@remembered
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
        last=_last_day(case, profile, counted_from(case)),
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
        last=_last_day(case, profile, case.round.meeting.date),
    )


def _last_day(case: Case, profile: Profile, start: date | None) -> date | None:
    if start is None or not profile.rhythm.longest_gap:
        return None
    return meeting_day_by(profile, latest_next(case, profile, start))


def youth_asked_by(profile: Profile, pre_meeting: date) -> date:
    """Return the last day to ask the youth to a pre-meeting."""
    last = pre_meeting - timedelta(days=profile.limits.invite_youth_days)
    return working_day_by(last, profile.days_off)
