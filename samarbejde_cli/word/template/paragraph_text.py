"""The text of a paragraph, spread over runs, and how to change it where it is."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element

_RUNS = (ns.RUN, ns.MATH_RUN)
_RUN_PROPERTIES = (ns.RUN_PROPERTIES_TAG, f"{{{ns.MATH}}}rPr")


def paragraph_text(paragraph: Element | None) -> str:
    """Return the running text of a paragraph; empty for None."""
    return "" if paragraph is None else "".join(map(leaf_text, leaves_of(paragraph)))


def leaves_of(element: Element) -> Iterator[Element]:
    """Yield the texts and breaks of a paragraph; not what is deleted or in inner paragraphs."""
    for child in element:
        kind = child.tag
        if kind in ns.TEXTS or kind in ns.BREAKS:
            yield child
        elif kind not in ns.DELETED and kind not in ns.PARAGRAPHS:
            yield from leaves_of(child)


def leaf_text(leaf: Element) -> str:
    """Return what a text or break is in running text."""
    return ns.BREAKS.get(leaf.tag, leaf.text or "")


def replace_in(
    leaves: Sequence[Element], pattern: re.Pattern[str], new: Callable[[str, Element], str]
) -> bool:
    """Replace what matches in the text of some leaves together; return whether anything did.

    ``new`` gets a match and the leaf that it starts in, where the new text is put. A leaf that
    becomes empty is removed.
    """
    before = [leaf_text(leaf) for leaf in leaves]
    whole = "".join(before)
    starts = [0, *accumulate(map(len, before))]
    after, at = [""] * len(before), 0
    for found in pattern.finditer(whole):
        _distribute(after, whole, starts, at, found.start())
        leaf = bisect_right(starts, found.start()) - 1
        after[leaf] += new(found[0], leaves[leaf])
        at = found.end()
    _distribute(after, whole, starts, at, len(whole))
    _write_back(leaves, before, after)
    return at > 0


def _distribute(result: list[str], whole: str, starts: list[int], start: int, end: int) -> None:
    """Give the stretch ``whole[start:end]`` back to the leaves that it came from."""
    while start < end:
        leaf = bisect_right(starts, start) - 1
        stop = min(end, starts[leaf + 1])
        result[leaf] += whole[start:stop]
        start = stop


def _write_back(leaves: Sequence[Element], before: list[str], after: list[str]) -> None:
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
    """Take a text out of the tree, and its run or content control when nothing else is in it."""
    owner = leaf.getparent()
    owner.remove(leaf)
    if owner.tag in _RUNS and all(child.tag in _RUN_PROPERTIES for child in owner):
        run, owner = owner, owner.getparent()
        owner.remove(run)
    while owner.tag == ns.CONTROL_CONTENT and not len(owner):
        control = owner.getparent()
        owner = control.getparent()
        owner.remove(control)
