"""Open a form that came back, with python-docx, and find its fields wherever they are.

Programs damage a form as they save it (docs/skemaet-i-word.md): the tag of a control goes, the
text of a control is left beside it. So a field goes from its name to the next name in its cell.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from samarbejde_cli.word.field_names import bookmark_name, route_of_bookmark
from samarbejde_cli.word.filled.drawn import chart_words, drawn_texts, pictures, texts_of_parts
from samarbejde_cli.word.filled.paragraphs import (
    CHECKED,
    UNCHECKED,
    Name,
    Paragraph,
    Walker,
    boxed_texts,
    child,
    name_of,
    plain_texts,
)
from samarbejde_cli.word.filled.values import (
    Cell,
    Changes,
    Field,
    FilledForm,
    Row,
    SideText,
    Table,
)
from samarbejde_cli.word.mistakes import refused
from samarbejde_cli.word.opc.content_types import MAIN
from samarbejde_cli.word.opc.namespaces import CELL, ROW, TABLE, Element, W
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_labels import LABELS, MARGINS
from samarbejde_cli.word.opc.part_names import CUSTOM
from samarbejde_cli.word.opc.part_xml import SAVE_AS, read_xml
from samarbejde_cli.word.opc.reading import read_package

_PROPERTIES = f"/{CUSTOM}"
_COMMENTS = "comments+xml"
_HEADINGS = ("heading", "overskrift", "title", "titel")
_TEXT_BOX = "tekstboks"
_LABEL = "etiket"
"""The style of a text between two fields of a cell."""
_WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}moveTo"})


def read_form(data: bytes, name: str) -> FilledForm:
    """Return what is in a form. Raises ``RefusedError`` for a file that is not safe or not Word."""
    package = read_package(data, name)
    if package.types[package.main] != MAIN:  # python-docx opens documents only
        raise refused(name, "other_kind", "Filen er en Word-skabelon, ikke et dokument.", SAVE_AS)
    document = _opened(data, package)
    parts = {str(each.partname): each for each in document.part.package.iter_parts()}
    reader = _Body()
    reader.read(document.element.body)
    return FilledForm(
        _properties(parts),
        tuple(reader.fields),
        tuple(reader.tables),
        tuple(reader.loose),
        tuple(reader.ticked),
        tuple(_comments(parts)),
        _changes(document.element.body),
        tuple(_asides(document, parts)),
        tuple(chart_words(parts)),
        pictures(document.element.body),
    )


def _opened(data: bytes, package: Package) -> Any:
    from docx import Document  # noqa: PLC0415 — slow to import

    try:
        try:
            return Document(BytesIO(data))
        except KeyError:  # a relation leads to a part that is not there
            from samarbejde_cli.word.filled.lost_relations import without_lost  # noqa: PLC0415 — rare

            return Document(BytesIO(without_lost(package)))
    except Exception as reason:
        raise refused(package.name, "damaged", "Filen er beskadiget.", SAVE_AS) from reason


def _properties(parts: dict[str, Any]) -> dict[str, str]:
    part = parts.get(_PROPERTIES)
    if part is None:
        return {}
    root = read_xml(part.blob)
    return {each.get("name", ""): "".join(each.itertext()) for each in root}


def _comments(parts: dict[str, Any]) -> Iterator[str]:
    for part in parts.values():
        if str(part.content_type).endswith(_COMMENTS):
            for comment in read_xml(part.blob).iter(f"{W}comment"):
                text = " ".join("".join(p.itertext(f"{W}t")) for p in comment.iter(f"{W}p"))
                yield f"{comment.get(f'{W}author', '')}: {text.strip()}".removeprefix(": ")


def _changes(body: Element) -> Changes:
    count = {key: sum(1 for _ in body.iter(f"{W}{key}")) for key in ("ins", "del", "moveFrom")}
    return Changes(count["ins"], count["del"], count["moveFrom"])


def _asides(document: Any, parts: dict[str, Any]) -> Iterator[SideText]:
    """Yield what stands beside the text: in boxes and drawings, and in the parts around it."""
    body = document.element.body
    yield from (SideText(_TEXT_BOX, text) for text in filter(str.strip, boxed_texts(body)))
    yield from drawn_texts(body, document.part.rels)
    yield from texts_of_parts(parts)
    for name in sorted(parts):
        place = LABELS.get(parts[name].content_type, "")
        if place in MARGINS:
            root = read_xml(parts[name].blob)
            yield from (SideText(place, text) for text in _around_texts(root) if text.strip())


def _around_texts(root: Element) -> Iterator[str]:
    yield from plain_texts(root, computes=True)
    yield from boxed_texts(root)


class _Body:
    """Takes the text apart: fields between tables, and tables."""

    def __init__(self) -> None:
        self.fields: list[Field] = []
        self.tables: list[Table] = []
        self.loose: list[str] = []
        self.ticked: list[str] = []
        self.heading = ""
        self._walker = Walker()

    def read(self, body: Element) -> None:
        """Take in the whole text."""
        self._blocks(body)
        self._close()

    def _blocks(self, parent: Element) -> None:
        for element in parent.iterchildren("*"):
            if element.tag == TABLE:
                self._close()
                rows = _rows(element, len(self.tables) + 1)
                self.tables.append(Table(tuple(rows), self.heading))
            elif element.tag in _WRAPPERS and next(element.iter(TABLE), None) is not None:
                self._blocks(element)
            else:
                self._walker.blocks(iter((element,)))

    def _close(self) -> None:
        paragraphs = self._walker.paragraphs
        headings = [each.text for each in paragraphs if _is_heading(each)]
        self.heading = (headings or [self.heading])[-1]
        fields, loose = grouped(paragraphs, self.heading, ends_at_heading=True)
        self.fields += fields
        self.loose += loose
        self.ticked += [
            _clean(each.text) for each in paragraphs if each.name is None and any(each.boxes)
        ]
        self._walker = Walker()


def _rows(table: Element, number: int) -> Iterator[Row]:
    at = 0
    for element, name in _below(table, ROW):
        if child(element, f"{W}trPr", f"{W}del") is not None:
            continue
        at += 1
        place = f"tabel {number}, række {at}"
        yield Row(tuple(_cells(element, place)), place, name)


def _below(parent: Element, tag: str, name: str = "") -> Iterator[tuple[Element, str]]:
    """Yield rows or cells, with the name of the innermost control around each."""
    for element in parent.iterchildren("*"):
        if element.tag == tag:
            yield element, name
        elif element.tag in _WRAPPERS:
            own = name_of(element) if element.tag == f"{W}sdt" else None
            yield from _below(element, tag, own.route if own else name)


def _cells(row: Element, place: str) -> Iterator[Cell]:
    for element, name in _below(row, CELL):
        properties = child(element, f"{W}tcPr")
        if child(properties, f"{W}cellDel") is not None:
            continue
        merge = child(properties, f"{W}vMerge")
        if merge is not None and merge.get(f"{W}val") != "restart":
            yield Cell(())
            continue
        walker = Walker()
        walker.blocks(element.iterchildren("*"), _around(element) if name else None)
        fields, loose = grouped(walker.paragraphs, place)
        with_boxes = [each for each in walker.paragraphs if each.has_box]
        boxes = tuple(box for each in with_boxes for box in each.boxes)
        yield Cell(tuple(fields), tuple(loose), boxes)


def _around(cell: Element) -> Name | None:
    """Return the name of a control that holds just this cell."""
    content = cell.getparent()
    control = content.getparent() if content.tag == f"{W}sdtContent" else None
    return None if control is None else name_of(control)


def grouped(
    paragraphs: Sequence[Paragraph], place: str, *, ends_at_heading: bool = False
) -> tuple[list[Field], list[str]]:
    """Return paragraphs as fields, each until the next name, and the texts before the first."""
    found: list[tuple[Name, list[Paragraph]]] = []
    loose: list[str] = []
    open_name: Name | None = None
    for each in paragraphs:
        if each.inside and not each.name and len({name.route for name, _ in each.inside}) > 1:
            found += [(name, [Paragraph(text=text)]) for name, text in each.inside]
            open_name = None
        elif each.name is not None:
            if open_name is not None and _is_same(open_name, each.name):
                found[-1][1].append(each)
                continue
            found.append((each.name, [each]))
            open_name = each.name
        elif open_name is not None and not _ends_field(each, ends_at_heading=ends_at_heading):
            found[-1][1].append(each)
        else:
            open_name = None
            text = _clean(each.words)
            loose += [text] if text else []
    return [_field(name, below, place) for name, below in found], loose


def _is_same(first: Name, second: Name) -> bool:
    """Whether two names are of one field; a bookmark may hold the beginning of the name only."""
    in_bookmark = route_of_bookmark(bookmark_name(first.route))
    return second.route in (first.route, in_bookmark)


def _field(name: Name, paragraphs: Sequence[Paragraph], place: str) -> Field:
    lines: list[str] = []
    boxes: list[bool] = []
    ticked: list[str] = []
    beside: list[tuple[int, str]] = []
    unboxed: list[str] = []
    for each in paragraphs:
        if not each.has_box:
            text = each.text.strip()
            lines += [text] if text else []
            unboxed += [text] if text else []
            continue
        text, own = _clean(each.words), each.boxes
        boxes += own
        if text:
            lines.append(text)
        if text and not own:
            unboxed.append(text)
        if any(own):
            ticked.append(_clean(each.label))
        if each.beside:
            beside.append((len(boxes), each.beside))
    day = next((each.day for each in reversed(paragraphs) if each.day), None)
    return Field(
        name.route, name.found_by, tuple(lines), tuple(boxes), day, place,
        tuple(ticked), tuple(beside), tuple(unboxed),
    )  # fmt: skip


def _clean(text: str) -> str:
    """Return a paragraph's text without the signs of its boxes."""
    return text.replace(CHECKED, "").replace(UNCHECKED, "").strip()


def _ends_field(paragraph: Paragraph, *, ends_at_heading: bool) -> bool:
    is_label = paragraph.style.casefold() == _LABEL
    return is_label or (ends_at_heading and _is_heading(paragraph))


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.style.casefold().startswith(_HEADINGS)
