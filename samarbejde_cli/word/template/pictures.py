"""Pictures: what kind, how big, and the XML, relations and content types that Word wants."""

import re
import struct
from dataclasses import dataclass, field
from hashlib import sha256

from samarbejde_cli.word.mistakes import PictureError
from samarbejde_cli.word.opc.namespaces import DRAWING, PICTURE, PLACED, RELATED, SVG
from samarbejde_cli.word.opc.relations import Relation
from samarbejde_cli.word.opc.units import EMU_PER_MM
from samarbejde_cli.word.template import markup
from samarbejde_cli.word.values import MeasuredPicture, Picture

IMAGE_RELATION = f"{RELATED}/image"
TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


@dataclass(slots=True)
class Media:
    """The pictures of one part in one render: each is stored once, whatever its uses."""

    files: dict[str, bytes] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def add(self, data: bytes, kind: str) -> str:
        """Store a picture and return the id that the part's XML knows it by."""
        name = f"word/media/{sha256(data).hexdigest()[:24]}.{kind}"
        self.files[name] = data
        return self.ids.setdefault(name, f"rIdBillede{len(self.ids) + 1}")

    def relations(self) -> tuple[Relation, ...]:
        """Return the relations from the part to its pictures."""
        return tuple(
            Relation(key, IMAGE_RELATION, f"/{name}", external=False)
            for name, key in self.ids.items()
        )


def measure_picture(data: bytes) -> MeasuredPicture:
    """Return the kind and the size of a picture. Raises PictureError for what Word cannot show."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return MeasuredPicture("png", *struct.unpack(">II", data[16:24]))
        if data.startswith(b"\xff\xd8"):
            return _measured_jpeg(data)
    except struct.error as reason:
        raise PictureError("Billedet er beskadiget.") from reason
    if b"<svg" in data[:4096]:
        return _measured_svg(data)
    raise PictureError("Billedet er hverken PNG, JPEG eller SVG.")


def _measured_jpeg(data: bytes) -> MeasuredPicture:
    at = 2
    while at < len(data):
        marker, length = struct.unpack(">xBH", data[at : at + 4])
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return MeasuredPicture("jpeg", width, height)
        at += 2 + length
    raise PictureError("Billedet er beskadiget.")


def _measured_svg(data: bytes) -> MeasuredPicture:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<script" in data:
        raise PictureError("SVG-billedet indeholder kode.")
    head = data[data.index(b"<svg") :][:4096].decode("utf-8", "replace")
    box = re.search(r'viewBox="\s*[\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)[ ,]+([\d.]+)', head)
    sides = [re.search(rf'\b{side}="([\d.]+)(?:px|mm|pt)?"', head) for side in ("width", "height")]
    if box:
        return MeasuredPicture("svg", float(box[1]), float(box[2]))
    width, height = (float(side[1]) if side else 1 for side in sides)
    return MeasuredPicture("svg", width, height)


def fitted(data: bytes, width: int, height: int) -> tuple[int, int]:
    """Return the size of a picture that fills a frame as far as its shape allows; PictureError."""
    size = measure_picture(data)
    scale = min(width / max(size.width, 1e-9), height / max(size.height, 1e-9))
    return max(1, round(size.width * scale)), max(1, round(size.height * scale))


def blip(picture: Picture, media: Media) -> str:
    """Return the XML that points to a picture, with the SVG beside its fallback."""
    size = measure_picture(picture.data)
    if size.kind != "svg":
        return f'<a:blip r:embed="{media.add(picture.data, size.kind)}"/>'
    if picture.fallback is None:
        raise PictureError("Et SVG-billede skal have en PNG eller JPEG ved siden af (fallback).")
    other = media.add(picture.fallback, measure_picture(picture.fallback).kind)
    return (
        f'<a:blip r:embed="{other}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">'
        f'<asvg:svgBlip xmlns:asvg="{SVG}" r:embed="{media.add(picture.data, "svg")}"/>'
        "</a:ext></a:extLst></a:blip>"
    )


def inline(picture: Picture, media: Media, fresh: int) -> str:
    """Return a run with a picture of the width that it asks for; ``fresh`` is its id."""
    size = measure_picture(picture.data)
    width = round(picture.width * EMU_PER_MM)
    height = max(1, round(width * size.height / max(size.width, 1e-9)))
    extent = f'cx="{width}" cy="{height}"'
    words = f'name="Billede {fresh}" descr="{markup.attribute(picture.description)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{PLACED}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{fresh}" {words}/>'
        f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{PICTURE}">'
        f'<pic:pic xmlns:pic="{PICTURE}" xmlns:r="{RELATED}"><pic:nvPicPr>'
        f'<pic:cNvPr id="{fresh}" {words}/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip(picture, media)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
