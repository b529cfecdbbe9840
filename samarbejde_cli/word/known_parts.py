"""Look into many files that have most of their parts in common: into each of those once.

A file is looked into whole, and remembered when nothing is wrong with it. Another one that is laid
out as this program does it, without a byte that belongs to no part, and that has parts of the same
names with the same content types and relations, can differ in single parts only. Where there is any
doubt about one of those, the file is to be looked into whole.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from samarbejde_cli.lazy import frozen
from samarbejde_cli.word.opc.part_names import TYPES
from samarbejde_cli.word.opc.part_xml import read_xml
from samarbejde_cli.word.opc.relations import relations_in
from samarbejde_cli.word.opc.zip_files import StoredPart, stored_parts
from samarbejde_cli.word.template.external_content import is_harmless, is_outside
from samarbejde_cli.word.template.field_codes import may_have_fields

_MOST_FRAMES, _MOST_PARTS, _MOST_PARAGRAPHS = 64, 1024, 4096
_START, _END = b"<w:p>", b"</w:p>"
_AROUND = b'<w:body xmlns:w="w">%s</w:body>'
_LARGE = 1_000_000
_Frame: TypeAlias = tuple[tuple[str, ...], tuple[bytes, ...]]


@frozen
class News:
    """The parts of a file that no file before it had, with their contents; all are harmless."""

    parts: Sequence[tuple[StoredPart, bytes]]
    _known: set[StoredPart]

    def remember(self, part: StoredPart) -> None:
        """Remember a part of which nothing needs to be looked at again."""
        if len(self._known) < _MOST_PARTS:
            self._known.add(part)


class KnownParts:
    """The parts that were looked into, by the frame of the files that they stood in."""

    def __init__(self) -> None:
        self._frames: dict[_Frame, tuple[set[StoredPart], bool]] = {}
        self._paragraphs: dict[bytes, bool | None] = {}

    def news_of(self, data: bytes) -> News | None:
        """Return what is new in a file; None for one that must be looked into whole."""
        parts = stored_parts(data)
        known, links = self._frames.get(_frame_of(parts), (None, False))
        if known is None:
            return None
        news = []
        for part in parts:
            if part not in known:
                content = part.content if part.size < _LARGE else None
                if content is None or not self._is_harmless(part.name, content, links=links):
                    return None
                news.append((part, content))
        return News(news, known)

    def remember(self, data: bytes, is_clean: Callable[[str], bool]) -> None:
        """Remember a file with which nothing is wrong, and of its parts those that are clean."""
        parts = stored_parts(data)
        if parts and len(self._frames) < _MOST_FRAMES:
            known = set[StoredPart]()
            self._frames.setdefault(_frame_of(parts), (known, any(map(_links, parts))))
            for part in parts:
                if is_clean(part.name):
                    News((), known).remember(part)

    def _is_harmless(self, name: str, content: bytes, *, links: bool) -> bool:
        """Whether a part is harmless; where paragraphs stand that are so, an empty one would do."""
        if b"<!" in content or content.count(b"<?") > 1:  # then a paragraph may be none
            return False
        *paragraphs, end = content.split(_END)
        rest = [_START if self._is_known(each) else each for each in paragraphs]
        return is_harmless(name, _END.join([*rest, end]), links=links)

    def _is_known(self, paragraph: bytes) -> bool:
        """Whether a paragraph without its end is harmless; it is looked into the second time."""
        known = self._paragraphs.get(paragraph)
        if known is None:
            if len(self._paragraphs) >= _MOST_PARAGRAPHS:
                self._paragraphs.clear()
            seen = paragraph in self._paragraphs
            known = _is_paragraph(paragraph) if seen else None
            self._paragraphs[paragraph] = known
        return bool(known)


def _is_paragraph(start: bytes) -> bool:
    if not start.startswith((_START, b"<w:p ")) or may_have_fields(start):
        return False
    return is_harmless(".xml", _AROUND % (start + _END), links=True)


def _frame_of(parts: Sequence[StoredPart]) -> _Frame:
    frame = (each.stored for each in parts if each.name == TYPES or _has_relations(each))
    return tuple(each.name for each in parts), tuple(frame)


def _has_relations(part: StoredPart) -> bool:
    return part.name.lower().endswith(".rels")


def _links(part: StoredPart) -> bool:
    """Whether a part has relations to something outside of the file."""
    if not _has_relations(part):
        return False
    return part.content is None or any(map(is_outside, relations_in(read_xml(part.content))))
