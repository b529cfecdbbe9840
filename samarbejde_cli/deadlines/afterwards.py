"""After a meeting: signatures, copies, journals, the cost sheet (handbook § 4.4, Bilag 7)."""

from collections.abc import Iterator
from datetime import date, timedelta

from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.rhythm import is_held
from samarbejde_cli.case.sharing import without_copy
from samarbejde_cli.danish.text import listed
from samarbejde_cli.deadlines.deadline import Due, coordinator
from samarbejde_cli.profile.model import Profile


def plan_to_sign(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the plan is signed: it is printed and signed in the meeting."""
    day = held_on(case, today)
    if day and case.round.follow_up.signed is None:
        location = case.in_round("opfølgning", "plan_underskrevet")
        yield Due(day, coordinator(case, profile), "Få planen underskrevet", location)


def copies_to_send(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until everybody who must have the signed plan is sent a copy."""
    day = held_on(case, today)
    people = without_copy(case, profile, today) if day and case.round.follow_up.signed else []
    if day and people:
        location = case.in_round("opfølgning", "kopi_sendt")
        last = day + timedelta(days=profile.limits.copy_days)
        what = f"Send kopi af planen til {listed(people)}"
        yield Due(last, coordinator(case, profile), what, location)


def pre_meeting_to_file(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the pre-meeting is filed as a child talk or a job talk."""
    if not case.is_in_rounds:
        return
    talk = case.round.pre_meeting
    if talk.date and talk.date < today and talk.journal is None:
        location = case.in_round("formøde", "journalført")
        last = talk.date + timedelta(days=profile.limits.journal_days)
        yield Due(last, coordinator(case, profile), "Journalfør formødet", location)


def meeting_to_file(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the meeting is filed as a talk."""
    day = held_on(case, today)
    if day and case.round.follow_up.journal is None:
        location = case.in_round("opfølgning", "journalført")
        last = day + timedelta(days=profile.limits.journal_days)
        yield Due(last, coordinator(case, profile), "Journalfør mødet", location)


def grants_to_report(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield each grant that became another one and is not reported; who pays does so at once."""
    for number, each in case.rounds.items():
        met = each.meeting.date if number < case.record.round else held_on(case, today)
        if case.step.is_end or met is None:
            continue
        for i, entry in enumerate(each.follow_up.costs):
            if entry.sent is None:
                location = case.location(f"{ROUNDS}/{number}", "opfølgning", "økonomi", i)
                yield Due(met, entry.payer, f"Send økonomiarket om {entry.description}", location)


def held_on(case: Case, today: date) -> date | None:
    """Return the day of this round's meeting when it lies behind, in a case that is open."""
    if case.step.is_end or not is_held(case, today):
        return None
    return case.round.meeting.date
