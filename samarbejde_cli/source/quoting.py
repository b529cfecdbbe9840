"""Text as one YAML scalar that every YAML reader returns unchanged."""

import re
from datetime import date
from functools import cache
from typing import Any, Final

from samarbejde_cli.danish.text import INVISIBLE, nfc
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.lazy import lazy_pattern

_TEXT: Final = "tag:yaml.org,2002:str"
_PLAIN = lazy_pattern(r"(?!.*(?::[ ]|:$|[ ]#))(?:[^\W_]|[^\x00-\x7f\s])(?:.*\S)?")
_ONLY_IN_BLOCKS = lazy_pattern(r"[,\[\]{}:?#]")
_OTHER_TYPE = lazy_pattern(
    r"[\d_.,]+(e[+-]?\d+)?"  # numbers
    r"|0[xob][\da-f_]+"
    r"|\d{1,2}([:.]\d{1,2}){1,2}"  # clock times
    r"|y|n|yes|no|on|off|true|false|null",
    re.IGNORECASE,
)
_CERTAIN = lazy_pattern(
    r"(?=.*[g-np-su-wyæøåG-NP-SU-WYÆØÅ])(?![_ .-])[0-9A-Za-zæøåÆØÅ_ .-]{5,}[0-9A-Za-zæøåÆØÅ]"
    r"|(?!0b)(?=.*[acdf])[0-9a-f]{64}"
)
"""Names and digests: six characters or more, with a letter that no number, day or time has."""
_BREAK = lazy_pattern(r"[\n\r\t]")
_DATE: Final = len("2026-03-03")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class EditError(SamarbejdeError):
    """A change of a file cannot be made without touching more than it should."""


def quote(value: str) -> str:
    """Return a one-line YAML scalar that reads back as ``value`` (composed to NFC).

    Plain where that is safe for readers of YAML 1.1 and 1.2 alike: what one of them would take
    for a number, a time, yes or no gets quotes; a date that exists does not. Raises EditError for
    text that no file can hold (half a surrogate pair).
    """
    value = nfc(value)
    return value if is_plain(value) else _quoted(value)


def _quoted(value: str) -> str:
    one_line = not needs_escapes(value)
    if one_line and ('"' in value or "\\" in value):
        return single_quoted(value)
    return double_quoted(value)


def quote_in_flow(value: str) -> str:
    """Return the scalar of ``quote`` for a value inside ``[…]`` or ``{…}``."""
    value = nfc(value)
    return value if is_plain(value, flow=True) else _quoted(value)


def is_plain(value: str, *, flow: bool = False) -> bool:
    """Whether a text can be written without quotes; ``flow`` inside ``[…]`` or ``{…}``."""
    if _CERTAIN.fullmatch(value):
        return True
    if not _PLAIN.fullmatch(value) or needs_escapes(value) or "\xa0" in value:
        return False
    if flow and _ONLY_IN_BLOCKS.search(value):
        return False
    return _is_date(value) or not (_OTHER_TYPE.fullmatch(value) or _resolves(value))


def changes_in_other_readers(value: str) -> bool:
    """Whether a YAML 1.1 reader turns a plain scalar into another value.

    ``0066031234`` becomes another number and ``no`` False; ``4180`` stays 4180.
    """
    if not _resolves(value) or _is_date(value):
        return False
    from yaml import YAMLError, safe_load  # noqa: PLC0415 — PyYAML is slow to import

    try:
        return str(safe_load(value)) != value
    except (YAMLError, ValueError):
        return True


def needs_escapes(value: str) -> bool:
    """Whether only double quotes can hold a text on one line."""
    return bool(_BREAK.search(value) or INVISIBLE.search(value))


def fits_block(value: str) -> bool:
    """Whether a text over several lines can be written under a ``|``."""
    return not ("\r" in value or INVISIBLE.search(value))


def single_quoted(value: str) -> str:
    """Return the text in single quotes; it must not need escapes."""
    return "'" + value.replace("'", "''") + "'"


def double_quoted(value: str) -> str:
    """Return the text in double quotes; raise EditError for an invisible character."""
    if found := INVISIBLE.search(value):
        raise EditError(
            f"Teksten har et tegn, der ikke kan ses: U+{ord(found[0]):04X}.",
            "Slet tegnet, og skriv teksten igen med tastaturet.",
        )
    return '"' + "".join(_ESCAPES.get(sign, sign) for sign in value) + '"'


def _is_date(value: str) -> bool:
    try:
        return len(value) == _DATE and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _resolves(value: str) -> bool:
    """Whether a YAML 1.1 reader takes a plain scalar for anything but text."""
    from yaml import ScalarNode  # noqa: PLC0415 — PyYAML is slow to import

    return bool(_resolver().resolve(ScalarNode, value, (True, False)) != _TEXT)


@cache
def _resolver() -> Any:
    from yaml.resolver import Resolver  # noqa: PLC0415 — same

    return Resolver()
