"""Findings: problems in the user's data, as values; with their words and places: diagnoses."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias

Route: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the top of a file to a value, as the user wrote: ``("mål", 2, "mål")``."""


class Weight(StrEnum):
    """How a finding counts, in the words that are printed."""

    ERROR = "fejl"
    MISSING = "mangler"
    WARNING = "advarsel"
    NOTE = "note"

    @property
    def blocks(self) -> bool:
        """Whether the case cannot leave its step with such a finding."""
        return self in (Weight.ERROR, Weight.MISSING)


class Place(NamedTuple):
    """A stretch of text in a file; line and column count from 1, length in characters."""

    line: int
    column: int
    length: int = 1


class Location(NamedTuple):
    """Where something stands: a route into a file, or a place where no route exists.

    ``on_key`` points at the key of the last step of the route instead of at its value.
    A route to something that is missing means the nearest part of it that is there.
    """

    file: Path
    route: Route = ()
    on_key: bool = False
    place: Place | None = None


_NO_FACTS: Mapping[str, str] = {}


class Finding(NamedTuple):
    """One problem: the code of the rule, where, and the facts that fill the rule's message.

    ``related`` holds further locations with a few Danish words each ("samtykket blev givet her").
    """

    code: str
    location: Location
    facts: Mapping[str, str] = _NO_FACTS
    related: tuple[tuple[str, Location], ...] = ()


class Related(NamedTuple):
    """A further place that belongs to a diagnosis, with a few words on why."""

    text: str
    file: Path
    place: Place


class Diagnosis(NamedTuple):
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
