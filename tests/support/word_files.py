"""Small Word files made from XML, and what the tests read out of rendered ones."""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE_TYPES = "application/vnd.openxmlformats-package."
_HEADING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_DEFAULTS = (
    f'<Default Extension="rels" ContentType="{_PACKAGE_TYPES}relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
)
_ROOTS = {
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "styles": "styles",
    "numbering": "numbering",
}


def p(*texts: str, look: str = "", properties: str = "") -> str:
    """A paragraph with one run for each text, all with the same look."""
    return f"<w:p>{properties}{''.join(r(text, look) for text in texts)}</w:p>"


def r(text: str, look: str = "") -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    inner = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escaped}</w:t></w:r>'


def table(*rows: tuple[str, ...] | list[str], columns: int = 2) -> str:
    """A table; a cell is text, or XML when it starts with ``<``."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    xml = "".join(f"<w:tr>{''.join(cell(text) for text in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{xml}</w:tbl>"


def cell(content: str) -> str:
    inner = content if content.startswith("<") else p(content)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def docx(body: str, **parts: str) -> bytes:
    """A whole Word file; ``header="…"`` and its like add parts that the document points to."""
    relations, types, files = "", _DEFAULTS + _override("document", "document.main"), {}
    for number, (name, xml) in enumerate(parts.items()):
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = _wrapped(_ROOTS[kind], xml)
        types += _override(name, kind)
        relations += _relation(number, kind, f"{name}.xml")
    references = "".join(
        f'<w:{name.rstrip("0123456789")}Reference w:type="default" r:id="rId{number}"/>'
        for number, name in enumerate(parts)
        if name.startswith(("header", "footer"))
    )
    section = f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return packed(
        {
            "[Content_Types].xml": (
                f'{_HEADING}<Types xmlns="{_PACKAGE}content-types">{types}</Types>'
            ),
            "_rels/.rels": _relations(_relation(1, "officeDocument", "word/document.xml")),
            "word/document.xml": _wrapped("document", f"<w:body>{body}{section}</w:body>"),
            "word/_rels/document.xml.rels": _relations(relations),
            **files,
        }
    )


def _override(name: str, kind: str) -> str:
    return f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}{kind}+xml"/>'


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_RELATIONS}{kind}" Target="{target}"/>'


def _relations(xml: str) -> str:
    return f'{_HEADING}<Relationships xmlns="{_PACKAGE}relationships">{xml}</Relationships>'


def _wrapped(root: str, xml: str) -> str:
    return f"{_HEADING}<w:{root} {NAMESPACES}>{xml}</w:{root}>"


def packed(files: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def xml_of(data: bytes, part: str = "word/document.xml") -> str:
    """The XML inside a part's root, as text; the part must be well-formed."""
    root = etree.fromstring(unpacked(data)[part])
    body = root if root[0].tag != f"{{{W}}}body" else root[0]
    return "".join(_clean(child) for child in body if child.tag != f"{{{W}}}sectPr")


def _clean(element: etree._Element) -> str:
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(element, encoding="unicode"))


def texts_of(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The text of each paragraph, with Word's breaks as characters."""
    root = etree.fromstring(unpacked(data)[part])
    return ["".join(_letters(each)) for each in root.iter(f"{{{W}}}p")]


def _letters(paragraph: etree._Element) -> Iterator[str]:
    for node in paragraph.iter(f"{{{W}}}t", f"{{{W}}}br", f"{{{W}}}tab"):
        if node.tag == f"{{{W}}}t":
            yield node.text or ""
        elif node.tag == f"{{{W}}}tab":
            yield "\t"
        else:
            yield "\f" if node.get(f"{{{W}}}type") == "page" else "\n"


def png(width: int, height: int, shade: int = 0) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )
