"""Pictures: what kind they are and how big."""

import re
import struct

from samarbejde_cli.word.mistakes import PictureError
from samarbejde_cli.word.values import MeasuredPicture

_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


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
