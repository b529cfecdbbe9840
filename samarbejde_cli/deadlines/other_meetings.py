"""Meetings outside the rounds: to be held, to be written down, and told to the youth."""

from collections.abc import Iterator
from datetime import date, timedelta

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.other_meeting import OtherMeeting
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.deadlines.deadline import Due, coordinator
from samarbejde_cli.profile.model import Profile


def other_meetings_to_hold(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield each meeting outside the rounds until its result is written; a rest calls none off."""
    for i, each, day in _dated(case):
        if each.result:
            continue
        location, name = case.location("sag", "andre_møder", i), each.kind.label
        what, last = f"Hold mødet uden for runderne: {name}", day
        if day < today:
            what = f"Skriv, hvad der kom ud af mødet den {long_date(day)}: {name}"
            last = day + timedelta(days=profile.limits.journal_days)
        yield Due(last, coordinator(case, profile), what, location)


def youth_to_tell(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the youth knows what the professionals talked about among themselves."""
    for i, each, day in _dated(case):
        if each.is_without_youth and each.youth_told is None and day <= today:
            name = case.record.youth.short_name
            what = f"Fortæl {name}, hvad I talte om den {long_date(day)}"
            last = day + timedelta(days=profile.limits.copy_days)
            location = case.location("sag", "andre_møder", i)
            yield Due(last, coordinator(case, profile), what, location)


def _dated(case: Case) -> Iterator[tuple[int, OtherMeeting, date]]:
    if case.step.is_end:
        return
    for i, each in enumerate(case.record.other_meetings):
        if each.date:
            yield i, each, each.date
