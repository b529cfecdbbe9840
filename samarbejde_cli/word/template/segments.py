"""A part as a row of segments: XML, tag, XML, tag … and what must hold between them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lxml import etree

from samarbejde_cli.lazy import lazy_pattern, mutable
from samarbejde_cli.word.opc.namespaces import HEADING, Element
from samarbejde_cli.word.template.lifted_tags import INSTRUCTION
from samarbejde_cli.word.template.markup import escaped, narrow
from samarbejde_cli.word.template.sentinels import BRACE, LINE, OUT_OF_TREE
from samarbejde_cli.word.template.tags import Tag

OPENERS = frozenset({"if", "for", "macro", "call", "filter", "set", "with", "block"})
REPEATING = frozenset({"for", "macro", "call"})
MIDDLES = {"elif": {"if"}, "else": {"if", "for"}}
_SPLIT = lazy_pattern(f"\ufdd0(\\d+)\ufdd1|<\\?{INSTRUCTION} (\\d+)\\?>")
_ELEMENT = lazy_pattern(r"<(/?)([\w:.-]+)([^<>]*?)(/?)>")
_STRIPPED = f" {LINE}"
"""What dashes take away; a non-breaking space is how people keep a space there."""
_TABLE_PARTS = frozenset({"w:tr", "w:tc"})


@mutable
class Segment:
    """A tag with the XML before it; the last segment of a part has no tag.

    ``depth`` counts the loops around the XML; ``path`` names the elements that are open at the
    tag, and the attribute that it is in. Where it is the same at both ends of every block, whatever
    the values are, each start tag has its end tag. ``table`` numbers the rows and cells in it.
    """

    xml: str
    tag: Tag | None
    depth: int = 0
    path: tuple[str, ...] = ()
    table: tuple[int, ...] = ()

    @property
    def repeated(self) -> bool:
        """Whether the XML is inside a loop or macro."""
        return self.depth > 0


def split_part(root: Element, tags: dict[int, Tag]) -> list[Segment]:
    """Return the segments of a part; comments are gone, dashes have had their effect."""
    split = _SPLIT.split(part_text(root).translate(OUT_OF_TREE))
    numbers = [int(a or b) for a, b in zip(split[1::3], split[2::3], strict=True)]
    segments = [Segment(xml, tags[n]) for xml, n in zip(split[0::3], numbers, strict=False)]
    segments.append(Segment(split[-1], None))
    segments = _without_raw(segments)
    _apply_dashes(segments)
    segments = _without_comments(segments)
    _measure(segments)
    return segments


def part_text(root: Element) -> str:
    """Return a part as text, with the heading that Word writes."""
    xml: str = etree.tostring(root, encoding="unicode")
    return HEADING + xml


def source_of(segments: Sequence[Segment]) -> str:
    """Return the Jinja source: the tag of segment ``i`` is on line ``i + 2``."""
    return "".join(
        f"{segment.xml}\n{segment.tag.source}" if segment.tag else segment.xml
        for segment in segments
    )


def restored(data: str) -> str:
    """Return XML as it was before it was protected from Jinja."""
    return narrow(data.replace("\n", "").replace(LINE, "\n").replace(BRACE, "{"))


def _apply_dashes(segments: list[Segment]) -> None:
    """Let ``{%-`` join the text before it and ``-%}`` the text after it, as docxtpl does."""
    for segment, following in pairwise(segments):
        tag = segment.tag
        if tag is None or tag.prefix or tag.location != "text":
            continue
        if tag.dash_left:
            segment.xml = _joined_left(segment.xml, blocks=tag.shape == "{%")
        if tag.dash_right:
            following.xml = _joined_right(following.xml, blocks=tag.shape == "{%")


def _joined_left(xml: str, *, blocks: bool) -> str:
    stripped = xml.rstrip(_STRIPPED)
    cut_at = stripped.rfind("</w:t>")
    starts_text = re.search(r"<w:t(?: [^>]*)?>$", stripped)
    return stripped[:cut_at] if blocks and starts_text and cut_at >= 0 else stripped


def _joined_right(xml: str, *, blocks: bool) -> str:
    stripped = xml.lstrip(_STRIPPED)
    if blocks and stripped.startswith("</w:t>"):
        found = re.search(r"<w:t(?: [^>]*)?>", stripped)
        return stripped[found.end() :] if found else stripped
    return stripped


def _without_raw(segments: list[Segment]) -> list[Segment]:
    """Return the segments where the tags between ``raw`` and ``endraw`` are text again."""
    result: list[Segment] = []
    carried, raw = "", False
    for segment in segments:
        carried += segment.xml
        word = segment.tag.keyword if segment.tag else ""
        closes = raw and word == "endraw"
        if segment.tag is None or not (raw or word == "raw"):
            result.append(Segment(carried, segment.tag))
            carried = ""
        elif raw and not closes:
            carried += escaped(segment.tag.written).translate(OUT_OF_TREE)
        raw = word == "raw" or (raw and not closes)
    return result


def _without_comments(segments: list[Segment]) -> list[Segment]:
    result: list[Segment] = []
    carried = ""
    for segment in segments:
        if segment.tag is not None and segment.tag.shape == "{#":
            carried += segment.xml
        else:
            result.append(Segment(carried + segment.xml, segment.tag))
            carried = ""
    return result


def _measure(segments: list[Segment]) -> None:
    """Note for each segment the loops around its XML and the open elements at its tag."""
    depth, path, pending = 0, _Path(), ""
    for segment in segments:
        segment.depth = depth
        pending = path.follow(pending + segment.xml)
        segment.path = (*path.names, *_attribute_at_end(pending))
        segment.table = tuple(number for number in path.numbers if number)
        if segment.tag is not None:
            keyword = segment.tag.keyword
            depth += keyword in REPEATING
            depth -= keyword.startswith("end") and keyword[3:] in REPEATING


def _attribute_at_end(start_tag: str) -> tuple[str, ...]:
    """Return what tells apart the attribute that a start tag is cut off in, if it is."""
    return (start_tag.rpartition('="')[0],) if start_tag else ()


class _Path:
    """The open elements at some point of the XML, with numbers for the rows and cells."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.numbers: list[int] = []
        self.last = 0

    def follow(self, xml: str) -> str:
        """Open and close the elements of some XML; return a start tag that is cut off."""
        for closing, name, _, alone in _ELEMENT.findall(xml):
            if closing:
                self._close()
            elif not alone:
                self._open(name)
        last = xml.rfind("<")
        return xml[last:] if last > xml.rfind(">") else ""

    def _open(self, name: str) -> None:
        counted = name in _TABLE_PARTS
        self.last += counted
        self.names.append(name)
        self.numbers.append(self.last if counted else 0)

    def _close(self) -> None:
        if self.names:
            self.names.pop()
            self.numbers.pop()
