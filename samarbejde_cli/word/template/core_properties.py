"""The file's own properties (title, author …) in ``docProps/core.xml``."""

import re
from datetime import UTC, datetime
from functools import lru_cache

from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import HEADING
from samarbejde_cli.word.template import markup
from samarbejde_cli.word.values import Properties

_END = "</cp:coreProperties>"
EMPTY = (
    f"{HEADING}<cp:coreProperties "
    f'xmlns:cp="{ns.CORE_PROPERTIES}" xmlns:dc="{ns.DUBLIN_CORE}" '
    f'xmlns:dcterms="{ns.DUBLIN_CORE_TERMS}" xmlns:xsi="{ns.SCHEMA_INSTANCE}">{_END}'
)


@lru_cache(maxsize=16)  # a mailing asks for the same again and again
def with_properties(xml: str, properties: Properties) -> str:
    """Return core properties with those that are given in the place of the template's own."""
    texts = {
        "dc:title": properties.title,
        "dc:creator": properties.author,
        "cp:lastModifiedBy": properties.author,
        "dc:subject": properties.subject,
    }
    for name, text in texts.items():
        if text is not None:
            xml = _replaced(xml, name, f"<{name}>{markup.escaped(text)}</{name}>")
    if properties.created is not None:
        stamp = _stamp(properties.created)
        for name in ("dcterms:created", "dcterms:modified"):
            new = f'<{name} xsi:type="dcterms:W3CDTF">{stamp}</{name}>'
            xml = _replaced(xml, name, new)
    return xml


def _replaced(xml: str, name: str, new: str) -> str:
    old = re.search(rf"<{name}(?: [^<>]*)?(?:/>|>.*?</{name}>)", xml, re.DOTALL)
    if old:
        return xml[: old.start()] + new + xml[old.end() :]
    return xml.replace(_END, new + _END)


def _stamp(moment: datetime) -> str:
    """Return a moment as the file wants it; one without a time zone is taken as it is."""
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
