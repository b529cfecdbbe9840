"""The content types of the parts of Office files, and the list of them in a package."""

from collections.abc import Mapping

from samarbejde_cli.word.opc.namespaces import CONTENT_TYPES, DEFAULT_TYPE, OVERRIDE_TYPE, Element
from samarbejde_cli.word.opc.part_xml import read_xml, write_xml

OFFICE = "application/vnd.openxmlformats-officedocument"
WORDPROCESSING = f"{OFFICE}.wordprocessingml"
SPREADSHEET = f"{OFFICE}.spreadsheetml"
_PACKAGE = "application/vnd.openxmlformats-package"

MAIN = f"{WORDPROCESSING}.document.main+xml"
WORD_TEMPLATE = f"{WORDPROCESSING}.template.main+xml"
STYLES = f"{WORDPROCESSING}.styles+xml"
CORE = f"{_PACKAGE}.core-properties+xml"
RELATIONS = f"{_PACKAGE}.relationships+xml"
CUSTOM_PROPERTIES = f"{OFFICE}.custom-properties+xml"
CUSTOM_XML_PROPERTIES = f"{OFFICE}.customXmlProperties+xml"
WORKBOOK = f"{SPREADSHEET}.sheet"
XML = "application/xml"


def listed_types(root: Element) -> dict[str, str]:
    """Return the types in a list by what they are for: ``/word/document.xml`` or ``png``."""
    found = {}
    for each in root.iter(DEFAULT_TYPE, OVERRIDE_TYPE):
        if each.tag == OVERRIDE_TYPE:
            key = f"/{each.get('PartName', '').removeprefix('/')}"
        else:
            key = each.get("Extension", "").lower()
        found[key] = each.get("ContentType", "")
    return found


def type_of(types: Mapping[str, str], name: str) -> str:
    """Return the type of a part by such a list; empty if it names none."""
    return types.get(f"/{name}") or types.get(name.rpartition(".")[2].lower()) or ""


def types_part(types: Mapping[str, str]) -> bytes:
    """Return the list of types, by part name (with a slash) and by extension."""
    root = read_xml(f'<Types xmlns="{CONTENT_TYPES}"/>'.encode())
    for key, kind in sorted(types.items(), key=lambda pair: ("/" in pair[0], pair[0])):
        tag, name = (OVERRIDE_TYPE, "PartName") if "/" in key else (DEFAULT_TYPE, "Extension")
        root.append(root.makeelement(tag, {name: key, "ContentType": kind}))
    return write_xml(root)
