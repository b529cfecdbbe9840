"""Drawings of a finished document, which no template can describe.

A drawing is known by the name that Word shows in its list of objects (Markeringsrude), so that
anyone who changes the template may move it, resize and format it.
"""

from collections.abc import Callable, Sequence

from samarbejde_cli.word.opc.namespaces import COMPATIBLE, MC, SHAPE_GROUP, WP, A, Element
from samarbejde_cli.word.opc.part_names import BODY
from samarbejde_cli.word.opc.part_xml import read_xml, write_xml
from samarbejde_cli.word.opc.units import EMU_PER_MM
from samarbejde_cli.word.opc.zip_files import read_parts, write_parts
from samarbejde_cli.word.shapes import fallback, group
from samarbejde_cli.word.values import Shape

_FIRST_NUMBER = 100_000
"""Above the numbers that drawings of templates have."""


def frames_of(body: Element) -> list[Element]:
    """Return the frames (``wp:inline`` or ``wp:anchor``) of all drawings."""
    return [each.getparent() for each in body.iter(f"{WP}docPr")]


def is_named(frame: Element, name: str) -> bool:
    """Say whether a frame has a name in Word's list of objects."""
    return bool(frame.find(f"{WP}docPr").get("name") == name)


def describe(frame: Element, description: str) -> None:
    """Give a drawing the words that are read aloud in its place."""
    frame.find(f"{WP}docPr").set("descr", description)


def number_frame(frame: Element, number: int, name: str) -> None:
    """Give a drawing a number of its own in the document, and a name in Word's list."""
    properties = frame.find(f"{WP}docPr")
    properties.set("id", str(_FIRST_NUMBER + number))
    properties.set("name", name)


def resize(frame: Element, size: tuple[float, float] | None) -> None:
    """Give a drawing a width and a height in millimetres; None leaves it as the template has it."""
    for side, length in zip(("cx", "cy"), size or (), strict=False):
        frame.find(f"{WP}extent").set(side, str(round(length * EMU_PER_MM)))


def draw_shapes(
    data: bytes,
    name: str,
    arrange: Callable[[float, float], Sequence[Shape]],
    description: str,
) -> bytes:
    """Return a Word file with shapes drawn into its drawing ``name``; unchanged when it has none.

    ``arrange`` gets the width and height of the drawing's frame in millimetres; ``description``
    is read aloud in its place. Programs that do not know Word's shapes get VML. A drawing without
    a name is known by the name standing in it: LibreOffice forgets names when it saves.
    """
    parts = read_parts(data)
    body = read_xml(parts[BODY])
    frame = _frame(body, name)
    if frame is None:
        return data
    size = frame.find(f"{WP}extent")
    width, height = int(size.get("cx")), int(size.get("cy"))
    shapes = arrange(width / EMU_PER_MM, height / EMU_PER_MM)
    describe(frame, description)
    old = frame.find(f"{A}graphic")
    old.getparent().replace(old, read_xml(group(shapes, width, height, description).encode()))
    _put_beside(frame, fallback(shapes, width, height, description))
    return write_parts(parts | {BODY: write_xml(body)})


def _frame(body: Element, name: str) -> Element | None:
    frames = frames_of(body)
    named = [each for each in frames if is_named(each, name)]
    containing = [f for f in frames if name.casefold() in "".join(f.itertext()).casefold()]
    return next(iter(named or containing), None)


def _put_beside(frame: Element, other: str) -> None:
    """Put a drawing of Word's shapes beside a fallback, a whole ``mc:Fallback``."""
    drawing = frame.getparent()
    before = next(drawing.iterancestors(f"{MC}AlternateContent"), drawing)
    alternatives = read_xml(
        f'<mc:AlternateContent xmlns:mc="{COMPATIBLE}" xmlns:wpg="{SHAPE_GROUP}">'
        f'<mc:Choice Requires="wpg"/>{other}</mc:AlternateContent>'.encode()
    )
    before.getparent().replace(before, alternatives)
    alternatives[0].append(drawing)
