"""Administrative deadlines: an answer to get, a hand-over to announce, a pause to end."""

from collections.abc import Iterator
from datetime import date, timedelta

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.endings import ended_on, is_end_announced
from samarbejde_cli.case.hand_overs import (
    informed_of_coordinator,
    is_coordinator_announced,
    last_hand_over,
)
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import after_working_days, long_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.deadlines.deadline import Due, administrator, coordinator
from samarbejde_cli.profile.model import Profile

_END_LETTERS = {Step.CLOSED: "afslutningen", Step.REJECTED: "afslaget"}
_NEWS = timedelta(days=30)
"""How long the end of a case is news; cases that ended before there was a letter need none."""


def job_centre_answer(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the jobcentre has said who follows the youth; it has some working days."""
    asked = case.record.intake.job_centre
    if case.step.is_end or not asked or not asked.sent or asked.answered or asked.worker:
        return
    location = case.location("sag", "visitation", "jobcenter", "sendt")
    days = profile.target.job_centre_days
    last = after_working_days(asked.sent, days, profile.days_off)
    what = f"Få svar fra jobcentret, som blev spurgt den {long_date(asked.sent)}"
    yield Due(last, administrator(profile), what, location)


def hand_over_to_announce(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the letter about the new coordinator is made; not before the rounds.

    A case without a hand-over has nothing to announce.
    """
    last = last_hand_over(case)
    if (
        last is None
        or case.step is Step.INTAKE
        or case.step.is_end
        or is_coordinator_announced(case)
    ):
        return
    day = last[1].at.date()
    due = day + timedelta(days=profile.limits.new_coordinator_days)
    people = informed_of_coordinator(case, profile, today) or [case.record.youth.name]
    what = f"Send brevet om den nye koordinator til {listed(people)}: sagen blev "
    what += f"overdraget den {long_date(day)}"
    yield Due(
        due, coordinator(case, profile), what, case.location("sag", "koordinator", on_key=True)
    )


def case_to_close(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until a case whose end is written down is moved there."""
    closing = case.record.closing
    if closing and case.is_in_rounds:
        what = f"Luk sagen: samarbejde advance {case.number} --to {Step.CLOSED.value}"
        location = case.location("sag", "afslutning")
        yield Due(closing.date, coordinator(case, profile), what, location)


def end_to_announce(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the letter about the end of a case is made; not for ends that lie far back."""
    day = ended_on(case)
    if day is None or is_end_announced(case) or today > day + _NEWS:
        return
    people = informed_of_coordinator(case, profile, today) or [case.record.youth.name]
    what = f"Send brevet om {_END_LETTERS[case.step]} til {listed(people)}"
    who = coordinator(case, profile) if case.record.coordinator else administrator(profile)
    last = day + timedelta(days=profile.limits.end_letter_days)
    yield Due(last, who, what, case.location("sag", "trin"))


def pause_to_end(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield the day on which a paused case resumes."""
    pause = case.record.pause
    if pause and not case.step.is_end and case.record.is_paused(today):
        what = f"Pausen slutter: aftal, hvordan {case.record.youth.short_name} kommer i gang igen"
        yield Due(pause.until, coordinator(case, profile), what, case.location("sag", "pause"))
