"""Check boxes for answers that are given, or still to be given on paper."""

from collections.abc import Iterable
from typing import Any

from samarbejde_cli.documents.schema import BOX, GROUP, Known, Schema
from samarbejde_cli.word import Checkbox


def ticked(checked: bool) -> Checkbox:  # noqa: FBT001 — a box is ticked or it is not
    """Return a box."""
    return Checkbox(checked=checked)


def yes_no(answer: bool | None) -> dict[str, Checkbox]:  # noqa: FBT001 — the answer itself
    """Return the boxes ``ja`` and ``nej``; none is ticked before there is an answer."""
    return {"ja": ticked(answer is True), "nej": ticked(answer is False)}


def yes_no_fields(path: str, description: str) -> Schema:
    """Return the fields of ``yes_no``."""
    return (
        Known(path, GROUP, description),
        Known(f"{path}.ja", BOX, "Krydset ved ja"),
        Known(f"{path}.nej", BOX, "Krydset ved nej"),
    )


def choices(of: Iterable[Any], chosen: object) -> list[dict[str, Any]]:
    """Return a box with its label for each of the words that can be chosen."""
    return [{"kryds": ticked(each is chosen), "tekst": each.label} for each in of]
