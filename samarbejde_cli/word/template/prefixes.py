"""Gives a part's namespaces the prefixes that Word gives them, all declared at the root.

Another program may call WordprocessingML ``ns0``, make it the default, or declare it further down.
What the engine writes has Word's own prefixes, so the part that it is written into must know them.
"""

from lxml import etree

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element

USUAL = {
    "w": ns.WORD,
    "w14": ns.WORD14,
    "r": ns.RELATED,
    "wp": ns.PLACED,
    "a": ns.DRAWING,
    "pic": ns.PICTURE,
    "mc": ns.COMPATIBLE,
    "wps": ns.SHAPE,
    "cp": ns.CORE_PROPERTIES,
    "dc": ns.DUBLIN_CORE,
    "dcterms": ns.DUBLIN_CORE_TERMS,
    "xsi": ns.SCHEMA_INSTANCE,
}
_NEEDED = {
    USUAL["w"]: ("w",),
    USUAL["cp"]: ("cp", "dc", "dcterms", "xsi"),
}
"""The prefixes that the engine writes without declaring them, by the namespace of the root."""
_PREFIXES = {uri: prefix for prefix, uri in USUAL.items()}
_MOVED = (ns.RUN_PROPERTIES_TAG, ns.PARAGRAPH_PROPERTIES_TAG, f"{ns.A}blip")
"""What the engine writes again in other places, without declarations."""
_DECLARATION = lazy_pattern(r'\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')
_LISTS = (
    "Ignorable", "MustUnderstand", "ProcessContent", "PreserveElements", "PreserveAttributes",
)  # fmt: skip
_REQUIRES = "Requires"


def with_usual_prefixes(root: Element) -> Element:
    """Return the root, or a new one that holds the same, with Word's prefixes declared at it."""
    needed = _NEEDED.get(etree.QName(root).namespace or "", ())
    declared = _declared(root) if needed else []
    if not needed or _is_usual(root, declared, needed):
        return root
    prefixes = _chosen(declared, needed)
    for node in root.iter("*"):
        _rename_in_lists(node, prefixes)
    new = etree.Element(root.tag, dict(root.attrib), {p: uri for uri, p in prefixes.items()})
    new.text = root.text
    new.extend(list(root))
    return new


def _declared(root: Element) -> list[tuple[str | None, str]]:
    """Return what all elements declare, the root's own first; ``xml`` is never declared."""
    own = list(root.nsmap.items())
    found = _DECLARATION.findall(etree.tostring(root, encoding="unicode", with_tail=False))
    below = [(prefix or None, double or single) for prefix, double, single in found]
    return [*own, *below[len(own) :]]


def _is_usual(
    root: Element, declared: list[tuple[str | None, str]], needed: tuple[str, ...]
) -> bool:
    below = declared[len(root.nsmap) :]
    return (
        all(root.nsmap.get(prefix) == USUAL[prefix] for prefix in needed)
        and all(_PREFIXES.get(uri, prefix) == prefix for prefix, uri in declared)
        and all(USUAL.get(prefix or "", uri) == uri for prefix, uri in declared)
        and not (below and any(_is_moved_away(each, root) for each in root.iter(*_MOVED)))
    )


def _is_moved_away(properties: Element, root: Element) -> bool:
    """Say whether properties have a namespace that is unknown where they are written again."""
    around = properties.getparent() if properties.tag == f"{ns.A}blip" else root
    known = {*around.nsmap.values(), ns.XML}
    names = (name for node in properties.iter("*") for name in (node.tag, *node.attrib))
    return any(name[0] == "{" and name[1:].partition("}")[0] not in known for name in names)


def _chosen(declared: list[tuple[str | None, str]], needed: tuple[str, ...]) -> dict[str, str]:
    """Return one prefix for each namespace: Word's own, else the first that it had."""
    chosen = {USUAL[prefix]: prefix for prefix in needed}
    for prefix, uri in declared:
        if uri in chosen or not uri:
            continue
        wanted = _PREFIXES.get(uri) or prefix or "ns"
        taken = {*chosen.values(), *(USUAL if uri not in _PREFIXES else ())}
        names = (wanted, *(f"{wanted}_{number}" for number in range(len(declared) + 1)))
        chosen[uri] = next(name for name in names if name not in taken)
    return chosen


def _rename_in_lists(node: Element, prefixes: dict[str, str]) -> None:
    """Change the prefixes that an attribute names, say those that a reader may ignore."""
    keys = [f"{ns.MC}{name}" for name in _LISTS] + [_REQUIRES] * (node.tag == f"{ns.MC}Choice")
    for key in keys:
        if named := node.get(key):
            node.set(key, " ".join(_renamed(each, node, prefixes) for each in named.split()))


def _renamed(name: str, node: Element, prefixes: dict[str, str]) -> str:
    prefix, colon, rest = name.partition(":")
    return f"{prefixes.get(node.nsmap.get(prefix, ''), prefix)}{colon}{rest}"
