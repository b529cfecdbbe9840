"""What the paper of the consent shows as signed, and what is still to be signed (Bilag 6)."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import Item, ItemKind
from samarbejde_cli.case.sharing import covered, department_of
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.documents.context import Context
from samarbejde_cli.documents.roles_in_words import function
from samarbejde_cli.profile.model import Profile

_WORDS = {
    ItemKind.CENTRE: "mine sager i {0} må samles i det fælles skema",
    ItemKind.INFORMATION: "de må dele: {0}",
    ItemKind.ORGANISATION: "alle på holdet fra {0}",
}


def gathered(case: Case, profile: Profile, newer: list[Item], day: date) -> list[str]:
    """Return the centres or departments whose cases are gathered in one form.

    Where the consent names none, they are those with a case and those of colleagues it names.
    """
    if case.consent.centres:
        items = (each for each in case.consent.items if each.kind is ItemKind.CENTRE)
        return [each.text for each in items if each not in newer]
    found = dict.fromkeys(case.record.intake.departments)
    found |= dict.fromkeys(_departments(case, profile, day))
    return list(found) or [each.name for each in profile.departments]


def _departments(case: Case, profile: Profile, day: date) -> Iterator[str]:
    for each in case.consent.recipients:
        department = department_of(case, profile, each.person)
        if department and covered(case, profile, each.person, day):
            yield department


def to_sign(case: Case, profile: Profile, newer: list[Item]) -> list[str]:
    """Return what came later than a needed signature, in words."""
    return [f"{_in_words(case, profile, each)}{_since(each)}" for each in newer]


def _since(item: Item) -> str:
    """Return the day on which something was changed after the signature, where it is written."""
    return f" (ændret efter underskriften den {long_date(item.since)})" if item.since else ""


def _in_words(case: Case, profile: Profile, item: Item) -> str:
    if item.kind is not ItemKind.RECIPIENT:
        return _WORDS[item.kind].format(item.text)
    member = case.member(item.text)
    what = function(member, profile) if member else ""
    return f"{item.text}, {what}" if what else item.text


def signatures_for(case: Case, newer: list[Item], lines: list[Context], day: date) -> list[Context]:
    """Return the lines of those who must sign, dated where somebody signed all that came later."""
    return [line | {"dato": _signed_all(case, newer, line["navn"], day)} for line in lines]


def _signed_all(case: Case, newer: list[Item], name: str, day: date) -> date | None:
    days = [
        each.date
        for each in case.consent.signatures
        if case.full_name(each.name) == name
        and each.date <= day
        and all(each.covers(item) for item in newer)
    ]
    return max(days, default=None)
