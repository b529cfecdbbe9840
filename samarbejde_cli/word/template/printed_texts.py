"""The paragraphs of a file as they are printed, without taking its XML apart as a tree."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.opc.symbols import symbol

_TEXT = lazy_pattern(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_STEP = lazy_pattern(r"<w:p[ >]|</w:p>|<w:t(?: [^>]*)?>[^<]*</w:t>")
_BOX = "<w:txbxContent"
_PICTURES = ("<a:blip ", "<v:imagedata ")
_DRAWN, _DRAWN_TEXT = "<a:t>", lazy_pattern("<a:t>([^<]*)</a:t>")
_COPIED, _COPY = "<mc:Fallback", lazy_pattern(r"<mc:Fallback[ >].*?</mc:Fallback>", re.DOTALL)
_HYPHEN = "<w:noBreakHyphen/>"
_SYMBOLS = ("<w:sym ", "<w16se:symEx ")
_SYMBOL = lazy_pattern(r"<(?:w:sym|w16se:symEx) ([^>]*)>")
_FONT, _NUMBER = lazy_pattern(r':font="([^"]*)"'), lazy_pattern(r':char="([^"]*)"')
_COMPUTED = lazy_pattern(
    r"<w:fldSimple (?![^>]*HYPERLINK).*?</w:fldSimple>|"
    r'<w:fldChar [^>]*"begin"(?:(?!"begin"|HYPERLINK).)*?<w:fldChar [^>]*"end"[^>]*>',
    re.DOTALL,
)


def printed_texts(xml: str) -> Iterator[str]:
    """Yield the text of each paragraph that has any; what is in a text box is its own."""
    xml = _spelled_out(xml)
    if _BOX in xml:
        yield from _with_boxes(xml)
        return
    for paragraph in xml.split("</w:p>"):
        if text := _text(paragraph):
            yield text


def _spelled_out(xml: str) -> str:
    """Return the XML with texts for the elements that stand for characters, without copies."""
    if _COPIED in xml:
        xml = _COPY.sub("", xml)
    if any(each in xml for each in _SYMBOLS):
        xml = _SYMBOL.sub(lambda found: _as_text(_shown(found[1])), xml)
    return xml.replace(_HYPHEN, _as_text("-"))


def _as_text(characters: str) -> str:
    return f"<w:t>{characters}</w:t>"


def _shown(attributes: str) -> str:
    font, number = (each.search(attributes) for each in (_FONT, _NUMBER))
    return symbol(font[1] if font else "", number[1] if number else "")


@lru_cache(maxsize=4096)  # papers in a row have most of their paragraphs in common
def _text(paragraph: str) -> str:
    return unescape("".join(_TEXT.findall(paragraph)))


def printed_pictures(xml: str) -> int:
    """Return how many pictures stand in a text."""
    return sum(map(_COPY.sub("", xml).count, _PICTURES)) if any(x in xml for x in _PICTURES) else 0


@lru_cache(maxsize=64)
def margin_texts(xml: str) -> tuple[str, ...]:
    """Return the texts of a header, a footer or notes without what Word computes, as pages.

    Of a drawing they are those that somebody typed, not the words and numbers that it shows.
    """
    found = 1
    while found:
        xml, found = _COMPUTED.subn("", xml)
    return (*printed_texts(xml), *(_drawn(xml) if _DRAWN in xml else ()))


def _drawn(xml: str) -> Iterator[str]:
    drawn = ("".join(_DRAWN_TEXT.findall(each)) for each in xml.split("</a:p>"))
    return (unescape(text) for text in drawn if text)


def _with_boxes(xml: str) -> Iterator[str]:
    open_: list[str] = []
    for step in _STEP.finditer(xml):
        markup = step[0]
        if markup.startswith("<w:t"):
            if open_:
                open_[-1] += "".join(_TEXT.findall(markup))
        elif markup == "</w:p>":
            if open_ and (text := open_.pop()):
                yield unescape(text)
        else:
            open_.append("")
