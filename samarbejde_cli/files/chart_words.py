"""What is read aloud in the place of a chart, kept on the way to PDF.

LibreOffice forgets it when it reads a Word file, and keeps it when it reads its own format: so a
document with charts becomes that first, and the words are put back in.
"""

from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from samarbejde_cli.files.lock import TEMPORARY

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHART, _ABOUT = "{*}chart", "{*}docPr"
"""Names of the Word format; ``word`` alone knows its namespaces."""
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_DESCRIPTION = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc"


def chart_words(document: Path) -> list[str]:
    """Return the words of each chart in a Word file, in order; none for what is no Word file."""
    try:
        with ZipFile(document) as archive:
            if not any(name.startswith("word/charts/") for name in archive.namelist()):
                return []
            body = _read(archive.read("word/document.xml"))
    except (OSError, BadZipFile, KeyError):
        return []
    return [_words(chart) for chart in body.iter(_CHART)]


def put_chart_words(document: Path, words: list[str]) -> None:
    """Give the charts of an OpenDocument text their words, in order."""
    other = document.with_name(f"{TEMPORARY}{document.name}")
    with ZipFile(document) as old, ZipFile(other, "w") as new:
        for each in old.infolist():
            data = old.read(each)
            new.writestr(each, _described(data, words) if each.filename == "content.xml" else data)
    other.replace(document)


def _words(chart: "Element") -> str:
    frame = chart.getparent()
    while frame is not None and frame.find(_ABOUT) is None:
        frame = frame.getparent()
    return "" if frame is None else frame.find(_ABOUT).get("descr", "")


def _described(content: bytes, words: list[str]) -> bytes:
    from lxml import etree  # noqa: PLC0415 — only where there are charts

    root = _read(content)
    charts = (
        each for each in root.iter(f"{_DRAWN}frame") if each.find(f"{_DRAWN}object") is not None
    )
    for frame, text in zip(charts, words, strict=False):
        etree.SubElement(frame, _DESCRIPTION).text = text
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data


def _read(xml: bytes) -> "Element":
    from lxml import etree  # noqa: PLC0415 — only where there are charts

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
