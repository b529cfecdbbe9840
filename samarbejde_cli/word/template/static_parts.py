"""What every document made from a template shares, prepared once: types, properties, bytes."""

import re
from collections.abc import Collection
from urllib.parse import unquote_to_bytes

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.opc import content_types
from samarbejde_cli.word.opc.namespaces import CORE_RELATION
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_names import CORE, TYPES
from samarbejde_cli.word.opc.relations import relations_name
from samarbejde_cli.word.opc.zip_files import Base, make_base
from samarbejde_cli.word.template import core_properties, pictures

_QUOTED_TAG = lazy_pattern(rb"%7B%7B[^<>\"']*?%7D%7D", re.IGNORECASE)


def as_finished_document(package: Package) -> Package:
    """Return the package of a document: not a template, able to hold pictures and properties."""
    return _with_picture_types(_with_core_properties(_as_document(package)))


def core_name(package: Package) -> str:
    """Return the name of the part for the file's properties; some programs have their own."""
    found = (part for part, kind in package.types.items() if kind == content_types.CORE)
    return next(found, CORE)


def unquoted_tags(relations: bytes) -> bytes:
    """Return relations with the tags in their addresses as they were typed: Word quotes them."""
    return _QUOTED_TAG.sub(
        lambda found: unquote_to_bytes(found[0]).replace(b"<", b"&lt;"), relations
    )


def static_base(package: Package, dynamic: Collection[str]) -> Base:
    """Return all parts but the dynamic ones, laid out to be copied."""
    static = [part for part in package.parts.values() if part.name not in dynamic]
    static.sort(key=lambda part: part.name != TYPES)
    return make_base((p.name, p.method, p.stored, p.crc, len(p.data)) for p in static)


def _as_document(package: Package) -> Package:
    """Return a Word template (.dotx) as the document that it is the template of."""
    if package.types[package.main] != content_types.WORD_TEMPLATE:
        return package
    types = package.parts[TYPES].data
    return package.with_part(
        TYPES, types.replace(content_types.WORD_TEMPLATE.encode(), content_types.MAIN.encode())
    )


def _with_picture_types(package: Package) -> Package:
    known = content_types.listed_types(package.tree(TYPES))
    added = [
        {"Extension": extension, "ContentType": kind}
        for extension, kind in pictures.TYPES.items()
        if extension not in known
    ]
    return package.with_added(TYPES, "Default", *added) if added else package


def _with_core_properties(package: Package) -> Package:
    """Return the package with a part for the file's properties, if it had none."""
    if core_name(package) in package.parts:
        return package
    package = package.with_part(CORE, core_properties.EMPTY.encode())
    override = {"PartName": f"/{CORE}", "ContentType": content_types.CORE}
    relation = {
        "Id": "rIdSamarbejde",
        "Type": CORE_RELATION,
        "Target": CORE,
    }
    package = package.with_added(TYPES, "Override", override)
    if relations_name("") not in package.parts:
        return package
    return package.with_added(relations_name(""), "Relationship", relation)
