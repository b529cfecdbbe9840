"""Finds the tags of a part and puts each in one place, however Word split it over runs."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from samarbejde_cli.word.mistakes import Mistake, TemplatePlace
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.tags import BEGINNING, ESCAPES, OPENING, TAG, Spot, Tag, read_tag

_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_RUNS = (ns.RUN, ns.MATH_RUN)
_RUN_PROPERTIES = (ns.RUN_PROPERTIES_TAG, f"{{{ns.MATH}}}rPr")
_SPOTS: dict[str, Spot] = {ns.TEXT: "text", ns.CODE_TEXT: "code"}
_NUMBERS = frozenset({f"{ns.C}numCache", f"{ns.C}numLit"})
_IN_ATTRIBUTES = "//@*[contains(., '{{') or contains(., '{%')]"


class TagScanner:
    """Collects the tags of one part: ``tags`` in the order found, ``mistakes`` on the way.

    After ``replace_tags`` the tree has a mark for each tag (see ``Tag.mark``), in one text node or
    attribute.
    """

    def __init__(self, template: str, part: str, first: int = 0) -> None:
        self.template = template
        self.part = part
        self.first = first
        self.tags: list[Tag] = []
        self.mistakes: list[Mistake] = []

    def replace_tags(self, root: Element) -> None:
        """Replace every tag in the tree by its mark."""
        paragraphs = 0
        for element in root.iter(*ns.PARAGRAPHS):
            paragraphs += element.tag == ns.PARAGRAPH
            self._replace_in_paragraph(element, paragraphs)
        self._replace_in_lone_texts(root)
        self._replace_in_attributes(root)

    def _replace_in_paragraph(self, paragraph: Element, number: int) -> None:
        if "{" not in "".join(paragraph.itertext()):
            return
        leaves = list(leaves_of(paragraph))
        texts = [leaf_text(leaf) for leaf in leaves]
        whole = "".join(texts)
        if OPENING.search(whole):
            marked = self._marked(whole, texts, TemplatePlace(self.part, number, whole), leaves)
            write_back(leaves, texts, marked)

    def _marked(
        self, whole: str, texts: list[str], place: TemplatePlace, leaves: list[Element]
    ) -> list[str]:
        """Return the texts of the leaves with marks for tags, each in the leaf where it starts."""
        starts = [0, *accumulate(len(text) for text in texts)]
        result = [""] * len(texts)
        at = 0
        for found in TAG.finditer(whole):
            distribute(result, whole, starts, at, found.start())
            leaf = bisect_right(starts, found.start()) - 1
            location = _SPOTS.get(leaves[leaf].tag, "plain")
            result[leaf] += self._new_tag(found[0], place, location).mark
            at = found.end()
            self._report_unopened(found[0], place)
        distribute(result, whole, starts, at, len(whole))
        self._report_unclosed(TAG.sub("", whole), place)
        return result

    def _replace_in_lone_texts(self, root: Element) -> None:
        """Find tags in charts and properties; what Word has outside paragraphs is deleted text."""
        for element in root.iter("*"):
            text = element.text
            if text and "{" in text and _is_lone(element) and OPENING.search(text):
                location: Spot = "number" if _is_number(element) else "plain"
                element.text = self._marked_lone(text, TemplatePlace(self.part, 0, text), location)

    def _replace_in_attributes(self, root: Element) -> None:
        for value in root.xpath(_IN_ATTRIBUTES):
            place = TemplatePlace(self.part, 0, str(value))
            location: Spot = "address" if _is_address(value) else "attribute"
            marked = self._marked_lone(str(value), place, location)
            value.getparent().set(value.attrname, marked)

    def _marked_lone(self, text: str, place: TemplatePlace, location: Spot) -> str:
        return TAG.sub(lambda found: self._new_tag(found[0], place, location).mark, text)

    def _new_tag(self, written: str, place: TemplatePlace, location: Spot) -> Tag:
        tag = read_tag(self.first + len(self.tags), written, place)
        tag.location = location
        self.tags.append(tag)
        return tag

    def _report_unopened(self, written: str, place: TemplatePlace) -> None:
        if written not in ESCAPES and written[:2] in written[2:]:
            self._report(written, place, f"Tagget »{written}« indeholder et nyt {written[:2]}.")

    def _report_unclosed(self, rest: str, place: TemplatePlace) -> None:
        if found := BEGINNING.search(rest):
            start = rest[found.start() :]
            message = f"Tagget »{start[:40]}« slutter ikke med {_CLOSING[found[0]]}."
            self._report(start, place, message)

    def _report(self, written: str, place: TemplatePlace, message: str) -> None:
        hint = "Et tag skal begynde og slutte i samme afsnit."
        self.mistakes.append(Mistake("syntax", self.template, place, message, hint, written))


def _is_address(value: Any) -> bool:
    """Say whether an attribute is the target of a relation."""
    return bool(value.attrname == "Target" and value.getparent().tag == ns.RELATION)


def _is_number(element: Element) -> bool:
    return any(each.tag in _NUMBERS for each in element.iterancestors())


def _is_lone(element: Element) -> bool:
    return not element.tag.startswith(ns.W) and element.tag not in ns.TEXTS


def leaves_of(element: Element) -> Iterator[Element]:
    """Yield the texts and breaks of a paragraph; not what is deleted or in inner paragraphs."""
    for child in element:
        kind = child.tag
        if kind in ns.TEXTS or kind in ns.BREAKS:
            yield child
        elif kind not in ns.DELETED and kind not in ns.PARAGRAPHS:
            yield from leaves_of(child)


def leaf_text(leaf: Element) -> str:
    """Return what a text or break stands for in running text."""
    return ns.BREAKS.get(leaf.tag, leaf.text or "")


def distribute(result: list[str], whole: str, starts: list[int], start: int, end: int) -> None:
    """Give the stretch ``whole[start:end]`` back to the leaves that it came from."""
    while start < end:
        leaf = bisect_right(starts, start) - 1
        stop = min(end, starts[leaf + 1])
        result[leaf] += whole[start:stop]
        start = stop


def write_back(leaves: list[Element], before: list[str], after: list[str]) -> None:
    """Give leaves their new texts; one that is empty now goes away."""
    for leaf, old, new in zip(leaves, before, after, strict=True):
        if new == old:
            continue
        if new and leaf.tag not in ns.BREAKS:
            leaf.text = new
            if leaf.tag == ns.TEXT:
                leaf.set(ns.SPACE, "preserve")
        else:
            remove_leaf(leaf)


def remove_leaf(leaf: Element) -> None:
    """Take a text out of the tree, and its run with it when nothing else is left there."""
    run = leaf.getparent()
    run.remove(leaf)
    if run.tag in _RUNS and all(child.tag in _RUN_PROPERTIES for child in run):
        run.getparent().remove(run)
