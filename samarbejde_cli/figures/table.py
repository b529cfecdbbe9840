"""Count a figure, and show of it what may be shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property

from samarbejde_cli.figures.facts import CaseFacts, Person
from samarbejde_cli.figures.figure import Figure
from samarbejde_cli.figures.period import Period
from samarbejde_cli.figures.suppression import (
    Bin,
    Block,
    Line,
    joined,
    protect_groups,
    protect_line,
)
from samarbejde_cli.figures.words import natural
from samarbejde_cli.lazy import frozen, mutable

Bins = dict[str, dict[str, Bin]]
"""By line and answer what was counted."""


@frozen
class Number:
    """One shown number: how many, and their sum."""

    count: int
    total: int


@frozen
class Row:
    """One line of a figure: for one group, or for all when ``group`` is empty.

    ``whole`` is the line's total and ``cells`` are its answers in the figure's order; None is
    hidden. ``before`` is whether it is about the period that is compared with.
    """

    item: str
    breakdown: str
    group: str
    before: bool
    whole: Number | None
    cells: tuple[Number | None, ...]
    sums: tuple[Number | None, ...] = ()

    @property
    def hidden(self) -> int:
        """How many numbers are hidden."""
        return (self.whole is None) + sum(each is None for each in self.cells)


@frozen
class Table:
    """A figure with its numbers. ``missing`` are the cases that it could not read."""

    figure: Figure
    answers: tuple[str, ...]
    rows: tuple[Row, ...]
    missing: tuple[str, ...]

    @property
    def hidden(self) -> int:
        """How many numbers are hidden."""
        return sum(each.hidden for each in self.rows)

    def main(self, item: str = "") -> Row | None:
        """Return the line of all, for the period itself."""
        return next(
            (x for x in self.rows if (x.item, x.group, x.before) == (item, "", False)), None
        )


@frozen
class Source:
    """Whom figures count and when; ``people`` are those who are in the period."""

    people: Sequence[Person]
    period: Period


@mutable
class _Counted:
    """What was counted of a figure: of all, and by breakdown and group."""

    all: Bins = field(default_factory=dict)
    groups: dict[str, dict[str, Bins]] = field(default_factory=dict)


@frozen
class Counting:
    """One run: the period, the one it is compared with, the ways to break down, the least."""

    now: Source
    before: Source | None
    breakdowns: Sequence[str]
    least: int

    @cached_property
    def numbers(self) -> dict[str, int]:
        """A number for each person in one of the periods, by CPR number."""
        people = (*self.now.people, *(self.before.people if self.before else ()))
        known = sorted({each.first.person for each in people})
        return {person: number for number, person in enumerate(known)}

    def table(self, figure: Figure) -> Table:
        """Return a figure with what may be shown of it."""
        now = self._count(figure, self.now, self.breakdowns if figure.by_group else ())
        before = self.before if figure.compared else None
        earlier = self._count(figure, before, ()).all if before else {}
        answers = figure.answers or _found([*now.all.values(), *earlier.values()])
        items = figure.items or sorted({*now.all, *earlier}, key=natural)
        rows = [row for item in items for row in self._rows(figure, item, answers, now, earlier)]
        cases = (x for each in self.now.people for x in each.cases)
        missing = sorted({x.number for x in cases if _lacks(x, figure)})
        return Table(figure, answers, tuple(rows), tuple(missing))

    def _rows(
        self, figure: Figure, item: str, answers: Sequence[str], now: _Counted, earlier: Bins
    ) -> Iterator[Row]:
        own = _line_of(now.all, item, answers)
        line = protect_line(own, self.least)
        if item in now.all:
            yield _row(figure, item, own, line)
        if item in earlier:
            other = _line_of(earlier, item, answers)
            yield _row(figure, item, other, self._earlier(figure, own, line, other), before=True)
        for name, groups in now.groups.items() if item in now.all else ():
            table = {group: _line_of(bins, item, answers) for group, bins in groups.items()}
            block = protect_groups(table, line, self.least)
            for group, bins in table.items():
                kept = _line_in(block, group, len(answers))
                yield _row(figure, item, bins, kept, breakdown=name, group=group)

    def _earlier(
        self, figure: Figure, own: Sequence[Bin], line: Line, other: Sequence[Bin]
    ) -> Line:
        """Return what to hide of the period before; of a state also what would tell who came."""
        if not figure.lasting:
            return protect_line(other, self.least)
        if line.withheld:
            return line
        return protect_line(other, self.least, line.hidden, own)

    def _count(self, figure: Figure, source: Source, breakdowns: Sequence[str]) -> _Counted:
        found = _Counted()
        for name in breakdowns:
            names = {each.groups[name] for each in source.people}
            if len(names) > 1:
                found.groups[name] = {each: {} for each in sorted(names, key=natural)}
        able = [x for x in source.people if not all(_lacks(c, figure) for c in x.cases)]
        for person in able:
            number = self.numbers[person.first.person]
            places = [found.all]
            places += [bins[person.groups[name]] for name, bins in found.groups.items()]
            for item, answer, value in figure.observe(person, source.period):
                for place in places:
                    place.setdefault(item, {}).setdefault(answer, Bin()).add(number, value)
        if figure.others_answer:
            self._fill_up(figure, found.all, able)
        return found

    def _fill_up(self, figure: Figure, bins: Bins, able: Sequence[Person]) -> None:
        """Count on every line those who are not in it."""
        for line in bins.values():
            given = joined(line.values()).persons
            rest = line.setdefault(figure.others_answer, Bin())
            for number in {self.numbers[each.first.person] for each in able} - given:
                rest.add(number, 1)


def _lacks(case: CaseFacts, figure: Figure) -> bool:
    return any(getattr(case, part) is None for part in figure.reads)


def _found(lines: Iterable[Mapping[str, Bin]]) -> tuple[str, ...]:
    return tuple(sorted({answer for each in lines for answer in each}, key=natural))


def _line_of(bins: Bins, item: str, answers: Sequence[str]) -> list[Bin]:
    own = bins.get(item, {})
    return [own.get(answer, Bin()) for answer in answers]


def _row(
    figure: Figure,
    item: str,
    bins: Sequence[Bin],
    line: Line,
    *,
    before: bool = False,
    breakdown: str = "",
    group: str = "",
) -> Row:
    cells = tuple(
        None if line.withheld or at in line.hidden else _number(each)
        for at, each in enumerate(bins)
    )
    whole = None if line.withheld else _number(joined(bins))
    sums = tuple(_sum(figure, each.answers, bins, line) for each in figure.sums)
    return Row(item, breakdown, group, before, whole, cells, sums)


def _number(each: Bin) -> Number:
    return Number(each.count, each.total)


def _sum(figure: Figure, answers: Sequence[str], bins: Sequence[Bin], line: Line) -> Number | None:
    """Return a sum of answers when the shown numbers give it anyway."""
    own = {at for at, answer in enumerate(figure.answers) if answer in answers}
    if line.withheld or (own & line.hidden and not line.hidden <= own):
        return None
    return _number(joined(bins[at] for at in own))


def _line_in(block: Block, group: str, size: int) -> Line:
    if block.withheld or group in block.groups:
        return Line(withheld=True)
    return Line(frozenset(at for at in range(size) if (at, group) in block.cells))
