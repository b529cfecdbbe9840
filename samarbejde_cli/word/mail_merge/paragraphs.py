"""Paragraphs written anew from what their fields became."""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from samarbejde_cli.word.mail_merge.field_tree import Break, depth_after, leaves
from samarbejde_cli.word.mail_merge.runs import Block, Part, line_break, text_run
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element

_BETWEEN = frozenset({ns.TABLE, f"{ns.W}sdt", f"{ns.W}sectPr", f"{ns.W}altChunk"})
_NUMBERING = (f"{ns.W}numPr", f"{ns.W}sectPr", f"{ns.W}pageBreakBefore")


def groups(container: Element) -> Iterator[list[Element]]:
    """Yield the paragraphs of a container, those together that one field goes over.

    A field that goes over a table holds nothing together.
    """
    group: list[Element] = []
    depth = 0
    for child in container:
        if child.tag in _BETWEEN:
            yield from ([each] for each in group)
            group, depth = [], 0
        elif child.tag == ns.PARAGRAPH:
            group.append(child)
            depth = depth_after(leaves([child]), depth)
            if not depth:
                yield group
                group = []
    yield from ([each] for each in group)


def rewrite(group: Sequence[Element], parts: list[Part]) -> list[Element]:
    """Put what a group of paragraphs became in its place, and return it."""
    parent, at = group[0].getparent(), group[0].getparent().index(group[0])
    new = list(_paragraphs(_linear(parts), group[-1]))
    for each in group:
        parent.remove(each)
    for offset, each in enumerate(new):
        parent.insert(at + offset, each)
    return new


def _linear(parts: list[Part]) -> list[Part]:
    """Return parts with at most one block that needs what is around it twice.

    Of several, all but those that fill whole paragraphs get line breaks for their paragraphs, and
    so do blocks in the one.
    """
    costly = _costly(parts)
    if len(costly) > 1:
        return [new for each in parts for new in (_inline(each) if each in costly else [each])]
    for block in costly:
        block.then = _without_blocks(block.then)
        block.otherwise = _without_blocks(block.otherwise)
    return parts


def _costly(parts: list[Part]) -> list[Block]:
    """Return the blocks that do not fill whole paragraphs."""
    found: list[Block] = []
    is_at_start = True
    for part in parts:
        if isinstance(part, Block):
            is_at_start = is_at_start and _ends_lines(part)
            if not is_at_start:
                found.append(part)
        elif isinstance(part, Break):
            is_at_start = True
        elif part.tag == ns.RUN:
            is_at_start = False
    return found


def _ends_lines(block: Block) -> bool:
    return all(isinstance(each[-1], Break) for each in (block.then, block.otherwise) if each)


def _without_blocks(parts: list[Part]) -> list[Part]:
    return [new for each in parts for new in (_inline(each) if isinstance(each, Block) else [each])]


def _inline(part: Part) -> list[Part]:
    if isinstance(part, Break):
        return [line_break(None)]
    if not isinstance(part, Block):
        return [part]
    then = [each for inner in part.then for each in _inline(inner)]
    otherwise = [each for inner in part.otherwise for each in _inline(inner)]
    middle = [text_run("{% else %}", None), *otherwise] if otherwise else []
    condition = text_run(f"{{% if {part.condition} %}}", None)
    return [condition, *then, *middle, text_run("{% endif %}", None)]


def _paragraphs(parts: list[Part], last: Element) -> Iterator[Element]:
    at = next((i for i, each in enumerate(parts) if isinstance(each, Block)), len(parts))
    block = parts[at] if at < len(parts) else None
    if not isinstance(block, Block):
        yield from _plain(parts, last)
        return
    before, line = _split(parts[:at])
    yield from _lines(before)
    look = _look(parts, last)
    if block not in _costly(parts):
        yield from _choice(block, look, _lines(block.then), _lines(block.otherwise))
        yield from _paragraphs([*line, *parts[at + 1 :]], last)
        return
    then = [*line, *block.then, *parts[at + 1 :]]
    otherwise = [*_copies(line), *block.otherwise, *_copies(parts[at + 1 :])]
    yield from _choice(block, look, _paragraphs(then, last), _paragraphs(otherwise, last))


def _choice(
    block: Block, look: Element, then: Iterator[Element], otherwise: Iterator[Element]
) -> Iterator[Element]:
    yield _tag(f"if {block.condition}", look)
    yield from then
    if others := list(otherwise):
        yield _tag("else", look)
        yield from others
    yield _tag("endif", look)


def _copies(parts: list[Part]) -> list[Part]:
    return [each if isinstance(each, Break) else deepcopy(each) for each in parts]


def _lines(parts: list[Part]) -> Iterator[Element]:
    """Yield the paragraphs of parts that end with the end of one."""
    if parts and isinstance(parts[-1], Break):
        yield from _paragraphs(_linear(parts[:-1]), parts[-1].paragraph)


def _split(parts: list[Part]) -> tuple[list[Part], list[Part]]:
    """Return the whole paragraphs, and what has begun after them."""
    ends = [at for at, each in enumerate(parts) if isinstance(each, Break)]
    return (parts[: ends[-1] + 1], parts[ends[-1] + 1 :]) if ends else ([], parts)


def _look(parts: list[Part], last: Element) -> Element:
    """Return the paragraph whose look the first line has."""
    return next((each.paragraph for each in parts if isinstance(each, Break)), last)


def _plain(parts: list[Part], last: Element) -> Iterator[Element]:
    line: list[Element] = []
    for part in parts:
        if isinstance(part, Break):
            yield _paragraph(part.paragraph, line)
            line = []
        else:
            line.append(part)
    yield _paragraph(last, line)


def _paragraph(like: Element, content: Sequence[Element]) -> Element:
    new = etree.Element(ns.PARAGRAPH, dict(like.attrib), like.nsmap)
    properties = like.find(ns.PARAGRAPH_PROPERTIES_TAG)
    if properties is not None:
        new.append(deepcopy(properties))
    new.extend(content)
    return new


def _tag(body: str, like: Element) -> Element:
    paragraph = _paragraph(like, [text_run(f"{{%p {body} %}}", None)])
    for each in list(paragraph.iter(*_NUMBERING)):
        each.getparent().remove(each)
    return paragraph
