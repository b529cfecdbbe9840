"""Encoding of a file that is not UTF-8, and its text in that encoding."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final, NamedTuple

from samarbejde_cli.lazy import lazy_pattern

WINDOWS: Final = "Windows-1252"
UTF16: Final = "UTF-16"

_SHOWN: Final = {
    WINDOWS: "Windows-1252 (gammel Windows-tekst)",
    UTF16: "UTF-16 (kaldes også Unicode)",
}
_BINARY: Final = "en fil, der ikke er tekst"
_MIXED: Final = "en blanding af flere tegnsæt"
_UNKNOWN: Final = "et tegnsæt, som programmet ikke kender"

_LETTERS: Final = "æøåÆØÅéÉëËüÜöÖäÄáÁóÓíúñçÇ"
_SIGNS: Final = "’‘“”„…–—•§½¼°´·«»€£²³\xa0"
_LETTER = rf"[a-zA-Z{_LETTERS}]"
_NOT_DANISH = lazy_pattern(
    rf"[^\x00-\x7f{_LETTERS}{_SIGNS}]"
    rf"|(?<={_LETTER})[‘“„•§½¼°·«€£³](?={_LETTER})"
    r"|(?<=[a-zæøå])[ÆØÅ]"
)
_CONTROL = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\U00010000-\U0010ffff]")
_FOREIGN = lazy_pattern(r"[^\x00-\u024f\u2010-\u203f€]")
_UTF8_PAIR = lazy_pattern(rb"[\xc2\xc3][\x80-\xbf]|\xe2\x80[\x90-\xbf]|\xe2\x82\xac")
_TEXT = lazy_pattern(rb"[\t\n\r\x20-\x7e]{8}")


class Encoding(NamedTuple):
    """The likely encoding of a file; ``text`` is None when it cannot be read with certainty."""

    name: str
    text: str | None

    @property
    def shown(self) -> str:
        """The name with the term that a user may know."""
        return _SHOWN.get(self.name, self.name)

    @property
    def is_binary(self) -> bool:
        """Whether nothing in the file can be shown."""
        return self.name == _BINARY


def guess(raw: bytes) -> Encoding:
    """Return the most likely encoding of bytes that are not UTF-8.

    There is a text only when all of it reads as Danish: a file in which a program mixed two
    encodings, or with a single damaged byte, has none.
    """
    if codec := _utf16(raw):
        text = _decoded(raw, codec)
        is_sure = text is not None and not (_FOREIGN.search(text) or _CONTROL.search(text))
        return Encoding(UTF16, text) if is_sure else Encoding(_mixed_or_binary(raw), None)
    if (raw.startswith(BOM_UTF8) or _UTF8_PAIR.search(raw)) and b"\0" not in raw:
        return Encoding(_MIXED, None)
    text = _decoded(raw, "cp1252")
    if text is None or "\0" in text:
        return Encoding(_mixed_or_binary(raw), None)
    return Encoding(WINDOWS, text) if _is_danish(text) else Encoding(_UNKNOWN, None)


def shown(raw: bytes) -> str:
    """Return bytes that are not UTF-8 for display, each wrong byte as ``�``."""
    if guess(raw).is_binary:
        return ""
    return raw.decode(_utf16(raw) or "utf-8", "replace")


def _utf16(raw: bytes) -> str:
    """Return the codec of UTF-16 with or without its mark; empty when it is something else."""
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    if even + odd < max(len(raw) // 3, 1) or (even and odd):
        return ""
    return "utf-16-be" if even else "utf-16-le"


def _mixed_or_binary(raw: bytes) -> str:
    return _MIXED if _TEXT.match(raw.removeprefix(b"\xef\xbb\xbf")) else _BINARY


def _decoded(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _is_danish(text: str) -> bool:
    """Whether every character beyond ASCII is where Danish text can have it."""
    has_single_open = text.count("‘") > text.count("’")
    return not (_NOT_DANISH.search(text) or _CONTROL.search(text) or has_single_open)
