"""Characters that Word writes as elements: those of fonts of pictures, and emoji."""

from samarbejde_cli.word.opc.namespaces import LATER_SYMBOLS, Element, W

_LATER = f"{{{LATER_SYMBOLS}}}"
SYMBOLS = frozenset({f"{W}sym", f"{_LATER}symEx"})
_SOME_SIGN = "(tegn)"
_SIGNS = {
    "wingdings": {
        "FC": "✓", "FB": "✗", "FD": "☒", "FE": "☑", "78": "☒", "A8": "☐", "6F": "☐", "4A": "☺",
        "4B": "😐", "4C": "☹", "E0": "→", "DF": "←", "D8": "➢", "A7": "▪", "9F": "•",
    },
    "wingdings 2": {"50": "✓", "4F": "✗", "52": "☑", "51": "☒", "53": "☒", "54": "☒", "A3": "☐"},
}  # fmt: skip
"""What the characters of fonts of pictures show, by the font and the end of their number."""
_OF_FONTS = (range(0x100), range(0xD800, 0xF900))
"""Numbers that are a character only in their own font, or none at all."""
_LAST = 0x10FFFF


def symbol_of(element: Element) -> str:
    """Return the character that an element of ``SYMBOLS`` shows."""
    prefix = _LATER if element.tag.startswith(_LATER) else W
    return symbol(element.get(f"{prefix}font", ""), element.get(f"{prefix}char", ""))


def symbol(font: str, number: str) -> str:
    """Return the character at a number of a font, as Word writes it: ``F0FC``, or ``1F60A``."""
    if signs := _SIGNS.get(font.casefold()):
        return signs.get(number.upper()[-2:], _SOME_SIGN)
    try:
        value = int(number, 16)
    except ValueError:
        return _SOME_SIGN
    is_character = 0 <= value <= _LAST and not any(value in each for each in _OF_FONTS)
    return chr(value) if is_character else _SOME_SIGN
