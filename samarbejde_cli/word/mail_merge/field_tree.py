"""The fields of consecutive paragraphs as a tree: codes, results, and fields inside codes."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import field
from typing import TypeAlias

from lxml import etree

from samarbejde_cli.lazy import mutable
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.field_codes import CHARACTER, CODE, KIND, SIMPLE

_WRAPPERS = tuple(
    f"{ns.W}{name}"
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent")
)
_OWN_PROPERTIES = tuple(f"{ns.W}{name}" for name in ("sdtPr", "sdtEndPr", "smartTagPr"))


@mutable(eq=False)
class Break:
    """The end of a paragraph that the field goes on after."""

    paragraph: Element


@mutable(eq=False)
class Field:
    """A field of several runs: what its code and its result hold, and all it is written with."""

    code: list["Node"] = field(default_factory=list)
    result: list["Node"] = field(default_factory=list)
    written: list["Leaf"] = field(default_factory=list)
    is_result: bool = False

    @property
    def current(self) -> list["Node"]:
        """The list that what follows belongs to."""
        return self.result if self.is_result else self.code

    @property
    def keyword(self) -> str:
        """The first word of the code in capitals; ``=`` for a formula."""
        text = code_text(self.code).strip()
        return "=" if text.startswith("=") else (text.split() or [""])[0].upper()

    @property
    def properties(self) -> Element:
        """The look of the result, else of the code; None for plain text."""
        shown = [*_runs(self.result), *_runs(self.code)]
        return shown[0].find(ns.RUN_PROPERTIES_TAG) if shown else None


def _runs(nodes: Iterable["Node"]) -> Iterator[Element]:
    for each in nodes:
        if isinstance(each, Field):
            yield from _runs(each.result or each.code)
        elif not isinstance(each, Break) and each.tag == ns.RUN:
            yield each


Leaf: TypeAlias = Break | Element
Node: TypeAlias = Field | Break | Element


def code_text(nodes: Iterable[Node]) -> str:
    """Return a field's code as text, fields inside it in braces."""
    return "".join(
        f"{{{code_text(each.code)}}}" if isinstance(each, Field) else node_text(each)
        for each in nodes
    )


def node_text(node: Leaf) -> str:
    """Return the text of a run, or a line break for the end of a paragraph."""
    if isinstance(node, Break):
        return "\n"
    return "".join(
        each.text or "" if each.tag in ns.TEXTS else ns.BREAKS.get(each.tag, "")
        for each in node.iter(*ns.TEXTS, *ns.BREAKS)
    )


def make_regular(root: Element) -> None:
    """Give fields one shape in a part: several runs, each with one thing in it, unwrapped."""
    for simple in list(root.iter(SIMPLE)):
        _unfold(simple)
    paragraphs = {next(mark.iterancestors(ns.PARAGRAPH), None) for mark in root.iter(CHARACTER)}
    for paragraph in paragraphs - {None}:
        for run in list(own_runs(paragraph)):
            _split(run)
        for wrapper in list(_wrappers(paragraph)):
            if _is_unbalanced(wrapper):
                _replace(wrapper, [e for e in wrapper if e.tag not in _OWN_PROPERTIES])


def own_runs(paragraph: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph, not those of paragraphs inside it."""
    for child in paragraph:
        if child.tag == ns.RUN:
            yield child
        elif child.tag in _WRAPPERS:
            yield from own_runs(child)


def _wrappers(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in _WRAPPERS:
            yield from _wrappers(child)
            yield child


def _unfold(simple: Element) -> None:
    """Put a field of several runs in the place of a simple one."""
    first = simple.find(f".//{ns.RUN}")
    properties = None if first is None else first.find(ns.RUN_PROPERTIES_TAG)
    code = _run_with(ns.CODE_TEXT, properties)
    code[-1].text = simple.get(CODE, "")
    inner = [each for each in simple if each.tag != f"{ns.W}fldData"]
    separated = [_mark("separate", properties), *inner] if inner else []
    _replace(simple, [_mark("begin", properties), code, *separated, _mark("end", properties)])


def _mark(kind: str, properties: Element) -> Element:
    run = _run_with(CHARACTER, properties)
    run[-1].set(KIND, kind)
    return run


def _run_with(tag: str, properties: Element) -> Element:
    run = etree.Element(ns.RUN)
    if properties is not None:
        run.append(deepcopy(properties))
    etree.SubElement(run, tag)
    return run


def _split(run: Element) -> None:
    """Give every thing in a run, if a field character is among them, a run of its own."""
    things = [each for each in run if each.tag != ns.RUN_PROPERTIES_TAG]
    if len(things) < 2 or run.find(CHARACTER) is None:  # noqa: PLR2004 — one needs no splitting
        return
    properties = run.find(ns.RUN_PROPERTIES_TAG)
    parts = []
    for thing in things:
        part = etree.Element(ns.RUN, dict(run.attrib))
        if properties is not None:
            part.append(deepcopy(properties))
        part.append(thing)
        parts.append(part)
    _replace(run, parts)


def _is_unbalanced(wrapper: Element) -> bool:
    depth = 0
    for mark in wrapper.iter(CHARACTER):
        depth += {"begin": 1, "end": -1}.get(mark.get(KIND), 0)
        if depth < 0:
            return True
    return depth != 0


def _replace(old: Element, new: Iterable[Element]) -> None:
    parent = old.getparent()
    at = parent.index(old)
    parent.remove(old)
    for offset, each in enumerate(new):
        parent.insert(at + offset, each)


def leaves(paragraphs: Sequence[Element]) -> list[Leaf]:
    """Return what consecutive paragraphs hold, with breaks between them."""
    found: list[Leaf] = []
    for paragraph in paragraphs:
        found += [each for each in paragraph if each.tag != ns.PARAGRAPH_PROPERTIES_TAG]
        found.append(Break(paragraph))
    return found[:-1]


def read_tree(leaves: Iterable[Leaf]) -> list[Node]:
    """Return the tree of a sequence; a field without its end stays as it is written."""
    whole: list[Node] = []
    unfinished: list[Field] = []
    for leaf in leaves:
        kind = _kind(leaf)
        if kind == "begin":
            unfinished.append(Field())
        for each in unfinished:
            each.written.append(leaf)
        if kind == "end" and unfinished:
            field = unfinished.pop()
            (unfinished[-1].current if unfinished else whole).append(field)
        elif kind == "separate" and unfinished:
            unfinished[-1].is_result = True
        elif kind != "begin":
            (unfinished[-1].current if unfinished else whole).append(leaf)
    return [*whole, *(unfinished[0].written if unfinished else ())]


def depth_after(leaves: Iterable[Leaf], depth: int = 0) -> int:
    """Return how many fields are unfinished after a sequence."""
    for leaf in leaves:
        depth += {"begin": 1, "end": -1}.get(_kind(leaf), 0)
    return max(depth, 0)


def _kind(leaf: Leaf) -> str:
    if isinstance(leaf, Break) or leaf.tag != ns.RUN:
        return ""
    mark = leaf.find(CHARACTER)
    return "" if mark is None else mark.get(KIND, "")
