"""What a form shows of whose it is: fingerprints in its key of names and days that are printed.

A key alone is no proof: it can be changed, or a paper can be pasted into the file of another one.
Whoever reads the form looks for the same words on it.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.danish.text import nfc
from samarbejde_cli.documents.fingerprints import LENGTH, letters, squeezed
from samarbejde_cli.documents.schema import Context
from samarbejde_cli.lazy import lazy_pattern

IDENTITY, SEAL = "om", "segl"
"""What the key has them under, and six letters for all that the key says."""
_WORD = lazy_pattern(r"[^\W_]+(?:[-'][^\W_]+)*")


def identity(context: Context, texts: Iterable[str], answers: Collection[str]) -> str:
    """Return how many words a name, a number or a day has that is printed, and its fingerprint.

    ``answers`` are what the form's fields hold: people change them.
    """
    fixed = {squeezed(each) for each in answers}
    lines = (text for text in texts if squeezed(text) not in fixed) if fixed else texts
    printed = f" {' | '.join(map(in_words, lines))} "
    found = (in_words(each) for each in _values(context))
    kept = dict.fromkeys(each for each in found if each and f" {each} " in printed)
    return "".join(f"{len(each.split())}{letters(each)}" for each in kept)


def _values(context: Context) -> Iterator[str]:
    """Yield what tells the papers of a case, a round and a reader from others."""
    youth, reader, meeting = context["ung"], context.get("modtager"), context["møde"]
    day = meeting["dato"]
    yield context["sag"]["nummer"]
    yield meeting_number(meeting["nummer"])
    yield from (youth["navn"] or "", youth["kaldenavn"] or "")
    yield greeting(reader["navn"]) if reader else ""
    yield long_date(day) if day else ""


def meeting_number(number: int) -> str:
    """Return how papers name the meeting of a round."""
    return f"møde {number}"


def greeting(name: str) -> str:
    """Return how a letter begins; others are named further down."""
    return f"Kære {name}"


@lru_cache(maxsize=4096)  # papers in a row have most of their paragraphs in common
def in_words(text: str) -> str:
    """Return a text as its words alone."""
    return " ".join(_WORD.findall(nfc(text).casefold()))


def not_found(wanted: str, texts: Iterable[str], likely: Iterable[str]) -> bool:
    """Whether something that a form was printed with is in none of its texts.

    ``likely`` are what it was probably made of; other words are looked for one by one.
    """
    lines = [in_words(text) for text in texts]
    printed = f" {' | '.join(lines)} "
    there = {letters(each) for each in map(in_words, likely) if f" {each} " in printed}
    size = LENGTH + 1
    parts = [wanted[at : at + size] for at in range(0, len(wanted), size)]
    left = [each for each in parts if each[1:] not in there]
    return any(each[1:] not in _prints(lines, int(each[0])) for each in left)


def _prints(lines: Iterable[str], size: int) -> set[str]:
    """Return the fingerprints of all that many words in a row."""
    rows = (line.split() for line in lines)
    return {
        letters(" ".join(row[at : at + size])) for row in rows for at in range(len(row) - size + 1)
    }
