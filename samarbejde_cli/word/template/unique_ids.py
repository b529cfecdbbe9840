"""Keeps ids unique when a loop writes the same XML many times.

Before a render ids inside loops are dropped where Word does without them, or replaced by a
reserved character. After a render: each of those characters becomes a number of its own.
"""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.field_names import MAX_NAME
from samarbejde_cli.word.template.markup import attribute
from samarbejde_cli.word.template.sentinels import FRESH

FIRST = 10_000_000
_ENDED, _GONE = -1, -2
_DROPPED = lazy_pattern(
    r' w14:(?:paraId|textId)="[^"]*"|<w:id w:val="-?\d+"/>(?=(?:(?!</w:sdtPr>).)*</w:sdtPr>)',
    re.DOTALL,
)
_REVISIONS = r"ins|del|moveFrom|moveTo|numberingChange|(?:[rp]|tbl|tr|tc|sect)PrChange"
_REVISIONS += r"|tblPrExChange|tblGridChange|cellIns|cellDel|cellMerge"
_NUMBERED = lazy_pattern(
    r"(<(?:(?:wp:docPr|pic:cNvPr|wps:cNvPr)(?: [^<>]*?)? |"
    rf'w:(?:{_REVISIONS}) (?:[^<>]*? )?w:)id=")[^"<>]*(")'
)
_PAIRED = "bookmark|perm|moveFromRange|moveToRange"
_PAIRS = lazy_pattern(rf'(<w:(?:{_PAIRED})(?:Start|End) (?:[^<>]*? )?w:id=")(-?\d+)(")')
_LATER = lazy_pattern(
    rf'<w:({_PAIRED})(Start|End) ([^<>]*?)w:id="{FRESH}(-?\d+)"([^<>]*?)/>|{FRESH}(?!-?\d)'
)
_NAME = lazy_pattern(r'(?<=w:name=")[^"]*(?=")')
_KEPT_NAME = lazy_pattern(r'<w:bookmarkStart (?=[^<>]*?w:id="-?\d)[^<>]*?w:name="([^"]*)"')


def prepared(xml: str) -> str:
    """Return XML from inside a loop with its ids taken away or marked for ``numbered``."""
    xml = _DROPPED.sub("", xml)
    xml = _NUMBERED.sub(rf"\1{FRESH}\2", xml)
    return _PAIRS.sub(rf"\1{FRESH}\2\3", xml)


def numbered(xml: str, first: int) -> str:
    """Return rendered XML in which every marked id has a number, counted from ``first``."""
    return _LATER.sub(_Numbers(first, _KEPT_NAME.findall(xml)), xml) if FRESH in xml else xml


class _Numbers:
    def __init__(self, first: int, names: Iterable[str]) -> None:
        self.next = first
        self.open: dict[tuple[str, str], int] = {}
        self.named = {unescape(name).casefold() for name in names}
        self.moves: Counter[tuple[str, str]] = Counter()

    def __call__(self, found: re.Match[str]) -> str:
        kind, edge, before, old, after = found.groups()
        if kind is None:
            return str(self._new())
        if edge == "End":
            # A pair that begins before the loop ends in its first round, with the number it has.
            number = self.open.setdefault((kind, old), _ENDED)
            shown = old if number == _ENDED else number
            self.open[kind, old] = _GONE if number == _ENDED else number
            return "" if number == _GONE else f'<w:{kind}End {before}w:id="{shown}"{after}/>'
        number = self.open[kind, old] = self._new()
        return self._start(kind, f'{before}w:id="{number}"{after}', number)

    def _start(self, kind: str, attributes: str, number: int) -> str:
        """Return the start of a pair; Word compares names without regard to case."""
        if name := _NAME.search(attributes):
            new = self._renamed(kind, unescape(name[0]), number)
            attributes = f"{attributes[: name.start()]}{attribute(new)}{attributes[name.end() :]}"
        return f"<w:{kind}Start {attributes}/>"

    def _renamed(self, kind: str, name: str, number: int) -> str:
        """Return a name of its own; the two ends of a move still have the same."""
        if kind == "bookmark":
            return unique_name(name, self.named, number)
        self.moves[kind, name] += 1
        times = self.moves[kind, name]
        return name if times == 1 else f"{name}_{times}"

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
