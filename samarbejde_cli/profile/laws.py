"""Law texts by date: a document cites what was in force on its own day (domain.md: law)."""

from collections.abc import Sequence
from datetime import date

from samarbejde_cli.profile.model import Law


def merged(shipped: Sequence[Law], own: Sequence[Law]) -> list[Law]:
    """Return the shipped law texts with those replaced whose key the municipality has itself."""
    own_keys = {law.key for law in own}
    return [law for law in shipped if law.key not in own_keys] + list(own)


def cited(laws: Sequence[Law], use: str, day: date) -> list[str]:
    """Return the references that a document makes for ``use`` on a day, in their order."""
    return [law.text for law in laws if use in law.used_in and law.in_force(day)]
