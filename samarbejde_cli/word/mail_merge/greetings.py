"""The words around the name in Word's greeting line."""

import re

from samarbejde_cli.lazy import lazy_pattern

_PLACEHOLDER = lazy_pattern(r"<<(?P<inside>.*?)>>", re.DOTALL)
_USUAL = "Kære "


def greeting_around(picture: str) -> tuple[str, str]:
    r"""Return what is before and after the name: ``<<_BEFORE_ Kære >><<_FIRST0_>><<_AFTER_ ,>>``.

    Without a picture it is the usual Danish greeting.
    """
    before, after = _USUAL, ""
    for found in _PLACEHOLDER.finditer(picture):
        inside = found["inside"]
        if inside.startswith("_BEFORE_"):
            before = inside.removeprefix("_BEFORE_").strip(" ") + " "
        elif inside.startswith("_AFTER_"):
            after = inside.removeprefix("_AFTER_").strip(" ")
    return before, after
