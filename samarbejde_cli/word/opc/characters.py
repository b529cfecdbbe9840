"""The characters that no part may hold."""

import re

NOT_XML = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
"""What XML 1.0 cannot hold, as the inside of a character class."""
RESERVED = "\ufdd0-\ufddf"
"""What Unicode reserves for programs: the template engine marks places with them."""
ILLEGAL = f"{NOT_XML}{RESERVED}"

find_illegal = re.compile(f"[{ILLEGAL}]").search
find_reserved = re.compile(f"[{RESERVED}]").search
_ILLEGAL = re.compile(f"[{ILLEGAL}]")


def without_illegal(text: str) -> str:
    """Return a text without the characters that no part may hold."""
    return _ILLEGAL.sub("", text)
