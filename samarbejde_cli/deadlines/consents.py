"""The consent: signed at the pre-meeting, and again by the youth on coming of age (Bilag 6)."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import unsigned
from samarbejde_cli.case.signed import lost_lines, newer_items, still_to_sign
from samarbejde_cli.danish.dates import add_months, long_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.deadlines.coming import coming
from samarbejde_cli.deadlines.deadline import Due, coordinator
from samarbejde_cli.findings import Location
from samarbejde_cli.profile.model import Profile


def consent_to_get(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until everybody who must sign the consent has done so, at the pre-meeting."""
    day = case.round.pre_meeting.date if _is_asked_for(case) else None
    people = unsigned(case, profile, today) if day else []
    if day and people:
        location = _signatures(case)
        what = f"Få samtykket underskrevet af {listed(people)}"
        yield Due(day, coordinator(case, profile), what, location)


def additions_to_sign(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until those who signed have signed what came later, before the next time we meet."""
    newer = newer_items(case, profile, today) if _is_asked_for(case) else []
    lost = lost_lines(case, profile, today) if _is_asked_for(case) else 0
    if not newer and not lost:
        return
    missing = unsigned(case, profile, today)
    people = [each for each in still_to_sign(case, profile, today) if each not in missing]
    if people:
        reasons = [f"{listed([each.text for each in newer])} er kommet til"] if newer else []
        reasons += ["det, der ikke må udveksles, er ændret"] if lost else []
        what = f"Få samtykket underskrevet igen af {listed(people)}: {listed(reasons)}"
        location = case.location("samtykke", *newer[0].route) if newer else _signatures(case)
        yield Due(_next_time(case, profile, today), coordinator(case, profile), what, location)


def _next_time(case: Case, profile: Profile, today: date) -> date:
    plan = coming(case, profile, today)
    days = (plan.pre_meeting, plan.meeting) if plan else ()
    return min((day for day in days if day and day >= today), default=today)


def _signatures(case: Case) -> Location:
    return case.location("samtykke", "underskrifter", on_key=True)


def consent_to_renew(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield the day by which the consent must be renewed: at the latest the 18th birthday."""
    own = case.consent.youth_signed
    if not own or not _is_asked_for(case):
        return
    name, adult_from = case.record.youth.short_name, case.turns(profile.consent.adult)
    reasons = []
    if max(own) < adult_from:
        turns = "blev" if adult_from < today else "bliver"
        what = f"{name} {turns} {profile.consent.adult} den {long_date(adult_from)}"
        reasons.append((adult_from, what))
    if months := profile.consent.renewal_months:
        what = f"det er fra den {long_date(max(own))}"
        reasons.append((add_months(max(own), months), what))
    for day, why in sorted(reasons)[:1]:
        location = _signatures(case)
        yield Due(day, coordinator(case, profile), f"Forny samtykket: {why}", location)


def _is_asked_for(case: Case) -> bool:
    """Whether the case is in its rounds and the consent was not taken back."""
    return case.is_in_rounds and case.consent.withdrawal is None
