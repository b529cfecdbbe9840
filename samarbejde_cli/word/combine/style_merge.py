"""Styles and lists of a combined file: one set for each template that its documents come from."""

import re
from collections.abc import Mapping
from copy import deepcopy
from hashlib import sha256

from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.word.combine.list_merge import MergedLists, TemplateLists
from samarbejde_cli.word.opc.namespaces import Element, W
from samarbejde_cli.word.opc.part_names import NUMBERING, STYLES
from samarbejde_cli.word.opc.part_xml import read_xml, write_xml
from samarbejde_cli.word.opc.schema_order import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    paragraph_properties,
    position,
)

_NAMED = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
_ID, _VALUE = f"{W}styleId", f"{W}val"
_LISTS = lazy_pattern(rb"<w:num .*?</w:num>", re.DOTALL)


class MergedStyles:
    """The styles and lists of all documents; the first document's keep their names."""

    def __init__(self, first: Mapping[str, bytes]) -> None:
        self.styles = read_xml(first[STYLES])
        self.lists = MergedLists(first)
        self.known = {_key(first): _Renaming("", self.lists.first_template(), "")}

    def rename(self, root: Element, parts: Mapping[str, bytes]) -> None:
        """Let a document's body use the combined file's styles, and lists of its own."""
        renaming, items = self._renaming(parts), self.lists.items(root, parts)
        self._rename(root, parts, renaming)
        self.lists.begin_again(items, parts, renaming.lists)

    def renamed_part(self, xml: bytes, parts: Mapping[str, bytes]) -> bytes:
        """Return a header or footer with the combined file's names."""
        renaming = self._renaming(parts)
        if not renaming.suffix and b"numId" not in xml:
            return xml
        root = read_xml(xml)
        self._rename(root, parts, renaming)
        return write_xml(root)

    def parts(self) -> dict[str, bytes]:
        """Return the parts with all styles and lists."""
        return {STYLES: write_xml(self.styles)} | self.lists.part()

    def _renaming(self, parts: Mapping[str, bytes]) -> "_Renaming":
        key = _key(parts)
        if key not in self.known:
            suffix = f"x{len(self.known) + 1}"
            lists = self.lists.another_template(parts, suffix)
            plain = self._take_styles(parts, suffix, lists)
            self.known[key] = _Renaming(suffix, lists, plain)
        return self.known[key]

    def _take_styles(self, parts: Mapping[str, bytes], suffix: str, lists: TemplateLists) -> str:
        """Add another template's styles under new names; return the one for plain paragraphs."""
        root = read_xml(parts[STYLES])
        default, plain = root.find(f"{W}docDefaults"), ""
        for style in root.findall(f"{W}style"):
            is_default = style.attrib.pop(f"{W}default", "0") in ("1", "true")
            if is_default and style.get(f"{W}type") == "paragraph":
                plain = f"{style.get(_ID)}{suffix}"
                _take_defaults(style, default)
            style.set(_ID, f"{style.get(_ID)}{suffix}")
            for name in style.findall(f"{W}name"):
                name.set(_VALUE, f"{name.get(_VALUE)} {suffix}")
            self._rename(style, parts, _Renaming(suffix, lists, ""))
            self.styles.append(style)
        return plain

    def _rename(self, root: Element, parts: Mapping[str, bytes], renaming: "_Renaming") -> None:
        self.lists.rename(root, parts, renaming.lists)
        if renaming.suffix:
            for each in root.iter(*(f"{W}{name}" for name in _NAMED)):
                each.set(_VALUE, f"{each.get(_VALUE)}{renaming.suffix}")
        if renaming.plain:
            for paragraph in root.iter(f"{W}p"):
                _name_plain(paragraph, renaming.plain)


@frozen
class _Renaming:
    """How a template's names become the combined file's.

    ``plain`` is the style that paragraphs without one get.
    """

    suffix: str
    lists: TemplateLists
    plain: str


def _key(parts: Mapping[str, bytes]) -> bytes:
    """Return what tells templates apart: documents of one differ in their lists only."""
    kinds = _LISTS.sub(b"", parts.get(NUMBERING, b""))
    return sha256(parts[STYLES] + b"\0" + kinds).digest()


def _name_plain(paragraph: Element, plain: str) -> None:
    properties = paragraph_properties(paragraph)
    if properties.find(f"{W}pStyle") is None:
        properties.insert(0, properties.makeelement(f"{W}pStyle", {_VALUE: plain}))


def _take_defaults(style: Element, defaults: Element | None) -> None:
    """Put what a template says of all text into its plain style: another may differ."""
    for kind, order in (("pPr", PARAGRAPH_PROPERTIES), ("rPr", RUN_PROPERTIES)):
        found = None if defaults is None else defaults.find(f"{W}{kind}Default/{W}{kind}")
        if found is None:
            continue
        own = style.find(f"{W}{kind}")
        if own is None:
            own = style.makeelement(f"{W}{kind}")
            style.append(own)
        known = {each.tag for each in own}
        merged = [*own, *(deepcopy(each) for each in found if each.tag not in known)]
        own[:] = sorted(merged, key=lambda each: position(each.tag, order))
