"""Relations: the arrows from a part, or from the package, to other parts and to addresses."""

import posixpath
from collections.abc import Iterable

from samarbejde_cli.lazy import frozen
from samarbejde_cli.word.opc.namespaces import HEADING, RELATION, RELATIONSHIPS, Element

_START = f'{HEADING}<Relationships xmlns="{RELATIONSHIPS}">'.encode()
_END = b"</Relationships>"
_EXTERNAL = ' TargetMode="External"'


@frozen
class Relation:
    """One arrow from a part to another part or to an address outside the file."""

    id: str
    kind: str
    target: str
    external: bool


def relations_name(part: str) -> str:
    """Return the name of the part that holds another part's relations; ``""`` is the package."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def target_name(part: str, target: str) -> str:
    """Return the name of the part that a relation of ``part`` with this target leads to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def last_step(uri: str) -> str:
    """Return what a relation is for: ``header``, ``image``, ``styles``."""
    return uri.rstrip("/").rpartition("/")[2]


def relation_of(entry: Element) -> Relation:
    """Return the relation of an element of a ``.rels`` part."""
    external = entry.get("TargetMode") == "External"
    return Relation(entry.get("Id", ""), entry.get("Type", ""), entry.get("Target", ""), external)


def relations_in(root: Element) -> tuple[Relation, ...]:
    """Return the relations that a ``.rels`` part lists."""
    return tuple(relation_of(each) for each in root.iter(RELATION))


def with_relations(part: bytes, added: Iterable[Relation]) -> bytes:
    """Return a ``.rels`` part, made by this function or empty, with more relations."""
    from html import escape  # noqa: PLC0415 — all that HTML calls a character comes with it

    lines = "".join(
        f'<Relationship Id="{escape(each.id)}" Type="{escape(each.kind)}" '
        f'Target="{escape(each.target)}"{_EXTERNAL if each.external else ""}/>'
        for each in added
    )
    return (part.removesuffix(_END) or _START) + lines.encode() + _END if lines else part
