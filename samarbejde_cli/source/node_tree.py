"""Careful loading: YAML text into nodes that know where they begin and end.

Used when a file is unusual, when a finding wants its place, and when a value is changed.
Offsets count characters of the text without BOM.
"""

from collections.abc import Iterator
from dataclasses import field
from typing import Any

import yaml

from samarbejde_cli.danish.text import nfc
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import lazy_pattern, mutable
from samarbejde_cli.source.line_load import NULLS, Tree
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
    events,
)

_BLANKS_AND_SIGN = lazy_pattern(r"[ \t]*(?=[],}])")


@mutable
class Node:
    """A stretch of text; ``anchor`` and ``tag`` as written by the user, or None."""

    start: int
    end: int
    anchor: str | None
    tag: str | None


@mutable
class Scalar(Node):
    """A single value; ``style`` is empty, ``'``, ``"``, ``|`` or ``>``.

    ``value`` is None where nothing is written, or ``null`` or ``~`` without quotes.
    """

    value: str | None
    style: str


@mutable
class Mapping(Node):
    """Keys with values, in the order of the file."""

    flow: bool
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    _by_key: dict[str, tuple[Node, Node]] = field(default_factory=dict, repr=False)

    def pair(self, name: str) -> tuple[Node, Node] | None:
        """Return a key with its value; the first of duplicate keys."""
        if not self._by_key:
            for pair in self.pairs:
                self._by_key.setdefault(key_text(pair[0]), pair)
        return self._by_key.get(nfc(name))


@mutable
class Sequence(Node):
    """A list."""

    flow: bool
    items: list[Node] = field(default_factory=list)


@mutable
class Alias(Node):
    """A reference such as ``*navn``."""


@mutable
class Document:
    """Contents of a text: its root, None when empty, and where a second document begins."""

    root: Node | None
    second: int | None


class TooDeepError(Exception):
    """Lists and keys are nested in more than DEEPEST levels; has the offset."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def compose(text: str) -> Document:
    """Return the nodes of a text without BOM; raise ``yaml.YAMLError`` or TooDeepError."""
    return _Composer(text, events(text)).document()


def root_of(text: str) -> Node | None:
    """Return the node of all that a text holds; None when it is no YAML."""
    try:
        return compose(text).root
    except (yaml.YAMLError, UnicodeError, TooDeepError):
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


def to_data(node: Node) -> Tree:
    """Return the plain data of a node without aliases and keys that are not text.

    Of a key that is written twice the first counts.
    """
    if isinstance(node, Mapping):
        data: dict[str, Tree] = {}
        for key, value in node.pairs:
            data.setdefault(key_text(key), to_data(value))
        return data
    if isinstance(node, Sequence):
        return [to_data(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None


def key_text(key: Node) -> str:
    """Return the text of a key; empty when it has none."""
    return (key.value or "") if isinstance(key, Scalar) else ""


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all below it, keys that are text too, in the order of the file."""
    yield node
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            if isinstance(key, Scalar):
                yield key
            yield from walk(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from walk(item)


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every single value, and every key, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for pair in node.pairs:
            yield from scalars(pair[0])
            yield from scalars(pair[1])
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)


@mutable
class NodeMatch:
    """Result of following a route: the last node reached, its key or None, the steps left."""

    node: Node
    key: Node | None
    left: Route


def follow(root: Node, route: Route) -> NodeMatch:
    """Follow a route as far as the nodes reach."""
    found = NodeMatch(root, None, tuple(route))
    while found.left and (step := _step(found.node, found.left[0])):
        found = NodeMatch(step[1], step[0], found.left[1:])
    return found


def _step(node: Node, step: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.pair(step)
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return None, node.items[step]
    return None
