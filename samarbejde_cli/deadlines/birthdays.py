"""What follows from the youth's age (handbook § 4.1, Bilag 8; barnets lov §§ 108-116)."""

from collections.abc import Iterator
from datetime import date, timedelta

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.coming_of_age import (
    at_age,
    hand_over_span,
    has_meeting,
    may_have_support,
    needs_adult_side,
)
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import add_months, long_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.deadlines.deadline import Due, administrator, coordinator
from samarbejde_cli.profile.limits import age_text
from samarbejde_cli.profile.model import DepartmentKind, Profile


def hand_over_meetings(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield each age of hand-over without a meeting some months before or after."""
    began = _began(case)
    for age in profile.limits.hand_over_ages if began else []:
        first, last = hand_over_span(case, profile, age)
        counts = first, max(last, today - timedelta(days=1))  # also what was held since
        if (began and last < began) or has_meeting(case, profile, age, today, counts):
            continue
        day = at_age(case, age)
        turns = "blev" if day < today else "bliver"
        what = f"Aftal et overdragelsesmøde: {case.record.youth.short_name} {turns} "
        what += f"{age_text(age)} år den {long_date(day)}"
        if needs_adult_side(case, profile, age):
            what += ". En fra voksenområdet skal være med"
        yield Due(last, administrator(profile), what, case.in_round("møde", "dato"))


def youth_plan(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until a plan is signed after the birthday, which is some months later at the latest."""
    began, age = _began(case), profile.limits.plan_age
    if not began or age is None or case.age(today) >= profile.consent.adult:
        return
    birthday = case.turns(age)
    last = add_months(birthday, profile.limits.plan_months)
    signed = [each.follow_up.signed for each in case.rounds.values()]
    if last >= began and not any(day and day >= birthday for day in signed):
        name = case.record.youth.short_name
        turns = "fyldte" if birthday < today else "fylder"
        what = f"Få ungeplanen færdig: {name} {turns} {age} år den {long_date(birthday)}"
        yield Due(last, coordinator(case, profile), what, case.location("plan"))


def support_decision(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield until it is decided whether a placed youth has support as an adult."""
    months, record = profile.limits.decision_months, case.record
    decided = record.support is not None or record.has_aftercare
    if not _began(case) or months is None or decided or not may_have_support(case, today):
        return
    adult_from = case.turns(profile.consent.adult)
    if today >= adult_from:
        return
    what = f"Afgør, om {record.youth.short_name} skal have ungestøtte"
    what += f" fra den {long_date(adult_from)}"
    day = add_months(adult_from, -months)
    yield Due(day, coordinator(case, profile), what, case.location("sag", "ungestøtte"))


def coordinator_to_change(case: Case, profile: Profile, today: date) -> Iterator[Due]:
    """Yield the birthday from which another kind of department coordinates than the present one."""
    began, record = _began(case), case.record
    own = profile.department(record.coordinator.department) if record.coordinator else None
    if began is None or own is None:
        return
    first = case.age(began)
    ahead = range(max(case.age(today), first), profile.target.oldest + 1)
    same = (None, own.kind)
    age = next((each for each in ahead if _coordinates(case, profile, each) not in same), None)
    if age is None:
        return
    kind = _coordinates(case, profile, age)
    while age > first and _coordinates(case, profile, age - 1) is kind:
        age -= 1
    names = [each.name for each in profile.departments if each.kind is kind]
    day = case.turns(age)
    turns = "fyldte" if day < today else "fylder"
    what = f"Overdrag sagen til {listed(names, 'eller')}: {record.youth.short_name} {turns}"
    what += f" {age} år den {long_date(day)}"
    location = case.location("sag", "koordinator", "afdeling")
    yield Due(max(day, began), coordinator(case, profile), what, location)


def _coordinates(case: Case, profile: Profile, age: int) -> DepartmentKind | None:
    """Return the kind of department that coordinates at an age; None when none does."""
    intake = case.record.intake
    return profile.coordinating_kind(
        age, aftercare=case.record.has_aftercare, unaccompanied=intake.unaccompanied
    )


def _began(case: Case) -> date | None:
    """Return the day on which an open case came out of the intake; None before, and when over."""
    if not case.is_in_rounds:
        return None
    days = [move.at.date() for move in case.history if move.origin is Step.INTAKE]
    return min(days, default=None)
