"""The names of a field in a form: its route in the case as a bookmark and as a title."""

from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

from samarbejde_cli.lazy import lazy_pattern

ASKED = "?"
"""Ends the name of a field that holds a question: the answer is in the boxes of its row."""
AS_ITEM = "="
"""Between a list and six letters: the field is a line that stands for an item of the list."""
MAX_NAME = 40
"""Characters in the name of a bookmark ([MS-OI29500] on 17.13.6.2; OfficeDev/VBA-content#253)."""
MAX_TITLE = 64
"""Characters in the title or the tag of a content control (office-js-docs-reference#1238)."""
_LEVEL = "__"
_NEW_ROW = " (ny række)"
_LINE = lazy_pattern(rf"([^{AS_ITEM}]+){AS_ITEM}[A-Za-z]+")
_LINE_WORD = " linje "
_NUMBERED_LINE = lazy_pattern(rf"{_LINE_WORD}(\d+)(?=[.?]|$)")
_KEY_WORD, _SAID = "den_unge", "personen"
"""A word of the keys, and what a title says, because not everybody is young."""
_NUMBER, _NUMBER_IF_ANY = lazy_pattern(r"\[(\d+)\]"), lazy_pattern(r"\[(\d*)\]")
_NUMBER_IN_TITLE = lazy_pattern(r" (\d+)(?=[.?]|$)")
_SAID_WORD = lazy_pattern(rf"(?<![^\W_]){_SAID}(?=s?(?![^\W_]))")
_NUMBER_OF_CUT = lazy_pattern(r"(?<!_)_\d{1,9}$")


@lru_cache(maxsize=4096)
def bookmark_name(route: str) -> str:
    """Return the bookmark of a route: ``mål__2__delmål`` for ``mål[2].delmål``.

    One that is longer than Word allows is cut and has a number of its own.
    """
    route = route.replace(ASKED, f"{_LEVEL}svar").replace(AS_ITEM, f"{_LEVEL}er_")
    numbered = _NUMBER_IF_ANY.sub(lambda number: f"{_LEVEL}{number[1] or 0}", route)
    name = numbered.replace(".", _LEVEL)
    number = crc32(name.encode())
    return name if len(name) <= MAX_NAME else f"{name[: MAX_NAME - 11]}_{number:010d}"


@lru_cache(maxsize=4096)
def route_of_bookmark(name: str) -> str:
    """Return the route that a bookmark names; a number that was put after it is left out."""
    name = _NUMBER_OF_CUT.sub("", name)
    first, *steps = name.split(_LEVEL)
    return first + "".join(_step(each) for each in steps)


def title_of_route(route: str, numbers: Mapping[str, int] | None = None) -> str:
    """Return a route as words that a screen reader can say: ``Mål 2: næste skridt``.

    A line that stands for an item has its number in ``numbers``: ``Modtagere linje 2``.
    ``route_of_title`` is the way back. A title that were too long for Word is the route itself.
    """
    line = _LINE.match(route)
    if line and (number := (numbers or {}).get(line[0])):
        route = f"{line[1]}{_LINE_WORD}{number}{route[line.end() :]}"
    words = _NUMBER.sub(r" \1", route.replace("[]", _NEW_ROW))
    words = words.replace(_KEY_WORD, _SAID).replace(".", ": ").replace("_", " ")
    return words[:1].upper() + words[1:] if len(words) <= MAX_TITLE else route


@lru_cache(maxsize=4096)
def route_of_title(title: str) -> str:
    """Return the route that a title says; one that is a route already stays as it is.

    Of a line that stands for an item, it has the number only: ``modtagere=2``.
    """
    route = (title[:1].lower() + title[1:]).replace(_NEW_ROW, "[]").replace(": ", ".")
    route = _NUMBERED_LINE.sub(rf"{AS_ITEM}\1", route)
    route = _NUMBER_IN_TITLE.sub(r"[\1]", route).replace(" ", "_")
    return _SAID_WORD.sub(_KEY_WORD, route)


def _step(text: str) -> str:
    if text == "svar":
        return ASKED
    if text.startswith("er_"):
        return f"{AS_ITEM}{text[3:]}"
    if not text.isdigit():
        return f".{text}"
    return f"[{int(text)}]" if int(text) else "[]"
