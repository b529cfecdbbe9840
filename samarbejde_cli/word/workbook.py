"""A small workbook for inside a chart, so that its numbers can be changed in Word."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TypeAlias

from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.content_types import OFFICE, RELATIONS, SPREADSHEET, WORKBOOK, XML
from samarbejde_cli.word.opc.namespaces import HEADING
from samarbejde_cli.word.opc.part_names import TYPES
from samarbejde_cli.word.opc.relations import Relation, with_relations
from samarbejde_cli.word.opc.zip_files import write_parts

Cell: TypeAlias = str | float | None

SHEET = "Ark1"
_PARTS = {
    "worksheets/sheet1.xml": ("worksheet", f"{SPREADSHEET}.worksheet+xml"),
    "styles.xml": ("styles", f"{SPREADSHEET}.styles+xml"),
    "sharedStrings.xml": ("sharedStrings", f"{SPREADSHEET}.sharedStrings+xml"),
}
_THEME = {"theme/theme1.xml": ("theme", f"{OFFICE}.theme+xml")}
"""The parts beside the book itself: the relation that leads to each, and its content type."""
_STYLES = (
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs>'
)


def workbook(rows: Sequence[Sequence[Cell]], theme: bytes | None) -> bytes:
    """Return a workbook with one sheet of texts and numbers, in the document's theme if any."""
    others = _PARTS | (_THEME if theme else {})
    texts = list(dict.fromkeys(c for row in rows for c in row if isinstance(c, str)))
    data = "".join(_row(number, row, texts) for number, row in enumerate(rows, 1))
    shared = "".join(f"<si><t>{escape(text, quote=False)}</t></si>" for text in texts)
    count = sum(isinstance(cell, str) for row in rows for cell in row)
    sheets = f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets>'
    parts = {
        TYPES: _types(others),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _part("workbook", sheets, f' xmlns:r="{ns.RELATED}"'),
        "xl/_rels/workbook.xml.rels": _relations(
            [(kind, name) for name, (kind, _) in others.items()]
        ),
        "xl/worksheets/sheet1.xml": _part("worksheet", f"<sheetData>{data}</sheetData>"),
        "xl/styles.xml": _part("styleSheet", _STYLES),
        "xl/sharedStrings.xml": _part(
            "sst", shared, f' count="{count}" uniqueCount="{len(texts)}"'
        ),
    }
    return write_parts(parts | ({"xl/theme/theme1.xml": theme} if theme else {}))


def reference(column: int, first: int, last: int | None = None) -> str:
    """Return a formula for cells of a column, counted from 0: ``Ark1!$B$2:$B$8``."""
    letter = chr(ord("A") + column)
    end = f":${letter}${last}" if last else ""
    return f"{SHEET}!${letter}${first}{end}"


def _part(root: str, inner: str, more: str = "") -> bytes:
    return f'{HEADING}<{root} xmlns="{ns.SPREADSHEET}"{more}>{inner}</{root}>'.encode()


def _types(others: Mapping[str, tuple[str, str]]) -> bytes:
    parts = {f"xl/{name}": kind for name, (_, kind) in others.items()}
    lines = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in {"xl/workbook.xml": f"{WORKBOOK}.main+xml", **parts}.items()
    )
    return (
        f'{HEADING}<Types xmlns="{ns.CONTENT_TYPES}">'
        f'<Default Extension="rels" ContentType="{RELATIONS}"/>'
        f'<Default Extension="xml" ContentType="{XML}"/>{lines}</Types>'
    ).encode()


def _relations(targets: Sequence[tuple[str, str]]) -> bytes:
    return with_relations(
        b"",
        [
            Relation(f"rId{number}", f"{ns.RELATED}/{kind}", target, external=False)
            for number, (kind, target) in enumerate(targets, 1)
        ],
    )


def _row(number: int, cells: Sequence[Cell], texts: Sequence[str]) -> str:
    return f'<row r="{number}">{"".join(_cells(number, cells, texts))}</row>'


def _cells(number: int, cells: Sequence[Cell], texts: Sequence[str]) -> Iterator[str]:
    for column, cell in enumerate(cells):
        name = f"{chr(ord('A') + column)}{number}"
        if isinstance(cell, str):
            yield f'<c r="{name}" t="s"><v>{texts.index(cell)}</v></c>'
        elif cell is not None:
            yield f'<c r="{name}"><v>{cell}</v></c>'
