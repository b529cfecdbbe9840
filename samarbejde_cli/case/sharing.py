"""Who may hear of a case: the one place that decides (handbook § 4.3, Bilag 6)."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.dates import long_date
from samarbejde_cli.findings import Route
from samarbejde_cli.profile.model import Profile, StaffRole


def under_age(case: Case, profile: Profile, day: date) -> bool:
    """Whether the holders of custody still act for the youth on a day."""
    return case.age(day) < profile.consent.adult


def may_receive(case: Case, profile: Profile, name: str, day: date) -> bool:
    """Whether a person, by full name, may be told about the case on a day."""
    return needs_no_consent(case, profile, name, day) or case.consent.covers(name, day)


def needs_no_consent(case: Case, profile: Profile, name: str, day: date) -> bool:
    """Whether a person is part of the case anyway: the youth, whoever acts for or runs it."""
    return name.casefold() in set(_part_of_it(case, profile, day))


def _part_of_it(case: Case, profile: Profile, day: date) -> Iterator[str]:
    record = case.record
    yield record.youth.name.casefold()
    if record.coordinator:
        yield record.coordinator.name.casefold()
    for staff in profile.staff:
        if staff.role is StaffRole.ADMINISTRATOR:
            yield staff.name.casefold()
    if under_age(case, profile, day):
        for parent in record.custody_holders:
            yield parent.name.casefold()


def obstacle(case: Case, name: str) -> tuple[Route, str]:
    """Return what in ``samtykke.yaml`` keeps a person out: the route to it, and words for it."""
    consent = case.consent
    if consent.withdrawal:
        return ("tilbagekaldt",), "samtykket er trukket tilbage"
    if not consent.exchange:
        return ("udveksling",), "der er ikke sagt ja til, at oplysninger må udveksles"
    if not consent.shared_form:
        return ("fælles_skema",), "der er ikke sagt ja til et fælles skema"
    for index, each in enumerate(consent.recipients):
        if each.withdrawn and each.person.casefold() == name.casefold():
            day = long_date(each.withdrawn)
            reason = f"samtykket for {name} blev trukket tilbage den {day}"
            return ("modtagere", index, "trukket_tilbage"), reason
    return ("modtagere",), f"samtykket nævner ikke {name}"
