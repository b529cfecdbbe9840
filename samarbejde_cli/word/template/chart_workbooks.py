"""The workbooks inside charts: Word opens them when somebody changes a chart's numbers.

Cells with tags are rendered like the rest of the file: one that is a single tag becomes a number
where its value is one, any other becomes text. The names in a table's header are text in the cells
and stand once more in the table's own part; Excel wants both to be the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field

from lxml import etree

from samarbejde_cli.lazy import lazy_pattern, mutable
from samarbejde_cli.word.mistakes import RefusedError, TemplatePlace
from samarbejde_cli.word.opc import content_types
from samarbejde_cli.word.opc.namespaces import SPREADSHEET, Element
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_names import TYPES
from samarbejde_cli.word.opc.part_xml import parse, write_xml
from samarbejde_cli.word.opc.reading import read_archive
from samarbejde_cli.word.opc.relations import last_step, relations_in, relations_name, target_name
from samarbejde_cli.word.opc.zip_files import write_parts
from samarbejde_cli.word.template.lifting import placeholder_for
from samarbejde_cli.word.template.markup import attribute
from samarbejde_cli.word.template.tag_scanner import TagScanner
from samarbejde_cli.word.template.tags import MARK

CHART = "diagram"
INSIDE = "!/"
"""Stands between the names of a workbook and of a part inside it."""
_S = f"{{{SPREADSHEET}}}"
_SHEET = f"{content_types.SPREADSHEET}.worksheet+xml"
_TABLE = f"{content_types.SPREADSHEET}.table+xml"
_STRINGS = f"{content_types.SPREADSHEET}.sharedStrings+xml"
_CHART_TYPE = f"{content_types.OFFICE}.drawingml.chart+xml"
_ROWS = lazy_pattern(r"[A-Z]+(\d+)")


@mutable
class Workbook:
    """A workbook with tags: its parts, trees of those that change, and tags that are left."""

    parts: dict[str, bytes]
    types: dict[str, str]
    roots: dict[str, Element] = field(default_factory=dict)
    left: str = ""


def chart_workbooks(package: Package) -> Iterator[tuple[str, Workbook]]:
    """Yield the workbooks of charts that can be read, by the names of their parts."""
    for chart, kind in package.types.items():
        for relation in package.relations(chart) if kind == _CHART_TYPE else ():
            name = package.target(chart, relation)
            if last_step(relation.kind) == "package" and name in package.parts:
                workbook = _read(package.parts[name].data, package.name)
                if workbook is not None:
                    yield name, workbook


def put_marks_in_cells(workbook: Workbook, scanner: TagScanner) -> None:
    """Put marks in the place of the tags of a workbook; ``roots`` gets what has any."""
    headers = _header_rows(workbook, scanner.template)
    strings = _strings(workbook, scanner.template)
    for name in _of_type(workbook, _SHEET):
        root = parse(workbook.parts[name], scanner.template)
        cells = [(cell, _text(cell, strings)) for cell in root.iter(f"{_S}c")]
        workbook.left = next((text for _, text in cells if "{%" in text), workbook.left)
        marked = [each for each in cells if "{{" in each[1] and "{%" not in each[1]]
        for cell, text in marked:
            _mark_cell(cell, text, scanner, is_header=cell.getparent().get("r") in headers[name])
        if marked:
            workbook.roots[name] = root
    if workbook.roots:
        _mark_tables(workbook, scanner)
        _empty_strings(workbook, scanner.template)


def with_workbooks(
    files: Mapping[str, bytes], workbooks: Mapping[str, Mapping[str, bytes]]
) -> dict[str, bytes]:
    """Return the parts of a document with those that belong into workbooks put into them."""
    found = {name: data for name, data in files.items() if INSIDE not in name}
    for book, parts in workbooks.items():
        inner = {name: files.get(f"{book}{INSIDE}{name}", data) for name, data in parts.items()}
        found[book] = write_parts(inner)
    return found


def _read(data: bytes, name: str) -> Workbook | None:
    try:
        parts = {part.name: part.data for part in read_archive(data, name).values()}
        listed = content_types.listed_types(parse(parts[TYPES], name)) if TYPES in parts else {}
    except RefusedError:
        return None
    return Workbook(parts, {part: content_types.type_of(listed, part) for part in parts})


def _of_type(workbook: Workbook, kind: str) -> list[str]:
    return [name for name, each in workbook.types.items() if each == kind]


def _strings(workbook: Workbook, name: str) -> list[str]:
    return [
        _joined(entry)
        for part in _of_type(workbook, _STRINGS)
        for entry in parse(workbook.parts[part], name).iter(f"{_S}si")
    ]


def _joined(entry: Element | None) -> str:
    """Return a text, in several runs or not; what says how it is pronounced is no part of it."""
    texts = () if entry is None else entry.iter(f"{_S}t")
    return "".join(each.text or "" for each in texts if each.getparent().tag != f"{_S}rPh")


def _text(cell: Element, strings: list[str]) -> str:
    kind, value = cell.get("t"), cell.findtext(f"{_S}v")
    if kind == "inlineStr":
        return _joined(cell.find(f"{_S}is"))
    is_known = kind == "s" and value and value.strip().isdigit() and int(value) < len(strings)
    return strings[int(value)] if value and is_known else ""


def _mark_cell(cell: Element, text: str, scanner: TagScanner, *, is_header: bool) -> None:
    place = TemplatePlace(CHART, 0, text)
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    marked = scanner.marked(text, place, "plain")
    if MARK.fullmatch(marked) and not is_header:
        tag = scanner.tags[-1]
        tag.location, tag.original = "cell", _start(cell)
        cell.getparent().replace(cell, placeholder_for(tag))
        return
    cell.set("t", "inlineStr")
    shown = etree.SubElement(etree.SubElement(cell, f"{_S}is"), f"{_S}t")
    shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    shown.text = marked


def _start(cell: Element) -> str:
    """Return the prefix of a cell's namespace with its colon, a blank, and its attributes."""
    prefix = f"{cell.prefix}:" if cell.prefix else ""
    values = (f'{key}="{attribute(value)}"' for key, value in cell.attrib.items())
    return f"{prefix} {' '.join(values)}"


def _header_rows(workbook: Workbook, template: str) -> dict[str, set[str]]:
    """Return the rows of each sheet that hold the names of a table's columns."""
    found: dict[str, set[str]] = {name: set() for name in _of_type(workbook, _SHEET)}
    for sheet, rows in found.items():
        relations = workbook.parts.get(relations_name(sheet))
        for each in relations_in(parse(relations, template)) if relations else ():
            table = target_name(sheet, each.target)
            if workbook.types.get(table) == _TABLE:
                area = parse(workbook.parts[table], template).get("ref", "")
                rows.update(_ROWS.findall(area)[:1])
    return found


def _mark_tables(workbook: Workbook, scanner: TagScanner) -> None:
    for name in _of_type(workbook, _TABLE):
        root = parse(workbook.parts[name], scanner.template)
        columns = [each for each in root.iter(f"{_S}tableColumn") if "{{" in each.get("name", "")]
        for column in columns:
            text = column.get("name")
            place = TemplatePlace(CHART, 0, text)
            column.set("name", scanner.marked(text, place, "attribute"))
        if columns:
            workbook.roots[name] = root


def _empty_strings(workbook: Workbook, template: str) -> None:
    """Take the tags out of the shared texts: their cells have texts of their own now."""
    for part in _of_type(workbook, _STRINGS):
        root = parse(workbook.parts[part], template)
        for entry in root.iter(f"{_S}si"):
            if "{{" in _joined(entry) and "{%" not in _joined(entry):
                entry[:] = []
                etree.SubElement(entry, f"{_S}t")
        workbook.parts[part] = write_xml(root)
