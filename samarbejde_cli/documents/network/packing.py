"""Puts labels into a cell of the network map so that no two touch."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import pi, tau

from samarbejde_cli.documents.network.geometry import Box, Cell, Frame
from samarbejde_cli.documents.network.label_size import Label

_ROWS, _GRID = 4, 2.5
"""How many rows are tried for their looks, and the distance of the points that packing tries."""


def placed(labels: Sequence[Label], cell: Cell, taken: Sequence[Box]) -> list[Box | None]:
    """Return a box for each label in a cell, clear of what is taken; None where none is left.

    Even rows come first, because they look best; else they are packed.
    """
    for rows in range(1, min(_ROWS, len(labels)) + 1):
        boxes = list(_in_rows(labels, cell, rows))
        if _is_clear(boxes, cell, taken):
            return list(boxes)
    return _packed(labels, cell, taken)


def _in_rows(labels: Sequence[Label], cell: Cell, rows: int) -> Iterator[Box]:
    """Yield boxes in rows around the middle, the same number in each but for one."""
    for row in range(rows):
        mine = labels[row * len(labels) // rows : (row + 1) * len(labels) // rows]
        out = cell.inner + (cell.outer - cell.inner) * (row + 0.5) / rows
        for number, each in enumerate(mine):
            angle = cell.start + (cell.end - cell.start) * (number + 0.5) / len(mine)
            yield Box(*cell.frame.at(out, angle), each.width, each.height)


def _is_clear(boxes: Sequence[Box], cell: Cell, taken: Sequence[Box]) -> bool:
    return all(
        cell.holds(box) and not any(map(box.overlaps, (*taken, *boxes[:number])))
        for number, box in enumerate(boxes)
    )


def _packed(labels: Sequence[Label], cell: Cell, taken: Sequence[Box]) -> list[Box | None]:
    """Return boxes packed line by line from the top; each spot takes the first label that fits."""
    found: list[Box | None] = [None] * len(labels)
    waiting: dict[tuple[float, float], list[int]] = {}
    for number, each in reversed(list(enumerate(labels))):
        waiting.setdefault((each.width, each.height), []).append(number)
    rooms = {size: _Room(*size, taken) for size in waiting}
    for x, y in _locations(cell):
        free = [size for size in waiting if rooms[size].is_free(x, y)]
        box = next(filter(cell.holds, (Box(x, y, *size) for size in free)), None) if free else None
        if box is None:
            continue
        size = box.width, box.height
        found[waiting[size].pop()] = box
        if not waiting[size]:
            del waiting[size]
        for left in waiting:
            rooms[left].take(box)
        if not waiting:
            break
    return found


class _Room:
    """What is left for labels of one size; who was in the way last is asked first."""

    def __init__(self, width: float, height: float, taken: Sequence[Box]) -> None:
        self._width, self._height = width, height
        self._taken: list[tuple[float, float, float, float]] = []
        for box in taken:
            self.take(box)

    def take(self, box: Box) -> None:
        """Leave no room for what would touch a box."""
        self._taken.append((box.x, box.y, *box.reach(self._width, self._height)))

    def is_free(self, x: float, y: float) -> bool:
        """Whether a label with this middle would touch nothing."""
        for at, (left, top, across, down) in enumerate(self._taken):
            if abs(x - left) < across and abs(y - top) < down:
                self._taken[0], self._taken[at] = self._taken[at], self._taken[0]
                return False
        return True


def _locations(cell: Cell) -> Iterator[tuple[float, float]]:
    """Yield the points of a grid that lie in a cell, line by line."""
    middle, half = (cell.start + cell.end) / 2, (cell.end - cell.start) / 2
    for x, y, angle in _ring(cell.frame, cell.inner, cell.outer):
        if -half < (angle - middle + pi) % tau - pi < half:
            yield x, y


@lru_cache(maxsize=8)
def _ring(frame: Frame, inner: float, outer: float) -> list[tuple[float, float, float]]:
    """Return the points of a grid that lie in a ring, line by line, each with its angle."""
    return [(x, y, angle) for x, y, out, angle in _grid(frame) if inner < out < outer]


@lru_cache(maxsize=8)
def _grid(frame: Frame) -> tuple[tuple[float, float, float, float], ...]:
    """Return points all over a frame, each with how far out and at what angle it lies."""
    rows, columns = int(frame.down / _GRID), int(frame.across / _GRID)
    points = (
        (column * _GRID, row * _GRID)
        for row in range(-rows, rows + 1)
        for column in range(-columns, columns + 1)
    )
    return tuple((*point, frame.out(point), frame.angle(point)) for point in points)
