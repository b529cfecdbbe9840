"""The parts of a Word file that hold text for people, with the Danish names that messages use."""

from samarbejde_cli.word.opc import content_types
from samarbejde_cli.word.opc.content_types import OFFICE, WORDPROCESSING

LABELS = {
    content_types.MAIN: "brødtekst",
    content_types.WORD_TEMPLATE: "brødtekst",
    f"{WORDPROCESSING}.header+xml": "sidehoved",
    f"{WORDPROCESSING}.footer+xml": "sidefod",
    f"{WORDPROCESSING}.footnotes+xml": "fodnoter",
    f"{WORDPROCESSING}.endnotes+xml": "slutnoter",
    f"{WORDPROCESSING}.comments+xml": "kommentarer",
    f"{OFFICE}.drawingml.chart+xml": "diagram",
    f"{OFFICE}.drawingml.diagramData+xml": "SmartArt",
    "application/vnd.ms-office.drawingml.diagramDrawing+xml": "SmartArt",
    content_types.RELATIONS: "links",
    content_types.CORE: "filens egenskaber",
    content_types.CUSTOM_PROPERTIES: "filens egenskaber",
    f"{OFFICE}.extended-properties+xml": "filens egenskaber",
}
"""By content type: the parts that may hold tags."""

MARGINS = frozenset({"sidehoved", "sidefod", "fodnoter", "slutnoter"})
"""The labels of the parts whose text stands around the body."""


DRAWN = frozenset({"diagram", "SmartArt"})
"""The labels of the parts of drawings."""


def is_margin(kind: str) -> bool:
    """Whether a part of this content type holds text around the body, or in a drawing."""
    return LABELS.get(kind) in MARGINS | DRAWN
