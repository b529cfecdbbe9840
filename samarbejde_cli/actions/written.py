"""Where values stand in the files of a case: a place may be remembered where a value may not.

A text about a case is remembered as its parts: which of the program's own texts, a count, or the
place of a value (file, first character, length). A day is the place of one in the files and the
days between them, so that a day that is reckoned from another is none that is kept. A note has each
text once and goes by its number.
"""

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from samarbejde_cli.actions.own_texts import OwnText, own_texts, texts_of
from samarbejde_cli.case.case import FILES, OPTIONAL, Case
from samarbejde_cli.case.folder_state import FolderState, look_of
from samarbejde_cli.danish.dates import day_of_year, full_date, guess, long_date, parse_iso
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.profile.load import shipped_names, shipped_path
from samarbejde_cli.source.decode import READING, all_of, open_at_once
from samarbejde_cli.source.read import Source

Code: TypeAlias = str
"""The parts of a text, with spaces between them; each a letter and numbers with points between."""

_OWN, _PLACE, _DAY, _COUNT, _SIGNS, _CASE = "opdnsc"
"""A text of the program; a place of a text; a day; a count; signs; the number of the case."""
_SAYS: Final = (date.isoformat, day_of_year, long_date, full_date)
"""How a day is said."""
_SAID_DAY: Final = lazy_pattern(r"(?:[a-zø]+dag den )?(\d{1,2}\. [a-z]+)( \d{4})?(?!\w)")
_ISO_DAY: Final = lazy_pattern(r"\d{4}-\d\d-\d\d")
_COUNTED: Final = lazy_pattern(r"(?<![\d.,:/-])(?:0|[1-9]\d{0,2})(?![.,:/-]?\d)")
_BETWEEN_WORDS: Final = lazy_pattern(r"[^\w]+|½")
_WORDS: Final = lazy_pattern(r".*\w", re.DOTALL)
_WORD_END: Final = lazy_pattern(r"\b(?=\W|$)")
_NAMES: Final = tuple(f"{stem}.yaml" for stem in (*FILES, *OPTIONAL))
"""The files that a case may have: something may be wrong with one that is not there."""
_BETWEEN: Final = "\0"
"""Stands between the texts of two files; no file with it is read."""


class NotWrittenError(Exception):
    """A value does not stand in the files as it is."""


class ChangedError(Exception):
    """A file is no longer what the places are in."""


class Written:
    """Values of a case that was read, as numbers; ``settings`` is samarbejde.yaml.

    ``codes`` are the texts that the numbers are of.
    """

    def __init__(self, case: Case, settings: Source) -> None:
        start = len(str(case.folder)) + 1
        sources = {str(each.path)[start:].replace(os.sep, "/"): each for each in case.sources()}
        if any(each.unreadable for each in sources.values()):
            raise NotWrittenError
        names = sorted(sources)
        texts = [*(sources[name].text for name in names), settings.text]
        self.codes: list[Code] = []
        self._folder, self._names, self._settings = f"{case.folder}{os.sep}", names, settings.path
        self._case = case.number
        self._text = _BETWEEN.join(texts)
        self._starts = [0, *accumulate(len(text) + len(_BETWEEN) for text in texts)]
        self._files: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._days: dict[date, str] = {}
        self._places: dict[str, Code] = {}
        self._said: dict[str, Code] = {}

    def file(self, path: Path | str) -> int:
        """Return the number of a file, of the case or with the settings."""
        whole = str(path)
        if whole not in self._files:
            self._files[whole] = self._file(whole)
        return self._files[whole]

    def _file(self, path: str) -> int:
        name = path.removeprefix(self._folder).replace(os.sep, "/")
        if name in self._names:
            return self._names.index(name)
        others = [str(self._settings), *(str(each) for each, _ in _shipped())]
        if path in others:
            return len(self._names) + others.index(path)
        if name in _NAMES:
            return len(self._names) + len(others) + _NAMES.index(name)
        raise NotWrittenError

    def text(self, text: str) -> int:
        """Return the number of a text; raise ``NotWrittenError`` when a part stands nowhere."""
        if text not in self._numbers:
            self._add(text, self._code(text))
        return self._numbers[text]

    def value(self, text: str | None) -> int | None:
        """Return the number of a text that mostly stands as it is, likewise; None for None."""
        if text is not None and text not in self._numbers:
            self._add(text, self._place_here(text) or self._code(text))
        return None if text is None else self._numbers[text]

    def line(self, text: str) -> int:
        """Return the number of a whole line, likewise."""
        if text not in self._numbers:
            self._add(text, self._place(text))
        return self._numbers[text]

    def day(self, day: date) -> int:
        """Return the number of a day, likewise."""
        text = day.isoformat()
        if text not in self._numbers:
            self._add(text, self._day(day, 0))
        return self._numbers[text]

    def route(self, route: Route) -> list[int]:
        """Return the steps of a route: indices, and numbers of keys counted down from -1."""
        return [step if isinstance(step, int) else ~self.text(step) for step in route]

    def _add(self, text: str, code: Code) -> None:
        if not code and text:
            raise NotWrittenError
        self._numbers[text] = len(self.codes)
        self.codes.append(code)

    def _day(self, day: date, form: int) -> Code:
        """Return the place of a day, and how many days it lies after the one that stands there."""
        if day not in self._days:
            here = self._place_here(day.isoformat())
            self._days[day] = f"{here.rpartition('.')[0][1:]}.0" if here else self._near(day)
        return f"{_DAY}{self._days[day]}.{form}"

    def _near(self, day: date) -> str:
        for found in _ISO_DAY.finditer(self._text):
            if near := parse_iso(found[0]):
                return f"{self._at(found.start())}.{(day - near).days}"
        raise NotWrittenError

    def _at(self, start: int) -> str:
        """Return the file, and the character in it, of a character of all texts."""
        number = bisect_right(self._starts, start) - 1
        return f"{number}.{start - self._starts[number]}"

    def _code(self, text: str) -> Code:
        if (own := _whole(text)) and self._says_nothing(own):
            return own.code
        if text and not self._own(text, 0) and (place := self._place(text)):
            return place
        return " ".join(self._several(text))

    def _place(self, text: str) -> Code:
        """Return the place of a text in the files or in what the program brings along, or none."""
        if place := self._place_here(text):
            return place
        if found := _shipped_place(text):
            number, start = found
            return f"{_PLACE}{len(self._names) + 1 + number}.{start}.{len(text)}"
        return ""

    def _place_here(self, text: str) -> Code:
        if text not in self._places:
            start = self._text.find(text)
            here = f"{_PLACE}{self._at(start)}.{len(text)}" if start >= 0 else ""
            self._places[text] = here
        return self._places[text]

    def _several(self, text: str) -> Iterator[Code]:
        at = 0
        while at < len(text):
            part, at = self._next(text, at)
            yield part

    def _next(self, text: str, at: int) -> tuple[Code, int]:
        if text.startswith(self._case, at):
            return _CASE, at + len(self._case)
        if found := _SAID_DAY.match(text, at):
            return self._said_day(found), found.end()
        if own := self._own(text, at):
            return own
        if found := _BETWEEN_WORDS.match(text, at):
            return _SIGNS + ".".join(str(ord(sign)) for sign in found[0]), found.end()
        if end := self._longest(text, at):
            return self._place(text[at:end]), end
        if found := _COUNTED.match(text, at):
            return f"{_COUNT}{found[0]}", found.end()
        raise NotWrittenError

    def _longest(self, text: str, at: int) -> int:
        """Return the end of the most words that stand somewhere as they do here, or 0."""
        words = _WORDS.match(text, at)
        if words and self._place(words[0]):
            return words.end()
        ends = [found.start() for found in _WORD_END.finditer(text, at + 1)]
        found = bisect_left(ends, 1, key=lambda end: not self._place(text[at:end]))
        return ends[found - 1] if found else 0

    def _said_day(self, found: re.Match[str]) -> Code:
        if found[0] not in self._said:
            self._said[found[0]] = self._day_in_words(found)
        return self._said[found[0]]

    def _day_in_words(self, found: re.Match[str]) -> Code:
        for whole in self._days_like(found[0], found[2]):
            for form, says in enumerate(_SAYS):
                if says(whole) == found[0]:
                    return self._day(whole, form)
        raise NotWrittenError

    def _days_like(self, said: str, year: str | None) -> Iterator[date]:
        """Yield the days that a text may mean: without a year, those in the files."""
        if year:
            day = guess(said.rpartition(" den ")[2])
            yield from [day] if day else ()
        else:
            every = map(parse_iso, _ISO_DAY.findall(self._text))
            yield from (day for day in every if day)

    def _own(self, text: str, at: int) -> tuple[Code, int] | None:
        """Return the program's text that comes next; a name that is one as well is a value."""
        for each in _own_at(text, at):
            if self._says_nothing(each):
                return each.code, at + each.length
        return None

    def _says_nothing(self, own: "_Own") -> bool:
        """Whether a text can be no value: without capitals and digits, or in none of the files."""
        return not own.like_a_value or not self._place_here(own.like_a_value)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text begins and ends where words do."""
    begins = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return begins and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


class _Own(NamedTuple):
    """A text of the program: its code, its length, and what of it could be a value."""

    code: Code
    length: int
    like_a_value: str


@lru_cache(maxsize=4096)
def _whole(text: str) -> _Own | None:
    own = own_texts().whole(text)
    return _own(own) if own else None


@lru_cache(maxsize=4096)
def _own_at(text: str, at: int) -> tuple[_Own, ...]:
    """Return the texts of the program that stand at a place of another, the longest first."""
    found = own_texts().beginnings(text, at)
    return tuple(_own(each) for each in found if _is_whole(text, at, at + len(each.text)))


def _own(found: OwnText) -> _Own:
    text = found.text
    is_plain = text == text.lower() and not any(map(str.isdigit, text))
    code = f"{_OWN}{found.module}.{found.number}"
    return _Own(code, len(text), "" if is_plain else text.strip())


def _beside(settings: Source) -> list[tuple[Path, str]]:
    """Return what is no case's: the settings, and what the program brings along for them."""
    return [(settings.path, settings.text), *_shipped()]


@lru_cache(maxsize=4096)
def _shipped_place(text: str) -> tuple[int, int] | None:
    for number, (_, whole) in enumerate(_shipped()):
        if (start := whole.find(text)) >= 0:
            return number, start
    return None


@cache
def _shipped() -> tuple[tuple[Path, str], ...]:
    paths = map(shipped_path, shipped_names())
    return tuple((path, path.read_text("utf-8")) for path in paths)


class Reading:
    """What the numbers of a note are of, from the files that are as they were.

    ``texts`` are what the codes say. Raises ``ChangedError`` when a file is another one.
    """

    def __init__(self, state: FolderState, settings: Source, codes: Iterable[Code]) -> None:
        others = _beside(settings)
        self._state = state
        self._beside = [path for path, _ in others]
        self._within = {len(state.files) + i: text for i, (_, text) in enumerate(others)}
        self._files: dict[int, Path] = {}
        self.texts = [self._said(code) for code in codes]

    def file(self, number: int) -> Path:
        """Return the path of a file."""
        if number not in self._files:
            self._files[number] = self._file(number)
        return self._files[number]

    def _file(self, number: int) -> Path:
        folder, files, beside = self._state.folder, self._state.files, self._beside
        if number < len(files):
            return folder / files[number]
        number -= len(files)
        return beside[number] if number < len(beside) else folder / _NAMES[number - len(beside)]

    def optional(self, number: int | None) -> str | None:
        """Return a text or None."""
        return None if number is None else self.texts[number]

    def day(self, number: int) -> date:
        """Return a day."""
        return date.fromisoformat(self.texts[number])

    def route(self, steps: Iterable[int]) -> Route:
        """Return a route of its steps."""
        return tuple(step if step >= 0 else self.texts[~step] for step in steps)

    def _said(self, code: Code) -> str:
        return "".join(map(self._part, code.split(" "))) if code else ""

    def _part(self, part: Code) -> str:
        sort = part[0]
        if sort == _OWN:
            return _own_text(part)
        if sort == _PLACE:
            number, start, length = map(int, part[1:].split("."))
            return self._text(number)[start : start + length]
        if sort == _SIGNS:
            return _signs(part)
        if part == _CASE:
            return self._state.folder.name
        if sort == _DAY:
            number, start, after, form = map(int, part[1:].split("."))
            there = date.fromisoformat(self._text(number)[start : start + len("2026-03-03")])
            return _SAYS[form](there + timedelta(days=after))
        return part[1:]

    def _text(self, number: int) -> str:
        if number not in self._within:
            self._within[number] = _text(self._state, number)
        return self._within[number]


@lru_cache(maxsize=1024)
def _signs(part: Code) -> str:
    return "".join(chr(int(each)) for each in part[1:].split("."))


@cache
def _own_text(part: Code) -> str:
    module, number = part[1:].split(".")
    return texts_of(int(module))[int(number)]


def _text(state: FolderState, number: int) -> str:
    look = state.looks[number]
    try:
        handle = open_at_once(f"{state.folder}/{state.files[number]}", READING)
        try:
            raw = all_of(handle, int(look.partition(" ")[0]))
            if look_of(os.fstat(handle)) == look:
                return raw.decode()
        finally:
            os.close(handle)
    except (OSError, ValueError) as problem:
        raise ChangedError from problem
    raise ChangedError
