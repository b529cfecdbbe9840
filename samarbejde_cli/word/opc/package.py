"""Reads a Word file as a package of parts, and refuses what is not safe or not Word."""

import re
import struct
import zlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from html import escape
from io import BytesIO
from posixpath import join, normpath
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from samarbejde_cli.word.mistakes import RefusedError, refused
from samarbejde_cli.word.opc.namespaces import CONTENT_TYPES, RELATIONSHIPS, Element
from samarbejde_cli.word.template.tags import RESERVED

MAX_ENTRIES = 5_000
MAX_PART = 64 * 1024 * 1024
MAX_TOTAL = 256 * 1024 * 1024
MAX_RATIO = 500
SMALL = 1024 * 1024
"""A part below this size may be compressed as well as it likes."""

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MAINS = (MAIN, WORD_TEMPLATE)
_SAVE_AS = "Åbn filen i Word, og gem den som almindeligt Word-dokument (.docx)."
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
UNREADABLE = (
    *(BadZipFile, zlib.error, struct.error, ValueError, EOFError, OSError),
    *(LookupError, RuntimeError, OverflowError),
)
"""What Python's zipfile raises for files that are no sound archive."""
_START = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Relationships xmlns="{RELATIONSHIPS}">'
).encode()
_END = b"</Relationships>"
_CONTENT_TYPES = "[Content_Types].xml"
_EXTERNAL = ' TargetMode="External"'
_LOCAL_HEADER = 30


Paint: TypeAlias = Callable[[str, str], str]
"""Returns the XML that a part shall have, by the name and the XML that it has."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file in the package: its bytes, and the same bytes as the template stores them."""

    name: str
    data: bytes
    method: int
    stored: bytes
    crc: int


@dataclass(frozen=True, slots=True)
class Relation:
    """One arrow from a part to another part or to an address outside the file."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file taken apart; ``types`` maps each part's name to its content type."""

    name: str
    parts: dict[str, Part]
    types: dict[str, str]
    main: str

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return where a part points; ``""`` asks for the package as a whole."""
        found = self.parts.get(relations_name(part))
        return read_relations(found.data, self.name) if found else ()

    def target(self, part: str, relation: Relation) -> str:
        """Return the name of the part inside the file that a relation of ``part`` points to."""
        if relation.target.startswith("/"):
            return relation.target.removeprefix("/")
        return normpath(join(part.rpartition("/")[0], relation.target))

    def with_part(self, name: str, data: bytes) -> "Package":
        """Return the package with one part new or changed."""
        part = Part(name, data, ZIP_STORED, data, zlib.crc32(data))
        return replace(self, parts=self.parts | {name: part})

    def without_parts(self, names: Collection[str]) -> "Package":
        """Return the package without some parts, and without what points to them."""
        package = self
        for name in names:
            parts = {n: part for n, part in package.parts.items() if n != name}
            parts.pop(relations_name(name), None)
            types = {n: kind for n, kind in package.types.items() if n in parts}
            package = replace(package, parts=parts, types=types)
        pointing = [name for name in package.parts if name.endswith(".rels")]
        for name in (_CONTENT_TYPES, *pointing) if names else ():
            package = _without_entries(package, name, names)
        return package

    def painted(self, paint: Paint) -> "Package":
        """Return the package with ``paint`` called on the name and text of every part in ``word/``.

        All parts are deflated anew; one that is no UTF-8 keeps its content.
        """
        parts = {name: _deflated(name, _painted(part, paint)) for name, part in self.parts.items()}
        return replace(self, parts=parts)

    def with_added(self, name: str, element: str, attributes: Mapping[str, str]) -> "Package":
        """Return the package with an element more in a list of types or relations."""
        from lxml import etree  # noqa: PLC0415 — lxml is slow to import

        root = parse(self.parts[name].data, self.name)
        etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{element}", dict(attributes))
        return self.with_part(name, serialized(root))


def _without_entries(package: Package, name: str, gone: Collection[str]) -> Package:
    root = parse(package.parts[name].data, package.name)
    owner = name.replace("_rels/", "").removesuffix(".rels")
    dropped = [
        each
        for each in root
        if each.get("PartName", "").removeprefix("/") in gone
        or (each.get("Target") and package.target(owner, _relation(each)) in gone)
    ]
    for each in dropped:
        root.remove(each)
    return package.with_part(name, serialized(root)) if dropped else package


def _painted(part: Part, paint: Paint) -> bytes:
    if not (part.name.startswith("word/") and part.name.endswith(".xml")):
        return part.data
    try:
        return paint(part.name, part.data.decode()).encode()
    except UnicodeDecodeError:
        return part.data


def _deflated(name: str, data: bytes) -> Part:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    stored = packer.compress(data) + packer.flush()
    return Part(name, data, ZIP_DEFLATED, stored, zlib.crc32(data))


def relations_name(part: str) -> str:
    """Return the name of the part that holds another part's relations."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def read_package(data: bytes, name: str) -> Package:
    """Take a Word file apart.

    Raises RefusedError for anything but a Word document or template without macros, passwords,
    document type definitions, odd part names or unreasonable sizes.
    """
    _refuse_other_kinds(data, name)
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = {part.name: part for part in _read_parts(archive, data, name)}
    except UNREADABLE as reason:
        raise refused(name, "damaged", "Filen er beskadiget.", _SAVE_AS) from reason
    _refuse_unsafe_content(parts, name)
    for part in parts.values():
        if part.name.endswith((".xml", ".rels")):
            parse(part.data, name)
    types = _content_types(parts, name)
    main = _main_part(parts, types, name)
    others = {part: "application/xml" for part, kind in types.items() if kind in _MAINS}
    return Package(name, parts, types | others | {main: types[main]}, main)


def parse(data: bytes, name: str) -> Element:
    """Return the root of an XML part; entities are never read. Raises RefusedError if broken."""
    from lxml import etree  # noqa: PLC0415 — lxml is slow to import

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as reason:
        raise refused(name, "damaged", "Filen er beskadiget: XML kan ikke læses.") from reason
    info: Any = root.getroottree().docinfo
    if info.doctype:
        raise _doctype(name)
    return root


def serialized(root: Element) -> bytes:
    """Return a changed part as Word writes it."""
    from lxml import etree  # noqa: PLC0415 — lxml is slow to import

    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data


def read_relations(data: bytes, name: str) -> tuple[Relation, ...]:
    """Return the relations that a ``.rels`` part lists."""
    entries = parse(data, name).iter(f"{{{RELATIONSHIPS}}}Relationship")
    return tuple(_relation(each) for each in entries)


def _relation(entry: Element) -> Relation:
    external = entry.get("TargetMode") == "External"
    return Relation(entry.get("Id", ""), entry.get("Type", ""), entry.get("Target", ""), external)


def with_relations(part: bytes, added: tuple[Relation, ...]) -> bytes:
    """Return a ``.rels`` part, made by this function or empty, with some relations more."""
    lines = "".join(
        f'<Relationship Id="{escape(each.id)}" Type="{escape(each.kind)}" '
        f'Target="{escape(each.target)}"{_EXTERNAL if each.external else ""}/>'
        for each in added
    )
    start = part.removesuffix(_END) or _START
    return start + lines.encode() + _END if added else part


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if data.startswith(b"PK"):
        return
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if _ENCRYPTED in data:
            hint = "Fjern adgangskoden i Word (Filer > Oplysninger > Beskyt dokument)."
            raise refused(name, "encrypted", "Filen er beskyttet med adgangskode.", hint)
        raise refused(name, "other_kind", "Filen er i det gamle Word-format (.doc).", _SAVE_AS)
    kinds = {b"%PDF": "en PDF-fil", b"{\\rtf": "en RTF-fil", b"": "ikke en Word-fil"}
    kind = next(kind for start, kind in kinds.items() if data.startswith(start))
    raise refused(name, "other_kind", f"Filen er {kind}, selv om den hedder .docx.", _SAVE_AS)


def _read_parts(archive: ZipFile, data: bytes, name: str) -> list[Part]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _refuse_odd_entries(entries, name)
    _refuse_bombs(entries, name)
    return [_read_part(entry, data, name) for entry in entries]


def _refuse_odd_entries(entries: list[ZipInfo], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        part = entry.orig_filename
        if part.casefold() in seen:
            raise refused(name, "odd_names", f"Filen indeholder delen {part!r} to gange.", _SAVE_AS)
        seen.add(part.casefold())
        if part.startswith("/") or re.search(r"[\\:\x00-\x1f]|(^|/)\.{1,2}(/|$)|//", part):
            raise refused(name, "odd_names", f"Filen har en del med navnet {part!r}.", _SAVE_AS)
        if entry.flag_bits & 1:
            raise refused(name, "encrypted", "Filen er beskyttet med adgangskode.", _SAVE_AS)
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise refused(name, "damaged", "Filen er pakket på en ukendt måde.", _SAVE_AS)


def _refuse_bombs(entries: list[ZipInfo], name: str) -> None:
    total = sum(entry.file_size for entry in entries)
    big = [e for e in entries if e.file_size > SMALL]
    if (
        len(entries) > MAX_ENTRIES
        or total > MAX_TOTAL
        or any(e.file_size > MAX_PART or e.file_size > MAX_RATIO * e.compress_size for e in big)
    ):
        hint = "Gør billederne mindre, og gem filen igen i Word."
        raise refused(name, "too_big", "Filen fylder urimeligt meget, når den pakkes ud.", hint)


def _read_part(entry: ZipInfo, data: bytes, name: str) -> Part:
    start = entry.header_offset
    header = data[start : start + _LOCAL_HEADER]
    if header[:4] != b"PK\x03\x04":
        raise BadZipFile
    skip = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    first = start + _LOCAL_HEADER + skip
    stored = data[first : first + entry.compress_size]
    content = stored if entry.compress_type == ZIP_STORED else _inflated(stored, entry.file_size)
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise refused(name, "damaged", f"Filen er beskadiget i delen {entry.filename!r}.")
    return Part(entry.filename, content, entry.compress_type, stored, entry.CRC)


def _inflated(stored: bytes, size: int) -> bytes:
    return zlib.decompressobj(-15).decompress(stored, size + 1)


def _refuse_unsafe_content(parts: dict[str, Part], name: str) -> None:
    for part in parts.values():
        if part.name.lower().endswith(("vbaproject.bin", "vbadata.xml")):
            raise _macros(name)
        if part.name.endswith((".xml", ".rels")):
            if any(doctype in part.data for doctype in _DOCTYPES):
                raise _doctype(name)
            _refuse_reserved(part, name)


def _refuse_reserved(part: Part, name: str) -> None:
    if b"\xef\xb7" in part.data and RESERVED.search(part.data.decode("utf-8", "ignore")):
        message = "Filen indeholder skjulte tegn, som ikke må bruges i tekst."
        raise refused(name, "reserved", message, _SAVE_AS)


def _macros(name: str) -> RefusedError:
    hint = "Gem den i Word som »Word-dokument (.docx)«; så følger makroerne ikke med."
    return refused(name, "macros", "Filen indeholder makroer.", hint)


def _doctype(name: str) -> RefusedError:
    message = "Filen indeholder en dokumenttype (DTD), som kan skjule skadelig kode."
    return refused(name, "doctype", message, _SAVE_AS)


def _content_types(parts: dict[str, Part], name: str) -> dict[str, str]:
    if _CONTENT_TYPES not in parts:
        if "mimetype" in parts:
            raise refused(name, "other_kind", "Filen er et OpenDocument-dokument.", _SAVE_AS)
        raise refused(name, "other_kind", "Filen er ikke en Word-fil.", _SAVE_AS)
    root = parse(parts[_CONTENT_TYPES].data, name)
    defaults = {
        each.get("Extension", "").lower(): each.get("ContentType", "")
        for each in root.iter(f"{{{CONTENT_TYPES}}}Default")
    }
    overrides = {
        each.get("PartName", "").removeprefix("/"): each.get("ContentType", "")
        for each in root.iter(f"{{{CONTENT_TYPES}}}Override")
    }
    if any("macroEnabled" in kind for kind in overrides.values()):
        raise _macros(name)
    extensions = {part: part.rpartition(".")[2].lower() for part in parts}
    return {part: overrides.get(part) or defaults.get(extensions[part], "") for part in parts}


def _pointed_to(parts: dict[str, Part], name: str) -> set[str]:
    """Return the parts that the file says are its document."""
    relations = parts.get(relations_name(""))
    return {
        normpath(each.target.removeprefix("/"))
        for each in (read_relations(relations.data, name) if relations else ())
        if each.kind.endswith("/officeDocument")
    }


def _main_part(parts: dict[str, Part], types: dict[str, str], name: str) -> str:
    found = [part for part, kind in types.items() if kind in _MAINS]
    if len(found) > 1:  # some programs call all XML the main part, unless it is said otherwise
        pointed = _pointed_to(parts, name)
        found = [part for part in found if part in pointed]
    if len(found) != 1:
        raise refused(name, "other_kind", "Filen er ikke et Word-dokument.", _SAVE_AS)
    if b"purl.oclc.org/ooxml" in parts[found[0]].data[:4096]:
        hint = "Gem den i Word som »Word-dokument (.docx)«, ikke som »Strict Open XML«."
        raise refused(name, "other_kind", "Filen er gemt som Strict Open XML.", hint)
    return found[0]
