"""Careful loading: YAML text into nodes.

Used when a file is unusual, when a finding wants its place, and when a value is changed.
"""

from typing import Any

from samarbejde_cli.danish.text import nfc
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.source.line_load import NULLS
from samarbejde_cli.source.node_tree import Alias, Document, Mapping, Node, Scalar, Sequence
from samarbejde_cli.source.parser import (
    DEEPEST,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NextEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
    events,
)

_BLANKS_AND_SIGN = lazy_pattern(r"[ \t]*(?=[],}])")


class TooDeepError(Exception):
    """Lists and keys are nested in more than DEEPEST levels; has the offset."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


NO_NODES = (YAMLError, UnicodeError, TooDeepError)
"""What ``compose`` raises."""


def compose(text: str) -> Document:
    """Return the nodes of a text without BOM; raise one of ``NO_NODES``."""
    return _Composer(text, events(text)).document()


def root_of(text: str) -> Node | None:
    """Return the node of all that a text holds; None when it is no YAML."""
    try:
        return compose(text).root
    except NO_NODES:
        return None


class _Composer:
    """Build nodes from events."""

    def __init__(self, text: str, get: NextEvent) -> None:
        self._text = text
        self._get = get

    def document(self) -> Document:
        self._get()
        if isinstance(self._get(), StreamEndEvent):
            return Document(None, None)
        root = self._node(self._get(), 0)
        second = None
        while not isinstance(event := self._get(), StreamEndEvent):
            if second is None and isinstance(event, DocumentStartEvent):
                second = _start(event)
        return Document(root, second)

    def _node(self, event: Any, depth: int) -> Node:
        kind = event.__class__
        if kind is ScalarEvent:
            return self._scalar(event)
        if depth > DEEPEST:
            raise TooDeepError(_start(event))
        if kind is MappingStartEvent:
            return self._mapping(event, depth)
        if kind is SequenceStartEvent:
            return self._sequence(event, depth)
        return Alias(_start(event), _end(event), event.anchor, None)

    def _scalar(self, event: Any) -> Scalar:
        value, style, tag = event.value, event.style or "", event.tag
        start, end = event.start_mark.index, event.end_mark.index
        if not value and not style:
            end = _before_sign(self._text, end)
            return Scalar(start if event.anchor or tag else end, end, event.anchor, tag, None, "")
        if value in NULLS and not style and not tag:
            return Scalar(start, end, event.anchor, tag, None, "")
        if style in ("|", ">"):
            end = _end_of_block(self._text, start, end)
        return Scalar(start, end, event.anchor, tag, nfc(value), style)

    def _mapping(self, event: Any, depth: int) -> Mapping:
        mapping = Mapping(_start(event), _end(event), event.anchor, event.tag, event.flow_style)
        get, add, below = self._get, mapping.pairs.append, depth + 1
        while (last := get()).__class__ is not MappingEndEvent:
            key = self._node(last, below)
            add((key, self._node(get(), below)))
        if mapping.flow:
            mapping.end = _end(last)
        elif mapping.pairs:
            mapping.end = mapping.pairs[-1][1].end
        return mapping

    def _sequence(self, event: Any, depth: int) -> Sequence:
        sequence = Sequence(_start(event), _end(event), event.anchor, event.tag, event.flow_style)
        while (last := self._get()).__class__ is not SequenceEndEvent:
            sequence.items.append(self._node(last, depth + 1))
        if sequence.flow:
            sequence.end = _end(last)
        elif sequence.items:
            sequence.end = sequence.items[-1].end
        return sequence


def _start(event: Any) -> int:
    return int(event.start_mark.index)


def _end(event: Any) -> int:
    return int(event.end_mark.index)


def _before_sign(text: str, at: int) -> int:
    """Return the offset of the comma or bracket that ends an empty value, or else ``at``."""
    blanks = _BLANKS_AND_SIGN.match(text, at)
    return blanks.end() if blanks else at


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return the end of a ``|`` or ``>`` text, without the blank lines after it."""
    block = text[start:end]
    header = block.split("\n", 1)[0]
    if "+" in header.split("#", 1)[0]:
        return start + len(block.removesuffix("\n").removesuffix("\r"))
    return start + len(block.rstrip(" \t\r\n"))
