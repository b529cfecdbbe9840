"""Which addresses may be printed: never a protected one, whoever else lives there."""

from collections.abc import Iterator
from typing import Any

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.kept_back import plain
from samarbejde_cli.case.people import Contact
from samarbejde_cli.documents.values import HIDDEN_ADDRESS, danish


def shown(case: Case, contact: Contact) -> dict[str, Any]:
    """Return a person's fields; the address is empty when it is somebody's protected one."""
    group: dict[str, Any] = danish(contact)
    if plain(contact.address or "") in {plain(each.address or "") for each in _protected(case)}:
        group |= HIDDEN_ADDRESS
    return group


def _protected(case: Case) -> Iterator[Contact]:
    everybody = (case.record.youth, *case.record.parents, *case.team.members)
    return (each for each in everybody if each.protected_address and each.address)
