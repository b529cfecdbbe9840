"""Runs with text, and the blocks of paragraphs that a condition or loop holds together."""

import re
from copy import deepcopy
from typing import TypeAlias

from lxml import etree

from samarbejde_cli.lazy import mutable
from samarbejde_cli.word.mail_merge.field_tree import Break, node_text
from samarbejde_cli.word.mail_merge.targets import FieldType, Target
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element

_BREAKS = {"\t": f"{ns.W}tab", "\n": f"{ns.W}br"}


@mutable(eq=False)
class Block:
    """Paragraphs, or the ends of some, that are there when a condition holds, and those if not."""

    condition: str
    then: list["Part"]
    otherwise: list["Part"]


Part: TypeAlias = Element | Break | Block


def text_run(text: str, properties: Element) -> Element:
    """Return a run with a look of its own copy; tabs and line breaks become Word's."""
    run = etree.Element(ns.RUN)
    if properties is not None:
        run.append(deepcopy(properties))
    for piece in re.split(r"([\t\n])", text):
        if piece in _BREAKS:
            etree.SubElement(run, _BREAKS[piece])
        elif piece:
            written = etree.SubElement(run, ns.TEXT)
            written.text = piece
            written.set(ns.SPACE, "preserve")
    return run


def tag_runs(target: Target, properties: Element) -> list[Part]:
    """Return the run that prints a field; none for a field that goes away."""
    if target.type == FieldType.NOTHING:
        return []
    end = ' | join("\\n")' if target.type == FieldType.LIST else ""
    return [text_run(f"{{{{ {target.guarded}{end} }}}}", properties)]


def as_code(parts: list[Part]) -> list[Part]:
    """Return runs as a field's code holds them."""
    for part in parts:
        if not isinstance(part, Break | Block):
            for text in part.iter(ns.TEXT):
                text.tag = ns.CODE_TEXT
    return parts


def line_break(properties: Element) -> Element:
    """Return a run with a line break."""
    return text_run("\n", properties)


def has_break(parts: list[Part]) -> bool:
    """Return whether parts are more than one paragraph."""
    return any(isinstance(each, Break | Block) for each in parts)


def written(parts: list[Part]) -> str:
    """Return parts as text, for people."""
    return "".join(map(_written, parts))


def _written(part: Part) -> str:
    if not isinstance(part, Block):
        return node_text(part)
    otherwise = f"{{% else %}}{written(part.otherwise)}" if part.otherwise else ""
    return f"{{% if {part.condition} %}}{written(part.then)}{otherwise}{{% endif %}}"
