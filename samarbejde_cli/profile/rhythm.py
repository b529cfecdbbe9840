"""The days on which meetings are held and how far apart, as the settings have it (§§ 3.5, 4.1)."""

from datetime import date, time, timedelta

from samarbejde_cli.danish.dates import add_months, is_working_day, later, working_day_by
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.vocabulary import Weekday


def meeting_weekdays(profile: Profile) -> list[Weekday]:
    """Return the days of the week on which meetings are held."""
    return profile.planning.days or [profile.rhythm.weekday]


def is_meeting_day(profile: Profile, day: date) -> bool:
    """Whether a day is a weekday on which meetings are held; weekends are another rule's."""
    wanted = meeting_weekdays(profile)
    return Weekday.ANY in wanted or any(each.includes(day) for each in wanted)


def is_open(profile: Profile, day: date) -> bool:
    """Whether people work on a day: no weekend, public holiday or day off of the municipality."""
    return is_working_day(day) and not profile.is_day_off(day)


def latest_next_meeting(profile: Profile, meeting: date) -> date:
    """Return the last day on which the meeting after a meeting can be held."""
    longest = profile.rhythm.longest_gap
    return add_months(meeting, longest) if longest else date.max


def meeting_day_by(profile: Profile, day: date) -> date:
    """Return the day itself, or the last day before it on which meetings are held."""
    while not (is_meeting_day(profile, day) and is_open(profile, day)):
        day -= timedelta(days=1)
    return day


def letters_by(profile: Profile, meeting: date) -> date:
    """Return the last day to send the invitations to a meeting; the pre-meeting is before it."""
    return working_day_by(meeting - timedelta(days=profile.limits.letter_days), profile.days_off)


def in_school_holiday(profile: Profile, day: date) -> bool:
    """Whether the schools are closed for a holiday that the settings know of."""
    return any(each.first <= day <= each.last for each in profile.school_holidays)


def starts_of_day(profile: Profile) -> list[time]:
    """Return the times at which a meeting can begin, each with room for a meeting and a gap."""
    planning = profile.planning
    if planning.starts:
        return sorted(planning.starts)
    length, found = profile.rhythm.meeting_minutes, []
    begins = max(profile.meeting_start, planning.opens)
    while begins < later(begins, length) <= planning.closes:
        found.append(begins)
        begins = later(begins, length + planning.gap)
    return found
