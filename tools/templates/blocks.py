"""Building blocks of a Word document: paragraphs, tables, rows, header, footer, the whole file.

In texts ``**…**`` is bold, ``[SIDE]`` and ``[SIDER]`` count pages, ``[KOLONNE]`` goes on in the
next column, and a tab is a tab; everything else, the fields included, stands as it is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import look
import pictures

Xml = str
LETTER, FORM = (11906, 16838), (16838, 11906)
"""Paper A4 in twentieths of a point: upright, and on its side."""
POSTER = (16838, 23811)
"""Paper A3, upright."""


def p(
    text: str, style: str = "", *, keep: bool = False, align: str = "", new_page: bool = False
) -> Xml:
    """Return a paragraph; ``keep`` holds it on the page of the next one."""
    looks = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ("<w:keepNext/>" if keep else "")
        + ("<w:pageBreakBefore/>" if new_page else "")
        + (f'<w:jc w:val="{align}"/>' if align else "")
    )
    properties = f"<w:pPr>{looks}</w:pPr>" if looks else ""
    return f"<w:p>{properties}{_runs(text)}</w:p>"


def _runs(text: str) -> Xml:
    parts = re.split(r"(\*\*.*?\*\*|\t|\[SIDE\]|\[SIDER\]|\[KOLONNE\])", text)
    return "".join(_run(part) for part in parts if part)


def _run(part: str) -> Xml:
    if part == "\t":
        return "<w:r><w:tab/></w:r>"
    if part == "[KOLONNE]":
        return '<w:r><w:br w:type="column"/></w:r>'
    if part in ("[SIDE]", "[SIDER]"):
        return _counter("PAGE" if part == "[SIDE]" else "NUMPAGES")
    bold = part.startswith("**")
    looks = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    text = escape(part[2:-2] if bold else part)
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _counter(code: str) -> Xml:
    return (
        f'<w:fldSimple w:instr=" {code} "><w:r><w:rPr><w:noProof/></w:rPr>'
        "<w:t>1</w:t></w:r></w:fldSimple>"
    )


def end_of_section(paper: tuple[int, int], edges: int, style: str) -> Xml:
    """Return the paragraph that ends pages of another paper, without header and footer."""
    wide, high = paper
    turned = ' w:orient="landscape"' if wide > high else ""
    margins = "".join(f' w:{side}="{edges}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:sectPr><w:pgSz w:w="{wide}" w:h="{high}"'
        f'{turned}/><w:pgMar{margins} w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:pPr>'
        "</w:p>"
    )


def each(loop: str, *inner: Xml, otherwise: Xml = "") -> Xml:
    """Return paragraphs that are repeated: ``each("navn in navne", p("{{ navn }}"))``."""
    other = p("{%p else %}") + otherwise if otherwise else ""
    return p(f"{{%p for {loop} %}}") + "".join(inner) + other + p("{%p endfor %}")


def when(test: str, *inner: Xml, otherwise: Sequence[Xml] = ()) -> Xml:
    """Return paragraphs, or whole tables, that are there when the test holds."""
    other = p("{%p else %}") + "".join(otherwise) if otherwise else ""
    return p(f"{{%p if {test} %}}") + "".join(inner) + other + p("{%p endif %}")


@dataclass(frozen=True)
class Row:
    """One row of a table: its cells, each some paragraphs, and how it behaves.

    ``repeat`` is the loop that it is repeated for, ``only`` the test that must hold for it to be
    there, ``height`` the least height.
    """

    cells: tuple[Xml, ...]
    header: bool = False
    repeat: str = ""
    height: int = 0
    splits: bool = False
    only: str = ""

    def xml(self, widths: Sequence[int]) -> Xml:
        """Return the row, with the rows for its loop around it."""
        row = self.alone(widths)
        if not self.repeat:
            return only_when(self.only, row, widths)
        return f"{tag_row(f'for {self.repeat}', widths)}{row}{tag_row('endfor', widths)}"

    def alone(self, widths: Sequence[int]) -> Xml:
        """Return the row without its loop."""
        looks = (
            ("" if self.splits else "<w:cantSplit/>")
            + (f'<w:trHeight w:val="{self.height}" w:hRule="atLeast"/>' if self.height else "")
            + ("<w:tblHeader/>" if self.header else "")
        )
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, self.cells, strict=True)
        )
        return f"<w:tr><w:trPr>{looks}</w:trPr>{cells}</w:tr>"


@dataclass(frozen=True)
class KeptAtEnd(Row):
    """A repeated row of which the last stay on one page, so that none ends up alone.

    ``last`` is how many of them; a short table stays whole.
    """

    last: int = 3

    def xml(self, widths: Sequence[int]) -> Xml:
        """Return the loop with two rows to choose from."""
        loose = self.alone(widths)
        kept = kept_with_next(loose)
        return "".join(
            (
                tag_row(f"for {self.repeat}", widths),
                tag_row(f"if loop.revindex > {self.last}", widths),
                loose,
                tag_row("else", widths),
                kept,
                tag_row("endif", widths),
                tag_row("endfor", widths),
            )
        )


def kept_with_next(rows: Xml) -> Xml:
    """Return rows whose paragraphs stay on the page of what follows."""
    return re.sub(r"<w:pStyle [^>]*/>(?!<w:keepNext/>)", r"\g<0><w:keepNext/>", rows)


def spanning(cells: Sequence[tuple[int, Xml]], widths: Sequence[int], looks: Xml = "") -> Xml:
    """Return a row of cells that go over several columns each; ``looks`` are their properties."""
    row, column = "", 0
    for columns, content in cells:
        width = sum(widths[column : column + columns])
        column += columns
        row += (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{columns}"/>'
            f"{looks}</w:tcPr>{content}</w:tc>"
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>"


@dataclass(frozen=True)
class Wide(Row):
    """A row of one cell over the whole width of a table; ``looks`` are the cell's properties."""

    looks: Xml = ""

    def xml(self, widths: Sequence[int]) -> Xml:
        """Return the row."""
        row = spanning([(len(widths), self.cells[0])], widths, self.looks)
        return only_when(self.only, row, widths)


@dataclass(frozen=True)
class Band(Wide):
    """A row with a heading over the whole width of a table, tinted."""

    looks: Xml = look.TINTED


def only_when(test: str, rows: Xml, widths: Sequence[int]) -> Xml:
    """Return rows that are there when a test holds; without a test always."""
    if not test:
        return rows
    return f"{tag_row(f'if {test}', widths)}{rows}{tag_row('endif', widths)}"


def either(test: str, rows: Xml, others: Xml, widths: Sequence[int]) -> Xml:
    """Return rows that are there when a test holds, and others when it does not."""
    begin, between, end = (tag_row(tag, widths) for tag in (f"if {test}", "else", "endif"))
    return f"{begin}{rows}{between}{others}{end}"


def tag_row(tag: str, widths: Sequence[int]) -> Xml:
    """Return a row that only holds a tag, which takes its place."""
    cells = [p(f"{{%tr {tag} %}}"), *(p("") for _ in widths[1:])]
    return Row(tuple(cells)).xml(widths)


def row(*cells: str, style: str = "Tabeltekst", **how: bool | str | int) -> Row:
    """Return a row from texts; a text that already is XML stays as it is.

    A first cell that is all bold names its row.
    """
    names_row = bool(_ALL_BOLD.fullmatch(cells[0]))
    styles = [_ROW_HEAD if names_row else style, *(style for _ in cells[1:])]
    texts = (
        c if c.startswith("<w:") else p(c, named) for c, named in zip(cells, styles, strict=True)
    )
    return Row(tuple(texts), **how)  # type: ignore[arg-type]  # the fields of Row


_ROW_HEAD = "Rækkehoved"
_ALL_BOLD = re.compile(r"\*\*(?:(?!\*\*).)+\*\*")


def head(*cells: str) -> Row:
    """Return a header row, repeated on every page that the table reaches."""
    return row(*cells, style="Tabelhoved", header=True)


def mm(length: float) -> int:
    """Return millimetres in twentieths of a point."""
    return round(length * 1440 / 25.4)


def table(kind: str, widths: Sequence[int], rows: Sequence[Row], about: str = "") -> Xml:
    """Return a table of a style; ``about`` is read aloud to those who cannot see it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(each_row.xml(widths) for each_row in rows)
    has_head, has_names = int(bool(rows) and rows[0].header), int(f'"{_ROW_HEAD}"' in lines)
    described = f'<w:tblCaption w:val="{escape(about)}"/>' if about else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{kind}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{0x20 * has_head + 0x80 * has_names:04X}" '
        f'w:firstRow="{has_head}" w:lastRow="0" w:firstColumn="{has_names}" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/>{described}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{lines}</w:tbl>"
    )


def facts(kind: str, widths: Sequence[int], pairs: Sequence[tuple[str, ...]], about: str) -> Xml:
    """Return a table of names and values without a header row.

    A third text in a pair is the test that must hold for it to be there.
    """
    rows = [row(f"**{name}**", value, only="".join(test)) for name, value, *test in pairs]
    return table(kind, widths, rows, about)


@dataclass(frozen=True)
class Document:
    """A whole document: its title, paper, size of type and parts.

    ``styles`` are styles that only this document has, ``edges`` the white above and below,
    ``small`` the size of small text where it is not one point less, ``more`` its other parts:
    each name with content type, relation and XML.
    """

    title: str
    paper: tuple[int, int]
    size: float
    body: Xml
    first_header: Xml
    header: Xml
    first_footer: Xml
    footer: Xml
    columns: int = 1
    styles: Xml = ""
    edges: tuple[int, int] | None = None
    small: float = 0
    more: Mapping[str, tuple[str, str, Xml]] = field(default_factory=dict)

    def file(self) -> bytes:
        """Return the Word file; the same document gives the same bytes."""
        stream = BytesIO()
        with ZipFile(stream, "w") as archive:
            for name, content in self._parts().items():
                archive.writestr(_info(name), content.encode())
            if pictures.FRAME_ID in self.first_header:
                archive.writestr(_info(pictures.FRAME_FILE), pictures.empty_picture())
        return stream.getvalue()

    def _parts(self) -> dict[str, str]:
        known = _PARTS | {name: (kind, relation) for name, (kind, relation, _) in self.more.items()}
        types = {name: kind for name, (kind, _) in known.items()}
        return {
            "[Content_Types].xml": _content_types(types),
            "_rels/.rels": _relations({"word/document.xml": "officeDocument"})
            .replace("</Relationships>", _CORE_RELATION),
            "docProps/core.xml": _core(self.title),
            "word/document.xml": f"{look.HEAD}<w:document {look.SPACES}><w:body>{self.body}"
            f"{self._section()}</w:body></w:document>",
            "word/_rels/document.xml.rels": _relations(
                {name: kind for name, (_, kind) in known.items() if kind}
            ),
            "word/styles.xml": look.styles(self.size, self.small or self.size - 1)
            .replace("</w:styles>", f"{self.styles}</w:styles>"),
            "word/settings.xml": look.settings(),
            "word/numbering.xml": look.numbering(),
            "word/fontTable.xml": look.fonts(),
            "word/theme/theme1.xml": look.theme(),
            "word/header1.xml": _edge("hdr", self.first_header),
            "word/header2.xml": _edge("hdr", self.header),
            "word/footer1.xml": _edge("ftr", self.first_footer),
            "word/footer2.xml": _edge("ftr", self.footer),
            **_frame_relation(self.first_header),
            **{name: xml for name, (_, _, xml) in self.more.items()},
        }  # fmt: skip

    def _section(self) -> Xml:
        wide, high = self.paper
        turned = ' w:orient="landscape"' if wide > high else ""
        columns = f'<w:cols w:num="{self.columns}" w:space="1400"/>' if self.columns > 1 else ""
        top, bottom = self.edges or (1134 if turned else 1247, 1134)
        side = 1069 if turned else 1247
        return (
            '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
            '<w:headerReference w:type="default" r:id="header2"/>'
            '<w:footerReference w:type="first" r:id="footer1"/>'
            '<w:footerReference w:type="default" r:id="footer2"/>'
            f'<w:pgSz w:w="{wide}" w:h="{high}"{turned}/><w:pgMar w:top="{top}" w:right="{side}" '
            f'w:bottom="{bottom}" w:left="{side}" w:header="624" w:footer="510" w:gutter="0"/>'
            f"{columns}<w:titlePg/></w:sectPr>"
        )


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "word/document.xml": (f"{_WORD}.document.main+xml", ""),
    "word/styles.xml": (f"{_WORD}.styles+xml", "styles"),
    "word/settings.xml": (f"{_WORD}.settings+xml", "settings"),
    "word/numbering.xml": (f"{_WORD}.numbering+xml", "numbering"),
    "word/fontTable.xml": (f"{_WORD}.fontTable+xml", "fontTable"),
    "word/theme/theme1.xml": ("application/vnd.openxmlformats-officedocument.theme+xml", "theme"),
    "word/header1.xml": (f"{_WORD}.header+xml", "header"),
    "word/header2.xml": (f"{_WORD}.header+xml", "header"),
    "word/footer1.xml": (f"{_WORD}.footer+xml", "footer"),
    "word/footer2.xml": (f"{_WORD}.footer+xml", "footer"),
    "docProps/core.xml": ("application/vnd.openxmlformats-package.core-properties+xml", ""),
}
"""The parts of the file: content type, and what the document calls its relation to them."""

_CORE_RELATION = (
    f'<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    return info


def _frame_relation(header: Xml) -> dict[str, Xml]:
    """Return the relation from the first header to the empty picture, when it has a frame."""
    if pictures.FRAME_ID not in header:
        return {}
    target = pictures.FRAME_FILE.removeprefix("word/")
    relations = (
        f'{look.HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
        f'Id="{pictures.FRAME_ID}" Type="{_OFFICE}/image" Target="{target}"/></Relationships>'
    )
    return {"word/_rels/header1.xml.rels": relations}


def _content_types(types: dict[str, str]) -> Xml:
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    return (
        f'{look.HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{parts}</Types>'
    )


def _relations(parts: dict[str, str]) -> Xml:
    inner = "".join(
        f'<Relationship Id="{name.rpartition("/")[2].removesuffix(".xml")}" '
        f'Type="{_OFFICE}/{kind}" Target="{name if kind == "officeDocument" else name[5:]}"/>'
        for name, kind in parts.items()
    )
    return f'{look.HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _core(title: str) -> Xml:
    day = '<dcterms:{0} xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:{0}>'
    return (
        f'{look.HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>samarbejde</dc:creator>"
        f"<dc:language>da-DK</dc:language>{day.format('created')}{day.format('modified')}"
        "</cp:coreProperties>"
    )


def _edge(kind: str, content: Xml) -> Xml:
    return f"{look.HEAD}<w:{kind} {look.SPACES}>{content}</w:{kind}>"
