"""Drawings in templates: frames that the program fills, and simple shapes that stay."""

from xml.sax.saxutils import escape

from blocks import Xml

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PER_MILLIMETRE = 36_000


def shape(name: str, about: str, form: str, size: tuple[float, float], text: Xml = "") -> Xml:
    """Return a paragraph with one shape of a preset form; ``size`` is in millimetres.

    ``name`` is what Word calls the shape in its list, ``about`` is read aloud, ``text`` are the
    paragraphs in it. A program that does not know Word's shapes shows nothing.
    """
    box = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    words = f'id="1" name="{escape(name)}" descr="{escape(about)}"'
    inner = (
        f'<a:graphicData uri="{_SHAPE}"><wps:wsp xmlns:wps="{_SHAPE}"><wps:cNvPr {words}/>'
        "<wps:cNvSpPr/><wps:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/>{_extent("a:ext", size)}</a:xfrm><a:prstGeom prst="{form}">'
        '<a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'
        '<a:ln w="12700"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:ln></wps:spPr>'
        f'{box}<wps:bodyPr anchor="ctr"/></wps:wsp></a:graphicData>'
    )
    drawing = _framed(name, about, size, inner)
    tight = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    return (
        f'<w:p><w:pPr><w:keepNext/>{tight}<w:jc w:val="center"/></w:pPr><w:r><mc:AlternateContent '
        f'xmlns:mc="{_COMPATIBLE}" xmlns:wps="{_SHAPE}"><mc:Choice Requires="wps">{drawing}'
        "</mc:Choice><mc:Fallback><w:t></w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def chart(
    name: str, about: str, relation: str, size: tuple[float, float], *, keep: bool = False
) -> Xml:
    """Return a paragraph with the chart of a relation; ``keep`` as in ``blocks.p``."""
    kept = "<w:keepNext/>" if keep else ""
    inner = (
        f'<a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" r:id="{relation}"/>'
        "</a:graphicData>"
    )
    drawing = _framed(name, about, size, inner)
    return f'<w:p><w:pPr>{kept}<w:jc w:val="center"/></w:pPr><w:r>{drawing}</w:r></w:p>'


def _framed(name: str, about: str, size: tuple[float, float], inner: Xml) -> Xml:
    number = sum(map(ord, name))
    words = f'id="{number}" name="{escape(name)}" descr="{escape(about)}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">'
        f'{_extent("wp:extent", size)}<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr {words}/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_MAIN}">{inner}'
        "</a:graphic></wp:inline></w:drawing>"
    )


def _extent(tag: str, size: tuple[float, float]) -> Xml:
    wide, high = (round(side * _PER_MILLIMETRE) for side in size)
    return f'<{tag} cx="{wide}" cy="{high}"/>'
