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

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

from samarbejde_cli.case.danish_sentences import Sentence, sentences
from samarbejde_cli.case.danish_words import (
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
from samarbejde_cli.texts import nfc


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


@dataclass(frozen=True, slots=True)
class Fault:
    """Why, the words that show it, and the text put in the first person where that is simple."""

    reason: Reason
    words: str = ""
    proposal: str = ""


_HARD = frozenset({Reason.THIRD_PERSON, Reason.NAME, Reason.YOU})
_PRESENT = frozenset(f"{verb}r" for verb in INFINITIVES) | {"er"}
_NOUNS_TOO = frozenset({"støtte", "spare", "have"})


def fault(text: str, youth_names: Collection[str]) -> Fault | None:
    """Return why a goal is not in the first person, or None when it is.

    ``youth_names`` are the names that the youth goes by: called name, full name.
    """
    first, *later = sentences(nfc(text)) or [None]
    if first is None:
        return Fault(Reason.EMPTY)
    names = _Names.of(youth_names)
    if found := _Judge(first, names).fault():
        return found if later else _with_proposal(found, first, names)
    faults = (_Judge(sentence, names).fault() for sentence in later)
    return next((each for each in faults if each and each.reason in _HARD), None)
