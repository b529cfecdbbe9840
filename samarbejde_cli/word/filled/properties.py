"""Custom properties of a file: what Word shows under Advanced Properties and every program keeps.

Measured: LibreOffice keeps them through .docx and .odt; Word cuts a text at 255 characters.
"""

from collections.abc import Mapping
from html import escape

from samarbejde_cli.word.opc.content_types import OFFICE, listed_types, types_part
from samarbejde_cli.word.opc.namespaces import CUSTOM_PROPERTIES, HEADING, PROPERTY_TYPES, RELATED
from samarbejde_cli.word.opc.part_names import TYPES
from samarbejde_cli.word.opc.part_xml import read_xml, write_xml
from samarbejde_cli.word.opc.relations import relations_name
from samarbejde_cli.word.opc.zip_files import read_parts, write_parts

LONGEST = 255
_PART = "docProps/custom.xml"
_KIND = f"{OFFICE}.custom-properties+xml"
_RELATION = f"{RELATED}/custom-properties"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = 2


def with_custom_properties(data: bytes, values: Mapping[str, str]) -> bytes:
    """Return a Word file with these custom properties; others that it had are gone."""
    parts = read_parts(data)
    types = listed_types(read_xml(parts[TYPES])) | {f"/{_PART}": _KIND}
    parts[TYPES] = types_part(types)
    package = relations_name("")
    parts[package] = _related(parts[package])
    parts[_PART] = _part(values).encode()
    return write_parts(parts)


def _related(relations: bytes) -> bytes:
    root = read_xml(relations)
    if not any(each.get("Type") == _RELATION for each in root):
        about = {"Id": "egenskaber", "Type": _RELATION, "Target": _PART}
        root.append(root.makeelement(root[0].tag, about))
    return write_xml(root)


def _part(values: Mapping[str, str]) -> str:
    lines = "".join(
        f'<property fmtid="{_SET}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(values.items(), _FIRST_ID)
    )
    names = f'xmlns="{CUSTOM_PROPERTIES}" xmlns:vt="{PROPERTY_TYPES}"'
    return f"{HEADING}<Properties {names}>{lines}</Properties>"
