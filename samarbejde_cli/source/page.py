"""The text of a YAML file for editing: pieces are inserted, the rest stays as it is."""

from collections.abc import Iterable, Sequence

from samarbejde_cli.findings import Route
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.source.decode import BOM
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.lines import Lines
from samarbejde_cli.source.node_tree import (
    Mapping,
    Node,
    Scalar,
    follow,
    to_data,
    walk,
)
from samarbejde_cli.source.node_tree import Sequence as ListNode
from samarbejde_cli.source.quoting import EditError

_LINE_END = lazy_pattern(r"[ \t]+(\r?\n?)\Z")
_EXAMPLE = lazy_pattern(r"\r?\n(?P<line>[ \t]*# {2,}(?P<text>[^\s#])[^\r\n]*)")
_HEADER = lazy_pattern(r"[|>][-+0-9]*([^\r\n]*)")


class Page:
    """A text with its nodes. Methods return whole new texts and change nothing.

    Raises EditError for a text that is no YAML.
    """

    def __init__(self, text: str) -> None:
        self._bom = BOM if text.startswith(BOM) else ""
        self._text, self._root = _parsed(text.removeprefix(BOM))
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._lines = Lines(self._text)

    @property
    def data(self) -> Tree:
        """The plain data of the text."""
        return to_data(self._root) if self._root else None

    @property
    def step(self) -> int:
        """The file's indentation in columns of what is under a key; two when it has none."""
        steps = (
            self.column(value.pairs[0][0].start) - self.column(key.start)
            for key, value in self._pairs()
            if isinstance(value, Mapping) and not value.flow
        )
        return next((step for step in steps if step > 0), 2)

    @property
    def list_step(self) -> int:
        """The file's indentation in columns of a dash under its key; two when it has none."""
        steps = (
            self.column(value.start) - self.column(key.start)
            for key, value in self._pairs()
            if isinstance(value, ListNode) and not value.flow
        )
        return next(steps, 2)

    def _pairs(self) -> Iterable[tuple[Node, Node]]:
        nodes = walk(self._root) if self._root else ()
        return (pair for node in nodes if isinstance(node, Mapping) for pair in node.pairs)

    def node(self, route: Route) -> Node | None:
        """Return the node at a route that the data has; None for the root of an empty file."""
        return follow(self._root, route).node if self._root else None

    def in_flow(self, route: Route) -> bool:
        """Whether a route leads through ``[…]`` or ``{…}``."""
        above = (self.node(route[:depth]) for depth in range(len(route)))
        return any(isinstance(node, Mapping | ListNode) and node.flow for node in above)

    def column(self, offset: int) -> int:
        """Return the column of an offset, counted from 0."""
        return self._lines.place(offset, offset).column - 1

    def below(self, route: Route, step: int) -> int:
        """Return the column of what is written on the lines under the key or dash of a route."""
        if not route or self._root is None:
            return 0
        key = follow(self._root, route).key
        if key is not None:
            return self.column(key.start) + step
        parent = self.node(route[:-1])
        return self.column(parent.start if parent else 0) + 2

    def after_examples(self, offset: int, column: int) -> int:
        """Return where the lines end that belong to a node though they are commented out.

        ``#  navn: Lis`` right below a key is an example of what can be written under it, when its
        text begins further in than ``column``.
        """
        end = self._line_end(offset)
        while found := _EXAMPLE.match(self._text, end):
            if found.start("text") - found.start("line") <= column:
                break
            end = found.end()
        return offset if end == self._line_end(offset) else end

    def end_of(self, node: Node | None) -> int:
        """Return where a node ends; without one, the end of the text."""
        return node.end if node else len(self._text)

    def replace(self, node: Scalar, scalar: str) -> str:
        """Return the text with another one-line scalar in a node's place."""
        old = self._text[node.start : node.end]
        if header := _HEADER.match(old) if node.style in ("|", ">") else None:
            return self._spliced(node.start, node.end, scalar + header[1].rstrip())
        before = self._text[node.start - 1 : node.start]
        gap = " " if before in (":", "-", "?", ",") else ""
        return self._spliced(node.start, node.end, gap + scalar)

    def renamed(self, route: Route, name: str) -> str:
        """Return the text with another name in the place of the key that a route ends in."""
        key = follow(self._root, route).key if self._root else None
        return self._text if key is None else self._spliced(key.start, key.end, name)

    def stripped(self) -> str:
        """Return the text without spaces at line ends, but for values over several lines."""
        inside = {
            number
            for node in (walk(self._root) if self._root else ())
            if isinstance(node, Scalar)
            for number in range(self._lines.number(node.start), self._lines.number(node.end))
        }
        lines = self._text.splitlines(keepends=True)
        kept = (
            line if number in inside else _LINE_END.sub(r"\1", line)
            for number, line in enumerate(lines, 1)
        )
        return self._bom + "".join(kept)

    def as_block(self, node: Scalar, value: str, column: int) -> str:
        """Return the text with a scalar written as ``|`` under its key, comments kept."""
        old = self._text[node.start : node.end]
        line_end = self._line_end(node.end)
        tail, end = self._text[node.end : line_end], line_end
        if header := _HEADER.match(old) if node.style in ("|", ">") else None:
            tail, end = header[1], node.end
            column = self._column_of_block(old) or column
        sign = "|" if value.endswith("\n") else "|-"
        lines = value.removesuffix("\n").split("\n")
        body = [" " * column + line if line else "" for line in lines]
        gap = "" if self._text[node.start - 1 : node.start].isspace() else " "
        return self._spliced(node.start, end, self._newline.join([gap + sign + tail, *body]))

    def into_flow(self, node: Mapping | ListNode, piece: str) -> str:
        """Return the text with a piece put last inside ``[…]`` or ``{…}``."""
        inside = self._text[node.start + 1 : node.end - 1]
        at = node.start + 1 + len(inside.rstrip())
        comma = ", " if inside.strip() else ""
        return self._spliced(at, at, comma + piece)

    def lines_after(self, offset: int, lines: Sequence[str], instead_of: Node | None = None) -> str:
        """Return the text with lines put under the one that holds an offset.

        ``instead_of`` is an empty ``[]``, a ``null`` or nothing at all that they take the place of.
        """
        piece = self._newline.join(lines)
        if self._root is None:
            gap = "" if not self._text or self._text.endswith("\n") else self._newline
            return self._spliced(len(self._text), len(self._text), gap + piece + self._newline)
        at = self._line_end(offset)
        start, end = (instead_of.start, instead_of.end) if instead_of else (at, at)
        start = len(self._text[:start].rstrip(" ")) if end > start else start
        rest = self._text[end:at]
        return self._spliced(start, at, rest + self._newline + piece)

    def without_lines(self, start: int, end: int) -> str:
        """Return the text without the lines that hold a stretch."""
        first = self._lines.bounds(self._lines.number(start))[0]
        last = self._line_end(max(start, end - 1))
        after = self._text[last:]
        cut = len(after) - len(after.removeprefix("\r").removeprefix("\n"))
        return self._spliced(first, last + cut, "")

    def without_value(self, node: Scalar) -> str:
        """Return the text without a scalar and the spaces before it; a comment after it stays."""
        old = self._text[node.start : node.end]
        header = _HEADER.match(old) if node.style in ("|", ">") else None
        start = len(self._text[: node.start].rstrip(" "))
        return self._spliced(start, node.end, header[1].rstrip() if header else "")

    def without(self, start: int, end: int) -> str:
        """Return the text without a stretch."""
        return self._spliced(start, end, "")

    def first_that_reads(self, texts: Iterable[str], expected: Tree) -> str:
        """Return the first text whose data is as expected; raise EditError when none is."""
        for text in texts:
            try:
                if Page(text).data == expected:
                    return text
            except EditError:
                continue
        raise EditError(
            "Filen kan ikke ændres, uden at andet i den bliver ændret med.",
            "Ret den selv i din editor. Det kan hjælpe at slutte filen med en tom linje.",
        )

    def _line_end(self, offset: int) -> int:
        return self._lines.bounds(self._lines.number(offset))[1]

    def _column_of_block(self, block: str) -> int:
        body = block.splitlines()[1:]
        return next((len(line) - len(line.lstrip(" ")) for line in body if line.strip()), 0)

    def _spliced(self, start: int, end: int, piece: str) -> str:
        return self._bom + self._text[:start] + piece + self._text[end:]


def _parsed(text: str) -> tuple[str, Node | None]:
    """Return a text with its root; of one whose root is empty, the text without its ``null``."""
    from samarbejde_cli.source.compose import NO_NODES, compose  # noqa: PLC0415 — PyYAML is slow to import

    try:
        document = compose(text)
    except NO_NODES as problem:
        raise _broken() from problem
    if document.second is not None:
        raise _broken()
    root = document.root
    if isinstance(root, Scalar) and root.value is None:
        return text[: root.start] + text[root.end :], None
    return text, root


class UnreadableTextError(EditError):
    """The text of a file is no YAML, so nothing can be changed in it."""


def _broken() -> EditError:
    return UnreadableTextError("Filen har fejl og kan ikke ændres.", "Ret fejlene i den først.")
