"""Checks that block tags pair up and that each block holds whole Word elements."""

from collections.abc import Sequence

from samarbejde_cli.danish.text import closest, did_you_mean
from samarbejde_cli.lazy import mutable
from samarbejde_cli.word.mistakes import Mistake
from samarbejde_cli.word.template.cell_tags import KEYWORDS
from samarbejde_cli.word.template.segments import MIDDLES, OPENERS, Segment
from samarbejde_cli.word.template.tags import Tag

_SINGLE = frozenset({"set", "do"})
_PREFIXES = frozenset({"p", "tr", "tc", "r"})
_TWO = 2
_TRACKED = frozenset({"w:ins", "w:moveTo"})
_ACCEPT = "Det ene tag er en sporet ændring: vælg Gennemse > Acceptér > »Acceptér alle ændringer«."
_KNOWN = OPENERS | MIDDLES.keys() | {f"end{word}" for word in OPENERS} | _SINGLE | KEYWORDS


@mutable
class _Open:
    keyword: str
    tag: Tag
    segment: Segment


def check_blocks(segments: Sequence[Segment], template: str, *, strict: bool) -> list[Mistake]:
    """Return every block tag that has no partner, or whose partner is in another element.

    A block from one row or cell to another can be rendered if both look the same, but makes odd
    tables: only ``strict`` calls that a mistake.
    """
    return _Checker(template, strict=strict).check(segments)


def _ending(block: _Open) -> str:
    return f"{{%{block.tag.prefix} end{block.keyword} %}}"


def _meant_end(tag: Tag) -> str:
    """Return ``endfor`` for ``end for``."""
    words = tag.body.casefold().split()
    ends = len(words) == _TWO and words[0] in ("end", "slut") and words[1] in OPENERS
    return f"end{words[1]}" if ends else ""


class _Checker:
    def __init__(self, template: str, *, strict: bool) -> None:
        self.template = template
        self.strict = strict
        self.open: list[_Open] = []
        self.mistakes: list[Mistake] = []

    def check(self, segments: Sequence[Segment]) -> list[Mistake]:
        for segment in segments:
            tag = segment.tag
            if tag is not None and tag.shape == "{%":
                self._read(tag, segment)
        for block in self.open:
            hint = f"Skriv {_ending(block)}, hvor blokken slutter."
            self._report("unbalanced", block.tag, "mangler sin afslutning.", hint)
        return self.mistakes

    def _read(self, tag: Tag, segment: Segment) -> None:
        keyword = tag.keyword
        if keyword not in _KNOWN:
            self._report_unknown(tag)
        elif keyword in MIDDLES:
            self._read_middle(tag, segment)
        elif keyword.startswith("end"):
            self._read_end(tag, segment)
        elif keyword in OPENERS and not (keyword == "set" and "=" in tag.body):
            self.open.append(_Open(keyword, tag, segment))

    def _read_middle(self, tag: Tag, segment: Segment) -> None:
        if self.open and self.open[-1].keyword in MIDDLES[tag.keyword]:
            self._compare(self.open[-1], tag, segment)
        else:
            self._report("unbalanced", tag, "hører ikke til nogen blok.", "Slet tagget.")

    def _read_end(self, tag: Tag, segment: Segment) -> None:
        keyword = tag.keyword.removeprefix("end")
        if not any(block.keyword == keyword for block in self.open):
            hint = (
                f"Slet tagget, eller skriv {{%{tag.prefix} {keyword} … %}}, hvor blokken begynder."
            )
            self._report("unbalanced", tag, "afslutter noget, der ikke er begyndt.", hint)
            return
        while (block := self.open.pop()).keyword != keyword:
            hint = f"Skriv {_ending(block)} før »{tag.written}«."
            self._report("unbalanced", block.tag, "mangler sin afslutning.", hint)
        self._compare(block, tag, segment)

    def _compare(self, block: _Open, tag: Tag, segment: Segment) -> None:
        if block.segment.path != segment.path:
            message = f"og »{tag.written}« ({tag.place}) står ikke samme slags sted."
        elif self.strict and block.segment.table != segment.table:
            message = f"og »{tag.written}« ({tag.place}) står ikke i samme tabelcelle."
        else:
            return
        if any(_TRACKED.intersection(each.path) for each in (block.segment, segment)):
            self._report("misplaced", block.tag, message, _ACCEPT)
            return
        hint = (
            "Brug samme slags tag i begge ender: {%p …%} for hele afsnit, {%tr …%} for "
            "tabelrækker, {%tc …%} for celler, og hold dem i samme tabel."
        )
        self._report("misplaced", block.tag, message, hint)

    def _report_unknown(self, tag: Tag) -> None:
        guess = _meant_end(tag) or closest(tag.keyword, _KNOWN)
        if tag.keyword.casefold() in _PREFIXES:
            rest = tag.body.removeprefix(tag.keyword).strip()
            hint = (
                f"Skriv {{%{tag.keyword.casefold()} {rest} %}}: små bogstaver, intet mellemrum før."
            )
            self._report(
                "syntax", tag, f"har ikke »{tag.keyword}« skrevet, som det skal være.", hint
            )
            return
        hint = did_you_mean(guess) or "Kendte ord er if, for og set."
        self._report("syntax", tag, f"begynder med et ukendt ord: »{tag.keyword}«.", hint)

    def _report(self, kind: str, tag: Tag, message: str, hint: str) -> None:
        whole = f"Tagget »{tag.written}« {message}"
        self.mistakes.append(Mistake(kind, self.template, tag.place, whole, hint, tag.written))
