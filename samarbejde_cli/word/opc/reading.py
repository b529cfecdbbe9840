"""Reads a Word file as a package of parts, and refuses what is not safe or not Word."""

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.mistakes import RefusedError, refused
from samarbejde_cli.word.opc import content_types
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.characters import has_reserved
from samarbejde_cli.word.opc.namespaces import STRICT
from samarbejde_cli.word.opc.package import Package, Part
from samarbejde_cli.word.opc.part_names import TYPES
from samarbejde_cli.word.opc.part_xml import SAVE_AS, doctype_error, parse
from samarbejde_cli.word.opc.relations import relations_in, relations_name, target_name
from samarbejde_cli.word.opc.zip_files import inflated

MAX_ENTRIES = 5_000
MAX_PART = 64 * 1024 * 1024
MAX_TOTAL = 256 * 1024 * 1024
MAX_RATIO = 500
SMALL = 1024 * 1024
"""A part below this size may be compressed as well as it likes."""
KEPT = 400 * 1024
"""The trees of parts are kept as long as the parts together are smaller; beyond that the memory
costs more time than to read them again."""

_ODD_NAME = lazy_pattern(r"[\\:\x00-\x1f]|(^|/)\.{1,2}(/|$)|//")
_MAINS = (content_types.MAIN, content_types.WORD_TEMPLATE)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WIDE_DOCTYPES = ("<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_PLAIN = frozenset({f"{ns.W}styles", f"{ns.W}fonts", f"{ns.W}webSettings", f"{ns.A}theme"})
"""The roots of parts that hold no content: most of a file's XML."""
UNREADABLE = (
    *(BadZipFile, zlib.error, struct.error, ValueError, EOFError, OSError),
    *(LookupError, RuntimeError, OverflowError),
)
"""What Python's zipfile raises for files that are no sound archive."""
_LOCAL_HEADER = 30


def read_package(data: bytes, name: str) -> Package:
    """Take a Word file apart.

    Raises RefusedError for anything but a Word document or template without macros, passwords,
    document type definitions, odd part names or unreasonable sizes.
    """
    _refuse_other_kinds(data, name)
    parts = read_archive(data, name)
    types = _content_types(parts, name)
    main = _main_part(parts, types, name)
    others = {part: content_types.XML for part, kind in types.items() if kind in _MAINS}
    return Package(name, parts, types | others | {main: types[main]}, main)


def read_archive(data: bytes, name: str) -> dict[str, Part]:
    """Return the parts of any Office file, by name; RefusedError if they are not safe to read."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = {part.name: part for part in _read_parts(archive, data, name)}
    except UNREADABLE as reason:
        raise refused(name, "damaged", "Filen er beskadiget.", SAVE_AS) from reason
    _refuse_unsafe_content(parts, name)
    return parts | {part.name: part for part in _parsed(parts.values(), name)}


def _parsed(parts: Iterable[Part], name: str) -> Iterator[Part]:
    """Yield the parts that are XML, with what their trees tell, and small trees themselves.

    The biggest are read first: the others take the memory of those that are not kept. Raises
    RefusedError.
    """
    kept = 0
    for part in sorted(filter(_is_xml, parts), key=lambda part: -len(part.data)):
        root = parse(part.data, name)
        is_kept = kept + len(part.data) <= KEPT
        kept += len(part.data) * is_kept
        yield replace(part, tree=root if is_kept else None, is_plain=root.tag in _PLAIN)


def _is_xml(part: Part) -> bool:
    return part.name.endswith((".xml", ".rels"))


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if data.startswith(b"PK"):
        return
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if _ENCRYPTED in data:
            hint = "Fjern adgangskoden i Word (Filer > Oplysninger > Beskyt dokument)."
            raise refused(name, "encrypted", "Filen er beskyttet med adgangskode.", hint)
        raise refused(name, "other_kind", "Filen er i det gamle Word-format (.doc).", SAVE_AS)
    if not data:
        hint = "Hent den igen, eller bed om at få den sendt en gang til."
        raise refused(name, "other_kind", "Filen er tom og ikke en Word-fil.", hint)
    kinds = {b"%PDF": "en PDF-fil", b"{\\rtf": "en RTF-fil", b"": "ikke en Word-fil"}
    kind = next(kind for start, kind in kinds.items() if data.startswith(start))
    though = ", selv om den hedder .docx" if name.lower().endswith(".docx") else ""
    raise refused(name, "other_kind", f"Filen er {kind}{though}.", SAVE_AS)


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
            raise refused(name, "odd_names", f"Filen indeholder delen {part!r} to gange.", SAVE_AS)
        seen.add(part.casefold())
        if part.startswith("/") or _ODD_NAME.search(part):
            raise refused(name, "odd_names", f"Filen har en del med navnet {part!r}.", SAVE_AS)
        if entry.flag_bits & 1:
            raise refused(name, "encrypted", "Filen er beskyttet med adgangskode.", SAVE_AS)
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise refused(name, "damaged", "Filen er pakket på en ukendt måde.", SAVE_AS)


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
    content = stored if entry.compress_type == ZIP_STORED else inflated(stored, entry.file_size)
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise refused(name, "damaged", f"Filen er beskadiget i delen {entry.filename!r}.")
    return Part(entry.filename, content, entry.compress_type, stored, entry.CRC)


def _refuse_unsafe_content(parts: dict[str, Part], name: str) -> None:
    for part in parts.values():
        if part.name.lower().endswith(("vbaproject.bin", "vbadata.xml")):
            raise _macros(name)
        if _is_xml(part):
            if _has_doctype(part.data):
                raise doctype_error(name)
            _refuse_reserved(part, name)


def _has_doctype(data: bytes) -> bool:
    wide = b"\0" in data and any(doctype in data for doctype in _WIDE_DOCTYPES)
    return wide or b"<!DOCTYPE" in data


def _refuse_reserved(part: Part, name: str) -> None:
    if has_reserved(part.data):
        message = "Filen indeholder skjulte tegn, som ikke må bruges i tekst."
        raise refused(name, "reserved", message, SAVE_AS)


def _macros(name: str) -> RefusedError:
    hint = "Gem den i Word som »Word-dokument (.docx)«; så følger makroerne ikke med."
    return refused(name, "macros", "Filen indeholder makroer.", hint)


def _content_types(parts: dict[str, Part], name: str) -> dict[str, str]:
    if TYPES not in parts:
        if "mimetype" in parts:
            raise refused(name, "other_kind", "Filen er et OpenDocument-dokument.", SAVE_AS)
        raise refused(name, "other_kind", "Filen er ikke en Word-fil.", SAVE_AS)
    types = parts[TYPES]
    root = parse(types.data, name) if types.tree is None else types.tree
    listed = content_types.listed_types(root)
    if any("macroEnabled" in kind for kind in listed.values()):
        raise _macros(name)
    return {part: content_types.type_of(listed, part) for part in parts}


def _pointed_to(parts: dict[str, Part], name: str) -> set[str]:
    """Return the parts that the file says are its document."""
    relations = parts.get(relations_name(""))
    return {
        target_name("", each.target)
        for each in (relations_in(parse(relations.data, name)) if relations else ())
        if each.kind.endswith("/officeDocument")
    }


def _main_part(parts: dict[str, Part], types: dict[str, str], name: str) -> str:
    found = [part for part, kind in types.items() if kind in _MAINS]
    if len(found) > 1:  # some programs call all XML the main part, unless it is said otherwise
        pointed = _pointed_to(parts, name)
        found = [part for part in found if part in pointed]
    if len(found) != 1:
        raise refused(name, "other_kind", "Filen er ikke et Word-dokument.", SAVE_AS)
    if STRICT.encode() in parts[found[0]].data[:4096]:
        hint = "Gem den i Word som »Word-dokument (.docx)«, ikke som »Strict Open XML«."
        raise refused(name, "other_kind", "Filen er gemt som Strict Open XML.", hint)
    return found[0]
