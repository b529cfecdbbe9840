"""Word refuses a cell, text box or note without a paragraph; conditions may leave one so."""

from samarbejde_cli.word import namespaces as ns
from samarbejde_cli.word.lifting import INSTRUCTION
from samarbejde_cli.word.marks import ENDING, ENDING_IN_TREE
from samarbejde_cli.word.namespaces import Element

_NEEDY = (
    ns.CELL,
    *(f"{ns.W}{name}" for name in ("txbxContent", "hdr", "ftr", "comment", "footnote", "endnote")),
)


def mark_endings(root: Element) -> None:
    """Mark the elements whose last paragraph may be missing from the rendered document."""
    for element in root.iter(*_NEEDY):
        children = [child for child in element if child.tag != ns.CELL_LOOK]
        if any(is_place(child) for child in children):
            last = children[-1]
            last.tail = (last.tail or "") + ENDING_IN_TREE


def is_place(node: Element) -> bool:
    """Say whether a node stands for a lifted tag."""
    return getattr(node, "target", None) == INSTRUCTION


def ended(xml: str) -> str:
    """Return rendered XML where an empty paragraph stands wherever one is needed."""
    pieces, start = [], 0
    while (at := xml.find(ENDING, start)) >= 0:
        pieces.append(xml[start:at])
        if not xml.endswith("</w:p>", start, at):
            pieces.append("<w:p/>")
        start = at + 1
    return "".join((*pieces, xml[start:])) if pieces else xml
