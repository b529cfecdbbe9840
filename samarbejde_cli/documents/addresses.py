"""Which addresses may be printed: never a protected one, even if others live there."""

from typing import Any

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Contact
from samarbejde_cli.case.withheld import plain
from samarbejde_cli.documents.memoised import for_the_same
from samarbejde_cli.documents.values import HIDDEN_ADDRESS, danish


def shown(case: Case, contact: Contact) -> dict[str, Any]:
    """Return a person's fields; the address is empty when it is somebody's protected one."""
    group: dict[str, Any] = danish(contact)
    protected = _protected(case)
    if protected and plain(contact.address or "") in protected:
        group |= HIDDEN_ADDRESS
    return group


@for_the_same
def _protected(case: Case) -> frozenset[str]:
    everybody = (case.record.youth, *case.record.parents, *case.team.members)
    protected = (each.address for each in everybody if each.protected_address and each.address)
    return frozenset(map(plain, protected))
