"""A Word file taken apart: its parts, their content types and where they point."""

import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import field, replace
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED

from lxml import etree

from samarbejde_cli.lazy import frozen
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.part_names import TYPES
from samarbejde_cli.word.opc.part_xml import parse, write_xml
from samarbejde_cli.word.opc.relations import (
    Relation,
    last_step,
    relation_of,
    relations_in,
    relations_name,
    target_name,
)
from samarbejde_cli.word.opc.zip_files import deflated

PartChange: TypeAlias = Callable[[str, str], str]
"""Returns the XML that a part shall have, by the name and the XML that it has."""


@frozen
class Part:
    """One file in the package: its bytes, and the same bytes as the template stores them.

    ``tree`` is what was read of it, if that was kept; nobody changes it. One that ``is_plain``
    holds no content, as its root says: styles, fonts.
    """

    name: str
    data: bytes
    method: int
    stored: bytes
    crc: int
    tree: Element = field(default=None, compare=False, repr=False)
    is_plain: bool = False


@frozen
class Package:
    """A Word file taken apart; ``types`` maps each part's name to its content type."""

    name: str
    parts: dict[str, Part]
    types: dict[str, str]
    main: str

    def contents(self) -> Iterator[tuple[str, Part]]:
        """Yield the parts that may hold text, fields or drawings, each with its name."""
        return ((name, part) for name, part in self.parts.items() if not part.is_plain)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return where a part points; ``""`` asks for the package as a whole."""
        found = self.parts.get(relations_name(part))
        return relations_in(self.tree(found.name)) if found else ()

    def target(self, part: str, relation: Relation) -> str:
        """Return the name of the part inside the file that a relation of ``part`` points to."""
        return target_name(part, relation.target)

    def related(self, part: str, kind: str) -> str:
        """Return the part that another one refers to as its ``styles``; empty if there is none."""
        found = (self.target(part, r) for r in self.relations(part) if last_step(r.kind) == kind)
        return next((name for name in found if name in self.parts), "")

    def root(self, part: str) -> Element:
        """Return a new tree of a part. Raises RefusedError for broken XML."""
        kept = self.parts[part].tree
        return parse(self.parts[part].data, self.name) if kept is None else deepcopy(kept)

    def tree(self, part: str) -> Element:
        """Return a tree of a part, to be read only. Raises RefusedError for broken XML."""
        kept = self.parts[part].tree
        return parse(self.parts[part].data, self.name) if kept is None else kept

    def is_xml(self, part: str) -> bool:
        """Say whether a part is XML by its name or by its content type."""
        return part.lower().endswith((".xml", ".rels")) or self.types.get(part, "").endswith("xml")

    def with_root(self, part: str, root: Element) -> "Package":
        """Return the package with the tree of one part changed."""
        return self.with_part(part, write_xml(root))

    def without_elements(
        self, part: str, chosen: Callable[[Element], Iterable[Element]]
    ) -> "Package":
        """Return the package without the elements that ``chosen`` finds in the tree of a part."""
        if not any(True for _ in chosen(self.tree(part))):
            return self
        root = self.root(part)
        for each in list(chosen(root)):
            each.getparent().remove(each)
        return self.with_root(part, root)

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
        for name in (TYPES, *pointing) if names else ():
            package = _without_entries(package, name, names)
        return package

    def changed(self, change: PartChange) -> "Package":
        """Return the package with ``change`` made to the XML of every part in ``word/``.

        All parts are deflated again; one that is no UTF-8 keeps its content.
        """
        parts = {name: _part(name, _changed(part, change)) for name, part in self.parts.items()}
        return replace(self, parts=parts)

    def with_added(self, name: str, element: str, *each: Mapping[str, str]) -> "Package":
        """Return the package with elements of these attributes in a list of types or relations."""
        root = self.root(name)
        for attributes in each:
            etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{element}", dict(attributes))
        return self.with_root(name, root)


def _without_entries(package: Package, name: str, gone: Collection[str]) -> Package:
    owner = name.replace("_rels/", "").removesuffix(".rels")
    return package.without_elements(
        name,
        lambda root: [
            each
            for each in root
            if each.get("PartName", "").removeprefix("/") in gone
            or (each.get("Target") and package.target(owner, relation_of(each)) in gone)
        ],
    )


def _changed(part: Part, change: PartChange) -> bytes:
    if not (part.name.startswith("word/") and part.name.endswith(".xml")):
        return part.data
    try:
        return change(part.name, part.data.decode()).encode()
    except UnicodeDecodeError:
        return part.data


def _part(name: str, data: bytes) -> Part:
    return Part(name, data, ZIP_DEFLATED, deflated(data), zlib.crc32(data))
