"""Content controls: one that a render left empty is removed; Word needs content."""

import re
from itertools import pairwise

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.lifted_tags import placeholders_in
from samarbejde_cli.word.template.sentinels import CONTROL, CONTROL_IN_TREE, split_at

_EMPTY = lazy_pattern(rf"<w:sdtContent>\s*{CONTROL}\s*</w:sdtContent>")
_START, _END = re.compile(r"<w:sdt[ >]"), "</w:sdt>"


def mark_controls(root: Element) -> None:
    """Mark the controls that conditions and loops may leave without content."""
    for shown in list(root.iter(f"{ns.W}showingPlcHdr")):
        if "\ufdd0" in "".join(shown.getparent().getparent().itertext("*")):
            shown.getparent().remove(shown)  # else the value counts as a text to be replaced
    for content in root.iter(ns.CONTROL_CONTENT):
        if len(content) and any(True for _ in placeholders_in(content)):
            content[-1].tail = (content[-1].tail or "") + CONTROL_IN_TREE


def without_empty_controls(xml: str) -> str:
    """Return rendered XML without the marked controls that are empty, and without their marks."""
    pieces = split_at(xml, CONTROL)
    if not any(_is_empty(*both) for both in pairwise(pieces)):
        return "".join(pieces)
    while found := _EMPTY.search(xml):
        start = max(each.start() for each in _START.finditer(xml, 0, found.start()))
        end = xml.index(_END, found.end()) + len(_END)
        xml = xml[:start] + xml[end:]
    return xml.replace(CONTROL, "")


def _is_empty(before: str, after: str) -> bool:
    return before.rstrip().endswith("<w:sdtContent>") and after.lstrip().startswith(
        "</w:sdtContent>"
    )
