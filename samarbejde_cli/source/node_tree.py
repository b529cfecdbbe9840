"""The parts of a YAML text as nodes that know where they begin and end.

Offsets count characters of the text without BOM.
"""

from collections.abc import Iterator
from dataclasses import field

from samarbejde_cli.danish.text import nfc
from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import mutable
from samarbejde_cli.source.line_load import Tree


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
