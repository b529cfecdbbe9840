"""The texts of the program itself, by number: what is told to everybody says nothing of anybody."""

import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from string import Formatter
from types import CodeType
from typing import NamedTuple, cast

_PACKAGE = __package__.partition(".")[0]
_SPEAKING = ("case", "danish", "deadlines", "profile", "rules")
"""The packages whose texts are told about cases."""
_BEGINNINGS = 24, 12, 6
"""Lengths of what long texts are found by."""


class OwnText(NamedTuple):
    """A text of the program, or a part of one between two values: which one of which module."""

    text: str
    module: int
    number: int


@cache
def _modules() -> tuple[str, ...]:
    """Return the names of the modules that may be told from, in an order of their own."""
    root = Path(__file__).parents[1]
    found = (
        f"{folder[len(str(root)) + 1 :].replace(os.sep, '.')}.{name[:-3]}"
        for package in _SPEAKING
        for folder, _, names in os.walk(root / package)
        for name in names
        if name.endswith(".py")
    )
    return tuple(sorted(f"{_PACKAGE}.{each}" for each in ("codes", *found)))


@cache
def texts_of(module: int) -> tuple[str, ...]:
    """Return the texts of a module by its number, always in the same order."""
    spec = find_spec(_modules()[module])
    code = cast("CodeType", spec.loader.get_code(spec.name))  # type: ignore[union-attr]
    return tuple(dict.fromkeys(_pieces(code)))


def _pieces(constant: object) -> Iterator[str]:
    if isinstance(constant, CodeType):
        for each in constant.co_consts:
            yield from _pieces(each)
    elif isinstance(constant, tuple | frozenset):
        for each in sorted(constant, key=repr):
            yield from _pieces(each)
    elif isinstance(constant, str) and any(map(str.isalpha, constant)):
        yield from _between_values(constant)


def _between_values(text: str) -> Iterator[str]:
    """Yield a text, and the parts of a template that stand as they are."""
    yield text
    if "{" in text:
        try:
            yield from (piece for piece, *_ in Formatter().parse(text) if piece)
        except ValueError:  # no template
            return


class OwnTexts:
    """The texts of all modules that have been imported by now."""

    def __init__(self) -> None:
        self._modules: set[int] = set()
        self._imported = 0
        self._whole: dict[str, OwnText] = {}
        self._by_beginning: defaultdict[str, list[OwnText]] = defaultdict(list)

    def whole(self, text: str) -> OwnText | None:
        """Return a text that is the program's as a whole."""
        if text not in self._whole:
            self._learn()
        return self._whole.get(text)

    def beginnings(self, text: str, at: int) -> Iterator[OwnText]:
        """Yield the texts that stand at a place of another, the longest first."""
        for length in _BEGINNINGS:
            for own in self._by_beginning.get(text[at : at + length], ()):
                if text.startswith(own.text, at):
                    yield own
        for end in range(at + _BEGINNINGS[-1] - 1, at, -1):
            if short := self._whole.get(text[at:end]):
                yield short

    def _learn(self) -> None:
        """Take in what was imported since."""
        if self._imported == len(sys.modules):
            return
        self._imported = len(sys.modules)
        names = enumerate(_modules())
        news = {number for number, name in names if name in sys.modules} - self._modules
        alike = set()
        for module in sorted(news):
            for number, text in enumerate(texts_of(module)):
                if text not in self._whole:
                    self._whole[text] = OwnText(text, module, number)
                    key = next((text[:each] for each in _BEGINNINGS if len(text) >= each), text)
                    self._by_beginning[key].append(self._whole[text])
                    alike.add(key)
        self._modules |= news
        for key in alike:
            self._by_beginning[key].sort(key=lambda each: -len(each.text))


own_texts = cache(OwnTexts)
"""The one collection of a process."""
