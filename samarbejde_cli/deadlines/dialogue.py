"""The dialogue form: at the start, then at regular intervals (ti kommuner 6.6)."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.deadlines.coming import coming
from samarbejde_cli.deadlines.deadline import Due, coordinator
from samarbejde_cli.profile.model import Profile


def dialogue_to_fill(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield when the dialogue form is filled in next: at the first pre-meeting, then regularly."""
    plan, limit = coming(case, profile, today), profile.dialogue.months
    if plan is None or not profile.dialogue.used:
        return
    days = [each.date for held in case.rounds.values() for each in held.dialogue]
    first = case.round_no(1).pre_meeting.date
    day = (add_months(max(days), limit) if limit else None) if days else first
    if day:
        location = case.in_round("dialogskema", on_key=True)
        what = f"Udfyld dialogskemaet med {case.record.youth.short_name}"
        yield Due(day, coordinator(case, profile), what, location)
