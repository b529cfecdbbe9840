"""A finding ready for display: with its place, message and source line."""

import re
from dataclasses import dataclass
from pathlib import Path

from samarbejde_cli.findings import Place, Route

_CPR_TAIL = re.compile(r"(?<!\d)(\d{6}[- ]?)\d{4}(?!\d)")


@dataclass(frozen=True)
class Related:
    """A further place that belongs to a diagnosis, with a few words on why."""

    text: str
    file: Path
    place: Place


@dataclass(frozen=True)
class Diagnosis:
    """One finding in the user's words.

    ``weight`` is ``fejl``, ``mangler``, ``advarsel`` or ``note``; ``line`` the text of the line
    that ``place`` is on; ``reason`` why the weight differs from the rule's own, may be empty.
    """

    file: Path
    place: Place
    route: Route
    code: str
    name: str
    weight: str
    message: str
    hint: str
    line: str
    reason: str = ""
    related: tuple[Related, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether this keeps the case in its step."""
        return self.weight in ("fejl", "mangler")


def masked(text: str) -> str:
    """Return the text with the last four digits of every CPR number replaced, equally long."""
    return _CPR_TAIL.sub(r"\1xxxx", text)
