"""Finds the tags of a part and puts each in one place, however Word split it over runs."""

from typing import Any

from lxml import etree

from samarbejde_cli.word.mistakes import Mistake, TemplatePlace
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.field_codes import CODE, SIMPLE, code_before
from samarbejde_cli.word.template.likely_tags import SAME_PARAGRAPH
from samarbejde_cli.word.template.paragraph_text import leaf_text, leaves_of, replace_in
from samarbejde_cli.word.template.tags import BEGINNING, ESCAPES, OPENING, TAG, Spot, Tag, read_tag

_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SPOTS: dict[str, Spot] = {ns.TEXT: "text", ns.CODE_TEXT: "code"}
_NUMBERS = frozenset({f"{ns.C}numCache", f"{ns.C}numLit"})
_IN_ATTRIBUTES = etree.XPath("//@*[contains(., '{{') or contains(., '{%')]")


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
        whole = "".join(map(leaf_text, leaves))
        if OPENING.search(whole):
            place = TemplatePlace(self.part, number, whole)
            replace_in(leaves, TAG, lambda found, leaf: self._new_mark(found, leaf, place))
            self._report_unclosed(TAG.sub("", whole), place)

    def _new_mark(self, written: str, leaf: Element, place: TemplatePlace) -> str:
        self._report_unopened(written, place)
        tag = self._new_tag(written, place, _SPOTS.get(leaf.tag, "plain"))
        if tag.location == "code":
            tag.original = code_before(leaf)
        return tag.mark

    def _replace_in_lone_texts(self, root: Element) -> None:
        """Find tags in charts and properties; what Word has outside paragraphs is deleted text."""
        for element in root.iter("*"):
            text = element.text
            if text and "{" in text and _is_lone(element) and OPENING.search(text):
                location: Spot = "number" if _is_number(element) else "plain"
                element.text = self.marked(text, TemplatePlace(self.part, 0, text), location)

    def _replace_in_attributes(self, root: Element) -> None:
        for value in _IN_ATTRIBUTES(root):
            place = TemplatePlace(self.part, 0, str(value))
            before = len(self.tags)
            marked = self.marked(str(value), place, _location(value))
            for tag in self.tags[before:]:
                tag.original = str(value) if tag.location == "simple_code" else ""
            value.getparent().set(value.attrname, marked)

    def marked(self, text: str, place: TemplatePlace, location: Spot) -> str:
        """Return a text that stands alone with marks in the place of its tags."""
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
        self.mistakes.append(
            Mistake("syntax", self.template, place, message, SAME_PARAGRAPH, written)
        )


def _location(value: Any) -> Spot:
    """Return what may be printed in an attribute: the target of a relation, a field's code."""
    owner = value.getparent()
    if value.attrname == "Target" and owner.tag == ns.RELATION:
        return "address"
    return "simple_code" if owner.tag == SIMPLE and value.attrname == CODE else "attribute"


def _is_number(element: Element) -> bool:
    return any(each.tag in _NUMBERS for each in element.iterancestors())


def _is_lone(element: Element) -> bool:
    return not element.tag.startswith(ns.W) and element.tag not in ns.TEXTS
