"""Faults in a text that YAML accepts or explains badly."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.danish.text import INVISIBLE
from samarbejde_cli.findings import Finding, Location
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.source.lines import Lines
from samarbejde_cli.source.node_tree import (
    Alias,
    Document,
    Mapping,
    Node,
    Scalar,
    key_text,
    scalars,
    walk,
)

_CONFLICT = lazy_pattern(r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_CONFLICT_PARTS = {
    "|": "her begynder den fælles gamle udgave",
    "=": "her begynder den anden udgave",
    ">": "her slutter den anden udgave",
}
_CUT = lazy_pattern(r"[ \t]+(#\w[^\r\n]*)")
_COMMENT = lazy_pattern(r"#[^\r\n]*")
_BLOCK_HEADER = lazy_pattern(r"([|>])[+\-0-9]*#")
_NAMES = {
    "\x85": "linjeskift U+0085",
    "\xa0": "hårdt mellemrum U+00A0",
    "\u200b": "mellemrum uden bredde U+200B",
    "\u2028": "linjeskift U+2028",
    "\u2029": "afsnitsskift U+2029",
    "\u2060": "mellemrum uden bredde U+2060",
    "\ufeff": "mellemrum uden bredde U+FEFF",
}
_MOST = 10


class Checks:
    """Makes the findings of one text without BOM."""

    def __init__(self, path: Path, text: str, lines: Lines) -> None:
        self._path = path
        self._text = text
        self._lines = lines

    @property
    def file_name(self) -> str:
        """The name of the file that the text was read from."""
        return self._path.name

    def finding(self, code: str, start: int, end: int, **facts: str) -> Finding:
        """Return a finding on a stretch of the text."""
        return Finding(code, self._location(start, end), facts)

    def before_parsing(self) -> tuple[Finding, ...]:
        """Return merge conflicts, or else invisible characters: either makes the file unusable."""
        return tuple(self._conflicts()) or tuple(self._invisible())

    def of_document(self, document: Document) -> tuple[Finding, ...]:
        """Return what is wrong in a text that YAML can read, in the order of the file."""
        root = document.root
        if root is None or _is_empty(root):
            return (self.finding(codes.EMPTY_FILE, 0, 0, fil=self._path.name),)
        findings = [finding for node in walk(root) for finding in self._of_node(node)]
        findings += self._glued(root, document.second or len(self._text))
        if document.second is not None:
            end = document.second + 3
            findings.append(self.finding(codes.SEVERAL_DOCUMENTS, document.second, end))
        return tuple(sorted(findings, key=_place))

    def _location(self, start: int, end: int) -> Location:
        return Location(self._path, place=self._lines.place(start, end))

    def _conflicts(self) -> Iterator[Finding]:
        group: list[re.Match[str]] = []
        for marker in _CONFLICT.finditer(self._text):
            if group and marker[0][0] == "<":
                yield self._conflict(group)
                group = []
            group.append(marker)
        if group:
            yield self._conflict(group)

    def _conflict(self, group: list[re.Match[str]]) -> Finding:
        first, *rest = (self._location(*marker.span()) for marker in group)
        words = (_CONFLICT_PARTS.get(marker[0][0], "") for marker in group[1:])
        return Finding(codes.MERGE_CONFLICT, first, {}, tuple(zip(words, rest, strict=True)))

    def _invisible(self) -> Iterable[Finding]:
        found = list(INVISIBLE.finditer(self._text))
        return [self.invisible(sign.start()) for sign in found[:_MOST]]

    def invisible(self, offset: int) -> Finding:
        """Return the finding that names the invisible character at an offset."""
        name = _name(self._text[offset])
        return self.finding(codes.INVISIBLE_CHARACTER, offset, offset + 1, tegn=name)

    def _of_node(self, node: Node) -> Iterator[Finding]:
        if node.anchor is not None:
            written = ("*" if isinstance(node, Alias) else "&") + node.anchor
            yield self._mark(codes.ANCHOR, node, written)
        if node.tag is not None:
            yield self._mark(codes.TAG, node, _written_tag(node.tag))
        if isinstance(node, Mapping):
            yield from self._keys(node)
        elif isinstance(node, Scalar) and not node.style:
            yield from self._cut(node)
        elif isinstance(node, Scalar) and (found := INVISIBLE.search(node.value or "")):
            name = _name(found[0])
            yield self.finding(codes.INVISIBLE_CHARACTER_AS_CODE, node.start, node.end, tegn=name)

    def _glued(self, root: Node, end: int) -> Iterator[Finding]:
        """Yield comments without a space in front, which are often meant as part of the value."""
        at = 0
        for scalar in scalars(root):
            yield from self._glued_in(at, scalar.start)
            at = max(at, scalar.end)
            if header := _BLOCK_HEADER.match(self._text, scalar.start):
                stop = self._lines.bounds(self._lines.number(scalar.start))[1]
                text = shorten(self._text[scalar.start : stop])
                facts = {"tegn": header[1], "tekst": text}
                yield self.finding(codes.TEXT_AFTER_BLOCK_SIGN, scalar.start, stop, **facts)
        yield from self._glued_in(at, end)

    def _glued_in(self, start: int, end: int) -> Iterator[Finding]:
        for comment in _COMMENT.finditer(self._text, start, end):
            sign = self._text[comment.start() - 1 : comment.start()]
            if sign.strip():
                rest = shorten(comment[0].rstrip())
                yield self.finding(
                    codes.COMMENT_RIGHT_BEHIND_VALUE, *comment.span(), rest=rest, tegn=sign
                )

    def _mark(self, code: str, node: Node, written: str) -> Finding:
        start = self._text.find(written, node.start, node.end + 1)
        start = node.start if start < 0 else start
        return self.finding(code, start, start + len(written), tekst=written)

    def _keys(self, mapping: Mapping) -> Iterator[Finding]:
        first: dict[str, Node] = {}
        for key, _ in mapping.pairs:
            text = key_text(key)
            if not text:
                yield self.finding(codes.KEY_NOT_TEXT, key.start, key.end)
            elif "\xa0" in (text[0], text[-1]):
                yield self.invisible(self._text.index("\xa0", key.start))
            elif text in first:
                yield self._duplicate(text, key, first[text])
            first.setdefault(text, key)

    def _duplicate(self, text: str, key: Node, first: Node) -> Finding:
        here, there = (self._location(node.start, node.end) for node in (key, first))
        facts = {"nøgle": text, "linje": str(self._lines.number(first.start))}
        return Finding(codes.DUPLICATE_KEY, here, facts, (("første gang her", there),))

    def _cut(self, scalar: Scalar) -> Iterator[Finding]:
        if cut := _CUT.match(self._text, scalar.end):
            rest = cut[1].rstrip()
            yield self.finding(
                codes.CUT_VALUE, *cut.span(1), rest=shorten(rest), værdi=shorten(scalar.value or "")
            )


def shorten(text: str, most: int = 40) -> str:
    """Return a piece of the user's text on one line, cut at ``most`` characters."""
    joined = " ".join(text.split())
    return joined if len(joined) <= most else joined[: most - 1].rstrip() + "…"


def _name(sign: str) -> str:
    return _NAMES.get(sign, f"U+{ord(sign):04X}")


def _is_empty(root: Node) -> bool:
    return isinstance(root, Scalar) and root.value is None and not (root.anchor or root.tag)


def _place(finding: Finding) -> tuple[int, int]:
    place = finding.location.place
    return (place.line, place.column) if place else (0, 0)


def _written_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!", 1)
