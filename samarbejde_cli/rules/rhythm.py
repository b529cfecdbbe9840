"""The rhythm of the meetings as the settings have it (handbook §§ 3.5 and 4.1)."""

from datetime import date

from samarbejde_cli.dates import add_months
from samarbejde_cli.profile.model import Profile, Weekday


def is_meeting_day(profile: Profile, day: date) -> bool:
    """Whether a day is the weekday on which meetings are held."""
    return day.weekday() == list(Weekday).index(profile.rhythm.weekday)


def latest_next(profile: Profile, meeting: date) -> date:
    """Return the last day on which the meeting after a meeting can be held."""
    return add_months(meeting, profile.rhythm.longest_gap)
