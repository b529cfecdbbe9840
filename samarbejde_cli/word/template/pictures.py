"""Pictures: the XML, relations and content types that Word wants."""

from dataclasses import field
from hashlib import sha256

from samarbejde_cli.lazy import mutable
from samarbejde_cli.word.measuring import measure_picture
from samarbejde_cli.word.mistakes import PictureError
from samarbejde_cli.word.opc.namespaces import DRAWING, PICTURE, PLACED, RELATED, SVG
from samarbejde_cli.word.opc.relations import Relation
from samarbejde_cli.word.opc.units import EMU_PER_MM
from samarbejde_cli.word.template import markup
from samarbejde_cli.word.values import Picture

IMAGE_RELATION = f"{RELATED}/image"
TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


@mutable
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
