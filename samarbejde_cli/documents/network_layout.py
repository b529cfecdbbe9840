"""Where everybody stands on the network map: three rings by closeness, a sector for each kind.

The rings are ellipses, because labels are wider than high. All lengths are millimetres from the
map's middle, to the right and down; angles are radians clockwise from the right, of the circle
that the ellipse is a pressed picture of. The same people give the same map, always: rings and
sectors start as big as their labels ask for, grow where labels do not fit, and only then the type
becomes smaller.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin, tau
from typing import NamedTuple

from samarbejde_cli.documents.label_size import Label, label, width_of

TOP = -pi / 2
CORE = 0.17
"""How far the youth's own place in the middle reaches, as a share of the way out."""
_RING_LEAST, _SECTOR_LEAST = 0.09, 0.07
_ATTEMPTS, _GROWTH = 10, 1.25
_GAP, _AIR, _DEMAND = 1.0, 4.0, 8.0
"""Least room between labels, what each likes around it, and how much labels stretch the map."""
_CAPTION_SIZE, _CAPTION_HEIGHT, _CAPTION_PADDING = 11.0, 7.0, 8.0
_SIGN_SIZE, _SIGN_HEIGHT, _SIGN_PADDING = 9.0, 4.4, 3.0
_ROWS, _GRID = 4, 2.5


@dataclass(frozen=True, slots=True)
class Entry:
    """A person to be placed: ``sector`` counts from 0, ``ring`` from 1, the closest.

    ``inset`` is what the form of the label takes from its text (see ``label_size``).
    """

    name: str
    relation: str
    sector: int
    ring: int
    inset: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its middle and size."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Whether two rectangles are closer to each other than a small gap."""
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2 + _GAP
            and abs(self.y - other.y) < (self.height + other.height) / 2 + _GAP
        )

    def corners(self) -> Iterator[tuple[float, float]]:
        """Yield the four corners."""
        for across in (-0.5, 0.5):
            for down in (-0.5, 0.5):
                yield self.x + across * self.width, self.y + down * self.height

    def nearest(self) -> tuple[float, float]:
        """Return the point of the rectangle that is nearest to the map's middle."""
        across, down = self.width / 2, self.height / 2
        return (
            min(max(0.0, self.x - across), self.x + across),
            min(max(0.0, self.y - down), self.y + down),
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """The ellipse of the outermost ring: half its width and half its height."""

    across: float
    down: float

    def at(self, out: float, angle: float) -> tuple[float, float]:
        """Return the point that lies ``out`` (1 is the outermost ring) from the middle."""
        return self.across * out * cos(angle), self.down * out * sin(angle)

    def out(self, point: tuple[float, float]) -> float:
        """Return how far out a point lies; 1 is on the outermost ring."""
        return hypot(point[0] / self.across, point[1] / self.down)

    def surrounds(self, box: Box) -> bool:
        """Whether a rectangle keeps within the ellipse's own frame and off the middle."""
        return (
            abs(box.x) + box.width / 2 <= self.across + 1
            and abs(box.y) + box.height / 2 <= self.down + _CAPTION_HEIGHT / 2
            and self.out(box.nearest()) >= CORE
        )

    def angle(self, point: tuple[float, float]) -> float:
        """Return the angle at which a point lies."""
        return atan2(point[1] / self.down, point[0] / self.across)


@dataclass(frozen=True, slots=True)
class Cell:
    """The part of the map that belongs to one ring and one sector."""

    frame: Frame
    inner: float
    outer: float
    start: float
    end: float
    slack: float

    def holds(self, box: Box) -> bool:
        """Whether a rectangle lies in the cell, but for a little."""
        if not self.frame.surrounds(box):
            return False
        corners = list(box.corners())
        if max(map(self.frame.out, corners)) > self.outer + self.slack:
            return False
        if self.frame.out(box.nearest()) < self.inner - self.slack:
            return False
        return all(self.faces(corner) for corner in corners)

    def faces(self, point: tuple[float, float]) -> bool:
        """Whether a point lies between the sector's sides, but for a little."""
        middle, half = (self.start + self.end) / 2, (self.end - self.start) / 2
        aside = abs(_turned(self.frame.angle(point) - middle)) - half
        return aside <= 0 or aside * self.frame.out(point) <= self.slack


@dataclass(frozen=True, slots=True)
class Layout:
    """The finished map; ``people`` holds a box for each entry, None for who has no room.

    ``rings`` are the three rings' distances from the middle, ``dividers`` the angles at which
    the sectors begin, ``captions`` and ``signs`` the places of the sectors' and rings' names.
    """

    frame: Frame
    rings: tuple[float, ...]
    dividers: tuple[float, ...]
    captions: tuple[Box, ...]
    signs: tuple[Box, ...]
    people: tuple[Box | None, ...]
    scale: float


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the sectors, clockwise from the top, and of the rings from within."""

    sectors: tuple[str, ...]
    rings: tuple[str, ...]


def arranged(entries: Sequence[Entry], names: Names, width: float, height: float) -> Layout:
    """Return the map for a frame of this size; no two labels on it touch each other."""
    frame = Frame(width / 2 - 1, (height - _CAPTION_HEIGHT) / 2 - 1)
    best: Layout | None = None
    for fit in _FITS:
        found = _Search(entries, names, frame, fit).run()
        if None not in found.people:
            return found
        if best is None or found.people.count(None) < best.people.count(None):
            best = found
    assert best is not None  # noqa: S101 — there is always a first scale
    return best


class _Fit(NamedTuple):
    """How a map is tried: the scale of its type, and how far out of its cell a label may reach."""

    scale: float
    slack: float


_FITS = tuple(
    _Fit(*each)
    for each in (
        (1.0, 0.04), (1.0, 0.08), (0.92, 0.08), (0.85, 0.1), (0.78, 0.12), (0.7, 0.12),
        (0.62, 0.12), (0.54, 0.12), (0.46, 0.12),
    )
)  # fmt: skip


class _Search:
    """One size of type: gives room to where it is missing until everybody has a place."""

    def __init__(self, entries: Sequence[Entry], names: Names, frame: Frame, fit: _Fit) -> None:
        self.names, self.frame, self.fit = names, frame, fit
        self.members: dict[tuple[int, int], list[tuple[int, Label]]] = {}
        for number, entry in enumerate(entries):
            cell = self.members.setdefault((entry.ring, entry.sector), [])
            cell.append((number, label(entry.name, entry.relation, fit.scale, entry.inset)))
        self.count = len(entries)
        self.ring_weights = self._weights(len(names.rings), lambda key: key[0] - 1)
        self.sector_weights = self._weights(len(names.sectors), lambda key: key[1])

    def _weights(self, number: int, place: Callable[[tuple[int, int]], int]) -> list[float]:
        """Return the share of the map that each ring, or each sector, asks for; even when empty."""
        weights = [1.0] * number
        whole = pi * self.frame.across * self.frame.down
        for key, labels in self.members.items():
            asked = sum((each.width + _AIR) * (each.height + _AIR) for _, each in labels)
            weights[place(key)] += _DEMAND * asked / whole
        return weights

    def run(self) -> Layout:
        """Return the best of some attempts: the first that has a place for everybody."""
        best, crowded = self._attempt()
        for _ in range(_ATTEMPTS):
            if not crowded or not self._grow(crowded):
                break
            layout, crowded = self._attempt()
            best = min(best, layout, key=lambda each: each.people.count(None))
        return best

    def _grow(self, crowded: Sequence[tuple[int, int]]) -> bool:
        """Give crowded cells a bigger share of the map; False when there is none to take from."""
        before = self._rings(), self._starts()
        for ring, sector in crowded:
            self.ring_weights[ring - 1] *= _GROWTH
            self.sector_weights[sector] *= _GROWTH
        return (self._rings(), self._starts()) != before

    def _attempt(self) -> tuple[Layout, list[tuple[int, int]]]:
        """Return a map, and the cells (ring and sector) that have no room for all of theirs."""
        rings, starts = self._rings(), self._starts()
        captions = tuple(self._captions(starts))
        signs = tuple(self._signs(rings))
        people: list[Box | None] = [None] * self.count
        taken = [*captions, *signs]
        crowded = []
        for (ring, sector), labels in sorted(self.members.items()):
            inner, outer = (CORE, *rings)[ring - 1 : ring + 1]
            start, end = starts[sector : sector + 2]
            cell = Cell(self.frame, inner, outer, start, end, self.fit.slack)
            boxes = placed([each for _, each in labels], cell, taken)
            if None in boxes:
                crowded.append((ring, sector))
            for (number, _), box in zip(labels, boxes, strict=True):
                people[number] = box
            taken += [box for box in boxes if box]
        dividers = tuple(starts[:-1])
        layout = Layout(self.frame, rings, dividers, captions, signs, tuple(people), self.fit.scale)
        return layout, crowded

    def _rings(self) -> tuple[float, ...]:
        """Return how far out the rings lie; the area between two follows what is to stand there."""
        spare = 1 - CORE - _RING_LEAST * len(self.ring_weights)
        total = sum(self.ring_weights)
        rings = [CORE]
        for weight in self.ring_weights:
            rings.append(rings[-1] + _RING_LEAST + spare * weight / total)
        return tuple(rings[1:])

    def _starts(self) -> list[float]:
        """Return the angle at which each sector begins, and the end of the last."""
        spare = 1 - len(self.sector_weights) * _SECTOR_LEAST
        total = sum(self.sector_weights)
        starts = [TOP]
        for weight in self.sector_weights:
            starts.append(starts[-1] + tau * (_SECTOR_LEAST + spare * weight / total))
        return starts

    def _captions(self, starts: Sequence[float]) -> Iterator[Box]:
        """Yield the boxes of the sectors' names, on the outermost ring and inside the frame."""
        for number, name in enumerate(self.names.sectors):
            width = width_of(name, _CAPTION_SIZE) + _CAPTION_PADDING
            x, y = self.frame.at(1, (starts[number] + starts[number + 1]) / 2)
            edge = self.frame.across - width / 2
            yield Box(min(max(x, -edge), edge), y, width, _CAPTION_HEIGHT)

    def _signs(self, rings: Sequence[float]) -> Iterator[Box]:
        """Yield the boxes of the rings' names, on the rings at the top."""
        for name, ring in zip(self.names.rings, rings, strict=True):
            x, y = self.frame.at(ring, TOP)
            yield Box(x, y, width_of(name, _SIGN_SIZE) + _SIGN_PADDING, _SIGN_HEIGHT)


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
    waiting = list(range(len(labels)))
    occupied = list(taken)
    for x, y in _spots(cell):
        sizes = {(labels[number].width, labels[number].height): number for number in waiting[::-1]}
        for (width, height), number in sizes.items():
            box = Box(x, y, width, height)
            if not any(map(box.overlaps, occupied)) and cell.holds(box):
                found[number] = box
                occupied.append(box)
                waiting.remove(number)
                break
    return found


def _spots(cell: Cell) -> Iterator[tuple[float, float]]:
    """Yield the points of a grid that lie in a cell, line by line."""
    middle, half = (cell.start + cell.end) / 2, (cell.end - cell.start) / 2
    for x, y, out, angle in _grid(cell.frame):
        if cell.inner < out < cell.outer and abs(_turned(angle - middle)) < half:
            yield x, y


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


def _turned(angle: float) -> float:
    """Return an angle between minus and plus half a turn."""
    return (angle + pi) % tau - pi
