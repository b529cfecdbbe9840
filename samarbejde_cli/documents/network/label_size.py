"""Printed size of a label, estimated from its characters, on the large side.

No font is opened, so that the same text has the same size on every machine.
"""

from samarbejde_cli.lazy import frozen

_MM_PER_POINT = 25.4 / 72
_NARROW, _WIDE = frozenset("fijlrtI.,:;'’!|()-/ "), frozenset("mwMW@–—…")
_SHARE = {"narrow": 0.34, "usual": 0.56, "capital": 0.68, "wide": 0.9}
"""Width of a character relative to the font size, for a slightly wide font."""
_LINE = 1.25
_WIDEST, _NARROWEST = 36.0, 20.0
_PADDING_ACROSS, _PADDING_DOWN = 3.0, 1.8
NAME_SIZE, RELATION_SIZE = 10.5, 9.0
LEAST_SIZE = 9.0
"""Points: nobody is asked to read smaller letters."""


@frozen
class Label:
    """One person's label on the map, and its size in millimetres."""

    name: str
    relation: str
    width: float
    height: float


def label(name: str, relation: str, size: float = NAME_SIZE, inset: float = 0.0) -> Label:
    """Return a label that wraps as Word will; ``size`` is that of the name in points.

    ``inset`` is what the label's form takes from the text on every side, as a share of its height.
    """
    parts = [(name, size), (relation, RELATION_SIZE)]
    texts = [(text, points) for text, points in parts if text]
    longest = max((_longest_piece(text, points) for text, points in texts), default=0.0)
    room = min(max(longest, _NARROWEST), _WIDEST)
    lines = sum(_lines(text, points, room) * points for text, points in texts)
    height = (lines * _LINE * _MM_PER_POINT + _PADDING_DOWN) / (1 - 2 * inset)
    return Label(name, relation, room + _PADDING_ACROSS + 2 * inset * height, height)


def width_of(text: str, size: float) -> float:
    """Return the width of a text on one line in millimetres; ``size`` in points."""
    return sum(_SHARE[_kind(letter)] for letter in text) * size * _MM_PER_POINT


def _longest_piece(text: str, size: float) -> float:
    """Return the width that a text wants: all of it when short, else its longest word."""
    whole = width_of(text, size)
    return whole if whole <= _WIDEST else max(width_of(word, size) for word in text.split())


def _kind(letter: str) -> str:
    if letter in _NARROW:
        return "narrow"
    if letter in _WIDE:
        return "wide"
    return "capital" if letter.isupper() or not letter.isascii() else "usual"


def _lines(text: str, size: float, room: float) -> int:
    """Return how many lines a text needs, words kept whole where they fit."""
    count, filled = 1, 0.0
    for word in text.split():
        width = width_of(word, size)
        space = width_of(" ", size) if filled else 0.0
        if filled + space + width <= room:
            filled += space + width
        elif width <= room:
            count, filled = count + 1, width
        else:  # Word breaks a word that is wider than the box
            more, filled = divmod(filled + space + width, room)
            count += int(more)
    return count
