"""What the figures know of one case, and of one person: small, so that thousands fit in memory.

A part is None when a file that it comes from cannot be read; figures that read it leave the case
out and count it as missing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property

from samarbejde_cli.case.round import Reply
from samarbejde_cli.lazy import frozen, mutable

Scores = tuple[int | None, ...]
"""The answers of a dialogue form, in the order of ``LifeArea``."""


@frozen
class Presence:
    """Whether somebody in a role was at a meeting, and took an active part if that is known."""

    role: str
    attended: bool | None
    active: bool | None
    private: bool


@frozen
class Held:
    """A meeting that was held: ``answers`` are those of its checklist by their keys."""

    day: date
    room: str | None
    youth_attended: bool | None
    answers: Mapping[str, bool]
    placement: str | None
    presences: tuple[Presence, ...]
    replies: tuple[Reply | None, ...]


@frozen
class Standing:
    """Education and employment on a day, by their words; None where that is not noted."""

    day: date
    education: str | None
    employment: str | None


@frozen
class Cost:
    """A grant that became another one, in whole kroner."""

    day: date
    payer: str
    amount: int
    otherwise_payer: str
    otherwise: int


@frozen
class Forced:
    """A move that was forced: the rules that it passed, and the reason without names."""

    day: date
    waived: tuple[str, ...]
    reason: str


@frozen
class Rounds:
    """What the files of the rounds say."""

    held: tuple[Held, ...]
    appointments: tuple[tuple[date, str], ...]
    """Every meeting that was set, by its day, with what came of it."""
    dialogues: tuple[tuple[date, Scores], ...]
    standings: tuple[Standing, ...]
    costs: tuple[Cost, ...]
    experiences: tuple[tuple[date, tuple[bool, ...]], ...]
    """The pre-meetings from the second round on: which of the four questions were answered."""


@mutable
class CaseFacts:
    """What the figures know of a case on a day."""

    number: str
    person: str
    born: date
    profile: str
    started: date | None
    ended: date | None
    department: str
    coordinator: str
    school: str
    first_standing: Standing | None
    last_standing: Standing | None
    outcome: str | None
    others: tuple[tuple[date, str], ...]
    rounds: Rounds | None
    consent: str | None
    adult: str | None
    tools: tuple[bool, ...] | None
    moves: tuple[date, ...] | None
    forced: tuple[Forced, ...] | None
    rules: tuple[str, ...] | None = None
    """The codes of the rules that the case breaks on the day."""

    def is_open_in(self, start: date, end: date) -> bool:
        """Whether the youth was in the model on one of these days."""
        return (
            self.started is not None
            and self.started <= end
            and (self.ended is None or self.ended >= start)
        )


@mutable
class Person:
    """One youth with all their cases, the first one first."""

    cases: Sequence[CaseFacts]
    groups: dict[str, str] = field(default_factory=dict)
    """By the name of a breakdown the group that the person is in."""

    @property
    def first(self) -> CaseFacts:
        """The first case."""
        return self.cases[0]

    @property
    def last(self) -> CaseFacts:
        """The last case."""
        return self.cases[-1]

    @cached_property
    def started(self) -> date:
        """The day on which the first case started."""
        return self.first.started or date.min

    @property
    def rounds(self) -> Iterator[Rounds]:
        """What the rounds of all cases say, those that can be read."""
        return (each.rounds for each in self.cases if each.rounds)

    @property
    def held(self) -> list[Held]:
        """All meetings that were held, the first one first."""
        return sorted((x for each in self.rounds for x in each.held), key=lambda x: x.day)

    @property
    def dialogues(self) -> list[tuple[date, Scores]]:
        """All fillings of the dialogue form, the first one first."""
        return sorted((x for each in self.rounds for x in each.dialogues), key=lambda x: x[0])

    @property
    def standings(self) -> list[Standing]:
        """All notes of education and employment, the first one first."""
        edges = [s for x in self.cases for s in (x.first_standing, x.last_standing) if s]
        inside = [s for each in self.rounds for s in each.standings]
        return sorted([*edges, *inside], key=lambda each: each.day)

    @property
    def placement(self) -> str | None:
        """The kind of placement by the last checklist that says it."""
        return next((each.placement for each in reversed(self.held) if each.placement), None)


def persons(cases: Iterable[CaseFacts]) -> list[Person]:
    """Return the people whom cases are about, each once."""
    found: dict[str, list[CaseFacts]] = {}
    for each in cases:
        found.setdefault(each.person, []).append(each)
    return [Person(sorted(own, key=_order)) for own in found.values()]


def _order(case: CaseFacts) -> tuple[date, str]:
    return case.started or date.max, case.number
