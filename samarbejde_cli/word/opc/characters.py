"""The characters that no part may hold."""

from samarbejde_cli.lazy import lazy_pattern

NOT_XML = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
"""What XML 1.0 cannot hold, as the inside of a character class."""
RESERVED = "\ufdd0-\ufddf"
"""What Unicode reserves for programs: the template engine marks places with them."""
ILLEGAL = f"{NOT_XML}{RESERVED}"

find_illegal = lazy_pattern(f"[{ILLEGAL}]").search
find_reserved = lazy_pattern(f"[{RESERVED}]").search
_ILLEGAL = lazy_pattern(f"[{ILLEGAL}]")


def has_reserved(data: bytes) -> bool:
    """Whether a part holds characters that are reserved."""
    may_hold = b"\xef" in data and b"\xef\xb7" in data  # a single byte is found much quicker
    return may_hold and find_reserved(data.decode("utf-8", "ignore")) is not None


def without_illegal(text: str) -> str:
    """Return a text without the characters that no part may hold."""
    return _ILLEGAL.sub("", text)
