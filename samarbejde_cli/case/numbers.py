"""Case numbers: opaque, short, in the order of the cases, and never chosen twice by two machines.

``2026-014-kmtz`` is the fourteenth case that a machine knows of, with four random letters: another
machine that makes its fourteenth case on the same day chooses others. ``2026-014`` is a number
too: cases from before there were letters keep theirs.
"""

import re
from collections.abc import Iterable
from typing import Final

from samarbejde_cli.lazy import lazy_pattern

_LETTERS: Final = "bcdfghjkmnpqrstvwxz"
"""Letters that are not taken for digits, and that give no words and no names."""
_TAIL, _KEY = 4, 10
_NUMBER = lazy_pattern(r"\d{4}-\d{3,5}(-[a-z0-9]{1,8})?", re.ASCII)


def next_number(taken: Iterable[str], year: int) -> str:
    """Return a new number in a year, where these are taken."""
    start = f"{year}-"
    tails = [each[len(start) :].partition("-")[0] for each in taken if each.startswith(start)]
    known = [int(tail) for tail in tails if tail.isascii() and tail.isdigit()]
    return f"{year}-{max(known, default=0) + 1:03d}-{_random(_TAIL)}"


def new_key() -> str:
    """Return a key that the files of one case have in common and no other case has."""
    return _random(_KEY)


def is_number(text: str) -> bool:
    """Whether a text has the form of a case number."""
    return _NUMBER.fullmatch(text) is not None


def numbers_begun(start: str, numbers: Iterable[str]) -> list[str]:
    """Return the numbers that a user can mean by one without its letters."""
    return [number for number in numbers if start and number.startswith(f"{start}-")]


def _random(count: int) -> str:
    from secrets import choice  # noqa: PLC0415 — only a new case needs it

    return "".join(choice(_LETTERS) for _ in range(count))
