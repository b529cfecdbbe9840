"""Keeps ids unique when a loop writes the same XML many times.

Before: ids inside loops are dropped where Word does without them, or stand as a reserved letter.
After a render: each of those letters becomes a number of its own.
"""

import re

from samarbejde_cli.word.marks import FRESH

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
_NAME = re.compile(r'(w:name="[^"]{1,30})[^"]*"')


def prepared(xml: str) -> str:
    """Return XML from inside a loop with its ids taken away or marked for ``numbered``."""
    xml = _DROPPED.sub("", xml)
    xml = _NUMBERED.sub(rf"\1{FRESH}\2", xml)
    return _BOOKMARKS.sub(rf"\1{FRESH}\2\3", xml)


def numbered(xml: str, first: int) -> str:
    """Return rendered XML in which every marked id has a number, counted from ``first``."""
    return _LATER.sub(_Numbers(first), xml) if FRESH in xml else xml


class _Numbers:
    def __init__(self, first: int) -> None:
        self.next = first
        self.open: dict[str, int] = {}
        self.named: set[str] = set()

    def __call__(self, found: re.Match[str]) -> str:
        kind, before, old, after = found.groups()
        if kind is None:
            return str(self._new())
        if kind == "End":
            return f'<w:bookmarkEnd {before}w:id="{self.open.get(old, 0)}"{after}/>'
        self.open[old] = self._new()
        return self._start(f'{before}w:id="{self.open[old]}"{after}', self.open[old])

    def _start(self, attributes: str, number: int) -> str:
        name = _NAME.search(attributes)
        if name and name[0] in self.named:
            attributes = _NAME.sub(rf'\g<1>_{number}"', attributes)
        elif name:
            self.named.add(name[0])
        return f"<w:bookmarkStart {attributes}/>"

    def _new(self) -> int:
        self.next += 1
        return self.next
