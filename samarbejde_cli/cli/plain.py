"""Glyphs that a console cannot show, spelled with letters that every console has."""

import codecs
from unicodedata import normalize

HANDLER = "samarbejde-plain"

_SPELLED = {
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa",
    "✓": "OK", "✔": "OK", "✗": "x", "✘": "x", "→": "->", "←": "<-", "≥": ">=", "≤": "<=",
    "–": "-", "—": "-", "…": "...", "•": "*", "·": "*", "§": "Par.", "×": "x", "½": "1/2",
    "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "»": '"', "«": '"',
    "─": "-", "━": "-", "═": "-", "│": "|", "┃": "|", "║": "|", "€": "EUR",
    "■": "#", "□": ".",
}  # fmt: skip
_OTHER_BOXES = range(0x2500, 0x2580)


def register() -> None:
    """Make the error handler known under ``HANDLER``, for streams to be configured with."""
    codecs.register_error(HANDLER, _spell_out)


def _spell_out(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(spelled, error.object[error.start : error.end])), error.end


def spelled(glyph: str) -> str:
    """Return a stand-in of plain ASCII for one character; ``?`` when it has none."""
    if ord(glyph) in _OTHER_BOXES:
        return _SPELLED.get(glyph, "+")
    letters = normalize("NFKD", glyph).encode("ascii", "ignore").decode()
    return _SPELLED.get(glyph) or letters or "?"
