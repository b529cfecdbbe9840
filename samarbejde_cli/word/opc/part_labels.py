"""The parts of a Word file that may hold tags, with the Danish names that messages use."""

from samarbejde_cli.word.opc.package import MAIN, WORD_TEMPLATE, Package
from samarbejde_cli.word.template.core_properties import CORE_TYPE

_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORDML = f"{_OFFICE}.wordprocessingml"

LABELS = {
    MAIN: "brødtekst",
    WORD_TEMPLATE: "brødtekst",
    f"{_WORDML}.header+xml": "sidehoved",
    f"{_WORDML}.footer+xml": "sidefod",
    f"{_WORDML}.footnotes+xml": "fodnoter",
    f"{_WORDML}.endnotes+xml": "slutnoter",
    f"{_WORDML}.comments+xml": "kommentarer",
    f"{_OFFICE}.drawingml.chart+xml": "diagram",
    f"{_OFFICE}.drawingml.diagramData+xml": "SmartArt",
    "application/vnd.ms-office.drawingml.diagramDrawing+xml": "SmartArt",
    "application/vnd.openxmlformats-package.relationships+xml": "links",
    CORE_TYPE: "filens egenskaber",
    f"{_OFFICE}.custom-properties+xml": "filens egenskaber",
    f"{_OFFICE}.extended-properties+xml": "filens egenskaber",
}


def is_xml(package: Package, name: str) -> bool:
    """Say whether a part is XML by its name or by its content type."""
    return name.lower().endswith((".xml", ".rels")) or package.types.get(name, "").endswith("xml")
