"""Numbered lists inside loops: each round begins at the list's first number again.

That is what the paragraphs of a list get that lie wholly inside a loop, two or more of them in a
round. A list with one paragraph in a round is what the loop itself counts, so it goes on; so does
one that begins before the loop, and one in a loop over ``… | fortløbende``.

Before a render the paragraphs get a mark in the place of their list's number, and the loop a mark
where a round begins. After it every round that has such a paragraph has a list of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import pairwise

from lxml import etree

from samarbejde_cli.lazy import lazy_pattern, mutable
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.numbering import ListItem, Lists, put_into_list
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.schema_order import paragraph_properties
from samarbejde_cli.word.template.lifted_tags import is_placeholder
from samarbejde_cli.word.template.lifting import undeclared
from samarbejde_cli.word.template.list_rounds import NUMBER, NumberingPart
from samarbejde_cli.word.template.prefixes import with_usual_prefixes
from samarbejde_cli.word.template.segments import MIDDLES, REPEATING, Segment, part_text
from samarbejde_cli.word.template.sentinels import LIST, LIST_IN_TREE, ROUND
from samarbejde_cli.word.template.tags import MARK, Tag

CONTINUES = "fortløbende"
"""The filter after a loop's list that lets numbers go on from round to round."""
_CONTINUES = lazy_pattern(rf"\|\s*{CONTINUES}\b")
_BLOCKS = REPEATING | {"if"}
_FALLBACK = f"{ns.MC}Fallback"
_SEVERAL = 2


@mutable(eq=False)
class _Paragraph:
    """A numbered paragraph, or the tag in whose place a render writes any number of them."""

    at: Element | Tag
    item: ListItem
    block: "_Block"

    @property
    def count(self) -> int:
        return _SEVERAL if isinstance(self.at, Tag) else 1


@mutable(eq=False)
class _Block:
    """A loop or a condition with what is in each of its branches; the outermost has no tag."""

    tag: Tag | None = None
    above: "_Block | None" = None
    branches: "list[list[_Paragraph | _Block]]" = field(default_factory=lambda: [[]])

    @property
    def repeats(self) -> bool:
        return self.tag is not None and self.tag.keyword in REPEATING

    @property
    def goes_on(self) -> bool:
        return self.tag is not None and _CONTINUES.search(self.tag.body) is not None

    def loops(self) -> "Iterator[_Block]":
        """Yield the loops that are around what is in this block, the innermost first."""
        block: _Block | None = self
        while block is not None:
            if block.repeats:
                yield block
            block = block.above

    def count(self, counter: str, level: int) -> int:
        """Return how many paragraphs of a list one round may have at most."""
        return max(sum(self._counts(branch, counter, level)) for branch in self.branches)

    def _counts(
        self, branch: "Iterable[_Paragraph | _Block]", counter: str, level: int
    ) -> Iterator[int]:
        for each in branch:
            if isinstance(each, _Block):
                found = each.count(counter, level)
                yield _SEVERAL if found and each.repeats else found
            elif (each.item.counter, each.item.level) == (counter, level):
                yield each.count


@mutable
class ListMarks:
    """Marks the lists of a template's parts; ``numbers`` are those that begin again."""

    lists: Lists
    numbers: list[str] = field(default_factory=list)

    def mark(self, root: Element, tags: dict[int, Tag]) -> dict[int, list[int]]:
        """Mark the paragraphs of a part; return the indexes of lists by the tag of their loop."""
        found: dict[str, list[_Paragraph]] = {}
        for each in _Reader(self.lists, tags).read(root):
            found.setdefault(each.item.counter, []).append(each)
        rounds: dict[int, list[int]] = {}
        for counter, paragraphs in found.items():
            loop = _restarting(counter, paragraphs)
            if loop is not None and loop.tag is not None:
                rounds.setdefault(loop.tag.number, []).append(len(self.numbers))
                for each in paragraphs:
                    _mark(each, len(self.numbers))
                self.numbers.append(paragraphs[0].item.number)
        return rounds


def begin_rounds(segments: list[Segment], rounds: dict[int, list[int]]) -> None:
    """Mark in the segments where a round begins of the loops that have lists of their own."""
    for segment, inside in pairwise(segments):
        for index in rounds.get(segment.tag.number, ()) if segment.tag else ():
            inside.xml = f"{ROUND}{index};{inside.xml}"


def _restarting(counter: str, paragraphs: list[_Paragraph]) -> _Block | None:
    """Return the loop in whose rounds a list begins again, the innermost that there is."""
    first, *others = (list(each.block.loops()) for each in paragraphs)
    level = min(each.item.level for each in paragraphs)
    around_all = (loop for loop in first if all(loop in loops for loops in others))
    restarting = (
        loop for loop in around_all if not loop.goes_on and loop.count(counter, level) >= _SEVERAL
    )
    return next(restarting, None)


def _mark(paragraph: _Paragraph, index: int) -> None:
    at, number = paragraph.at, f"{LIST_IN_TREE}{index}"
    if isinstance(at, Tag):
        properties = _read(at.paragraph_properties)
        put_into_list(properties, paragraph.item, number)
        at.paragraph_properties = undeclared(properties).replace(LIST_IN_TREE, LIST)
    else:
        put_into_list(paragraph_properties(at), paragraph.item, number)


def _read(properties: str) -> Element:
    """Return the tree of a ``w:pPr`` that was written without declarations."""
    spaces = f'<w:p xmlns:w="{ns.WORD}" xmlns:w14="{ns.WORD14}" xmlns:r="{ns.RELATED}">'
    parser = etree.XMLParser(recover=True)
    return etree.fromstring(f"{spaces}{properties or '<w:pPr/>'}</w:p>".encode(), parser)[0]


class _Reader:
    """Reads the numbered paragraphs of a part and the blocks that they are in."""

    def __init__(self, lists: Lists, tags: dict[int, Tag]) -> None:
        self.lists = lists
        self.tags = tags
        self.block = _Block()
        self.is_raw = False

    def read(self, root: Element) -> Iterator[_Paragraph]:
        for node in root.iter(ns.PARAGRAPH, ns.TEXT, etree.ProcessingInstruction):
            if is_placeholder(node):
                tag = self.tags[int(node.text)]
                yield from self._printed(tag)
                self._follow(tag)
            elif node.tag == ns.PARAGRAPH:
                yield from self._written(node)
            elif node.tag == ns.TEXT and node.text:
                for number in MARK.findall(node.text):
                    self._follow(self.tags[int(number)])

    def _written(self, node: Element) -> Iterator[_Paragraph]:
        item = self.lists.item(node.find(ns.PARAGRAPH_PROPERTIES_TAG))
        if item:
            found = _Paragraph(node, item, self.block)
            if next(node.iterancestors(_FALLBACK), None) is None:  # there it is once more
                self.block.branches[-1].append(found)
            yield found

    def _printed(self, tag: Tag) -> Iterator[_Paragraph]:
        if tag.shape == "{{" and tag.location == "paragraphs":
            item = self.lists.item(_read(tag.paragraph_properties))
            if item:
                found = _Paragraph(tag, item, self.block)
                self.block.branches[-1].append(found)
                yield found

    def _follow(self, tag: Tag) -> None:
        """Open and close blocks."""
        word = tag.keyword
        if self.is_raw or word == "raw":
            self.is_raw = word != "endraw"
        elif word in _BLOCKS:
            inner = _Block(tag, self.block)
            self.block.branches[-1].append(inner)
            self.block = inner
        elif word in MIDDLES:
            self.block.branches.append([])
        elif word.removeprefix("end") in _BLOCKS and self.block.above is not None:
            self.block = self.block.above


def list_marks(package: Package, tags: Iterable[Tag]) -> ListMarks | None:
    """Return what marks the lists of a file; None if it has no numbers, or no loop."""
    name = package.related(package.main, "numbering")
    if not name or not any(tag.keyword in REPEATING for tag in tags):
        return None
    numbering = with_usual_prefixes(package.root(name))
    styles = package.related(package.main, "styles")
    lists = Lists(numbering, package.tree(styles) if styles else None)
    return ListMarks(lists) if lists.is_counting else None


def numbering_part(package: Package, marks: ListMarks) -> NumberingPart | None:
    """Return the part with the lists of a template; None if none of them begins again."""
    if not marks.numbers:
        return None
    name = package.related(package.main, "numbering")
    xml = part_text(with_usual_prefixes(package.root(name)))
    at = xml.find("<w:numIdMacAtCleanup")
    at = at if at >= 0 else xml.rindex("</")
    copies = (undeclared(marks.lists.beginning_again(each, NUMBER)) for each in marks.numbers)
    return NumberingPart(name, xml[:at], xml[at:], tuple(copies), marks.lists.last)
