"""The parts that documents bring into a combined file: headers, footers, pictures, charts."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256

from samarbejde_cli.word.opc.content_types import XML, listed_types, type_of, types_part
from samarbejde_cli.word.opc.namespaces import (
    CUSTOM_RELATION,
    RELATION,
    RELATIONSHIPS,
    Element,
)
from samarbejde_cli.word.opc.part_names import BODY, CUSTOM, TYPES
from samarbejde_cli.word.opc.part_xml import read_xml, write_xml
from samarbejde_cli.word.opc.relations import last_step, relations_name, target_name

_PACKAGE = relations_name("")
_OWN = (TYPES, CUSTOM)
"""Parts that are not the first document's: what it says of itself is not said of the others."""
_NO_RELATIONS = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()


def _relations(parts: Mapping[str, bytes], part: str) -> Element:
    """Return the relations of a part; empty when it has none."""
    return read_xml(parts.get(relations_name(part), _NO_RELATIONS))


def _target(part: str, relation: Element) -> str | None:
    """Return the part that a relation leads to; None if it leads out of the file."""
    is_external = relation.get("TargetMode") == "External"
    return None if is_external else target_name(part, relation.get("Target"))


def _without_custom(parts: Mapping[str, bytes]) -> bytes:
    """Return the relations of a whole file, without that to its custom properties."""
    root = _relations(parts, "")
    for relation in root:
        if relation.get("Type") == CUSTOM_RELATION:
            root.remove(relation)
    return write_xml(root)


class PartPool:
    """The parts of the combined file but its body and styles; a part that is there is not doubled.

    ``shared`` are the kinds of relations of which the file keeps the first document's.
    """

    def __init__(self, first: Mapping[str, bytes], shared: Iterable[str]) -> None:
        self.shared = frozenset(shared)
        self.types = listed_types(read_xml(first[TYPES]))
        self.found: dict[str, bytes] = {}
        self.names: dict[str, str] = {}
        self.relations = read_xml(_NO_RELATIONS)
        self.links: dict[tuple[str, str], str] = {}
        self._keep_shared(first)

    def _keep_shared(self, first: Mapping[str, bytes]) -> None:
        """Take over what the first document has only one of, with everything that it refers to."""
        for relation in _relations(first, BODY):
            if last_step(relation.get("Type")) in self.shared:
                self._copy_as_is(first, target_name(BODY, relation.get("Target")))
                self._link(relation.get("Type"), relation.get("Target"), None)
        for name in first:
            if not name.startswith("word/") and name not in _OWN and "customXml" not in name:
                self.found[name] = first[name]
        self.found[_PACKAGE] = _without_custom(first)

    def _copy_as_is(self, first: Mapping[str, bytes], name: str) -> None:
        if name not in first or name in self.found:
            return
        self.found[name] = first[name]
        if relations_name(name) in first:
            self.found[relations_name(name)] = first[relations_name(name)]
        for relation in _relations(first, name):
            if target := _target(name, relation):
                self._copy_as_is(first, target)

    def take_over(
        self, parts: Mapping[str, bytes], owner: str, change: Callable[[bytes], bytes]
    ) -> dict[str, str]:
        """Take over what a document's part refers to; return the new ids of its relations.

        ``change`` is done to headers and footers.
        """
        types, found = listed_types(read_xml(parts[TYPES])), {}
        for relation in _relations(parts, owner):
            if last_step(relation.get("Type")) in self.shared:
                continue
            target = relation.get("Target")
            if part := _target(owner, relation):
                target = f"/{self._copied(parts, types, part, change)}"
            mode = relation.get("TargetMode")
            found[relation.get("Id")] = self._link(relation.get("Type"), target, mode)
        return found

    def _copied(
        self,
        parts: Mapping[str, bytes],
        types: Mapping[str, str],
        name: str,
        change: Callable[[bytes], bytes],
    ) -> str:
        """Take over a part with its own relations; return the name that it has now."""
        data = parts[name]
        if name.startswith(("word/header", "word/footer")):
            data = change(data)
        root, kind = _relations(parts, name), type_of(types, name) or XML
        for relation in root:
            if target := _target(name, relation):
                relation.set("Target", f"/{self._copied(parts, types, target, change)}")
        relations = write_xml(root) if relations_name(name) in parts else b""
        key = sha256(b"\0".join((data, relations, kind.encode()))).hexdigest()
        if key not in self.names:
            new = self.names[key] = self._free_name(name)
            self.found[new], self.types[f"/{new}"] = data, kind
            if relations:
                self.found[relations_name(new)] = relations
        return self.names[key]

    def _free_name(self, name: str) -> str:
        stem, dot, ending = name.partition(".")
        stem = stem.rstrip("0123456789")
        return f"{stem}{len(self.names) + 1}{dot}{ending}"

    def _link(self, kind: str, target: str, mode: str | None) -> str:
        """Return the id of the body's relation to a part, made now when it is new."""
        if (kind, target) not in self.links:
            new = self.links[kind, target] = f"rId{len(self.links) + 1}"
            values = {"Id": new, "Type": kind, "Target": target}
            values |= {"TargetMode": mode} if mode else {}
            self.relations.append(self.relations.makeelement(RELATION, values))
        return self.links[kind, target]

    def parts(self) -> dict[str, bytes]:
        """Return all parts, with the list of their types first."""
        known = {f"/{name}" for name in (*self.found, BODY)}
        types = {
            name: kind for name, kind in self.types.items() if name in known or "/" not in name
        }
        return {
            TYPES: types_part(types),
            **self.found,
            relations_name(BODY): write_xml(self.relations),
        }
