"""Keeps ids unique when a loop writes the same XML many times.

Before a render ids inside loops are dropped where Word does without them, or replaced by a
reserved character. After a render: each of those characters becomes a number of its own.
"""

import re
from collections.abc import Iterable
from html import unescape

from samarbejde_cli.word.template.markup import attribute
from samarbejde_cli.word.template.sentinels import FRESH
from samarbejde_cli.word.template.word_limits import MAX_NAME

FIRST = 10_000_000
_DROPPED = re.compile(
    r' w14:(?:paraId|textId)="[^"]*"|<w:id w:val="-?\d+"/>(?=(?:(?!</w:sdtPr>).)*</w:sdtPr>)',
    re.DOTALL,
)
_NUMBERED = re.compile(r'(<(?:wp:docPr|pic:cNvPr|wps:cNvPr)(?: [^<>]*?)? id=")\d+(")')
_BOOKMARKS = re.compile(r'(<w:bookmark(?:Start|End) [^<>]*?w:id=")(-?\d+)(")')
_LATER = re.compile(
    rf'<w:bookmark(Start|End) ([^<>]*?)w:id="{FRESH}(-?\d+)"([^<>]*?)/>|{FRESH}(?!-?\d)'
)
_NAME = re.compile(r'(?<=w:name=")[^"]*(?=")')
_KEPT_NAME = re.compile(r'<w:bookmarkStart (?=[^<>]*?w:id="-?\d)[^<>]*?w:name="([^"]*)"')


def prepared(xml: str) -> str:
    """Return XML from inside a loop with its ids taken away or marked for ``numbered``."""
    xml = _DROPPED.sub("", xml)
    xml = _NUMBERED.sub(rf"\1{FRESH}\2", xml)
    return _BOOKMARKS.sub(rf"\1{FRESH}\2\3", xml)


def numbered(xml: str, first: int) -> str:
    """Return rendered XML in which every marked id has a number, counted from ``first``."""
    return _LATER.sub(_Numbers(first, _KEPT_NAME.findall(xml)), xml) if FRESH in xml else xml


class _Numbers:
    def __init__(self, first: int, names: Iterable[str]) -> None:
        self.next = first
        self.open: dict[str, int] = {}
        self.named = {unescape(name).casefold() for name in names}

    def __call__(self, found: re.Match[str]) -> str:
        kind, before, old, after = found.groups()
        if kind is None:
            return str(self._new())
        if kind == "End":
            return f'<w:bookmarkEnd {before}w:id="{self.open.get(old, 0)}"{after}/>'
        self.open[old] = self._new()
        return self._start(f'{before}w:id="{self.open[old]}"{after}', self.open[old])

    def _start(self, attributes: str, number: int) -> str:
        """Return the start of a bookmark; Word compares names without regard to case."""
        if name := _NAME.search(attributes):
            new = unique_name(unescape(name[0]), self.named, number)
            attributes = f"{attributes[: name.start()]}{attribute(new)}{attributes[name.end() :]}"
        return f"<w:bookmarkStart {attributes}/>"

    def _new(self) -> int:
        self.next += 1
        return self.next


def unique_name(name: str, taken: set[str], number: int) -> str:
    """Return a bookmark's name as long as Word allows, with a number if it is taken; note it."""
    new = name[:MAX_NAME]
    if new.casefold() in taken:
        end = f"_{number}"
        new = f"{name[: MAX_NAME - len(end)]}{end}"
    taken.add(new.casefold())
    return new
