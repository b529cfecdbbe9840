"""Signatures that were recorded."""

from samarbejde_cli.actions.sign_consent import Signed
from samarbejde_cli.case.consent import ItemKind
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import counted, listed

_PEOPLE = (ItemKind.RECIPIENT, ItemKind.ORGANISATION)


def signed(number: str, done: Signed) -> str:
    """Return who signed what, and what to do after."""
    kinds = [each.kind for each in done.items]
    people = counted(sum(each in _PEOPLE for each in kinds), "modtager", "modtagere")
    information = counted(
        kinds.count(ItemKind.INFORMATION), "slags oplysninger", "slags oplysninger"
    )
    return (
        f"{number}: {listed(done.people)} skrev under den {long_date(done.day)} på {people} og "
        f"{information}. Det, der kommer til senere, skal der skrives under på igen."
    )
