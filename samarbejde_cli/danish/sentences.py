"""Cut Danish prose into sentences and words, and tell a finite verb from other words."""

import re
from collections.abc import Iterator

from samarbejde_cli.danish.words import (
    DETERMINERS,
    JOINING,
    NOT_PASSIVE,
    NOT_VERBS,
    PAST,
    PREPOSITIONS,
    PRONOUNS_TOO,
    RINGING,
    SELF,
    SELF_OBLIQUE,
)
from samarbejde_cli.lazy import frozen, lazy_pattern

_END = lazy_pattern(r"[.!?…]+[\"”»«')]*\s+(?=[\"“”»«(]?[A-ZÆØÅ])|\s*\n\s*")
_ABBREVIATED = lazy_pattern(
    r"(?:\d|\b(?:kl|ca|nr|bl\.a|f\.eks|evt|inkl|ekskl|dvs|mht|ift|pga|m\.fl|m\.m|o\.l|hr|dr|tlf))$",
    re.IGNORECASE,
)
_BULLET = lazy_pattern(r"^\W*(?:\d+[.)]\s+)?")
_LONGEST_LABEL = 3
_WORD = lazy_pattern(r"[^\W_]+(?:[-.'’][^\W_]+)*|[,;:–—()]")


@frozen
class Sentence:
    """A sentence: its text, its words in lower case and as written, and where each begins.

    A comma, a colon, a dash and a bracket all count as the word ``,``.
    """

    text: str
    words: tuple[str, ...]
    written: tuple[str, ...]
    starts: tuple[int, ...]

    def from_word(self, index: int) -> str:
        """Return the text from a word on; empty after the last one."""
        return self.text[self.starts[index] :] if index < len(self.starts) else ""

    def has(self, *wanted: frozenset[str]) -> bool:
        """Whether any of the words is in the sentence."""
        return not all(words.isdisjoint(self.words) for words in wanted)

    @property
    def speaks_of_self(self) -> bool:
        """Whether jeg, vi, mig, min, os … occur anywhere."""
        return self.has(SELF, SELF_OBLIQUE)

    def is_finite(self, index: int) -> bool:
        """Whether the word looks like a verb that can follow or precede a subject."""
        if not 0 <= index < len(self.words):
            return False
        word = self.words[index]
        if word in PAST:
            return True
        if index and (self.written[index][0].isupper() or self._is_noun_at(index)):
            return False
        return _ends_like_present(word) or _ends_like_passive(word)

    def _is_noun_at(self, index: int) -> bool:
        before = self.words[index - 1]
        if index == 1 and before in PRONOUNS_TOO:
            return False
        return (
            before in DETERMINERS
            or before in PREPOSITIONS
            or before in JOINING
            or before.endswith(("ens", "ets", "ernes"))
        )


def _ends_like_present(word: str) -> bool:
    if word in RINGING:
        return True
    is_noun = word in NOT_VERBS or word.endswith(("inger", "heder", "tioner"))
    return len(word) > 1 and word.endswith("r") and not is_noun


def _ends_like_passive(word: str) -> bool:
    return word.endswith("es") and word not in NOT_PASSIVE


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text that hold a word, without bullets and headings like ``Mål:``.

    A full stop after a number or a common abbreviation ends no sentence.
    """
    for piece in _pieces(text):
        sentence = _sentence(_without_label(piece))
        if sentence.words:
            yield sentence


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        is_stop = end[0].startswith(".")
        if is_stop and _ABBREVIATED.search(text, start, end.start()):
            continue
        yield text[start : end.end()]
        start = end.end()
    yield text[start:]


def _without_label(piece: str) -> str:
    bare = _BULLET.sub("", piece, count=1)
    heading, _, rest = bare.partition(": ")
    words = heading.lower().split()
    is_label = rest.strip() and len(words) <= _LONGEST_LABEL
    return rest if is_label and (SELF | SELF_OBLIQUE).isdisjoint(words) else bare


def _sentence(text: str) -> Sentence:
    plain = text.strip()
    if plain.isupper() and " " in plain:
        plain = plain.lower()
    found = list(_WORD.finditer(plain))
    pieces = [each[0] for each in found]
    written = tuple([each if each[0].isalnum() else "," for each in pieces])
    words = tuple(map(str.lower, written))
    return Sentence(plain, words, written, tuple([each.start() for each in found]))
