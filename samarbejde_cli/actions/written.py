"""Where values stand in the files of a case: a place may be remembered where a value may not.

A text about a case is remembered as its parts: which of the program's own texts, a count, or the
place of a value (file, first character, length). A day is the place of one in the files and the
days between them, so that a day that is reckoned from another is none that is kept.
"""

import os
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Final, TypeAlias

from samarbejde_cli.actions.own_texts import own_texts, texts_of
from samarbejde_cli.case.case import FILES, OPTIONAL, Case
from samarbejde_cli.case.folder_state import FolderState, look_of
from samarbejde_cli.danish.dates import day_of_year, full_date, guess, long_date, parse_iso
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.profile.load import shipped_names, shipped_path
from samarbejde_cli.source.read import Source

Part: TypeAlias = str | int | list[int]
"""Signs; a count; a place of a text, a day in words, or one of the program's texts."""
Parts: TypeAlias = list[Part]

_SAYS: Final = (day_of_year, long_date, full_date)
_SAID_DAY: Final = lazy_pattern(r"(?:[a-zø]+dag den )?(\d{1,2}\. [a-z]+)( \d{4})?(?!\w)")
_DAY: Final = lazy_pattern(r"\d{4}-\d\d-\d\d")
_COUNT: Final = lazy_pattern(r"(?<![\d.,:/-])(?:0|[1-9]\d{0,2})(?![.,:/-]?\d)")
_SIGNS: Final = lazy_pattern(r"[^\w]+|½")
_WORD_END: Final = lazy_pattern(r"\b(?=\W|$)")
_NAMES: Final = tuple(f"{stem}.yaml" for stem in (*FILES, *OPTIONAL))
"""The files that a case may have: something may be wrong with one that is not there."""
_OWN_LENGTH, _DAY_LENGTH = 2, 4
_CASE: Final = -1
"""Stands for the number of the case, which is the name of its folder."""
_BETWEEN: Final = "\0"
"""Stands between the texts of two files; no file with it is read."""


class NotWrittenError(Exception):
    """A value does not stand in the files as it is."""


class ChangedError(Exception):
    """A file is no longer what the places are in."""


class Written:
    """Values of a case that was read, as parts and places; ``settings`` is samarbejde.yaml."""

    def __init__(self, case: Case, settings: Source) -> None:
        start = len(str(case.folder)) + 1
        sources = {str(each.path)[start:].replace(os.sep, "/"): each for each in case.sources()}
        if any(each.unreadable for each in sources.values()):
            raise NotWrittenError
        names = sorted(sources)
        texts = [*(sources[name].text for name in names), settings.text]
        self._folder, self._names, self._settings = f"{case.folder}{os.sep}", names, settings.path
        self._case = case.number
        self._text = _BETWEEN.join(texts)
        self._starts = [0, *accumulate(len(text) + len(_BETWEEN) for text in texts)]
        self._files: dict[str, int] = {}
        self._known: dict[str, Parts] = {}
        self._days: dict[date, list[int]] = {}
        self._places: dict[str, list[int] | None] = {}
        self._said: dict[str, Part] = {}

    def file(self, path: Path) -> int:
        """Return the number of a file, of the case or with the settings."""
        text = str(path)
        if text not in self._files:
            self._files[text] = self._number(path, text)
        return self._files[text]

    def _number(self, path: Path, text: str) -> int:
        name = text.removeprefix(self._folder).replace(os.sep, "/")
        if name in self._names:
            return self._names.index(name)
        others = [self._settings, *(path for path, _ in _shipped())]
        if path in others:
            return len(self._names) + others.index(path)
        if name in _NAMES:
            return len(self._names) + len(others) + _NAMES.index(name)
        raise NotWrittenError

    def day(self, day: date) -> list[int]:
        """Return the place of a day, and how many days it lies after the one that stands there."""
        if day not in self._days:
            place = self._place_here(day.isoformat())
            number, start, after = (*place[:2], 0) if place else self._near(day)
            self._days[day] = [number, start, after]
        return self._days[day]

    def _near(self, day: date) -> tuple[int, int, int]:
        for found in _DAY.finditer(self._text):
            if near := parse_iso(found[0]):
                number = bisect_right(self._starts, found.start()) - 1
                return number, found.start() - self._starts[number], (day - near).days
        raise NotWrittenError

    def parts(self, text: str | None) -> Parts | None:
        """Return the parts of a text; raise ``NotWrittenError`` when one stands nowhere."""
        if text is None:
            return None
        if text not in self._known:
            self._known[text] = self._parts(text)
        return self._known[text]

    def _parts(self, text: str) -> Parts:
        if (own := _whole(text)) and self._says_nothing(text):
            return [own]
        if text and not self._own(text, 0) and (place := self._place(text)):
            return [place]
        return list(self._several(text))

    def line(self, text: str) -> Parts:
        """Return the place of a whole line, likewise."""
        if place := self._place(text):
            return [place]
        raise NotWrittenError

    def _place(self, text: str) -> list[int] | None:
        """Return the place of a text in the files or in what the program brings along."""
        if place := self._place_here(text):
            return place
        if place := _shipped_place(text):
            return [len(self._names) + 1 + place[0], *place[1:]]
        return None

    def _place_here(self, text: str) -> list[int] | None:
        if text not in self._places:
            at = self._text.find(text)
            number = bisect_right(self._starts, at) - 1
            self._places[text] = [number, at - self._starts[number], len(text)] if at >= 0 else None
        return self._places[text]

    def _several(self, text: str) -> Iterator[Part]:
        at = 0
        while at < len(text):
            part, at = self._next(text, at)
            yield part

    def _next(self, text: str, at: int) -> tuple[Part, int]:
        if text.startswith(self._case, at):
            return _CASE, at + len(self._case)
        if found := _SAID_DAY.match(text, at):
            return self._said_day(found), found.end()
        if own := self._own(text, at):
            return own
        if found := _SIGNS.match(text, at):
            return found[0], found.end()
        for end in reversed([found.start() for found in _WORD_END.finditer(text, at + 1)]):
            if place := self._place(text[at:end]):
                return place, end
        if found := _COUNT.match(text, at):
            return int(found[0]), found.end()
        raise NotWrittenError

    def _said_day(self, found: re.Match[str]) -> Part:
        if found[0] not in self._said:
            self._said[found[0]] = self._day_in_words(found)
        return self._said[found[0]]

    def _day_in_words(self, found: re.Match[str]) -> Part:
        for whole in self._days_like(found[0], found[2]):
            for form, says in enumerate(_SAYS):
                if says(whole) == found[0]:
                    return [*self.day(whole), form]
        raise NotWrittenError

    def _days_like(self, said: str, year: str | None) -> Iterator[date]:
        """Yield the days that a text may mean: without a year, those in the files."""
        if year:
            day = guess(said.rpartition(" den ")[2])
            yield from [day] if day else ()
        else:
            every = map(parse_iso, _DAY.findall(self._text))
            yield from (day for day in every if day)

    def _own(self, text: str, at: int) -> tuple[Part, int] | None:
        """Return the program's text that comes next; a name that is one as well is a value."""
        for each in own_texts().beginnings(text, at):
            end = at + len(each.text)
            if _is_whole(text, at, end) and self._says_nothing(each.text):
                return [each.module, each.number], end
        return None

    def _says_nothing(self, own: str) -> bool:
        """Whether a text can be no value: without capitals and digits, or in none of the files."""
        is_plain = own == own.lower() and not any(map(str.isdigit, own))
        return is_plain or not self._place_here(own.strip())


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text begins and ends where words do."""
    begins = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return begins and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


@lru_cache(maxsize=4096)
def _whole(text: str) -> Part | None:
    own = own_texts().whole(text)
    return [own.module, own.number] if own else None


def _beside(settings: Source) -> list[tuple[Path, str]]:
    """Return what is no case's: the settings, and what the program brings along for them."""
    return [(settings.path, settings.text), *_shipped()]


@lru_cache(maxsize=4096)
def _shipped_place(text: str) -> list[int] | None:
    for number, (_, whole) in enumerate(_shipped()):
        if (at := whole.find(text)) >= 0:
            return [number, at, len(text)]
    return None


@cache
def _shipped() -> tuple[tuple[Path, str], ...]:
    paths = map(shipped_path, shipped_names())
    return tuple((path, path.read_text("utf-8")) for path in paths)


class Reading:
    """Parts and places of a case as values again, from the files that are as they were."""

    def __init__(self, state: FolderState, settings: Source) -> None:
        others = _beside(settings)
        self._state = state
        self._beside = [path for path, _ in others]
        self._texts = {len(state.files) + i: text for i, (_, text) in enumerate(others)}

    def file(self, number: int) -> Path:
        """Return the path of a file."""
        folder, files, beside = self._state.folder, self._state.files, self._beside
        if number < len(files):
            return folder / files[number]
        number -= len(files)
        return beside[number] if number < len(beside) else folder / _NAMES[number - len(beside)]

    def text(self, parts: Sequence[Part]) -> str:
        """Return a text; raise ``ChangedError`` when a file is another one."""
        return "".join(map(self._part, parts))

    def optional(self, parts: Sequence[Part] | None) -> str | None:
        """Return a text or None, likewise."""
        return None if parts is None else self.text(parts)

    def day(self, place: Sequence[int]) -> date:
        """Return a day, likewise."""
        number, start, after = place
        text = self._within(number)[start : start + len("2026-03-03")]
        return date.fromisoformat(text) + timedelta(days=after)

    def _part(self, part: Part) -> str:
        if not isinstance(part, list):
            return self._state.folder.name if part == _CASE else str(part)
        if len(part) == _OWN_LENGTH:
            module, number = part
            return texts_of(module)[number]
        if len(part) == _DAY_LENGTH:
            *place, form = part
            return _SAYS[form](self.day(place))
        number, start, length = part
        return self._within(number)[start : start + length]

    def _within(self, number: int) -> str:
        if number not in self._texts:
            self._texts[number] = _text(self._state, number)
        return self._texts[number]


def _text(state: FolderState, number: int) -> str:
    try:
        path = f"{state.folder}/{state.files[number]}"
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 — for thousands
            raw = file.read()
            if look_of(os.fstat(file.fileno())) == state.looks[number]:
                return raw.decode()
    except (OSError, ValueError) as problem:
        raise ChangedError from problem
    raise ChangedError
