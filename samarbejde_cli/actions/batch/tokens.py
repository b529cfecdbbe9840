"""Tokens: the words by which a person is known, and whose they are.

A token is a name, a CPR number, an address, a telephone number or an e-mail address, cut into
words of letters and digits in small letters, in every spelling that is usual. A text is searched
for all tokens of all cases at once: each of its words is looked up once, and only where one begins
a token are the words after it compared.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cache
from typing import NamedTuple

from samarbejde_cli.case.broken import unless_broken
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.people import Contact, Parent, Youth
from samarbejde_cli.case.whereabouts import places_of
from samarbejde_cli.case.withheld import stem
from samarbejde_cli.danish.text import words_of
from samarbejde_cli.danish.words import RARELY_NAMES
from samarbejde_cli.lazy import lazy_pattern, mutable

NAME, CPR, ADDRESS, PHONE, EMAIL = "navn", "CPR-nummer", "adresse", "telefonnummer", "mailadresse"

PROTECTED = "beskyttet adresse"
"""One that is known by its name alone too: that says where somebody lives who must not be found."""

_CPR = lazy_pattern(r"\d{10}|\d{6} \d{4}")
_SHORTEST = 5
"""Letters of a place that is known by a single word."""
_DIGITS = 8
"""Of a Danish telephone number, without the country code."""


def tokens_of(case: Case) -> dict[str, str]:
    """Return the tokens of a case with what each is; as words with a space between.

    Names of one word are left out: a first name belongs to many.
    """
    return {
        token: kind for kind, text in identifiers(case) for token in spellings(kind, text) if token
    }


def private_identifiers(case: Case) -> Iterator[tuple[str, str]]:
    """Yield what identifies the people who are in a case for themselves, not for their work."""
    yield from unless_broken(lambda: [*_family(case)], [])
    yield from unless_broken(lambda: [*_private_in_team(case)], [])


def _private_in_team(case: Case) -> Iterator[tuple[str, str]]:
    for member in case.team.members:
        if not member.is_professional:
            yield NAME, member.name
            yield from _contact_details(member)
    for acquaintance in case.team.network:
        yield NAME, acquaintance.name


def identifiers(case: Case) -> Iterator[tuple[str, str]]:
    """Yield what identifies people; nothing from a file that cannot be read."""
    yield from unless_broken(lambda: [*_in_record(case)], [])
    yield from unless_broken(lambda: [*_in_team(case)], [])


def _family(case: Case) -> Iterator[tuple[str, str]]:
    record = case.record
    people: list[Youth | Parent] = [record.youth, *record.parents]
    for person in people:
        yield NAME, person.name
        yield CPR, person.cpr or ""
        yield from _contact_details(person)


def _in_record(case: Case) -> Iterator[tuple[str, str]]:
    yield from _family(case)
    record = case.record
    if record.coordinator:
        yield NAME, record.coordinator.name
        yield PHONE, record.coordinator.phone or ""
        yield EMAIL, record.coordinator.email or ""


def _in_team(case: Case) -> Iterator[tuple[str, str]]:
    for member in case.team.members:
        yield NAME, member.name
        yield from _contact_details(member)
    for acquaintance in case.team.network:
        yield NAME, acquaintance.name


def _contact_details(person: Contact) -> Iterator[tuple[str, str]]:
    yield ADDRESS, person.address or ""
    if person.protected_address:
        yield PROTECTED, person.address or ""
    yield PHONE, person.phone or ""
    yield EMAIL, person.email or ""


def spellings(kind: str, text: str) -> Iterator[str]:
    """Yield the tokens of a name, number or address, in every usual spelling."""
    digits = "".join(each for each in text if each.isdigit())
    if kind == CPR and text:
        yield from (digits, f"{digits[:6]} {digits[6:]}")
    elif kind == PHONE and text:
        last = digits[-_DIGITS:]
        pairs = [last[at : at + 2] for at in range(0, _DIGITS, 2)]
        yield from (
            last,
            " ".join(pairs),
            f"{last[:4]} {last[4:]}",
            f"{pairs[0]} {last[2:5]} {last[5:]}",
            f"45{last}",
        )
    elif kind in (ADDRESS, PROTECTED):
        for words in map(words_of, places_of(text)):
            is_known = len(words) > 1 or (kind == PROTECTED and _is_rare(words))
            if is_known:
                yield " ".join(words)
    else:
        words = words_of(text)
        if len(words) > 1:
            yield " ".join(words)
        if len(words) > 1 and kind == NAME:
            yield f"{' '.join(words)}s"


def _is_rare(words: Sequence[str]) -> bool:
    """Whether a single word is no word of the language."""
    return any(len(word) >= _SHORTEST and not RARELY_NAMES & {word, stem(word)} for word in words)


def is_cpr(token: str) -> bool:
    """Whether a token is a CPR number."""
    return bool(_CPR.fullmatch(token))


class Searched(NamedTuple):
    """A piece of text that was searched: its words, the tokens in it, and where some may begin.

    ``open`` are the words that begin a token which may end in the next piece.
    """

    words: list[str]
    found: set[str]
    open: tuple[int, ...]


NOTHING = Searched([], set(), ())


@mutable
class Finder(ABC):
    """Finds tokens in text. ``lengths`` says by their first words how many words tokens have.

    Only those of several words count there: bit 2 means two words.
    """

    lengths: dict[str, int] = field(default_factory=dict, repr=False)

    @abstractmethod
    def has(self, token: str) -> bool:
        """Whether it is a token of any case."""

    @abstractmethod
    def is_of(self, token: str, case: str) -> bool:
        """Whether a token belongs to a case, be it to others as well."""

    @abstractmethod
    def owner(self, token: str) -> str:
        """Return one of the cases that a token belongs to."""

    @abstractmethod
    def single_in(self, words: Iterable[str]) -> set[str]:
        """Return the tokens of one word among some words."""

    def found_in(self, words: list[str]) -> set[str]:
        """Return all tokens that stand among the words of a text."""
        return self.searched(words).found

    def searched(self, words: list[str]) -> Searched:
        """Return the words of a piece of text, with what was found among them."""
        if not words:
            return NOTHING
        lengths = self.lengths
        if lengths.keys().isdisjoint(words):
            return Searched(words, self.single_in(words), ())
        starts = [at for at, word in enumerate(words) if word in lengths]
        found = {*self._longer(words, starts), *self.single_in(words)}
        is_open = (at for at in starts if at + lengths[words[at]].bit_length() > len(words) + 1)
        return Searched(words, found, tuple(is_open))

    def found_over(self, pieces: Sequence[Searched]) -> set[str]:
        """Return all tokens in a text that was searched in pieces, those over their ends too."""
        found = set[str]().union(*[each.found for each in pieces if each.found])
        for number in [at for at, each in enumerate(pieces) if each.open]:
            first, *_ = starts = pieces[number].open
            words = self._from(pieces, number)
            found.update(self._longer(words, [at - first for at in starts]))
        return found

    def _from(self, pieces: Sequence[Searched], number: int) -> list[str]:
        """Return the words from the first open one of a piece, as far as a token may reach."""
        each = pieces[number]
        words = each.words[each.open[0] :]
        most = len(words) + max(self.lengths[each.words[at]].bit_length() for at in each.open)
        while len(words) < most and (number := number + 1) < len(pieces):
            words += pieces[number].words
        return words

    def _longer(self, words: list[str], starts: Iterable[int]) -> Iterator[str]:
        """Yield the tokens of several words that begin at some of the words."""
        for at in starts:
            for length in _bits(self.lengths[words[at]]):
                phrase = " ".join(words[at : at + length])
                if at + length <= len(words) and self.has(phrase):
                    yield phrase


def lengths_of(tokens: Iterable[str]) -> dict[str, int]:
    """Return what ``Finder.lengths`` says of some tokens."""
    found: dict[str, int] = {}
    for token in tokens:
        first, *rest = token.split(" ")
        if rest:
            found[first] = found.get(first, 0) | 1 << 1 + len(rest)
    return found


@mutable
class Index(Finder):
    """The tokens of a few cases, and whose they are."""

    owners: dict[str, set[str]] = field(default_factory=dict, repr=False)

    def add(self, case: str, tokens: Iterable[str]) -> None:
        """Add the tokens of a case."""
        for token in tokens:
            self.owners.setdefault(token, set()).add(case)
            for first, mask in lengths_of([token]).items():
                self.lengths[first] = self.lengths.get(first, 0) | mask

    def has(self, token: str) -> bool:
        """Whether it is a token of any case."""
        return token in self.owners

    def is_of(self, token: str, case: str) -> bool:
        """Whether a token belongs to a case, be it to others as well."""
        return case in self.owners[token]

    def owner(self, token: str) -> str:
        """Return one of the cases that a token belongs to."""
        return min(self.owners[token])

    def single_in(self, words: Iterable[str]) -> set[str]:
        """Return the tokens of one word among some words."""
        return self.owners.keys() & set(words)


@cache
def _bits(mask: int) -> tuple[int, ...]:
    return tuple(at for at in range(mask.bit_length()) if mask >> at & 1)
