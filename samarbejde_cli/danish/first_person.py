"""Judge whether a Danish text speaks in the first person, as a plan should (handbook § 4.4).

The judge knows word order and short word lists, no dictionary and no meaning. It looks for the
subject of the main clause: before the finite verb, or after it when something else comes first
(*I morgen ringer jeg*). A sentence passes when

- ``jeg`` or ``vi`` is that subject, or
- it begins with ``min``, ``mit``, ``mine`` or ``vores`` and has a finite verb, or
- somebody else is the subject of a finite verb, and the sentence speaks of ``mig``, ``min``,
  ``os`` … (*Skolen ringer til mig*).

Of several sentences the first must pass. The later ones lean on it (*Hun ringer hver uge*) and
only must not call the youth by name, ``den unge`` or ``du``.
"""

from collections.abc import Collection, Iterable
from enum import Enum, auto
from functools import cached_property, lru_cache

from samarbejde_cli.danish.sentences import Sentence, sentences
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.danish.words import (
    CLIENT,
    CUTS,
    INFINITIVES,
    MINE,
    NAMING,
    NOT_VERBS,
    OPENERS,
    OURS,
    PAST,
    SELF,
    THEY,
    YOU,
)
from samarbejde_cli.lazy import frozen, lazy_pattern


class Reason(Enum):
    """Why a text is not in the first person."""

    EMPTY = auto()
    THIRD_PERSON = auto()
    NAME = auto()
    PRONOUN = auto()
    ANYBODY = auto()
    YOU = auto()
    NO_SUBJECT = auto()
    NOBODY = auto()


@frozen
class Fault:
    """The reason, the words that show it, and a proposal in the first person where it is simple."""

    reason: Reason
    words: str = ""
    proposal: str = ""


_FORBIDDEN_LATER = frozenset({Reason.THIRD_PERSON, Reason.NAME, Reason.YOU})
_SUBJECTS = {
    **dict.fromkeys(CLIENT, Reason.THIRD_PERSON),
    "du": Reason.YOU,
    "man": Reason.ANYBODY,
    "han": Reason.PRONOUN,
    "hun": Reason.PRONOUN,
}
_PRONOUNS = SELF | YOU | THEY | {"i", "de", "man"}
_PLAIN = lazy_pattern(r"(?:Jeg|Vi) [^.!?:\n]+\.?")
_VERB_FIRST = (PAST | {f"{verb}r" for verb in INFINITIVES} | {"er"}) - NOT_VERBS
_IMPERATIVES_TOO = frozenset({"kom", "hold", "bad"})
_WORDS = lazy_pattern(r"\w+")
_NOUNS_TOO = frozenset({"støtte", "have", "prøve", "øve"})


def fault(text: str, youth_names: Collection[str]) -> Fault | None:
    """Return why a text is not in the first person, or None when it is.

    ``youth_names`` are the names that the youth goes by: the called name, the full name.
    """
    if speaks_plainly(text, youth_names):
        return None
    names = _names(tuple(youth_names))
    judges = [_Judge(sentence, names) for sentence in sentences(nfc(text))]
    if not judges:
        return Fault(Reason.EMPTY)
    found = judges[0].fault()
    if found is None:
        later = (judge.fault() for judge in judges[1:])
        return next((each for each in later if each and each.reason in _FORBIDDEN_LATER), None)
    proposal = judges[0].proposal() if len(judges) == 1 else ""
    if proposal and fault(proposal, youth_names) is None:
        return Fault(found.reason, found.words, proposal)
    return found


def is_own_act(text: str) -> bool:
    """Whether *jeg* or *vi* is in the main clause of a text: *Bo og jeg spiser sammen*.

    *Bo viser mig, hvordan jeg gør* is somebody else's act.
    """
    judges = [_Judge(sentence, _names(())) for sentence in sentences(nfc(text))]
    return bool(judges) and judges[0].has_self


def speaks_plainly(text: str, youth_names: Collection[str]) -> bool:
    """Whether a text is one sentence that begins with *Jeg* or *Vi* and names nobody else.

    Most goals are; for them the answer of the judge is known without taking the words apart.
    """
    if not _PLAIN.fullmatch(text):
        return False
    lower = text.lower()
    first_names = (name.split()[0].lower() for name in youth_names if name.strip())
    return "den unge" not in lower and not any(name in lower for name in first_names)


@frozen
class _Names:
    """The words that a name of the youth can begin with, and those that can follow."""

    first: frozenset[str]
    more: frozenset[str]

    def are_in(self, words: Iterable[str]) -> bool:
        """Whether a name can begin at one of some words."""
        return any(word in self.first or _owner(word) in self.first for word in words)

    def after(self, sentence: Sentence, index: int) -> int:
        """Return the index after the name that begins at a word; the same index without one."""
        word = sentence.words[index]
        is_name = word in self.first or _owner(word) in self.first
        if not is_name or (index and not sentence.written[index][0].isupper()):
            return index
        end = index + 1
        while end < len(sentence.words) and sentence.words[end] in self.more:
            end += 1
        return end


@lru_cache(maxsize=4)
def _names(names: tuple[str, ...]) -> _Names:
    parts = [nfc(name).lower().split() for name in names if name.strip()]
    first = frozenset(part[0] for part in parts) - _PRONOUNS
    return _Names(first, frozenset(word for part in parts for word in part[1:]))


def _owner(word: str) -> str:
    """Return ``silje`` for ``siljes`` and ``silje's``; an empty text for another word."""
    return word[:-1].rstrip("'’") if word.endswith("s") else ""


class _Judge:
    """Judges one sentence."""

    def __init__(self, sentence: Sentence, names: _Names) -> None:
        self._s = sentence
        self._words = sentence.words
        self._names = names
        self._start = int(self._words[0] == "at" and len(self._words) > 1)
        self._may_be_named = names.are_in(sentence.words)

    def fault(self) -> Fault | None:
        """Return why the sentence is not in the first person, or None when it is."""
        if found := self._called_the_youth() or self._named_the_youth():
            return found
        if self._begins_with_infinitive:
            return Fault(Reason.NO_SUBJECT, self._s.written[self._start])
        for index in self._main:
            if self._words[index] in SELF:
                return None
            if reason := self._wrong_subject(index):
                return Fault(reason, self._s.written[index])
        return self._without_pronoun()

    @property
    def has_self(self) -> bool:
        """Whether *jeg* or *vi* is in the main clause."""
        return any(self._words[index] in SELF for index in self._main)

    def _called_the_youth(self) -> Fault | None:
        if "den" not in self._words:
            return None
        words = (*self._words, "", "")
        for index, pair in enumerate(zip(words, words[1:], words[2:], strict=False)):
            if pair[:2] in (("den", "unge"), ("den", "unges")) and pair[2] != "voksne":
                return Fault(Reason.THIRD_PERSON, " ".join(self._s.written[index : index + 2]))
        return None

    def _named_the_youth(self) -> Fault | None:
        for index in range(len(self._words) if self._may_be_named else 0):
            if self._is_named_at(index):
                return Fault(Reason.NAME, self._s.written[index])
        return None

    def _is_named_at(self, index: int) -> bool:
        """Whether the youth's name is a subject: *Silje skal*, *at Silje får*, *Siljes*."""
        end = self._names.after(self._s, index)
        is_apposition = index > 1 and self._words[index - 2] in OURS
        if end == index or is_apposition:
            return False
        is_owner = self._words[index] not in self._names.first
        if index == self._start and (is_owner or self._word(end) in ("og", ",")):
            return True
        return not is_owner and self._s.is_finite(end)

    @property
    def _begins_with_infinitive(self) -> bool:
        is_verb = self._words[self._start] in INFINITIVES
        return is_verb and self._word(self._start + 1) not in SELF

    @cached_property
    def _clause_before(self) -> int:
        """The number of words in a clause before the main one, its comma included."""
        if self._words[self._start] not in OPENERS or "," not in self._words[:-1]:
            return 0
        return self._words.index(",") + 1

    @cached_property
    def _main(self) -> range:
        """The indices of the main clause."""
        begin = max(self._start, self._clause_before)
        cut = (i for i in range(begin + 1, len(self._words)) if self._words[i] in CUTS)
        return range(begin, next(cut, len(self._words)))

    def _wrong_subject(self, index: int) -> Reason | None:
        word = self._words[index]
        reason = _SUBJECTS.get(word)
        if word == "de" and self._s.is_finite(index + 1):
            reason = Reason.PRONOUN
        if word == "i" and self._is_you(index):
            reason = Reason.YOU
        if self._is_named_after_verb(index):
            reason = Reason.NAME
        # the youth who says mig is somebody else than han, hun and de
        return None if reason is Reason.PRONOUN and self._s.speaks_of_self else reason

    def _is_you(self, index: int) -> bool:
        """Whether an ``i`` is the pronoun and not the preposition."""
        if index == self._start:
            return self._s.is_finite(index + 1) or self._word(index + 1) == "to"
        return self._s.written[index] == "I" and self._s.is_finite(index - 1)

    def _is_named_after_verb(self, index: int) -> bool:
        is_name = self._may_be_named and self._names.after(self._s, index) > index
        return is_name and self._s.is_finite(index - 1) and self._words[index - 1] not in NAMING

    def _without_pronoun(self) -> Fault | None:
        first = self._main[0]
        if self._has_inverted_self:
            return None
        if self._words[first] in OURS:
            has_verb = any(map(self._s.is_finite, range(first + 2, len(self._words))))
            return None if has_verb else Fault(Reason.NO_SUBJECT)
        if not self._clause_before and self._words[first] in _VERB_FIRST:
            return Fault(Reason.NO_SUBJECT, self._s.written[first])
        verbs = self._main if self._clause_before else self._main[1:]
        if not any(map(self._s.is_finite, verbs)):
            return self._seen(Reason.NO_SUBJECT)
        return None if self._s.speaks_of_self else self._seen(Reason.NOBODY)

    @property
    def _has_inverted_self(self) -> bool:
        """Whether jeg or vi follows a finite verb, as it only does in a main clause."""
        indices = range(1, len(self._words))
        return any(self._words[i] in SELF and self._s.is_finite(i - 1) for i in indices)

    def _seen(self, otherwise: Reason) -> Fault:
        """Return the fault with the best reason for a sentence without a speaker."""
        for index, word in enumerate(self._words):
            if self._names.after(self._s, index) > index:
                return Fault(Reason.NAME, self._s.written[index])
            for group, reason in (
                (CLIENT, Reason.THIRD_PERSON),
                (YOU, Reason.YOU),
                (THEY, Reason.PRONOUN),
            ):
                if word in group and otherwise is Reason.NOBODY:
                    return Fault(reason, self._s.written[index])
        return Fault(otherwise)

    def _word(self, index: int) -> str:
        return self._words[index] if index < len(self._words) else ""

    def proposal(self) -> str:
        """Return the sentence with ``Jeg`` as its subject; empty when that is no simple change."""
        first = self._words[self._start]
        verb = self._after_subject()
        if verb > self._start:
            is_simple = self._s.is_finite(verb) and not self._s.speaks_of_self
            return f"Jeg {self._as_mine(verb)}" if is_simple else ""
        if first in INFINITIVES:
            is_simple = first not in _NOUNS_TOO and not any(map(self._s.is_finite, self._main[1:]))
            return f"Jeg skal {_small(self._as_mine(verb))}" if is_simple else ""
        is_simple = first in _VERB_FIRST and first not in _IMPERATIVES_TOO
        return f"Jeg {_small(self._as_mine(verb))}" if is_simple else ""

    def _after_subject(self) -> int:
        """Return the index after the youth as the subject at the beginning, else the beginning."""
        begin = self._start
        if self._words[begin : begin + 2] == ("den", "unge"):
            return begin + 2
        if self._words[begin] in _SUBJECTS:
            return begin + 1
        return self._names.after(self._s, begin) if self._is_named_at(begin) else begin

    def _as_mine(self, index: int) -> str:
        """Return the text from a word on, with sin and din turned into min, sig into mig."""
        rest = self._s.from_word(index).rstrip("\"”»«'")
        if not any(word in rest for word in MINE):
            return rest
        return _WORDS.sub(lambda word: MINE.get(word[0], word[0]), rest)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
