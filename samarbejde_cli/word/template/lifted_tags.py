"""Where lifted tags stand among the elements of a tree."""

from collections.abc import Iterator

from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element

INSTRUCTION = "samarbejde"
"""Names the processing instruction that marks the place."""
_SEE_THROUGH = frozenset(
    f"{ns.W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)
"""Elements around blocks, rows, cells and runs."""


def is_placeholder(node: Element) -> bool:
    """Say whether a node is the place of a lifted tag."""
    return getattr(node, "target", None) == INSTRUCTION


def flattened(parent: Element) -> Iterator[Element]:
    """Yield the children of an element, those in content controls and the like included."""
    for child in parent:
        if child.tag in _SEE_THROUGH:
            yield from flattened(child)
        else:
            yield child


def placeholders_in(parent: Element) -> Iterator[Element]:
    """Yield the places of lifted tags among the children of an element."""
    return (child for child in flattened(parent) if is_placeholder(child))
