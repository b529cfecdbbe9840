"""The tags that act on a table cell: ``colspan``, ``cellbg``, ``vm`` and ``hm``."""

from lxml import etree

from samarbejde_cli.word.mistakes import Mistake
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.schema_order import CELL_PROPERTIES, insert
from samarbejde_cli.word.template.lifting import placeholder_for
from samarbejde_cli.word.template.paragraph_text import remove_leaf
from samarbejde_cli.word.template.tags import MARK, Tag, derived

KEYWORDS = frozenset({"colspan", "cellbg", "vm", "hm"})
_FIRST = "if loop.first"


def apply_cell_tags(root: Element, tags: dict[int, Tag], template: str) -> list[Mistake]:
    """Turn each cell tag into the properties of its cell; more tags are added to ``tags``."""
    mistakes = []
    for leaf in list(root.iter(ns.TEXT)):
        for number in map(int, MARK.findall(leaf.text or "")):
            tag = tags[number]
            if tag.keyword in KEYWORDS:
                cell = next(leaf.iterancestors(ns.CELL), None)
                if cell is None:
                    mistakes.append(_outside(tag, template))
                else:
                    _apply(tag, leaf, cell, tags)
    return mistakes


def _apply(tag: Tag, leaf: Element, cell: Element, tags: dict[int, Tag]) -> None:
    rest = (leaf.text or "").replace(tag.mark, "")
    value = tag.body.removeprefix(tag.keyword).strip()
    if tag.keyword == "vm":
        _merge_down(tag, rest, leaf, cell, tags)
    elif tag.keyword == "hm":
        leaf.text = rest
        _merge_across(tag, cell, tags)
    else:
        leaf.text = rest
        if not rest:
            remove_leaf(leaf)
        new = derived(tag, "{{", value, "attribute", tags)
        if tag.keyword == "colspan":
            set_cell_property(cell, "gridSpan", val=new.mark)
        else:
            new.body = f"({value})|farve"
            set_cell_property(cell, "shd", val="clear", color="auto", fill=new.mark)


def _merge_down(tag: Tag, text: str, leaf: Element, cell: Element, tags: dict[int, Tag]) -> None:
    marks = [derived(tag, "{%", body, "attribute", tags).mark for body in (_FIRST, "else", "endif")]
    set_cell_property(cell, "vMerge", val=f"{marks[0]}restart{marks[1]}continue{marks[2]}")
    first, last = (derived(tag, "{%", body, "text", tags).mark for body in (_FIRST, "endif"))
    leaf.text = f"{first}{text}{last}"


def _merge_across(tag: Tag, cell: Element, tags: dict[int, Tag]) -> None:
    span = cell.find(f"{ns.CELL_PROPERTIES_TAG}/{ns.W}gridSpan")
    width = span.get(f"{ns.W}val", "1") if span is not None else "1"
    new = derived(tag, "{{", f"{width} * loop.length", "attribute", tags)
    set_cell_property(cell, "gridSpan", val=new.mark)
    cell.addprevious(placeholder_for(derived(tag, "{%", _FIRST, "structure", tags)))
    cell.addnext(placeholder_for(derived(tag, "{%", "endif", "structure", tags)))


def set_cell_property(cell: Element, name: str, **attributes: str) -> None:
    """Give a cell one property, in the place that the schema wants it."""
    properties = cell.find(ns.CELL_PROPERTIES_TAG)
    if properties is None:
        properties = etree.Element(ns.CELL_PROPERTIES_TAG)
        cell.insert(0, properties)
    for old in properties.findall(f"{ns.W}{name}"):
        properties.remove(old)
    new = etree.SubElement(properties, f"{ns.W}{name}")
    insert(properties, new, CELL_PROPERTIES)
    for key, value in attributes.items():
        new.set(f"{ns.W}{key}", value)


def _outside(tag: Tag, template: str) -> Mistake:
    message = f"Tagget »{tag.written}« står ikke i en tabelcelle."
    hint = "Flyt tagget ind i den celle, som det gælder."
    return Mistake("misplaced", template, tag.place, message, hint, tag.written)
