"""Lifts block tags out of the paragraph, row, cell or run that they control.

``{%p %}``, ``{%tr %}``, ``{%tc %}`` and ``{%r %}`` (and ``{{p }}``, ``{{r }}``) take the place of
the whole element around them. A processing instruction marks the place until the source is
written, so that the tree stays a tree.
"""

from collections import Counter
from copy import deepcopy

from lxml import etree

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.mistakes import Mistake
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.lifted_tags import INSTRUCTION
from samarbejde_cli.word.template.paragraph_text import remove_leaf
from samarbejde_cli.word.template.tags import MARK, Prefix, Spot, Tag

_LIFTED: dict[Prefix, str] = {"tr": ns.ROW, "tc": ns.CELL, "p": ns.PARAGRAPH}
_SPOTS: dict[Prefix, Spot] = {"p": "paragraphs", "r": "runs", "tr": "structure", "tc": "structure"}
_PAIR = 2
_WHERE = {"tr": "i en tabelrække", "tc": "i en tabelcelle", "p": "i et afsnit", "r": "i en tekst"}
_UNIQUE = tuple(
    f"{ns.W}{name}"
    for name in ("sectPr", "pPrChange", "rPrChange", "ins", "del", "moveFrom", "moveTo")
)
_BREAK = f"{ns.W}br"
_THINGS = {
    **{f"{ns.W}{name}": "Et billede" for name in ("drawing", "pict", "object")},
    **{f"{ns.W}{name}Reference": "En fodnote" for name in ("footnote", "endnote")},
    **{f"{ns.W}{name}": "En feltkode" for name in ("fldSimple", "instrText")},
    f"{{{ns.MATH}}}oMath": "En ligning",
    _BREAK: "Et sideskift",
}
_DECLARATION = lazy_pattern(r' xmlns(:\w+)?="[^"]*"')


def lift(root: Element, tags: dict[int, Tag], template: str) -> list[Mistake]:
    """Put lifted tags where their elements were, and note the properties around every printing tag.

    Returns a mistake for each tag that is in no such element, and for text that would be lost.
    """
    mistakes = []
    for prefix, kind in _LIFTED.items():
        for leaf in _leaves_with(root, tags, prefix):
            if not _attached(leaf, root) or not _tags_in(leaf, tags, prefix):
                continue
            element = next(leaf.iterancestors(kind), None)
            if element is None:
                mistakes += [_misplaced(tag, template) for tag in _tags_in(leaf, tags, prefix)]
            else:
                mistakes += _lift_out(element, tags, prefix, template)
    for leaf in _leaves_with(root, tags, "r"):
        _split_run(leaf, tags)
    for leaf in root.iter(ns.TEXT):
        for tag in _marked(leaf, tags):
            tag.run_properties = run_properties_of(leaf)
    return mistakes


def placeholder_for(tag: Tag) -> Element:
    """Return the processing instruction that marks the place of a tag in the tree."""
    return etree.ProcessingInstruction(INSTRUCTION, str(tag.number))


def run_properties_of(leaf: Element) -> str:
    """Return the XML of the run properties that a text has."""
    return _properties(leaf.getparent(), ns.RUN_PROPERTIES_TAG)


def _properties(element: Element, kind: str) -> str:
    found = element.find(kind) if element is not None else None
    return "" if found is None else undeclared(_repeatable(found))


def _repeatable(properties: Element) -> Element:
    """Return a copy of properties that many may have: no end of a section, no tracked change."""
    copied = deepcopy(properties)
    for each in list(copied.iter(*_UNIQUE)):
        each.getparent().remove(each)
    return copied


def undeclared(element: Element) -> str:
    """Return the XML of an element without the namespaces that its part declares anyway."""
    return _DECLARATION.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


def _marked(leaf: Element, tags: dict[int, Tag]) -> list[Tag]:
    text = leaf.text
    return [tags[int(n)] for n in MARK.findall(text)] if text and "\ufdd0" in text else []


def _tags_in(element: Element, tags: dict[int, Tag], prefix: Prefix) -> list[Tag]:
    leaves = element.iter(ns.TEXT)
    return [tag for leaf in leaves for tag in _marked(leaf, tags) if tag.prefix == prefix]


def _leaves_with(root: Element, tags: dict[int, Tag], prefix: Prefix) -> list[Element]:
    leaves = root.iter(ns.TEXT)
    return [leaf for leaf in leaves if any(t.prefix == prefix for t in _marked(leaf, tags))]


def _attached(element: Element, root: Element) -> bool:
    return any(ancestor is root for ancestor in element.iterancestors())


def _lift_out(
    element: Element, tags: dict[int, Tag], prefix: Prefix, template: str
) -> list[Mistake]:
    """Put the tags with this prefix in the place of the element that holds them.

    If the element holds a whole block, say ``{%tr for … %}`` in its first cell and
    ``{%tr endfor %}`` in its last, it stays between the two.
    """
    lifted = _tags_in(element, tags, prefix)
    rest, thing = _text_beside(element, lifted), _thing_in(element)
    first, last = lifted[0], lifted[-1]
    if (rest or thing) and len(lifted) == _PAIR and last.keyword == f"end{first.keyword}":
        _take_marks_out(element, lifted)
        element.addprevious(placeholder_for(first))
        element.addnext(placeholder_for(last))
        return []
    outside = _half_pairs(element)
    if not first.keyword.startswith("end"):
        _put_before(element, outside)
    for leaf in element.iter(ns.TEXT):
        for tag in _marked(leaf, tags):
            if tag.prefix == prefix:
                tag.location = _SPOTS[prefix]
                tag.run_properties = run_properties_of(leaf)
                tag.paragraph_properties = _properties(element, ns.PARAGRAPH_PROPERTIES_TAG)
                element.addprevious(placeholder_for(tag))
    if first.keyword.startswith("end"):
        _put_before(element, outside)
    _remove(element)
    lost = f"Teksten »{MARK.sub('…', rest)[:60]}«" if rest else thing
    is_meant = first.shape == "{#"  # a remark takes its whole place on purpose
    return [_lost(first, lost, template)] if lost and not is_meant else []


def _half_pairs(element: Element) -> list[Element]:
    """Return the bookmarks that begin or end in an element, but not both."""
    marks = list(element.iter(f"{ns.W}bookmarkStart", f"{ns.W}bookmarkEnd"))
    times = Counter(each.get(f"{ns.W}id") for each in marks)
    return [each for each in marks if times[each.get(f"{ns.W}id")] == 1]


def _put_before(element: Element, marks: list[Element]) -> None:
    for mark in marks:
        mark.tail = None
        element.addprevious(mark)


def _remove(element: Element) -> None:
    """Take an element away; a paragraph that ends a section stays, but empty."""
    properties = element.find(ns.PARAGRAPH_PROPERTIES_TAG)
    if properties is None or properties.find(f"{ns.W}sectPr") is None:
        element.getparent().remove(element)
        return
    for child in list(element):
        if child is not properties:
            element.remove(child)


def _text_beside(element: Element, lifted: list[Tag]) -> str:
    text = " ".join(leaf.text or "" for leaf in element.iter(ns.TEXT))
    for tag in lifted:
        text = text.replace(tag.mark, "")
    return text.strip()


def _thing_in(element: Element) -> str:
    """Return what an element holds beside text that a reader would miss; empty if nothing."""
    for node in element.iter(*_THINGS):
        if node.tag != _BREAK or node.get(f"{ns.W}type") in ("page", "column"):
            return _THINGS[node.tag]
    return ""


def _take_marks_out(element: Element, lifted: list[Tag]) -> None:
    for leaf in list(element.iter(ns.TEXT)):
        before = leaf.text or ""
        leaf.text = before
        for tag in lifted:
            leaf.text = leaf.text.replace(tag.mark, "")
        if before and not leaf.text:
            remove_leaf(leaf)


def _split_run(leaf: Element, tags: dict[int, Tag]) -> None:
    """Divide a run at its ``{%r %}`` and ``{{r }}`` tags; the text beside them keeps its style."""
    run = leaf.getparent()
    if run is None or run.tag != ns.RUN:
        return
    pieces = MARK.split(leaf.text or "")
    before = pieces[0]
    rest: list[Element] = []
    for number, after in zip(pieces[1::2], pieces[2::2], strict=True):
        tag = tags[int(number)]
        if tag.prefix == "r":
            tag.location, tag.run_properties = "runs", run_properties_of(leaf)
            rest += [_run_like(run, before)] if before else []
            rest.append(placeholder_for(tag))
            before = after
        else:
            before += tag.mark + after
    rest += [_run_like(run, before)] if before else []
    _put(rest, leaf, run)


def _put(pieces: list[Element], leaf: Element, run: Element) -> None:
    """Put the pieces where the leaf was; what follows the leaf in its run moves behind them."""
    following = list(leaf.itersiblings())
    remainder = _run_like(run, "")
    for sibling in following:
        remainder.append(sibling)
    for piece in reversed([*pieces, *([remainder] if following else [])]):
        run.addnext(piece)
    remove_leaf(leaf)


def _run_like(run: Element, text: str) -> Element:
    """Return a new run with the same properties and this text."""
    new = etree.Element(ns.RUN, nsmap=run.nsmap)
    properties = run.find(ns.RUN_PROPERTIES_TAG)
    if properties is not None:
        new.append(_repeatable(properties))
    if text:
        inner = etree.SubElement(new, ns.TEXT)
        inner.set(ns.SPACE, "preserve")
        inner.text = text
    return new


def _lost(tag: Tag, lost: str, template: str) -> Mistake:
    message = f"{lost} kommer ikke med, for »{tag.written}« tager hele sin plads."
    what = "teksten" if lost.startswith("Teksten") else "det"
    hint = f"Flyt {what}, eller skriv tagget uden »{tag.prefix}«."
    return Mistake("lost_text", template, tag.place, message, hint, tag.written)


def _misplaced(tag: Tag, template: str) -> Mistake:
    message = f"Tagget »{tag.written}« står ikke {_WHERE[tag.prefix]}."
    hint = f"Flyt tagget, eller skriv det uden »{tag.prefix}«."
    return Mistake("misplaced", template, tag.place, message, hint, tag.written)
