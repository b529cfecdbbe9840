"""The rhythm of the meetings as the settings have it (handbook §§ 3.5 and 4.1)."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.appointments import fell_in_pause
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.rhythm import latest_next
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.findings import Location
from samarbejde_cli.profile.model import Profile


def no_later_than(last: date, today: date) -> str:
    """Return the latest day for a meeting in words; as soon as possible when it is past."""
    return "så snart som muligt" if last < today else f"senest den {long_date(last)}"


def is_too_far(case: Case, profile: Profile, today: date) -> bool:
    """Whether the round's meeting is too long after the previous one, or in round 1 after today."""
    number, day = case.record.round, case.round.meeting.date
    before = case.round_no(number - 1).meeting.date if number > 1 else today
    return bool(before and day and day > latest_next(case, profile, before))


def is_misdated(case: Case, today: date) -> bool:
    """Whether the case has passed a meeting dated in the future: that day is wrong.

    Only SAM604 reports it, not the rules that the wrong day would set off.
    """
    day = case.round.meeting.date
    return case.step is Step.FOLLOW_UP and day is not None and day > today


def has_coming_meeting(case: Case, today: date) -> bool:
    """Whether the present round's meeting has a day that is not past."""
    day = case.round.meeting.date
    return day is not None and day >= today


def meeting_days(case: Case) -> list[date]:
    """Return the days of all dated meetings of a case, in the order of the rounds.

    The day that the present round agreed on for the next meeting is one of them, and so are those
    of prepared rounds; a day on which the case rested is none.
    """
    rounds = [case.round_no(number) for number in range(1, case.record.round + 1)]
    days = [each.meeting.date for each in rounds]
    if fell_in_pause(case):
        days[-1] = None
    ahead = [each.meeting.date for each in case.prepared_rounds.values()]
    agreed = rounds[-1].follow_up.next_meeting if rounds else None
    days += [agreed, *ahead[1:]] if agreed else ahead
    return [day for day in days if day]


def coming_days(case: Case, today: date) -> Iterator[tuple[Location, str, date]]:
    """Yield the days from today on that are set for a case: where it stands, its name, the day.

    Those of prepared rounds are among them.
    """
    now, after, key = case.round, case.round.follow_up, case.round_key
    days = [
        (key, ("formøde", "dato"), "Formødet", now.pre_meeting.date),
        (key, ("møde", "dato"), "Mødet", now.meeting.date),
        (key, ("opfølgning", "næste_formøde"), "Det næste formøde", after.next_pre_meeting),
        (key, ("opfølgning", "næste_møde"), "Det næste møde", after.next_meeting),
    ]
    for number, ahead in case.prepared_rounds.items():
        file = f"{ROUNDS}/{number}"
        talk, meeting = f"Formødet i runde {number}", f"Mødet i runde {number}"
        days.append((file, ("formøde", "dato"), talk, ahead.pre_meeting.date))
        days.append((file, ("møde", "dato"), meeting, ahead.meeting.date))
    for file, route, name, day in days:
        if day and day >= today:
            yield case.location(file, *route), name, day
