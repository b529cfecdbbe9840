"""A frame that a picture is put into: the engine fills the one whose alt text is a field."""

import struct
import zlib

Xml = str
FRAME_FILE, FRAME_ID = "word/media/ramme.png", "ramme"
"""The empty picture that stands in a template, and the id by which a part knows it."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_MILLIMETRE = 36_000


def frame(value: str, width: int, height: int) -> Xml:
    """Return a paragraph with a frame of so many millimetres for the picture of a field."""
    size = f'cx="{width * _MILLIMETRE}" cy="{height * _MILLIMETRE}"'
    words = f'name="Billede" descr="{{{{ {value} }}}}"'
    picture = f"{_DRAWING}/picture"
    return (
        '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {size}/><wp:docPr id="1" {words}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{picture}">'
        f'<pic:pic xmlns:pic="{picture}"><pic:nvPicPr><pic:cNvPr id="1" name="Billede"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{FRAME_ID}"/><a:stretch>'
        f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def empty_picture() -> bytes:
    """Return a light grey PNG of one point."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\x00\xe0")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
