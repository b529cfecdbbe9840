"""All that can be read in a Word file, seen or not: to search it for what must not be there."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from itertools import chain
from zipfile import BadZipFile, ZipFile

from samarbejde_cli.lazy import lazy_pattern

_ENDS = lazy_pattern(r"</(?:w:p|w:tc|a:p)>|<w:(?:br|tab|cr)\b[^>]*>")
_TAG = lazy_pattern(r"<[^>]*>")
_TELLING = lazy_pattern(r"""=(?:"([^"]*(?:[^\w"]|\d{8})[^"]*)"|'([^']*(?:[^\w']|\d{8})[^']*)')""")
"""Attributes that could hold a token: several words, or a long number."""
_COMMENT = lazy_pattern(r"<!--(.*?)-->", re.DOTALL)
_XML = (".xml", ".rels", ".vml")
_RUNS = ("word/document", "word/header", "word/footer", "word/styles")
"""Parts in which a word may be cut into several elements, and values never stand side by side."""
_ENCODINGS = ("utf-8", "latin-1", "utf-16-le")
"""Of text in pictures and other files, as programs use them."""


def all_parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield every part of a Word file by its name, those of packages within it too.

    The name is a part's text as well. Raises ``BadZipFile`` when the file is no package.
    """
    with ZipFile(BytesIO(data)) as package:
        for entry in package.infolist():
            content = package.read(entry)
            if content.startswith(b"PK\x03\x04"):
                inner = _inner(content)
                yield from ((f"{entry.filename}/{name}", each) for name, each in inner.items())
            yield entry.filename, content


def _inner(data: bytes) -> Mapping[str, bytes]:
    try:
        return dict(all_parts(data))
    except BadZipFile:
        return {}


def part_text(name: str, content: bytes) -> str:
    """Return all that can be read in a part: its name, its text across tags, its attributes.

    Words that a reader sees as one are one; values of their own are on lines of their own.
    """
    if not name.endswith(_XML):
        return "\n".join((name, *(content.decode(each, errors="replace") for each in _ENCODINGS)))
    texts = xml_texts(content, is_flowing=is_flowing(name))
    return "\n".join((unescape(name), *texts))


def is_flowing(name: str) -> bool:
    """Whether text flows through a part: a word may be cut into several elements."""
    return name.startswith(_RUNS)


def paragraphs(content: bytes) -> list[bytes]:
    """Return the XML of a part cut at the ends of paragraphs, each of which ends a word too."""
    return [content] if b"!" in content and b"<!" in content else content.split(b"</w:p>")


def xml_texts(content: bytes, *, is_flowing: bool) -> tuple[str, str]:
    """Return the text of XML, the whole part or a paragraph of it, and what stands aside of it."""
    xml = content.decode(errors="replace")
    aside = (*_COMMENT.findall(xml), *chain(*_TELLING.findall(xml)))
    text = _TAG.sub("", _ENDS.sub(" ", xml)).replace("\u00ad", "")
    if not is_flowing:  # then every element is a value of its own
        aside = (*aside, _TAG.sub(" ", xml))
    return unescape(text), unescape("\n".join(aside))
