"""What a figure is: it declares its source, its definition, what it counts and by what."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from samarbejde_cli.figures.facts import Person
from samarbejde_cli.figures.period import Period


class Observation(NamedTuple):
    """Something to count: under which line and answer, and its number where one is summed up."""

    item: str
    answer: str
    value: int = 1


class Shape(Enum):
    """What a figure shows of what it counts."""

    COUNT = "antal"
    MEAN = "gennemsnit"
    AMOUNT = "kroner"


class Chart(Enum):
    """How a figure is drawn."""

    BAR = "søjler"
    STACKED = "stablede"
    RADAR = "net"
    LINE = "linjer"


class Sum(NamedTuple):
    """A line that adds up answers, shown where nothing can be worked out from it."""

    label: str
    answers: tuple[str, ...]


Observe = Callable[[Person, Period], Iterable[Observation]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One table or figure.

    ``source`` is the number in the source. ``unit`` is what is counted, in the plural. ``items``
    are its lines, each a distribution over the ``answers``; empty where the data decide. ``reads``
    are the parts of ``CaseFacts`` that it needs. ``lasting`` is whether it tells of a state, so
    that the same person is in two periods. ``by_group`` and ``compared`` are whether it is
    broken down and put beside another period.
    """

    key: str
    chapter: str
    source: str
    title: str
    definition: str
    unit: str
    observe: Observe
    items: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    sums: tuple[Sum, ...] = ()
    reads: tuple[str, ...] = ()
    shape: Shape = Shape.COUNT
    chart: Chart = Chart.BAR
    lasting: bool = False
    by_group: bool = True
    compared: bool = True
    others_answer: str = ""
    """The answer of everybody who gives none on a line that somebody has."""


def whole(observe: Callable[[Person, Period], str | None]) -> Observe:
    """Return what observes one answer of a person; none of somebody without one."""

    def observing(person: Person, period: Period) -> Iterable[Observation]:
        answer = observe(person, period)
        return [Observation("", answer)] if answer else []

    return observing
