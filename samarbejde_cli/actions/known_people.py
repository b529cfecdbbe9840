"""Everybody in a workspace's cases, found quickly: by what stands in the files, not by models.

A hook looks through all cases each time that something is committed. Here a line like
``navn: Lis Ravn`` is enough to know of somebody; who it is, a case says that is read whole.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from functools import cached_property
from pathlib import Path

from samarbejde_cli.actions.batch.tokens import (
    CPR,
    EMAIL,
    NAME,
    PHONE,
    PROTECTED,
    Index,
    identifiers,
    private_identifiers,
    spellings,
)
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Contact
from samarbejde_cli.case.whereabouts import places_of
from samarbejde_cli.danish.text import nfc, words_of
from samarbejde_cli.lazy import lazy_pattern, mutable

FILES = ("sag.yaml", "team.yaml")
"""The files of a case in which people have their names, numbers and addresses."""
_KINDS = {"navn": NAME, "cpr": CPR, "adresse": PROTECTED, "telefon": PHONE, "email": EMAIL}
_FIELD = lazy_pattern(rf"({'|'.join(_KINDS)})[\"']?:[ \t]+([^\n#}}]+)")
_NEXT_FIELD = lazy_pattern(r",\s*[\"']?\w+[\"']?:")
_YOUTH = lazy_pattern(r"(?:navn|kaldes)[\"']?:[ \t]+([^\n#}]+)")
_LETTERS = lazy_pattern(r"[^\W\d_]+")
_STREET = lazy_pattern(r"[^\W\d_][^\d,]{3,}")
"""The name of a street, up to the number."""
_TWO = 2
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def _values(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names, numbers and addresses that stand in the text of a file, with their kinds."""
    for key, written in _FIELD.findall(nfc(text)):
        value = _NEXT_FIELD.split(written)[0] if "," in written else written
        yield _KINDS[key], value.strip().strip("\"'")


def _first_words(kind: str, text: str) -> set[str]:
    """Return the words that the tokens of a name, number or address can begin with."""
    if kind in (CPR, PHONE):
        digits = "".join(filter(str.isdigit, text))
        last = digits[-8:]
        return {digits, digits[:6], last, last[:4], last[:2], f"45{last}"}
    if kind == PROTECTED:
        firsts = {words[0] for words in map(words_of, places_of(text)) if words}
        return firsts | set(map(plain, firsts))
    word = text.partition(" ")[0].casefold()
    if not word.isalnum():
        word = next(iter(words_of(text)), "")
    return {word} if word.isascii() else {word, plain(word)}


def _written(kind: str, text: str) -> Iterator[str]:
    """Yield the tokens of a name, number or address: a name also without what is in its middle."""
    words = text.split()
    texts = [text, f"{words[0]} {words[-1]}"] if kind == NAME and len(words) > _TWO else [text]
    for token in (token for each in texts for token in spellings(kind, each) if token):
        yield token
        if not token.isascii():
            yield plain(token)


def _family(case: Case) -> Iterator[str]:
    """Yield the names of the youth and the parents; none of a file that cannot be read."""
    yield from _youth(case)
    if case.files["sag"].value:
        yield from (each.name for each in case.record.parents)


def _youth(case: Case) -> Iterator[str]:
    """Yield the youth's name and the one that the youth is called by."""
    if case.files["sag"].value:
        yield case.record.youth.name
        yield case.record.youth.called or ""


def _contacts(case: Case) -> Iterator[Contact]:
    if case.files["sag"].value:
        yield case.record.youth
        yield from case.record.parents
    if case.files["team"].value:
        yield from case.team.members


def _team(case: Case) -> Iterator[str]:
    if case.files["team"].value:
        yield from (each.name for each in case.team.members)


def _single(names: Iterable[str]) -> Iterator[str]:
    """Yield single names in lower case; of ``Ann-Sofie`` both, of ``Åse`` also ``aase``."""
    for word in (x for name in names for x in _LETTERS.findall(nfc(name)) if x[:1].isupper()):
        yield from {word.casefold(), plain(word)}


def plain(text: str) -> str:
    """Return a text as people write it where æ, ø and å are not welcome."""
    return nfc(text).casefold().translate(_ASCII)


@mutable
class KnownPeople:
    """Everybody in the cases of a workspace; ``staged`` are texts that replace files of a case."""

    workspace: Workspace
    staged: dict[str, list[str]] = field(default_factory=dict)
    _cases: dict[str, Case] = field(default_factory=dict)

    @cached_property
    def _known(self) -> dict[str, list[tuple[str, str, str]]]:
        """By their first words: names, numbers and addresses with their kinds, and whose."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for number, text in self._texts():
            for kind, value in _values(text):
                for word in _first_words(kind, value):
                    found.setdefault(word, []).append((number, kind, value))
        return found

    def _texts(self) -> Iterator[tuple[str, str]]:
        for folder in self.workspace.folders():
            yield from ((folder.name, _text(folder / name)) for name in FILES)
        for number, texts in self.staged.items():
            yield from ((number, text) for text in texts)

    def strangers(self, text: str, number: str | None) -> dict[str, str]:
        """Return what a text says of people in for themselves in other cases: token and case."""
        return {
            token: owner
            for token, owner in self._found(text, number)
            if self._is_private(token, owner)
        }

    def anybody(self, text: str) -> dict[str, str]:
        """Return what a text says of anybody in a case but the staff: token and case."""
        return {
            token: owner
            for token, owner in self._found(text, None)
            if self._is_known(token, owner) and token not in self._staff
        }

    def kind(self, token: str, number: str) -> str:
        """Return what a token of a case is, as ``navn``; a name when the case cannot be read."""
        found = (
            kind for kind, text in identifiers(self._case(number)) if token in _written(kind, text)
        )
        return next(found, NAME)

    def single_names(self, numbers: Iterable[str]) -> set[str]:
        """Return the single names of the youths, parents and teams of some cases, in lower case.

        In a team those of the staff are left out: they may be named.
        """
        cases = [self._case(number) for number in numbers]
        return {word for each in cases for word in _single(_family(each))} | {
            word for each in cases for word in _single(_team(each)) if word not in self._at_work
        }

    def youth_called(self, words: Iterable[str]) -> bool:
        """Whether a word in lower case is a name of a youth in some case, and none of the staff."""
        return any(
            word in _single(_youth(self._case(number)))
            for word in set(words) - self._at_work
            for number in sorted(self._numbers_by_name.get(word, ()))
        )

    @cached_property
    def _at_work(self) -> set[str]:
        """The single names of the staff and the words of their places, in lower case."""
        profile = self.workspace.loaded.profile
        places = (profile.municipality, *(x.name for x in profile.rooms)) if profile else ()
        return {
            word for text in (*self._staff, *places) for each in words_of(text)
            for word in (each, plain(each))
        }  # fmt: skip

    @cached_property
    def _numbers_by_name(self) -> dict[str, set[str]]:
        """The cases whose record has a single name, in lower case, somewhere."""
        found: dict[str, set[str]] = {}
        for number, text in self._texts():
            for name in _YOUTH.findall(nfc(text)):
                for word in _single([name]):
                    found.setdefault(word, set()).add(number)
        return found

    def streets(self, numbers: Iterable[str]) -> set[str]:
        """Return the streets of the youths, parents and teams of some cases, without numbers."""
        cases = [self._case(number) for number in numbers]
        people = (each for case in cases for each in _contacts(case))
        found = (_STREET.match(each.address) for each in people if each.address)
        return {street[0].strip() for street in found if street}

    def _found(self, text: str, number: str | None) -> Iterator[tuple[str, str]]:
        words, index = words_of(nfc(text)), Index()
        for word in self._known.keys() & set(words):
            for owner, kind, value in self._known[word]:
                index.add(owner, _written(kind, value))
        for token in sorted(index.found_in(words)):
            if number is None or not index.is_of(token, number):
                yield token, index.owner(token)

    def _is_private(self, token: str, number: str) -> bool:
        return self._is_among(token, number, private_identifiers)

    def _is_known(self, token: str, number: str) -> bool:
        case = self._case(number)
        coordinator = case.record.coordinator if case.files["sag"].value else None
        own = set(_written(NAME, coordinator.name)) if coordinator else set()
        return token not in own and self._is_among(token, number, identifiers)

    def _is_among(
        self, token: str, number: str, people: Callable[[Case], Iterator[tuple[str, str]]]
    ) -> bool:
        case = self._case(number)
        if not case.is_whole:  # whether a single word is a protected address, nobody knows
            return " " in token or token.isdecimal()
        return any(token in _written(kind, text) for kind, text in people(case))

    def _case(self, number: str) -> Case:
        if number not in self._cases:
            self._cases[number] = self.workspace.case(number)
        return self._cases[number]

    @cached_property
    def _staff(self) -> set[str]:
        profile = self.workspace.loaded.profile
        names = (each.name for each in profile.staff) if profile else ()
        return {token for name in names for token in _written(NAME, name)}


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""
