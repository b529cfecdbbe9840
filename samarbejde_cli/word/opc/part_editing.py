"""The parts of a finished Word file, to change what no template can say: charts and drawings.

A drawing is known by the name that Word shows in its list of objects (Markeringsrude), so that
whoever changes the template may move it, resize it and give it another look.
"""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Element: TypeAlias = Any
"""A node of a tree that lxml made; lxml ships no types."""

BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_2010 = "http://schemas.microsoft.com/office/word/2010"
SHAPES = {
    "wps": f"{OFFICE_2010}/wordprocessingShape",
    "wpg": f"{OFFICE_2010}/wordprocessingGroup",
}
"""The namespaces of Word's own shapes and groups of shapes, by the prefix that Word uses."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a Word file of these parts; the same parts give the same bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, data)
    return stream.getvalue()


def read(xml: bytes) -> Element:
    """Return the root of a part; entities are never read."""
    from lxml import etree  # noqa: PLC0415 — lxml is slow to import

    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def written(root: Element) -> bytes:
    """Return a part as Word writes it."""
    from lxml import etree  # noqa: PLC0415 — lxml is slow to import

    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data


def frames_of(body: Element) -> list[Element]:
    """Return the frames (``wp:inline`` or ``wp:anchor``) of all drawings."""
    return [each.getparent() for each in body.iter(f"{{{PLACED}}}docPr")]


def named(frames: Iterable[Element], name: str) -> list[Element]:
    """Return the frames of a name."""
    return [each for each in frames if each.find(f"{{{PLACED}}}docPr").get("name") == name]


def put_in_place(frame: Element, needs: str, fallback: str) -> None:
    """Let a changed drawing stand beside a fallback for programs that do not know its shapes.

    ``needs`` is the prefix of what a program must know, ``fallback`` a whole ``mc:Fallback``.
    """
    drawing = frame.getparent()
    before = next(drawing.iterancestors(f"{{{COMPATIBLE}}}AlternateContent"), drawing)
    alternatives = read(
        f'<mc:AlternateContent xmlns:mc="{COMPATIBLE}" xmlns:{needs}="{SHAPES[needs]}">'
        f'<mc:Choice Requires="{needs}"/>{fallback}</mc:AlternateContent>'.encode()
    )
    before.getparent().replace(before, alternatives)
    alternatives[0].append(drawing)
