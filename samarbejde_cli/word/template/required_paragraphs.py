"""Word refuses a cell, text box or note without a paragraph; conditions may leave one so."""

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.lifted_tags import placeholders_in
from samarbejde_cli.word.template.sentinels import ENDING, ENDING_IN_TREE

_NEEDY = (
    ns.CELL,
    *(f"{ns.W}{name}" for name in ("txbxContent", "hdr", "ftr", "comment", "footnote", "endnote")),
)
_PARAGRAPH = lazy_pattern(
    r"</w:p>\s*(?:</w:sdtContent>(?:<w:sdtEndPr>.*?</w:sdtEndPr>)?</w:sdt>)*\Z"
)
"""A paragraph at the end, be it in a content control."""


def mark_required_paragraphs(root: Element) -> None:
    """Mark the elements whose last paragraph may be missing from the rendered document."""
    for element in root.iter(*_NEEDY):
        children = [child for child in element if child.tag != ns.CELL_PROPERTIES_TAG]
        if any(True for _ in placeholders_in(element)):
            last = children[-1]
            last.tail = (last.tail or "") + ENDING_IN_TREE


def with_required_paragraphs(xml: str) -> str:
    """Return rendered XML with an empty paragraph wherever one is needed."""
    pieces, start = [], 0
    while (at := xml.find(ENDING, start)) >= 0:
        pieces.append(xml[start:at])
        if not (xml.endswith("</w:p>", start, at) or _PARAGRAPH.search(xml, start, at)):
            pieces.append("<w:p/>")
        start = at + 1
    return "".join((*pieces, xml[start:])) if pieces else xml
