"""Shapes that can be edited in Word, as DrawingML and, for older programs, as VML.

A shape is plain data in millimetres; this module alone knows how Word writes it down. Colours are
those of the theme, so that the municipality's own come in by themselves; VML knows no theme and
gets black and grey.
"""

from collections.abc import Sequence
from html import escape

from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.characters import without_illegal
from samarbejde_cli.word.opc.units import EMU_PER_MM, EMU_PER_POINT
from samarbejde_cli.word.values import Line, Shape, ShapeStyle

_FIRST_ID = 5_000
_SPACES = (
    f'xmlns:a="{ns.DRAWING}" xmlns:wpg="{ns.SHAPE_GROUP}" xmlns:wps="{ns.SHAPE}" '
    f'xmlns:w="{ns.WORD}"'
)
_VML_SPACES = f'xmlns:w="{ns.WORD}" xmlns:v="{ns.VML}" xmlns:o="{ns.VML_OFFICE}"'
_GREYS = {"accent1": "#333333", "accent2": "#f2f2f2", "accent4": "#8c8c8c", "lt1": "white"}
_VML_PER_MM = 10


def group(shapes: Sequence[Shape], width: int, height: int, about: str) -> str:
    """Return the ``a:graphic`` of a group of shapes in a frame of this size, in Word's units.

    The shape behind all others says what the drawing is ``about``: LibreOffice forgets the words
    of a group, and keeps those of each shape.
    """
    frame = f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
    child = f'<a:chOff x="0" y="0"/><a:chExt cx="{width}" cy="{height}"/>'
    inner = "".join(
        _drawn(shape, number, width, height, _said(shape) if number > _FIRST_ID else about)
        for number, shape in enumerate(shapes, _FIRST_ID)
    )
    return (
        f'<a:graphic {_SPACES}><a:graphicData uri="{ns.SHAPE_GROUP}"><wpg:wgp>'
        f"<wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{frame}{child}</a:xfrm></wpg:grpSpPr>{inner}"
        "</wpg:wgp></a:graphicData></a:graphic>"
    )


def fallback(shapes: Sequence[Shape], width: int, height: int, about: str) -> str:
    """Return the same group for programs that do not know Word's shapes of 2010."""
    wide, high = (round(side / EMU_PER_MM * _VML_PER_MM) for side in (width, height))
    size = f"width:{width / EMU_PER_POINT:.1f}pt;height:{height / EMU_PER_POINT:.1f}pt"
    inner = "".join(_vml(shape, wide, high) for shape in shapes)
    return (
        f'<mc:Fallback xmlns:mc="{ns.COMPATIBLE}"><w:pict {_VML_SPACES}>'
        f'<v:group style="{size}" coordorigin="0,0" coordsize="{wide},{high}" '
        f'alt="{_escaped(about)}">{inner}</v:group></w:pict></mc:Fallback>'
    )


def _escaped(text: str) -> str:
    return escape(without_illegal(text))


def _said(shape: Shape) -> str:
    """Return what is read aloud in the place of a shape."""
    return ", ".join(line.text for line in shape.lines) or shape.name


def _drawn(shape: Shape, number: int, width: int, height: int, about: str) -> str:
    wide, high = abs(round(shape.width * EMU_PER_MM)), abs(round(shape.height * EMU_PER_MM))
    left = round(width / 2 + shape.x * EMU_PER_MM) - wide // 2
    top = round(height / 2 + shape.y * EMU_PER_MM) - high // 2
    turned = ' flipH="1"' * (shape.width < 0) + ' flipV="1"' * (shape.height < 0)
    corner = shape.style.corner
    guide = "" if corner is None else f'<a:gd name="adj" fmla="val {corner}"/>'
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{_escaped(shape.name)}" '
        f'descr="{_escaped(about)}"/><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm{turned}><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/>'
        f'</a:xfrm><a:prstGeom prst="{shape.style.form}"><a:avLst>{guide}</a:avLst></a:prstGeom>'
        f"{_fill_and_outline(shape.style)}</wps:spPr>{_text_box(shape)}</wps:wsp>"
    )


def _fill_and_outline(style: ShapeStyle) -> str:
    fill = _solid(style.fill) if style.fill else "<a:noFill/>"
    if style.line is None:
        return f"{fill}<a:ln><a:noFill/></a:ln>"
    dash = f'<a:prstDash val="{style.dash}"/>'
    return (
        f'{fill}<a:ln w="{round(style.points * EMU_PER_POINT)}">{_solid(style.line)}{dash}</a:ln>'
    )


def _solid(color: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'


def _text_box(shape: Shape) -> str:
    insets = 'lIns="25400" tIns="12700" rIns="25400" bIns="12700"'
    body = f'<wps:bodyPr rot="0" vert="horz" wrap="square" {insets} anchor="ctr"><a:noAutofit/>'
    text = f"<wps:txbx>{_paragraphs(shape)}</wps:txbx>" if shape.lines else ""
    return f"{text}{body}</wps:bodyPr>"


def _paragraphs(shape: Shape) -> str:
    return f"<w:txbxContent>{''.join(map(_paragraph, shape.lines))}</w:txbxContent>"


def _paragraph(line: Line) -> str:
    text = escape(without_illegal(line.text), quote=False)
    half = round((line.points or 0) * 2)
    size = f'<w:rPr><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>' if half else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{line.style}"/></w:pPr><w:r>{size}'
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def _vml(shape: Shape, wide: int, high: int) -> str:
    width, height = (round(side * _VML_PER_MM) for side in (shape.width, shape.height))
    x, y = (round(at * _VML_PER_MM) for at in (shape.x, shape.y))
    left, top = wide // 2 + x - width // 2, high // 2 + y - height // 2
    style = shape.style
    stroke = f'<v:stroke dashstyle="{"solid" if style.dash == "solid" else "dash"}"/>'
    if style.form == "line":
        ends = sorted([(top, left), (top + height, left + width)])  # from the top: some need that
        (from_y, from_x), (to_y, to_x) = ends
        places = f'from="{from_x},{from_y}" to="{to_x},{to_y}"'
        return f"<v:line {places} {_vml_outline(style)}>{stroke}</v:line>"
    kind = {"ellipse": "oval", "roundRect": "roundrect"}.get(style.form, "rect")
    place = f"position:absolute;left:{left};top:{top};width:{width};height:{height}"
    fill = f'fillcolor="{_GREYS[style.fill]}"' if style.fill else 'filled="f"'
    css = f'style="{place};v-text-anchor:middle"'
    inner = stroke + _vml_text(shape)
    return f"<v:{kind} {css} {fill} {_vml_outline(style)}>{inner}</v:{kind}>"


def _vml_outline(style: ShapeStyle) -> str:
    if style.line is None:
        return 'stroked="f"'
    return f'strokecolor="{_GREYS[style.line]}" strokeweight="{style.points}pt"'


def _vml_text(shape: Shape) -> str:
    inset = 'inset="0.7mm,0.3mm,0.7mm,0.3mm"'
    return f"<v:textbox {inset}>{_paragraphs(shape)}</v:textbox>" if shape.lines else ""
