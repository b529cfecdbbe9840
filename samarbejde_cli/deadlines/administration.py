"""What the administration waits for: the jobcentre's answer, the end of a pause."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.dates import after_working_days, long_date
from samarbejde_cli.deadlines.deadline import Due, administrator, coordinator
from samarbejde_cli.profile.model import Profile


def job_centre_answer(
    case: Case,
    profile: Profile,
    today: date,  # noqa: ARG001 — every deadline is asked alike
) -> Iterator[Due]:
    """Yield until the jobcentre has told who follows the youth; it has some working days."""
    asked = case.record.intake.job_centre
    if case.step.is_end or not asked or not asked.sent or asked.answered or asked.worker:
        return
    spot = case.spot("sag", "visitation", "jobcenter", "sendt")
    days = profile.target.job_centre_days
    last = after_working_days(asked.sent, days, profile.days_off)
    what = f"Få svar fra jobcentret, som fik besked den {long_date(asked.sent)}"
    yield Due(last, administrator(profile), what, spot)


def pause_to_end(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield the day on which a case that rests goes on."""
    pause = case.record.pause
    if pause and not case.step.is_end and case.record.is_paused(today):
        what = f"Pausen slutter: aftal, hvordan {case.record.youth.short_name} kommer i gang igen"
        yield Due(pause.until, coordinator(case, profile), what, case.spot("sag", "pause"))
