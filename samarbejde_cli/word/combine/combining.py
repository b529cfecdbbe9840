"""Many finished Word files as one, a section for each: to print or to send to a printing house.

Every document begins on a new page, has its own headers and footers, and counts its pages from one.
Documents of one template share its styles; those of another template bring their own under another
name. Pictures and charts come along, and what must be unique in a file becomes so.
"""

from collections.abc import Iterable
from typing import Any

from lxml import etree

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.combine.part_pool import PartPool
from samarbejde_cli.word.combine.style_merge import MergedStyles
from samarbejde_cli.word.mistakes import CannotCombineError
from samarbejde_cli.word.opc.namespaces import MC, W14, WORD, WP, Element, R, W
from samarbejde_cli.word.opc.part_names import BODY
from samarbejde_cli.word.opc.part_xml import read_xml, write_xml
from samarbejde_cli.word.opc.schema_order import SECTION_PROPERTIES, insert, paragraph_properties
from samarbejde_cli.word.opc.zip_files import read_parts, write_parts

_NOTES = ("footnoteReference", "endnoteReference", "commentReference")
_PAGES = lazy_pattern(r"\bNUMPAGES\b")
_SHARED = frozenset({
    "styles", "numbering", "settings", "theme", "fontTable", "webSettings", "footnotes",
    "endnotes", "comments", "glossaryDocument", "customXml", "stylesWithEffects",
})  # fmt: skip
"""Parts of which the whole file has one; those of the first document count."""
_MARK = "_brev{}"
_IGNORABLE = f"{MC}Ignorable"


def combine_documents(documents: Iterable[bytes]) -> bytes:
    """Return one Word file of many documents that this package rendered, a section for each.

    Every document begins on a new page, keeps its headers and footers and counts its pages from
    one. Raises CannotCombineError for footnotes and comments, and when there is no document.
    """
    whole: _Whole | None = None
    for document in documents:
        parts = read_parts(document)
        whole = whole or _Whole(parts)
        whole.add(parts)
    if whole is None:
        raise CannotCombineError("Der er ingen breve at samle.")
    return whole.file()


class _Whole:
    """The file that grows; it begins as the first document without its body."""

    def __init__(self, first: dict[str, bytes]) -> None:
        self.pool = PartPool(first, _SHARED)
        self.styles = MergedStyles(first)
        self.sections: list[tuple[list[Element], Element]] = []
        self.roots: list[Element] = []
        self.ids = 0

    def add(self, parts: dict[str, bytes]) -> None:
        """Put a document at the end."""
        root = read_xml(parts[BODY])
        number = len(self.sections) + 1
        if next(root.iter(*(f"{W}{name}" for name in _NOTES)), None) is not None:
            raise CannotCombineError(
                "Breve med fodnoter eller kommentarer kan ikke samles i én fil.",
                "Send dem hver for sig, eller fjern noterne fra skabelonen.",
            )
        _count_own_pages(root, number)
        new_ids = self.pool.take_over(
            parts, BODY, lambda xml: _with_own_pages(self.styles.renamed_part(xml, parts), number)
        )
        _relate(root, new_ids)
        self.styles.rename(root, parts)
        self._make_unique(root, number)
        content = list(root.find(f"{W}body"))
        has_section = bool(content) and content[-1].tag == f"{W}sectPr"
        section = content.pop() if has_section else read_xml(_PLAIN_SECTION)
        _restart(content, section)
        self._mark_end(content, number)
        self.sections.append((content, section))
        self.roots.append(root)

    def file(self) -> bytes:
        """Return the Word file."""
        root = _root_for(self.roots)
        body = root.makeelement(f"{W}body")
        root.append(body)
        *before, last = self.sections
        for content, section in before:
            body.extend(content)
            _end_section(content[-1], section)
        body.extend(last[0])
        body.append(last[1])
        return write_parts(self.pool.parts() | self.styles.parts() | {BODY: write_xml(root)})

    def _make_unique(self, root: Element, number: int) -> None:
        """Give everything with a number or a name of its own a new one."""
        ids: dict[str, str] = {}
        for mark in root.iter(f"{W}bookmarkStart"):
            ids[mark.get(f"{W}id")] = self._new_id()
            mark.set(f"{W}name", f"{mark.get(f'{W}name')}_{number}")
        for mark in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            mark.set(f"{W}id", ids.get(mark.get(f"{W}id"), "0"))
        for link in root.iter(f"{W}hyperlink"):
            if anchor := link.get(f"{W}anchor"):
                link.set(f"{W}anchor", f"{anchor}_{number}")
        for drawing in root.iter(f"{WP}docPr"):
            drawing.set("id", self._new_id())
        for control in root.iter(f"{W}sdtPr"):
            for each in control.findall(f"{W}id"):
                each.set(f"{W}val", self._new_id())
        for element in root.iter():
            for name in ("paraId", "textId"):
                element.attrib.pop(f"{W14}{name}", None)

    def _new_id(self) -> str:
        self.ids += 1
        return str(self.ids)

    def _mark_end(self, content: list[Element], number: int) -> None:
        """Mark the document's last page, so that its footers can say how many there are."""
        if (
            not content
            or content[-1].tag != f"{W}p"
            or content[-1].find(f".//{W}sectPr") is not None
        ):
            content.append(read_xml(_TINY.encode()))
        last, mark = content[-1], self._new_id()
        names = {f"{W}id": mark, f"{W}name": _MARK.format(number)}
        last.append(last.makeelement(f"{W}bookmarkStart", names))
        last.append(last.makeelement(f"{W}bookmarkEnd", {f"{W}id": mark}))


_TINY = (
    f'<w:p xmlns:w="{WORD}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" '
    'w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
)
"""A paragraph that takes no room, for what ends with a table."""
_PLAIN_SECTION = f'<w:sectPr xmlns:w="{WORD}"/>'.encode()


def _restart(content: list[Element], section: Element) -> None:
    """Let a document begin on a new page and count from one, also when it has several sections."""
    own = [each for top in content for each in top.iter(f"{W}sectPr")]
    first = (own or [section])[0]
    for each in first.findall(f"{W}type"):
        first.remove(each)
    numbers = first.find(f"{W}pgNumType")
    if numbers is None:
        numbers = first.makeelement(f"{W}pgNumType", {f"{W}start": "1"})
        insert(first, numbers, SECTION_PROPERTIES)
    else:
        numbers.set(f"{W}start", "1")


def _relate(root: Element, new: dict[str, str]) -> None:
    """Let everything that refers to another part do so by the new ids."""
    for element in root.iter():
        for key, value in element.attrib.items():
            if key.startswith(R) and value in new:
                element.set(key, new[value])


def _end_section(paragraph: Element, section: Element) -> None:
    """Let a document's section end in its last paragraph."""
    properties = paragraph_properties(paragraph)
    changes = properties.find(f"{W}pPrChange")
    properties.insert(len(properties) if changes is None else properties.index(changes), section)


def _count_own_pages(root: Element, number: int) -> None:
    for field in root.iter(f"{W}fldSimple"):
        _own_pages(field, f"{W}instr", number)
    for code in root.iter(f"{W}instrText"):
        code.text = _PAGES.sub(f"PAGEREF {_MARK.format(number)}", code.text or "")


def _own_pages(field: Element, key: str, number: int) -> None:
    old = field.get(key, "")
    new = _PAGES.sub(f"PAGEREF {_MARK.format(number)}", old)
    if new != old:
        field.set(key, new)
        field.set(f"{W}dirty", "true")


def _with_own_pages(xml: bytes, number: int) -> bytes:
    if b"NUMPAGES" not in xml:
        return xml
    root = read_xml(xml)
    _count_own_pages(root, number)
    return write_xml(root)


def _root_for(roots: list[Element]) -> Element:
    """Return an empty root that knows every prefix that one of the documents uses."""
    names: dict[str, str] = {}
    for root in roots:
        names = {**root.nsmap, **names}  # the first document's prefixes count
    ignored = (root.get(_IGNORABLE, "").split() for root in roots)
    words = dict.fromkeys(word for each in ignored for word in each)
    attributes = {_IGNORABLE: " ".join(words)} if words else {}
    found: Any = etree.Element(f"{W}document", attributes, nsmap=names)
    return found
