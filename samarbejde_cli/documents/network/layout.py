"""Positions on the network map: three rings by closeness, a sector for each kind.

The rings are ellipses, because labels are wider than high. The same people give the same map,
always: rings and sectors start as big as their labels ask for and grow where labels do not fit.
Only then the type becomes smaller, though never too small to read; at last relations are left to
the table beside the map.
"""

from collections.abc import Callable, Iterator, Sequence
from math import pi, tau
from typing import NamedTuple

from samarbejde_cli.documents.network.geometry import BRIM, CORE, Box, Cell, Frame
from samarbejde_cli.documents.network.label_size import (
    LEAST_SIZE,
    NAME_SIZE,
    Label,
    label,
    width_of,
)
from samarbejde_cli.documents.network.packing import placed
from samarbejde_cli.lazy import frozen

TOP = -pi / 2
_RING_LEAST, _SECTOR_LEAST = 0.1, 0.07
_ATTEMPTS, _GROWTH = 10, 1.25
_AIR, _DEMAND = 4.0, 8.0
"""What each label likes around it, and how much labels stretch their part of the map."""
_CAPTION_SIZE, _CAPTION_PADDING = 11.0, 8.0
_SIGN_SIZE, _SIGN_HEIGHT, _SIGN_PADDING = 9.0, 4.4, 3.0


@frozen
class MapEntry:
    """A person to be placed: ``sector`` counts from 0, ``ring`` from 1, the closest.

    ``inset`` is what the form of the label takes from its text (see ``label_size``).
    """

    name: str
    relation: str
    sector: int
    ring: int
    inset: float = 0.0


@frozen
class Layout:
    """The finished map; ``people`` holds a box for each entry, None for who has no room.

    ``rings`` are the three rings' distances from the middle, ``dividers`` the angles at which
    the sectors begin, ``captions`` and ``signs`` the places of the sectors' and rings' names.
    ``size`` is that of people's names in points; ``relations`` says whether they stand below.
    """

    frame: Frame
    rings: tuple[float, ...]
    dividers: tuple[float, ...]
    captions: tuple[Box, ...]
    signs: tuple[Box, ...]
    people: tuple[Box | None, ...]
    size: float
    relations: bool


@frozen
class Names:
    """The names of the sectors, clockwise from the top, and of the rings from within."""

    sectors: tuple[str, ...]
    rings: tuple[str, ...]


def arranged(entries: Sequence[MapEntry], names: Names, width: float, height: float) -> Layout:
    """Return the map for a frame of this size; no two labels on it touch each other."""
    frame = Frame(width / 2 - 1, height / 2 - BRIM - 1)
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
    """How a map is tried: its type, with relations or not, how far out of a cell a label reaches.

    Nobody of the innermost ring reaches out of it.
    """

    size: float
    relations: bool
    slack: float


_FITS = (
    _Fit(NAME_SIZE, relations=True, slack=0.04),
    _Fit(NAME_SIZE, relations=True, slack=0.08),
    _Fit(LEAST_SIZE, relations=True, slack=0.08),
    _Fit(LEAST_SIZE, relations=True, slack=0.12),
    _Fit(LEAST_SIZE, relations=False, slack=0.08),
    _Fit(LEAST_SIZE, relations=False, slack=0.12),
)


class _Search:
    """One size of type: gives room to where it is missing until everybody has a place."""

    def __init__(self, entries: Sequence[MapEntry], names: Names, frame: Frame, fit: _Fit) -> None:
        self.names, self.frame, self.fit = names, frame, fit
        self.members: dict[tuple[int, int], list[tuple[int, Label]]] = {}
        for number, entry in enumerate(entries):
            cell = self.members.setdefault((entry.ring, entry.sector), [])
            relation = entry.relation if fit.relations else ""
            cell.append((number, label(entry.name, relation, fit.size, entry.inset)))
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
            slack = self.fit.slack
            cell = Cell(self.frame, inner, outer, start, end, slack, slack if ring > 1 else 0.0)
            boxes = placed([each for _, each in labels], cell, taken)
            if None in boxes:
                crowded.append((ring, sector))
            for (number, _), box in zip(labels, boxes, strict=True):
                people[number] = box
            taken += [box for box in boxes if box]
        dividers = tuple(starts[:-1])
        places = (dividers, captions, signs, tuple(people))
        return Layout(self.frame, rings, *places, self.fit.size, self.fit.relations), crowded

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
            yield Box(min(max(x, -edge), edge), y, width, 2 * BRIM)

    def _signs(self, rings: Sequence[float]) -> Iterator[Box]:
        """Yield the boxes of the rings' names, on the rings at the top."""
        for name, ring in zip(self.names.rings, rings, strict=True):
            x, y = self.frame.at(ring, TOP)
            yield Box(x, y, width_of(name, _SIGN_SIZE) + _SIGN_PADDING, _SIGN_HEIGHT)
