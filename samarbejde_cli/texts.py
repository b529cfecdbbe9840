"""Small work on words that every floor needs."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from unicodedata import normalize


def nfc(text: str) -> str:
    """Return the text with æ, ø, å and accents composed, as keyboards on Windows write them."""
    return normalize("NFC", text)


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that the writer of ``word`` most likely meant, or None."""
    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    matches = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else None


def listed(words: Sequence[str], last: str = "og") -> str:
    """Join words as Danish prose does: ``a, b og c``."""
    if len(words) < 2:  # noqa: PLR2004 — one word needs no joining
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(number: int, one: str, many: str) -> str:
    """Return a number with the right form of its noun: ``1 sag``, ``3 sager``."""
    return f"{number} {one if number == 1 else many}"
