"""Numbers of the lines of a form that stand for an item, and the way back from a number.

The name of such a line ends in six letters that a screen reader would spell, so the title of its
control says the line's number in its list. The form itself has the letters in that order.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from samarbejde_cli.word import AS_ITEM

LINES = "samarbejde-linjer."
"""The custom properties of a form that hold the letters of its lines, in pieces."""
_PIECE = 252
"""Characters in a property: Word cuts a text at 255, and six letters stay together."""
_BETWEEN = ";"


def line_numbers(names: Iterable[str]) -> dict[str, int]:
    """Return the number of each line in its list, by its name; names are in their order."""
    seen: Counter[str] = Counter()
    found = {}
    for name in names:
        items = name.partition(AS_ITEM)[0]
        seen[items] += 1
        found[name] = seen[items]
    return found


def line_properties(names: Iterable[str]) -> dict[str, str]:
    """Return the custom properties that lead from the numbers of lines to their names."""
    lists: dict[str, list[str]] = {}
    for name in names:
        items, _, mark = name.partition(AS_ITEM)
        lists.setdefault(items, []).append(mark)
    text = _BETWEEN.join(f"{items}{AS_ITEM}{','.join(marks)}" for items, marks in lists.items())
    return in_pieces(LINES, text)


def lines_in(properties: Mapping[str, str]) -> dict[str, str]:
    """Return the names of the lines of a form by list and number: ``modtagere=2``."""
    parts = (each.partition(AS_ITEM) for each in of_pieces(LINES, properties).split(_BETWEEN))
    return {
        f"{items}{AS_ITEM}{number}": f"{items}{AS_ITEM}{mark}"
        for items, sign, marks in parts
        if sign
        for number, mark in enumerate(marks.split(","), 1)
    }


def in_pieces(start: str, text: str) -> dict[str, str]:
    """Return a text as custom properties whose names begin so."""
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    return {f"{start}{number}": piece for number, piece in enumerate(pieces, 1)}


def of_pieces(start: str, properties: Mapping[str, str]) -> str:
    """Return the text of custom properties whose names begin so. Raises ``ValueError``."""
    names = [name for name in properties if name.startswith(start)]
    return "".join(properties[n] for n in sorted(names, key=lambda n: int(n[len(start) :])))
