"""A plan of days to start from: quickly made, feasible, and the same each time.

HiGHS improves it. At a time limit it is what there is at least.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from samarbejde_cli.planning.day_model import DayModel
from samarbejde_cli.planning.solver import INFINITY, Linear
from samarbejde_cli.planning.values import Event, Key

_PASSES = 6
"""How often everything is placed again, each time beginning with what had no day before."""
_TRIES = 2_000
"""How often another one is asked to go aside: in an over-booked year none can."""

_CHAIN = 3
"""So many go aside one after another at most."""

Unit = Sequence[Key]
"""A meeting and its pre-meeting, or one of them."""


def feasible_start(model: DayModel, wanted: Mapping[Key, date] | None = None) -> dict[int, float]:
    """Return values for every column; ``wanted`` are days to keep as far as they go together."""
    rows, kept = _Rows(model.linear), dict(wanted or {})
    best: dict[Key, int] = {}
    order = _units(model.events)
    for _ in range(_PASSES):
        placing = _Placing(model, rows, kept)
        placing.place(order)
        is_better = len(placing.placed) > len(best)
        best = placing.placed if is_better else best
        failed = [unit for unit in order if any(key not in placing.placed for key in unit)]
        if not (failed and is_better):
            break
        order, kept = sorted(order, key=lambda unit: unit not in failed), {}
    return _values(model, rows, set(best.values()))


def _units(events: Sequence[Event]) -> list[Unit]:
    """Return the meetings with their pre-meetings, the most urgent first."""
    found: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for each in events:
        found[each.key.case, each.key.round].append(each)
    last = {unit: min(max(e.days, default=date.max) for e in own) for unit, own in found.items()}
    order = sorted(found, key=lambda unit: (last[unit], unit))
    return [
        [e.key for e in sorted(found[unit], key=lambda e: not e.key.is_meeting)] for unit in order
    ]


class _Rows:
    """The rows of a model: ``of`` are those that bind, by column; ``soft`` ones only cost.

    ``ages`` end with the column that says that a meeting at an age is missing.
    """

    def __init__(self, linear: Linear) -> None:
        self.linear = linear
        self.of: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self.soft: list[tuple[int, list[int]]] = []
        self.ages: list[list[int]] = []
        for row, (start, end) in enumerate(pairwise([*linear.starts, len(linear.columns)])):
            columns = linear.columns[start:end]
            if not linear.whole[columns[-1]]:
                self.soft.append((row, columns))
                continue
            if linear.most[row] == INFINITY:
                self.ages.append(columns)
            for column, value in zip(columns, linear.values[start:end], strict=True):
                self.of[column].append((row, value))


@dataclass
class _Placing:
    """One pass over all units; ``used`` is what the rows hold so far."""

    model: DayModel
    rows: _Rows
    wanted: Mapping[Key, date]
    placed: dict[Key, int] = field(default_factory=dict)
    used: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    holders: dict[int, set[Key]] = field(default_factory=lambda: defaultdict(set))
    tries: int = 0
    chain: int = 0

    def place(self, order: Sequence[Unit]) -> None:
        """Place what can be placed, and make room for the rest where one other can go aside."""
        for unit in order:
            self._take(self._found(unit))
        for self.chain in range(1, _CHAIN + 1):
            self.tries = _TRIES
            for key in (key for unit in order for key in unit if key not in self.placed):
                self._make_room(key)

    def _found(self, unit: Unit) -> dict[Key, int]:
        """Return a meeting's best day that leaves one for its pre-meeting, else what can be."""
        first, *rest = unit
        best: dict[Key, int] = {}
        for column in self._possible(first):
            self._take({first: column})
            found = {first: column, **self._best(rest)}
            self._leave(first)
            best = max(best, found, key=len)
            if len(best) == len(unit):
                break
        return best or self._best(rest)

    def _make_room(self, key: Key, stay: frozenset[Key] = frozenset()) -> bool:
        """Place an appointment on a day that another one can leave, for the day of a third one."""
        if now := self._best([key]):
            self._take(now)
            return True
        stay |= {key}
        if self.tries <= 0 or len(stay) > self.chain:
            return False
        return any(
            self._moves(each, key, column, stay)
            for column in self.model.columns[key].values()
            for each in self._in_the_way(column)
            if each not in stay
        )

    def _in_the_way(self, column: int) -> list[Key]:
        """Return those of which each would make room on a day by itself."""
        most = self.model.linear.most
        full = [row for row, n in self.rows.of[column] if self.used[row] + n > most[row]]
        return sorted(set.intersection(*(self.holders[row] for row in full))) if full else []

    def _moves(self, other: Key, key: Key, column: int, stay: frozenset[Key]) -> bool:
        self.tries -= 1
        was = self._leave(other)
        self._take({key: column})
        if self.tries >= 0 and self._make_room(other, stay):
            return True
        self._leave(key)
        self._take({other: was})
        return False

    def _best(self, keys: Sequence[Key]) -> dict[Key, int]:
        both = ((key, next(self._possible(key), None)) for key in keys)
        return {key: column for key, column in both if column is not None}

    def _possible(self, key: Key) -> Iterator[int]:
        """Yield the columns of the days that go together with what is placed, the best first."""
        columns, costs = self.model.columns[key], self.model.linear.costs
        wanted = columns.get(self.wanted.get(key, date.min))

        def rank(column: int) -> tuple[bool, int, float, int]:
            return column != wanted, -self._asked(column), costs[column], column

        yield from filter(self._fits, sorted(columns.values(), key=rank))

    def _asked(self, column: int) -> int:
        """Return how many rows ask for a column: those of an age, and always its own."""
        least = self.model.linear.least
        return sum(self.used[row] < least[row] for row, _ in self.rows.of[column])

    def _fits(self, column: int) -> bool:
        most = self.model.linear.most
        return all(self.used[row] + value <= most[row] for row, value in self.rows.of[column])

    def _take(self, found: Mapping[Key, int]) -> None:
        for key, column in found.items():
            self.placed[key] = column
            for row, value in self.rows.of[column]:
                self.used[row] += value
                self.holders[row].add(key)

    def _leave(self, key: Key) -> int:
        column = self.placed.pop(key)
        for row, value in self.rows.of[column]:
            self.used[row] -= value
            self.holders[row].discard(key)
        return column


def _values(model: DayModel, rows: _Rows, chosen: set[int]) -> dict[int, float]:
    """Return the values of all columns for the days that are chosen."""
    found = dict.fromkeys(range(len(model.linear.costs)), 0.0) | dict.fromkeys(chosen, 1.0)
    for key, column in model.unplaced.items():
        found[column] = float(chosen.isdisjoint(model.columns[key].values()))
    for row, columns in rows.soft:
        amount, over = columns[-1], sum(found[each] for each in columns[:-1])
        found[amount] = max(found[amount], over - model.linear.most[row])
    for *columns, missed in rows.ages:
        found[missed] = float(not any(found[each] for each in columns))
    return found
