"""Look into many files that have most of their parts in common: into each of those once.

A file is looked into whole, and remembered when nothing is wrong with it. Another one that is laid
out as this program does it, without a byte that belongs to no part, and that has parts of the same
names with the same content types and relations, can differ in single parts only. Where there is any
doubt about one of those, the file is to be looked into whole.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias, TypeVar

from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.word.opc.part_names import TYPES
from samarbejde_cli.word.opc.part_xml import read_xml
from samarbejde_cli.word.opc.relations import relations_in
from samarbejde_cli.word.opc.zip_files import (
    Beginning,
    StoredPart,
    common_beginning,
    stored_parts,
)
from samarbejde_cli.word.template.external_content import is_harmless, is_outside
from samarbejde_cli.word.template.field_codes import may_have_fields

_MOST_FRAMES, _MOST_PARTS, _MOST_SKELETONS, _MOST_PIECES = 64, 128, 128, 2048
_START, _START_WITH, _END = b"<w:p>", b"<w:p ", b"</w:p>"
_TAGS = lazy_pattern(rb"</?w:p[\s/>]")
_EMPTY = b"<w:p></w:p>"
_AROUND = b'<w:body xmlns:w="w">%s</w:body>'
_DECLARATION = lazy_pattern(
    rb"""<\?xml version="1\.0"(?: encoding="utf-8")?(?: standalone="(?:yes|no)")?\?>\s*""",
    re.IGNORECASE,
)
_LARGE = 1_000_000
Item = TypeVar("Item")
_Frame: TypeAlias = tuple[tuple[str, ...], tuple[bytes, ...]]


class _Known:
    """The parts of files of one frame, those of the last ones among them."""

    def __init__(self, *, links: bool) -> None:
        self.links = links
        self._parts: set[StoredPart] = set()
        self._last: set[StoredPart] = set()

    def __contains__(self, part: StoredPart) -> bool:
        return part in self._parts or part in self._last

    def add(self, part: StoredPart) -> None:
        """Add a part for good."""
        if len(self._parts) < _MOST_PARTS:
            self._parts.add(part)

    def add_for_now(self, part: StoredPart) -> None:
        """Add a part that some of the next files may have."""
        if len(self._last) >= _MOST_PARTS:
            self._last.clear()
        self._last.add(part)


@frozen
class News:
    """The parts of a file that no file before it had, with their contents; all are harmless."""

    parts: Sequence[tuple[StoredPart, bytes]]
    _known: _Known

    def remember(self, part: StoredPart) -> None:
        """Remember a part of which nothing needs to be looked at again."""
        self._known.add_for_now(part)


class KnownParts:
    """The parts that were looked into, by the frame of the files that they stood in."""

    def __init__(self) -> None:
        self._frames: dict[_Frame, _Known] = {}
        self._pieces: dict[bytes, bytes] = {}
        self._skeletons: set[tuple[bool, bytes]] = set()
        self._beginning = Beginning()
        self._last: Sequence[StoredPart] = ()

    def _parts_of(self, data: bytes) -> Sequence[StoredPart]:
        parts = stored_parts(data, self._beginning)
        if not self._beginning.parts:
            self._beginning = common_beginning(data, parts, self._last)
            self._last = parts
        return parts

    def news_of(self, data: bytes) -> News | None:
        """Return what is new in a file; None for one that must be looked into whole."""
        parts = self._parts_of(data)
        known = self._frames.get(_frame_of(parts))
        if known is None:
            return None
        news = []
        for part in parts:
            if part not in known:
                content = part.content if part.size < _LARGE else None
                if content is None or not self._is_harmless(part.name, content, links=known.links):
                    return None
                news.append((part, content))
        return News(news, known)

    def remember(self, data: bytes, is_clean: Callable[[str], bool]) -> None:
        """Remember a file with which nothing is wrong, and of its parts those that are clean."""
        parts = stored_parts(data)
        if parts and len(self._frames) < _MOST_FRAMES:
            known = self._frames.setdefault(_frame_of(parts), _Known(links=any(map(_links, parts))))
            for part in parts:
                if is_clean(part.name):
                    known.add(part)

    def _is_harmless(self, name: str, content: bytes, *, links: bool) -> bool:
        """Whether a part is harmless; where paragraphs stand that are so, an empty one would do."""
        xml = _undeclared(content)
        *pieces, end = xml.split(_END) if name.endswith(".xml") else [xml]
        skeleton = (links, b"".join([*self._emptied(pieces), end]))
        if skeleton not in self._skeletons:
            if _is_strange(skeleton[1]) or not is_harmless(name, skeleton[1], links=links):
                return False
            if pieces:
                _make_room(self._skeletons, _MOST_SKELETONS)
                self._skeletons.add(skeleton)
        return True

    def _emptied(self, pieces: Sequence[bytes]) -> Iterable[bytes]:
        """Return pieces of XML, each to the end of a paragraph; harmless ones are empty."""
        new = [each for each in pieces if each not in self._pieces]
        if new:
            is_cleared = _make_room(self._pieces, _MOST_PIECES)
            self._pieces |= _looked_into(dict.fromkeys(pieces if is_cleared else new))
        return map(self._pieces.__getitem__, pieces)


def _make_room(known: set[Item] | dict[Item, bytes], most: int) -> bool:
    is_full = len(known) >= most
    if is_full:
        known.clear()
    return is_full


def _undeclared(content: bytes) -> bytes:
    """Return XML that is UTF-8 without its declaration, so that a piece of it is read alike."""
    found = _DECLARATION.match(content)
    return content[found.end() :] if found else content


def _is_strange(xml: bytes) -> bool:
    """Whether there are instructions or comments, or sections in which a paragraph is none."""
    return b"<?" in xml or b"<!" in xml


def _looked_into(pieces: Iterable[bytes]) -> dict[bytes, bytes]:
    """Return each piece with its paragraph, or an empty one where that is harmless."""
    cut = {each: _cut(each) for each in pieces}
    found = [paragraph for _, paragraph in cut.values() if paragraph]
    sound = {*found} if _are_harmless(found) else {x for x in found if _are_harmless([x])}
    return {
        each: before + (_EMPTY if paragraph in sound else paragraph + _END)
        for each, (before, paragraph) in cut.items()
    }


def _cut(piece: bytes) -> tuple[bytes, bytes]:
    """Return what is before the last paragraph that begins in a piece, and it without its end."""
    at = max(piece.rfind(_START), piece.rfind(_START_WITH))
    return (piece, b"") if at < 0 else (piece[:at], piece[at:])


def _are_harmless(paragraphs: Sequence[bytes]) -> bool:
    """Whether paragraphs, each without its end, are sound and harmless and have no fields.

    They are sound together only if each of them is: where one ends, no other can be open.
    """
    together = b"".join([each + _END for each in paragraphs])
    if len(_TAGS.findall(together)) != 2 * len(paragraphs) or _is_strange(together):
        return False
    return not may_have_fields(together) and is_harmless(".xml", _AROUND % together, links=True)


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
