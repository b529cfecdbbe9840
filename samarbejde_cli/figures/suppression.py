"""Which numbers may not be shown, so that nothing can be learned of fewer than so many persons.

A *bin* is what a cell stands for: how many, and who. It is *small* when somebody is in it, but
fewer than ``least`` persons. Hidden are all small bins, and as many others as it takes that from
everything that is shown no hidden number can be narrowed down to fewer than ``least``:

* In a line of which the total is shown, the hidden bins hold together at least ``least`` persons.
  Each of them may then be anything from none to that sum.
* In a table with shown totals of lines and of groups, the hidden bins are a whole block of lines
  and groups. What is left of each line and group then bounds its cells, and the bounds are those of
  a transportation problem: ``max(0, r + c - t)`` to ``min(r, c)``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from samarbejde_cli.lazy import frozen, mutable


@mutable
class Bin:
    """How many were counted, their sum, and the persons behind them."""

    count: int = 0
    total: int = 0
    persons: set[int] = field(default_factory=set)

    def add(self, person: int, value: int) -> None:
        """Count something of a person."""
        self.count += 1
        self.total += value
        self.persons.add(person)

    def is_small(self, least: int) -> bool:
        """Whether it is about somebody, but about too few."""
        return 0 < len(self.persons) < least


def joined(bins: Iterable[Bin]) -> Bin:
    """Return several bins as one."""
    found = Bin()
    for each in bins:
        found.count += each.count
        found.total += each.total
        found.persons |= each.persons
    return found


@frozen
class Line:
    """What is hidden of a line: some of its bins, or everything with its total."""

    hidden: frozenset[int] = frozenset()
    withheld: bool = False


def protect_line(
    bins: Sequence[Bin], least: int, also: Iterable[int] = (), other: Sequence[Bin] | None = None
) -> Line:
    """Return what to hide of a line of bins whose total is shown.

    ``also`` are bins to hide anyway. ``other`` is the same line for another period, of which at
    most the bins in ``also`` are hidden: two shown numbers never differ by too few persons.
    """
    if joined(bins).is_small(least) or (other and _differ_little(bins, other, least)):
        return Line(withheld=True)
    hidden = {at for at, each in enumerate(bins) if each.is_small(least)} | set(also)
    if other:
        pairs = enumerate(zip(bins, other, strict=True))
        hidden |= {at for at, (one, two) in pairs if _differ_little([one], [two], least)}
    while hidden and not _is_enough(bins, hidden, least, other):
        rest = [at for at in range(len(bins)) if at not in hidden]
        if not rest:
            return Line(withheld=True)
        hidden.add(min(rest, key=lambda at: (not bins[at].persons, len(bins[at].persons), at)))
    return Line(frozenset(hidden))


def _is_enough(
    bins: Sequence[Bin], hidden: set[int], least: int, other: Sequence[Bin] | None
) -> bool:
    gone = joined(bins[at] for at in hidden)
    if not gone.persons:
        return True
    if len(hidden) == 1 or len(gone.persons) < least:
        return False
    return not other or not _differ_little(
        [bins[at] for at in hidden], [other[at] for at in hidden], least
    )


def _differ_little(ones: Sequence[Bin], others: Sequence[Bin], least: int) -> bool:
    """Whether two numbers are about the same persons but for a few."""
    return 0 < len(joined(ones).persons ^ joined(others).persons) < least


@frozen
class Block:
    """What is hidden of a table: whole groups, and cells by answer and group."""

    groups: frozenset[str] = frozenset()
    cells: frozenset[tuple[int, str]] = frozenset()
    withheld: bool = False


def protect_groups(table: Mapping[str, Sequence[Bin]], line: Line, least: int) -> Block:
    """Return what to hide of a table whose groups add up to a line that is shown but for ``line``.

    All groups have the bins of the line, in its order.
    """
    names = list(table)
    across = protect_line([joined(table[name]) for name in names], least)
    if line.withheld or across.withheld:
        return Block(withheld=True)
    gone = frozenset(names[at] for at in across.hidden)
    columns: list[tuple[str, ...]] = [(name,) for name in names if name not in gone]
    columns += [tuple(gone)] if gone else []
    places = range(len(table[names[0]]))
    shown: list[tuple[int, ...]] = [(at,) for at in places if at not in line.hidden]
    lines = [*shown, tuple(line.hidden)] if line.hidden else shown
    grid = [
        [joined(table[name][at] for name in column for at in each) for column in columns]
        for each in lines
    ]
    block = _block(grid, least)
    if block is None:
        return Block(withheld=True)
    cells = {
        (at, name)
        for row in block[0] for at in lines[row] for column in block[1] for name in columns[column]
    } | {(at, name) for at in line.hidden for name in names}  # fmt: skip
    return Block(gone, frozenset(cells))


def _block(grid: Sequence[Sequence[Bin]], least: int) -> tuple[set[int], set[int]] | None:
    """Return the lines and columns whose crossings are hidden; None when no block is enough."""
    small = [
        (row, column)
        for row, bins in enumerate(grid)
        for column, each in enumerate(bins)
        if each.is_small(least)
    ]
    rows, columns = {row for row, _ in small}, {column for _, column in small}
    while small and not _holds(grid, rows, columns, small, least):
        if not _grow(grid, rows, columns, least):
            return None
    return rows, columns


def _holds(
    grid: Sequence[Sequence[Bin]],
    rows: set[int],
    columns: set[int],
    small: Sequence[tuple[int, int]],
    least: int,
) -> bool:
    """Whether neither what is left of a line or group nor a small cell can be narrowed down."""
    left = {row: joined(grid[row][column] for column in columns) for row in rows}
    below = {column: joined(grid[row][column] for row in rows) for column in columns}
    if any(each.is_small(least) for each in (*left.values(), *below.values())):
        return False
    whole = sum(each.count for each in left.values())
    return all(
        min(left[row].count, below[column].count) >= least
        and left[row].count + below[column].count - whole <= 1
        for row, column in small
    )


def _grow(grid: Sequence[Sequence[Bin]], rows: set[int], columns: set[int], least: int) -> bool:
    """Add the line or the column that costs least; return whether there was one."""
    more_rows = [at for at in range(len(grid)) if at not in rows]
    more_columns = [at for at in range(len(grid[0])) if at not in columns]
    thin = any(joined(grid[row][at] for row in rows).is_small(least) for at in columns)

    def row_cost(at: int) -> tuple[bool, int]:
        persons = sum(len(grid[at][column].persons) for column in columns)
        return persons == 0, persons

    def column_cost(at: int) -> tuple[bool, int]:
        persons = sum(len(grid[row][at].persons) for row in rows)
        return persons == 0, persons

    if more_rows and (thin or len(rows) <= len(columns) or not more_columns):
        rows.add(min(more_rows, key=row_cost))
    elif more_columns:
        columns.add(min(more_columns, key=column_cost))
    else:
        return False
    return True
