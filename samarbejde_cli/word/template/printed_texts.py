"""The paragraphs of a part as they are printed, without taking its XML apart as a tree."""

from collections.abc import Iterator
from html import unescape

from samarbejde_cli.lazy import lazy_pattern

_TEXT = lazy_pattern(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def printed_texts(xml: str) -> Iterator[str]:
    """Yield the text of each paragraph that has any."""
    for paragraph in xml.split("</w:p>"):
        if text := "".join(_TEXT.findall(paragraph)):
            yield unescape(text)
