"""Custom properties of a file: what Word shows under Advanced Properties and every program keeps.

Measured: LibreOffice keeps them through .docx and .odt; Word cuts a text at 255 characters.
"""

from collections.abc import Mapping

from samarbejde_cli.word.opc.content_types import CUSTOM_PROPERTIES as KIND
from samarbejde_cli.word.opc.namespaces import (
    CUSTOM_PROPERTIES,
    CUSTOM_RELATION,
    HEADING,
    PROPERTY_TYPES,
)
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_names import CUSTOM, TYPES
from samarbejde_cli.word.opc.relations import relations_name
from samarbejde_cli.word.template import markup

_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = 2
_NAMES = f'xmlns="{CUSTOM_PROPERTIES}" xmlns:vt="{PROPERTY_TYPES}"'


def able_to_hold_custom(package: Package) -> Package:
    """Return the package of a file that has a part for custom properties, which is not in it."""
    if CUSTOM in package.parts:
        return package
    override = {"PartName": f"/{CUSTOM}", "ContentType": KIND}
    relation = {"Id": "egenskaber", "Type": CUSTOM_RELATION, "Target": CUSTOM}
    package = package.with_added(TYPES, "Override", override)
    return package.with_added(relations_name(""), "Relationship", relation)


def custom_part(values: Mapping[str, str]) -> str:
    """Return the part that holds custom properties."""
    lines = "".join(
        f'<property fmtid="{_SET}" pid="{number}" name="{markup.escaped(name)}">'
        f"<vt:lpwstr>{markup.escaped(text)}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(values.items(), _FIRST_ID)
    )
    return f"{HEADING}<Properties {_NAMES}>{lines}</Properties>"
