"""A small workbook for inside a chart, so that its numbers can be changed in Word."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TypeAlias

from samarbejde_cli.word.opc.part_editing import RELATED, TYPES, packed

Cell: TypeAlias = str | int | None

SHEET = "Ark1"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OFFICE = EXCEL.removesuffix("spreadsheetml.sheet")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PARTS = {
    "worksheets/sheet1.xml": ("worksheet", f"{_OFFICE}spreadsheetml.worksheet+xml"),
    "styles.xml": ("styles", f"{_OFFICE}spreadsheetml.styles+xml"),
    "sharedStrings.xml": ("sharedStrings", f"{_OFFICE}spreadsheetml.sharedStrings+xml"),
}
_THEME = {"theme/theme1.xml": ("theme", f"{_OFFICE}theme+xml")}
"""The parts beside the book itself: the relation that leads to each, and its content type."""
_STYLES = (
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs>'
)


def workbook(rows: Sequence[Sequence[Cell]], theme: bytes | None) -> bytes:
    """Return a workbook with one sheet of texts and numbers, in the theme of the paper if any."""
    others = _PARTS | (_THEME if theme else {})
    texts = list(dict.fromkeys(c for row in rows for c in row if isinstance(c, str)))
    data = "".join(_row(number, row, texts) for number, row in enumerate(rows, 1))
    shared = "".join(f"<si><t>{escape(text, quote=False)}</t></si>" for text in texts)
    count = sum(isinstance(cell, str) for row in rows for cell in row)
    sheets = f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets>'
    parts = {
        TYPES: _types(others),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _part("workbook", sheets, f' xmlns:r="{RELATED}"'),
        "xl/_rels/workbook.xml.rels": _relations(
            [(kind, name) for name, (kind, _) in others.items()]
        ),
        "xl/worksheets/sheet1.xml": _part("worksheet", f"<sheetData>{data}</sheetData>"),
        "xl/styles.xml": _part("styleSheet", _STYLES),
        "xl/sharedStrings.xml": _part(
            "sst", shared, f' count="{count}" uniqueCount="{len(texts)}"'
        ),
    }
    whole = {name: (_HEAD + xml).encode() for name, xml in parts.items()}
    return packed(whole | ({"xl/theme/theme1.xml": theme} if theme else {}))


def reference(column: int, first: int, last: int | None = None) -> str:
    """Return a formula for cells of a column, counted from 0: ``Ark1!$B$2:$B$8``."""
    letter = chr(ord("A") + column)
    end = f":${letter}${last}" if last else ""
    return f"{SHEET}!${letter}${first}{end}"


def _part(root: str, inner: str, more: str = "") -> str:
    return f'<{root} xmlns="{_SPREADSHEET}"{more}>{inner}</{root}>'


def _types(others: Mapping[str, tuple[str, str]]) -> str:
    parts = {f"xl/{name}": kind for name, (_, kind) in others.items()}
    lines = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in {"xl/workbook.xml": f"{EXCEL}.main+xml", **parts}.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _row(number: int, cells: Sequence[Cell], texts: Sequence[str]) -> str:
    return f'<row r="{number}">{"".join(_cells(number, cells, texts))}</row>'


def _cells(number: int, cells: Sequence[Cell], texts: Sequence[str]) -> Iterator[str]:
    for column, cell in enumerate(cells):
        name = f"{chr(ord('A') + column)}{number}"
        if isinstance(cell, str):
            yield f'<c r="{name}" t="s"><v>{texts.index(cell)}</v></c>'
        elif cell is not None:
            yield f'<c r="{name}"><v>{cell}</v></c>'
