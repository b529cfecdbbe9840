"""Resource limits for template rendering."""

from collections.abc import Iterable

from samarbejde_cli.lazy import lazy_pattern

MAX_ROUNDS = 200_000
"""Rounds of all loops in one render."""
MAX_CALLS = 100_000
"""Calls of macros and methods in one render."""
MAX_CHARACTERS = 64 * 1024 * 1024
"""Characters of XML in one part, and in the bodies of all loops as often as they are run."""
MAX_TEXT = 100_000
"""Characters of a text that an expression makes."""
MAX_POWER = 100

_WIDE = lazy_pattern(r"\d{6}")


class LimitError(Exception):
    """A template loops, calls or writes more than any document needs; holds the Danish words."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint or "Se efter en løkke, der gentager for meget."


def check_rounds(rounds: int, characters: int) -> None:
    """Raise LimitError if loops have run too often, or over too much."""
    if rounds > MAX_ROUNDS:
        raise LimitError(f"Skabelonen gentager noget mere end {MAX_ROUNDS} gange.")
    check_characters(characters)


def check_characters(characters: int) -> None:
    """Raise LimitError if a part would have too many characters."""
    if characters > MAX_CHARACTERS:
        raise LimitError("Dokumentet bliver urimeligt langt.")


def concat(texts: Iterable[str]) -> str:
    """Join texts. Raises LimitError before the whole is made if it would be too long."""
    parts = texts if isinstance(texts, list) else list(texts)
    check_characters(sum(map(len, parts)))
    return "".join(parts)


def check_calls(calls: int) -> None:
    """Raise LimitError if macros and methods have been called too often."""
    if calls > MAX_CALLS:
        raise LimitError(f"Skabelonen kalder makroer mere end {MAX_CALLS} gange.")


def check_arguments(*arguments: object) -> None:
    """Raise LimitError for a width that would make an endless text."""
    if any(isinstance(each, int) and each > MAX_TEXT for each in arguments):
        raise _too_long()


def check_format(form: object) -> None:
    """Raise LimitError for a format with such a width, say ``%0100000000d``."""
    if isinstance(form, str) and _WIDE.search(form):
        raise _too_long()


def check_sum(operator: str, left: object, right: object) -> None:
    """Raise LimitError for a product or power of a size that no document needs."""
    if operator == "**":
        if not (_size(left) <= MAX_TEXT and _size(right) <= MAX_POWER):
            raise _too_long()
    elif operator == "%":
        check_format(left)
    elif _size(left) * _size(right) > MAX_TEXT and not (_is_number(left) and _is_number(right)):
        raise _too_long()


def _size(value: object) -> float:
    if isinstance(value, str | list | tuple):
        return len(value)
    return abs(value) if isinstance(value, int | float) else 0


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _too_long() -> LimitError:
    return LimitError(f"Skabelonen laver en tekst på mere end {MAX_TEXT} tegn.")
