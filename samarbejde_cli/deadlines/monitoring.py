"""What is to be written down: after each meeting, at the end, before the offer's age limit."""

from collections.abc import Iterator
from datetime import date, timedelta

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.monitoring import leaves_the_offer, missing_at_the_end, prepared_by
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.deadlines.afterwards import held_on
from samarbejde_cli.deadlines.deadline import Due, coordinator
from samarbejde_cli.profile.model import Profile


def checklist_to_fill(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until something is answered in the checklist of a meeting that was held."""
    day = held_on(case, today)
    if day and profile.monitoring.checklist and case.round.meeting.checklist.is_empty:
        location = case.in_round("møde", "tjekliste", on_key=True)
        last = day + timedelta(days=profile.limits.journal_days)
        yield Due(last, coordinator(case, profile), "Udfyld mødetjeklisten", location)


def standing_to_note(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until education and employment are noted for a meeting that was held."""
    day, standing = held_on(case, today), case.round.meeting.standing
    if day and profile.monitoring.standing and not (standing and standing.is_complete):
        location = case.in_round("møde", "status", on_key=True)
        last = day + timedelta(days=profile.limits.journal_days)
        what = f"Skriv, hvor {case.record.youth.short_name} står med uddannelse og beskæftigelse"
        yield Due(last, coordinator(case, profile), what, location)


def end_to_complete(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until a case whose end is written down has all that the municipality asks for."""
    closing = case.record.closing
    missing = list(missing_at_the_end(case, profile, today)) if closing else []
    if closing and case.is_in_rounds and missing:
        what = f"Få det sidste på plads: {listed([words for words, _ in missing])}"
        location = case.location("sag", "afslutning")
        yield Due(closing.date, coordinator(case, profile), what, location)


def time_after_the_offer(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until the plan says what follows when somebody is too old for the offer."""
    birthday, last = leaves_the_offer(case, profile), prepared_by(case, profile)
    if birthday and last and case.is_in_rounds and not case.plan.after_offer:
        name, age = case.record.youth.short_name, profile.target.oldest + 1
        turns = "fyldte" if birthday < today else "fylder"
        what = f"Skriv i planen, hvad der skal ske bagefter: {name} {turns} {age} år den "
        what += long_date(birthday)
        location = case.location("plan", "efter_tilbuddet", on_key=True)
        yield Due(last, coordinator(case, profile), what, location)
