"""Reads and writes the XML of a part; entities are never resolved."""

from typing import Any

from lxml import etree

from samarbejde_cli.word.mistakes import RefusedError, refused
from samarbejde_cli.word.opc.namespaces import Element

SAVE_AS = "Åbn filen i Word, og gem den som almindeligt Word-dokument (.docx)."


def parse(data: bytes, name: str) -> Element:
    """Return the root of a part of the file ``name``. Raises RefusedError for broken XML."""
    try:
        root = read_xml(data)
    except (etree.XMLSyntaxError, ValueError) as reason:
        message = "Filen er beskadiget: XML kan ikke læses."
        raise refused(name, "damaged", message, SAVE_AS) from reason
    info: Any = root.getroottree().docinfo
    if info.doctype:
        raise doctype_error(name)
    return root


def read_xml(data: bytes) -> Element:
    """Return the root of a part that was read safely before. Raises lxml's XMLSyntaxError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def write_xml(root: Element) -> bytes:
    """Return a part as Word writes it."""
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data


def doctype_error(name: str) -> RefusedError:
    """Return the error for a file with a document type definition."""
    message = "Filen indeholder en dokumenttype (DTD), som kan skjule skadelig kode."
    return refused(name, "doctype", message, SAVE_AS)
