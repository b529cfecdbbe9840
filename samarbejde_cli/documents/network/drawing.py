"""The network map as shapes: rings, sectors, the youth in the middle, and everybody's label.

A kind of person is shown by position, shape and outline, never by colour
alone, so that the map is as clear in black and white.
"""

from collections.abc import Iterator, Sequence

from samarbejde_cli.documents.network.geometry import CORE, Box
from samarbejde_cli.documents.network.label_size import NAME_SIZE, RELATION_SIZE, width_of
from samarbejde_cli.documents.network.layout import Layout, MapEntry, Names
from samarbejde_cli.word import Line, Shape, ShapeStyle

NAME_STYLE, RELATION_STYLE = "Kortnavn", "Kortrelation"
CAPTION_STYLE, SIGN_STYLE, YOUTH_STYLE = "Kortkreds", "Kortring", "Kortmidte"
LOOKS = (
    ShapeStyle("roundRect", corner=32_000, points=2.0, inset=0.094),
    ShapeStyle("octagon", corner=20_000, inset=0.1),
    ShapeStyle("rect"),
    ShapeStyle("plaque", corner=16_000, inset=0.113),
    ShapeStyle("roundRect", corner=16_000, points=1.25, dash="dash", inset=0.047),
)
"""The form and outline of the labels in each sector, in the order of the sectors."""

_RING = ShapeStyle("ellipse", points=0.75, line="accent4", fill=None)
_INNERMOST = ShapeStyle("ellipse", points=0.75, line="accent4", fill="accent2")
_DIVIDER = ShapeStyle("line", points=0.75, dash="sysDash", line="accent4", fill=None)
_SIGN = ShapeStyle("rect", line=None)
_YOUTH_SIZE, _TEXT_IN_ELLIPSE = 13, 0.66
_YOUTH = ShapeStyle("ellipse", fill="accent1", points=1.0)


def shapes(entries: Sequence[MapEntry], youth: str, names: Names, layout: Layout) -> list[Shape]:
    """Return all shapes of the map, those in front last."""
    return [
        *_rings(layout),
        *_dividers(layout),
        *_signs(names, layout),
        *_captions(names, layout),
        *_people(entries, names, layout),
        _youth(youth, layout),
        *_left_out(layout),
    ]


def _rings(layout: Layout) -> Iterator[Shape]:
    for number in range(len(layout.rings), 0, -1):
        out = layout.rings[number - 1]
        size = 2 * layout.frame.across * out, 2 * layout.frame.down * out
        yield Shape(f"Ring {number}", 0, 0, *size, _INNERMOST if number == 1 else _RING)


def _dividers(layout: Layout) -> Iterator[Shape]:
    for number, angle in enumerate(layout.dividers, 1):
        x, y = layout.frame.at(CORE, angle)
        end_x, end_y = layout.frame.at(1, angle)
        yield Shape(
            f"Skel {number}", (x + end_x) / 2, (y + end_y) / 2, end_x - x, end_y - y, _DIVIDER
        )


def _signs(names: Names, layout: Layout) -> Iterator[Shape]:
    for name, box in zip(names.rings, layout.signs, strict=True):
        yield _labelled(name, box, _SIGN, Line(name, SIGN_STYLE))


def _captions(names: Names, layout: Layout) -> Iterator[Shape]:
    for name, box, style in zip(names.sectors, layout.captions, LOOKS, strict=True):
        filled = ShapeStyle(style.form, style.corner, style.points, style.dash, fill="accent2")
        yield _labelled(name, box, filled, Line(name, CAPTION_STYLE))


def _people(entries: Sequence[MapEntry], names: Names, layout: Layout) -> Iterator[Shape]:
    size = layout.size if layout.size < NAME_SIZE else None
    for number, (entry, box) in enumerate(zip(entries, layout.people, strict=True), 1):
        if box is not None:
            lines = [Line(entry.name, NAME_STYLE, size)]
            if entry.relation and layout.relations:
                lines.append(Line(entry.relation, RELATION_STYLE))
            name = f"{names.sectors[entry.sector]} {number}"
            yield _labelled(name, box, LOOKS[entry.sector], *lines)


def _youth(name: str, layout: Layout) -> Shape:
    size = 2 * layout.frame.across * CORE * 0.92, 2 * layout.frame.down * CORE * 0.92
    longest = max(width_of(word, _YOUTH_SIZE) for word in name.split())
    points = _YOUTH_SIZE * min(1.0, size[0] * _TEXT_IN_ELLIPSE / longest)
    return Shape("Midten", 0, 0, *size, _YOUTH, (Line(name, YOUTH_STYLE, int(points * 2) / 2),))


def _left_out(layout: Layout) -> Iterator[Shape]:
    """Yield a note in the lower corner about people listed only in the table, if any."""
    if number := layout.people.count(None):
        text = f"{number} mere i tabellen"
        width, height = width_of(text, RELATION_SIZE) + 4, 5.0
        box = Box(width / 2 - layout.frame.across, layout.frame.down, width, height)
        yield _labelled("Ikke plads", box, _SIGN, Line(text, SIGN_STYLE))


def _labelled(name: str, box: Box, style: ShapeStyle, *lines: Line) -> Shape:
    return Shape(name, box.x, box.y, box.width, box.height, style, lines)
