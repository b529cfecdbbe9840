"""The tokens of all cases of a workspace, in little memory: fingerprints instead of the words.

A workspace of 10,000 cases has more than a million tokens. The fingerprints have 64 bits, so that a
word which is no token is taken for one once in many billions of letters.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from hashlib import blake2b

from samarbejde_cli.actions.batch.tokens import Finder
from samarbejde_cli.lazy import mutable

_SHELVES, _REMEMBERED = 256, 10_000
_FINGERPRINTS, _NUMBERS = "Q", "L"


def fingerprints(tokens: Iterable[str]) -> "array[int]":
    """Return the fingerprints of tokens, the same in every process."""
    return array(_FINGERPRINTS, map(_fingerprint, tokens))


def _fingerprint(token: str) -> int:
    return int.from_bytes(blake2b(token.encode(), digest_size=8).digest(), "little")


def _shelves(kind: str) -> list["array[int]"]:
    return [array(kind) for _ in range(_SHELVES)]


@mutable
class TokenTable(Finder):
    """All tokens of many cases, and whose they are; ``sort`` makes it ready."""

    cases: list[str] = field(default_factory=list, repr=False)
    _tokens: list["array[int]"] = field(default_factory=lambda: _shelves(_FINGERPRINTS), repr=False)
    _owners: list["array[int]"] = field(default_factory=lambda: _shelves(_NUMBERS), repr=False)
    _asked: dict[str, bool] = field(default_factory=dict, repr=False)

    def add(self, case: str, tokens: Iterable[int], lengths: Mapping[str, int]) -> None:
        """Add the tokens of a case by their fingerprints, with what ``lengths_of`` says of them."""
        number = len(self.cases)
        self.cases.append(case)
        for token in tokens:
            self._tokens[token % _SHELVES].append(token)
            self._owners[token % _SHELVES].append(number)
        for first, mask in lengths.items():
            self.lengths[first] = self.lengths.get(first, 0) | mask

    def sort(self) -> None:
        """Put the fingerprints in order, so that they are found; nothing may be added after."""
        for number, (tokens, owners) in enumerate(zip(self._tokens, self._owners, strict=True)):
            order = sorted(range(len(tokens)), key=tokens.__getitem__)
            self._tokens[number] = array(_FINGERPRINTS, map(tokens.__getitem__, order))
            self._owners[number] = array(_NUMBERS, map(owners.__getitem__, order))

    def has(self, token: str) -> bool:
        """Whether it is a token of any case."""
        known = self._asked.get(token)
        if known is None:
            if len(self._asked) >= _REMEMBERED:
                self._asked.clear()
            known = self._asked[token] = next(self._owners_of(token), None) is not None
        return known

    def is_of(self, token: str, case: str) -> bool:
        """Whether a token belongs to a case, be it to others as well."""
        return case in self._owners_of(token)

    def owner(self, token: str) -> str:
        """Return one of the cases that a token belongs to."""
        return min(self._owners_of(token))

    def single_in(self, words: Iterable[str]) -> set[str]:
        """Return the tokens of one word among some words: they are numbers."""
        return {each for each in words if each.isdigit() and self.has(each)}

    def _owners_of(self, token: str) -> Iterator[str]:
        wanted = _fingerprint(token)
        tokens, owners = self._tokens[wanted % _SHELVES], self._owners[wanted % _SHELVES]
        at = bisect_left(tokens, wanted)
        while at < len(tokens) and tokens[at] == wanted:
            yield self.cases[owners[at]]
            at += 1
