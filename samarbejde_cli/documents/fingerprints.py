"""Letters that tell a text from others and do not reveal it, for the key of a form."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from samarbejde_cli.danish.text import nfc
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word import BLANK

LENGTH = 6
"""Letters in a fingerprint."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_PAIRS = [first + second for second in _LETTERS for first in _LETTERS]
_SPACE = lazy_pattern(r"\s+")


def fingerprint(route: str, lines: Iterable[str]) -> str:
    """Return six letters for what stands at a route.

    White space does not count, because programs move it; letters cannot look like a CPR number.
    """
    return letters("\0".join((route, *filter(None, map(squeezed, lines)))))


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Return a text without white space; empty for the placeholder."""
    found = _SPACE.sub("", nfc(text))
    return "" if found == BLANK else found


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Return six letters that tell a text from others and do not reveal it."""
    number = int.from_bytes(sha256(text.encode(errors="surrogatepass")).digest()[:8], "big")
    found = ""
    for _ in range(LENGTH // 2):
        number, at = divmod(number, len(_PAIRS))
        found += _PAIRS[at]
    return found
