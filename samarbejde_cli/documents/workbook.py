"""A small workbook for inside a chart, so that its numbers can be changed in Word."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias
from xml.sax.saxutils import escape

from samarbejde_cli.documents.wordfile import RELATED, TYPES, packed

Cell: TypeAlias = str | int | None

SHEET = "Ark1"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BOOK, _TABLE = "xl/workbook.xml", "xl/worksheets/sheet1.xml"


def workbook(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return a workbook with one sheet that holds these rows of texts and numbers."""
    data = "".join(_row(number, row) for number, row in enumerate(rows, 1))
    sheets = f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets>'
    parts = {
        TYPES: f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{_BOOK}" ContentType="{EXCEL}.main+xml"/>'
        f'<Override PartName="/{_TABLE}" ContentType="{_worksheet_type()}"/></Types>',
        "_rels/.rels": _relation("officeDocument", _BOOK),
        _BOOK: f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{RELATED}">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        _TABLE: f'<worksheet xmlns="{_SPREADSHEET}"><sheetData>{data}</sheetData></worksheet>',
    }
    return packed({name: (_HEAD + xml).encode() for name, xml in parts.items()})


def reference(column: int, first: int, last: int | None = None) -> str:
    """Return a formula for cells of a column, counted from 0: ``Ark1!$B$2:$B$8``."""
    letter = chr(ord("A") + column)
    end = f":${letter}${last}" if last else ""
    return f"{SHEET}!${letter}${first}{end}"


def _worksheet_type() -> str:
    return EXCEL.removesuffix("sheet") + "worksheet+xml"


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATED}/{kind}" Target="{target}"/></Relationships>'
    )


def _row(number: int, cells: Sequence[Cell]) -> str:
    return f'<row r="{number}">{"".join(_cells(number, cells))}</row>'


def _cells(number: int, cells: Sequence[Cell]) -> Iterator[str]:
    for column, cell in enumerate(cells):
        name = f"{chr(ord('A') + column)}{number}"
        if isinstance(cell, int):
            yield f'<c r="{name}"><v>{cell}</v></c>'
        elif cell is not None:
            yield f'<c r="{name}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
