"""The parts that letters bring into a combined file: headers, footers, pictures, charts."""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256

from samarbejde_cli.word.opc.part_editing import BODY, TYPES, Element, read, written

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = f"{{{_PACKAGE}/relationships}}Relationship"
_DEFAULT, _OVERRIDE = (f"{{{_PACKAGE}/content-types}}{name}" for name in ("Default", "Override"))


def relations_of(part: str) -> str:
    """Return the name of the part that holds a part's relations."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def relations(parts: Mapping[str, bytes], part: str) -> Element | None:
    """Return the relations of a part; None when it has none."""
    data = parts.get(relations_of(part))
    return None if data is None else read(data)


def kind_of(relation: Element) -> str:
    """Return what a relation is for: ``header``, ``image``, ``styles``."""
    return str(relation.get("Type")).rpartition("/")[2]


def target_of(part: str, relation: Element) -> str:
    """Return the name of the part that a relation leads to."""
    path = posixpath.join("/", posixpath.dirname(part), relation.get("Target"))
    return posixpath.normpath(path).lstrip("/")


class Pool:
    """The parts of the combined file but its body and styles; a part that is there is not doubled.

    ``shared`` are the kinds of relations of which the file keeps the first letter's.
    """

    def __init__(self, first: Mapping[str, bytes], shared: Iterable[str]) -> None:
        self.shared = frozenset(shared)
        self.types = _types(first)
        self.found: dict[str, bytes] = {}
        self.names: dict[str, str] = {}
        self.relations = read(f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())
        self.links: dict[tuple[str, str], str] = {}
        self._keep_shared(first)

    def _keep_shared(self, first: Mapping[str, bytes]) -> None:
        """Take over what the first letter has only one of, with all that hangs on it."""
        root = relations(first, BODY)
        for relation in () if root is None else root:
            if kind_of(relation) in self.shared:
                self._copy_as_is(first, target_of(BODY, relation))
                self._link(relation.get("Type"), relation.get("Target"), None)
        for name in first:
            if not name.startswith("word/") and name != TYPES and "customXml" not in name:
                self.found[name] = first[name]

    def _copy_as_is(self, first: Mapping[str, bytes], name: str) -> None:
        if name not in first or name in self.found:
            return
        self.found[name] = first[name]
        root = relations(first, name)
        if root is not None:
            self.found[relations_of(name)] = first[relations_of(name)]
            for relation in root:
                if relation.get("TargetMode") != "External":
                    self._copy_as_is(first, target_of(name, relation))

    def brought(
        self, parts: Mapping[str, bytes], owner: str, change: Callable[[bytes], bytes]
    ) -> dict[str, str]:
        """Take over what a letter's part refers to; return the new ids of its relations.

        ``change`` is done to headers and footers.
        """
        types, found = _types(parts), {}
        root = relations(parts, owner)
        for relation in () if root is None else root:
            if kind_of(relation) in self.shared:
                continue
            target, mode = relation.get("Target"), relation.get("TargetMode")
            if mode != "External":
                part = target_of(owner, relation)
                target = f"/{self._copied(parts, types, part, change)}"
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
        root = relations(parts, name)
        for relation in () if root is None else root:
            if relation.get("TargetMode") != "External":
                inner = self._copied(parts, types, target_of(name, relation), change)
                relation.set("Target", f"/{inner}")
        more = b"" if root is None else written(root)
        key = sha256(b"\0".join((data, more, _type_of(types, name).encode()))).hexdigest()
        if key not in self.names:
            new = self.names[key] = self._free_name(name)
            self.found[new] = data
            self.types[f"/{new}"] = _type_of(types, name)
            if root is not None:
                self.found[relations_of(new)] = more
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
            self.relations.append(self.relations.makeelement(_RELATION, values))
        return self.links[kind, target]

    def parts(self) -> dict[str, bytes]:
        """Return all parts, with the list of their types first."""
        known = {f"/{name}" for name in (*self.found, BODY)}
        types = {
            name: kind for name, kind in self.types.items() if name in known or "/" not in name
        }
        return {
            TYPES: _types_part(types),
            **self.found,
            relations_of(BODY): written(self.relations),
        }


def _types(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return content types by a part's name with a slash, or by the ending of names."""
    found = {}
    for each in read(parts[TYPES]):
        key = each.get("PartName") if each.tag == _OVERRIDE else each.get("Extension")
        found[key] = each.get("ContentType")
    return found


def _type_of(types: Mapping[str, str], name: str) -> str:
    return types.get(f"/{name}") or types.get(name.rpartition(".")[2]) or "application/xml"


def _types_part(types: Mapping[str, str]) -> bytes:
    root = read(f'<Types xmlns="{_PACKAGE}/content-types"/>'.encode())
    for key, kind in sorted(types.items(), key=lambda pair: ("/" in pair[0], pair[0])):
        tag, name = (_OVERRIDE, "PartName") if "/" in key else (_DEFAULT, "Extension")
        root.append(root.makeelement(tag, {name: key, "ContentType": kind}))
    return written(root)
