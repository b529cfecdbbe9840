"""Styles and lists of a combined file: one set for each template that its documents come from."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from hashlib import sha256

from samarbejde_cli.word.opc.namespaces import WORD, Element, W
from samarbejde_cli.word.opc.part_names import NUMBERING, STYLES
from samarbejde_cli.word.opc.part_xml import read_xml, write_xml
from samarbejde_cli.word.opc.schema_order import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, position

_NAMED = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
_ID, _VALUE = f"{W}styleId", f"{W}val"
_BULLETS = frozenset({"bullet", "none"})


class MergedStyles:
    """The styles and lists of all documents; the first document's keep their names."""

    def __init__(self, first: Mapping[str, bytes]) -> None:
        self.styles = read_xml(first[STYLES])
        self.lists = read_xml(first[NUMBERING]) if NUMBERING in first else None
        self.known = {_key(first): _Renaming("", {}, "")}

    def rename(self, root: Element, parts: Mapping[str, bytes]) -> None:
        """Let a document's body use the combined file's names of styles and lists."""
        renaming = self._renaming(parts)
        _rename(root, renaming)
        self._restart(root)

    def renamed_part(self, xml: bytes, parts: Mapping[str, bytes]) -> bytes:
        """Return a header or footer with the combined file's names."""
        renaming = self._renaming(parts)
        if not (renaming.suffix or renaming.lists):
            return xml
        root = read_xml(xml)
        _rename(root, renaming)
        return write_xml(root)

    def parts(self) -> dict[str, bytes]:
        """Return the parts with all styles and lists."""
        lists = {} if self.lists is None else {NUMBERING: write_xml(self.lists)}
        return {STYLES: write_xml(self.styles)} | lists

    def _renaming(self, parts: Mapping[str, bytes]) -> "_Renaming":
        key = _key(parts)
        if key not in self.known:
            suffix = f"x{len(self.known) + 1}"
            lists = self._take_lists(parts, suffix)
            self.known[key] = _Renaming(suffix, lists, self._take_styles(parts, suffix, lists))
        return self.known[key]

    def _take_styles(self, parts: Mapping[str, bytes], suffix: str, lists: dict[str, str]) -> str:
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
            _rename(style, _Renaming(suffix, lists, ""))
            self.styles.append(style)
        return plain

    def _take_lists(self, parts: Mapping[str, bytes], suffix: str) -> dict[str, str]:
        """Add another template's lists under new numbers; return the new by the old."""
        if NUMBERING not in parts:
            return {}
        root, renaming = read_xml(parts[NUMBERING]), _Renaming(suffix, {}, "")
        if self.lists is None:
            self.lists = read_xml(f'<w:numbering xmlns:w="{WORD}"/>'.encode())
        kinds: dict[str, str] = {}
        for each in root.findall(f"{W}abstractNum"):
            kinds[each.get(f"{W}abstractNumId")] = new = self._next("abstractNum")
            each.set(f"{W}abstractNumId", new)
            for unique in each.findall(f"{W}nsid"):
                each.remove(unique)
            _rename(each, renaming)
            self.lists.insert(len(self.lists.findall(f"{W}abstractNum")), each)
        numbers: dict[str, str] = {}
        for each in root.findall(f"{W}num"):
            numbers[each.get(f"{W}numId")] = new = self._next("num")
            each.set(f"{W}numId", new)
            kind = each.find(f"{W}abstractNumId")
            kind.set(_VALUE, kinds[kind.get(_VALUE)])
            self._add_num(each)
        return numbers

    def _restart(self, root: Element) -> None:
        """Let numbered lists begin at one again in this document."""
        new: dict[str, str] = {}
        for each in root.iter(f"{W}numId"):
            old = each.get(_VALUE)
            if old not in new:
                new[old] = self._copy(old)
            each.set(_VALUE, new[old])

    def _copy(self, number: str) -> str:
        found = () if self.lists is None else self.lists.findall(f"{W}num")
        num = next((each for each in found if each.get(f"{W}numId") == number), None)
        if num is None or self.lists is None or not self._counts(num):
            return number
        copy = deepcopy(num)
        new = self._next("num")
        copy.set(f"{W}numId", new)
        for old in copy.findall(f"{W}lvlOverride"):
            copy.remove(old)
        for level in range(9):
            override = copy.makeelement(f"{W}lvlOverride", {f"{W}ilvl": str(level)})
            override.append(copy.makeelement(f"{W}startOverride", {_VALUE: "1"}))
            copy.append(override)
        self._add_num(copy)
        return new

    def _counts(self, num: Element) -> bool:
        """Whether a list has numbers or letters, and not only bullets."""
        kind = num.find(f"{W}abstractNumId").get(_VALUE)
        for each in self.lists.findall(f"{W}abstractNum"):  # type: ignore[union-attr]  # a num is in lists
            if each.get(f"{W}abstractNumId") == kind:
                forms = {form.get(_VALUE) for form in each.iter(f"{W}numFmt")}
                return not forms <= _BULLETS
        return False

    def _add_num(self, num: Element) -> None:
        after = self.lists.find(f"{W}numIdMacAtCleanup")  # type: ignore[union-attr]  # its callers have lists
        if after is None:
            self.lists.append(num)  # type: ignore[union-attr]  # same
        else:
            after.addprevious(num)

    def _next(self, name: str) -> str:
        key = f"{W}abstractNumId" if name == "abstractNum" else f"{W}numId"
        found = [int(each.get(key)) for each in self.lists.findall(f"{W}{name}")]  # type: ignore[union-attr]  # same
        return str(max(found, default=0) + 1)


@dataclass(frozen=True, slots=True)
class _Renaming:
    """How a template's names become the combined file's.

    ``plain`` is the style that paragraphs without one get.
    """

    suffix: str
    lists: Mapping[str, str]
    plain: str


def _key(parts: Mapping[str, bytes]) -> bytes:
    return sha256(parts[STYLES] + b"\0" + parts.get(NUMBERING, b"")).digest()


def _rename(root: Element, renaming: _Renaming) -> None:
    if renaming.suffix:
        for each in root.iter(*(f"{W}{name}" for name in _NAMED)):
            each.set(_VALUE, f"{each.get(_VALUE)}{renaming.suffix}")
    for each in root.iter(f"{W}numId"):
        each.set(_VALUE, renaming.lists.get(each.get(_VALUE), each.get(_VALUE)))
    if renaming.plain:
        for paragraph in root.iter(f"{W}p"):
            _name_plain(paragraph, renaming.plain)


def paragraph_properties(paragraph: Element) -> Element:
    """Return the properties of a paragraph, made now when it has none."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{W}pPr")
        paragraph.insert(0, properties)
    return properties


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
