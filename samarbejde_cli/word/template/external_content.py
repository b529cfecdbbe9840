"""What a Word file would fetch from outside when it is opened: one answer for all commands.

What cannot be opened safely stops a template; a letter that holds it is not verified. What Word
and readers do well without, the template that the file is tied to and the source of a mail merge,
is left out of every document.
"""

import re
from collections.abc import Iterator

from lxml import etree

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.mistakes import Mistake, TemplatePlace
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.characters import has_reserved
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_labels import LABELS
from samarbejde_cli.word.opc.part_xml import read_xml
from samarbejde_cli.word.opc.reading import read_package
from samarbejde_cli.word.opc.relations import Relation, last_step, relations_in
from samarbejde_cli.word.template.field_codes import WordField, fields_in, may_have_fields
from samarbejde_cli.word.template.paragraph_text import paragraph_text

UNSAFE, DROPPED = "external", "dropped"
"""The kinds of mistake: one stops a template, the other is a remark."""

_FETCHING = frozenset(
    {"INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE"}
    | {"RD", "SUBSCRIBER", "HTMLACTIVEX"}
)
"""Fields that read another file, a database or another program."""
_LINKS = ("hyperlink",)
_LEFT_OUT = frozenset({"attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "transform"})
_LEFT_OUT_WORDS = (b"attachedTemplate", b"mailMerge", b"saveThrough")
_DOUBTFUL = (b"\0", b"<!", ns.STRICT.encode(), *_LEFT_OUT_WORDS)
"""What stands in no paper of ours; a part with any of it is looked into with care."""
_ELEMENTS = (f"{ns.W}attachedTemplate", f"{ns.W}mailMerge", f"{ns.W}saveThroughXslt")
_FOREIGN = {
    "aFChunk": "tekst i et andet filformat (altChunk)",
    "webextension": "et tilføjelsesprogram",
    "webextensiontaskpanes": "et tilføjelsesprogram",
}
"""Relations to something inside the file that programs open as if it came from outside."""
_ADDRESS = lazy_pattern(r"[a-z][a-z0-9+.-]+:|//|\\\\", re.IGNORECASE)
_DRAWN = tuple(f"{{{ns.VML}}}{name}" for name in ("imagedata", "fill", "stroke", "image"))
_SOURCES = ("src", f"{{{ns.VML_OFFICE}}}href", "althref")
_SHOWING = tuple(f"{ns.R}{name}" for name in ("embed", "link", "pict", "href"))
_THINGS = {
    "image": "et billede",
    "oleObject": "et objekt",
    "package": "et objekt",
    "subDocument": "et underdokument",
    "frame": "en ramme",
    "video": "en video",
    "audio": "en lyd",
}
_BREAK_LINK = (
    "Indsæt det i filen i stedet for at henvise til det: vælg Filer > Oplysninger > »Rediger kæder "
    "til filer« i Word, og bryd kæden; eller slet det, og indsæt det igen uden kæde."
)
_BREAK_FIELD = (
    "Tryk Alt+F9 i Word for at se koden, og slet den; eller klik i feltet, og tryk Ctrl+Skift+F9, "
    "så bliver kun den tekst stående, der vises nu."
)
_NOT_FOREIGN = "Åbn filen i Word, gem den som Word-dokument (.docx) igen, eller slet det."
_NO_TEMPLATE = (
    "Vil du have det ud af filen: vælg Filer > Indstillinger > Tilføjelsesprogrammer i Word, "
    "administrér »Skabeloner«, og skriv Normal som dokumentskabelon."
)
_NO_MERGE = (
    "Vil du have det ud af filen: vælg Forsendelser > Start brevfletning > »Almindeligt "
    "Word-dokument«."
)


def external_content(data: bytes, name: str) -> tuple[Mistake, ...]:
    """Return what a file fetches from outside when it is opened, harmless or not; RefusedError."""
    return tuple(external_references(read_package(data, name)))


def external_references(package: Package) -> Iterator[Mistake]:
    """Yield what a file would fetch from outside: ``external`` mistakes and ``dropped`` remarks."""
    for name in _relation_parts(package):
        relations = relations_in(package.tree(name))
        yield from (m for each in relations if (m := _judged(each, package)))
    for name, part in package.contents():
        label = LABELS.get(package.types.get(name, ""), "")
        if may_have_fields(part.data) and package.is_xml(name):
            yield from _fields(package.tree(name), label, package.name)
        if _may_draw(part.data) and package.is_xml(name):
            yield from _drawings(package.tree(name), label, package.name)
        if b"mailMerge" in part.data and _is_merged_without_source(package, name):
            yield _left_out("mailMerge", "", package.name)
    yield from _shown_links(package)


def is_harmless(name: str, data: bytes, *, links: bool) -> bool:
    """Whether a part certainly fetches nothing, is sound XML, and holds nothing to refuse.

    ``links`` is whether some part of the file has relations to the outside.
    """
    if not name.endswith(".xml") or any(word in data for word in _DOUBTFUL) or has_reserved(data):
        return False
    if _may_draw(data) or (links and _may_show(data)):
        return False
    try:
        root = read_xml(data)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return not (may_have_fields(data) and any(e.keyword in _FETCHING for e in fields_in(root)))


def without_dropped(package: Package) -> Package:
    """Return the package without what is left out of every document."""
    for name in _relation_parts(package):
        package = package.without_elements(name, _left_out_relations)
    for name, part in package.contents():
        is_meant = any(word in part.data for word in _LEFT_OUT_WORDS) and package.is_xml(name)
        if is_meant and not name.endswith(".rels"):
            package = package.without_elements(name, lambda root: root.iter(*_ELEMENTS))
    return package


def _left_out_relations(root: Element) -> list[Element]:
    return [each for each in root if last_step(each.get("Type", "")) in _LEFT_OUT]


def _relation_parts(package: Package) -> list[str]:
    return [name for name in package.parts if name.lower().endswith(".rels")]


def is_outside(relation: Relation) -> bool:
    """Whether a relation leads out of the file."""
    return relation.external or _ADDRESS.match(relation.target.strip()) is not None


def _judged(relation: Relation, package: Package) -> Mistake | None:
    kind = last_step(relation.kind)
    if kind in _LEFT_OUT:
        return _left_out(kind, relation.target, package.name)
    if kind in _FOREIGN:
        message = f"Filen indeholder {_FOREIGN[kind]}, som programmet ikke kan se ind i."
        return Mistake(UNSAFE, package.name, TemplatePlace(), message, _NOT_FOREIGN)
    if is_outside(relation) and kind not in _LINKS:
        return _unsafe(_THINGS.get(kind, f"noget ({kind})"), relation.target, package.name)
    return None


def _is_merged_without_source(package: Package, name: str) -> bool:
    if not package.types.get(name, "").endswith("settings+xml"):
        return False
    root = package.tree(name)
    kinds = (last_step(each.kind) for each in package.relations(name))
    return root.find(f"{ns.W}mailMerge") is not None and not any("mailMerge" in k for k in kinds)


def _fields(root: Element, label: str, template: str) -> Iterator[Mistake]:
    found = [each for each in fields_in(root) if each.keyword in _FETCHING]
    if not found:
        return
    numbers = {each: at for at, each in enumerate(root.iter(ns.PARAGRAPH), 1)}
    for each in found:
        paragraph = next(each.begin.iterancestors(ns.PARAGRAPH), None)
        place = TemplatePlace(label, numbers.get(paragraph, 0), paragraph_text(paragraph))
        yield _fetching_field(each, place, template)


def _fetching_field(found: WordField, place: TemplatePlace, template: str) -> Mistake:
    message = f"Feltkoden {found.keyword} henter noget udefra: {found.code}"
    return Mistake(UNSAFE, template, place, message, _BREAK_FIELD, found.code)


def _may_draw(data: bytes) -> bool:
    return b"\0" in data[:200] or (ns.VML.encode() in data and (b"src=" in data or b"href" in data))


def _drawings(root: Element, label: str, template: str) -> Iterator[Mistake]:
    """Yield the pictures of old drawings that name an address without a relation."""
    for drawn in root.iter(*_DRAWN):
        for source in _SOURCES:
            if _ADDRESS.match(drawn.get(source, "").strip()):
                yield _unsafe("et billede", drawn.get(source), template, label)


def _shown_links(package: Package) -> Iterator[Mistake]:
    """Yield the addresses that are called links, but that a picture shows the target of."""
    for name in package.parts:
        if name.lower().endswith(".rels") or not package.is_xml(name):
            continue
        links = {
            each.id: each.target
            for each in package.relations(name)
            if last_step(each.kind) in _LINKS and is_outside(each)
        }
        if links and _may_show(package.parts[name].data):
            root = package.tree(name)
            shown = (node.get(key) for node in root.iter("*") for key in _SHOWING)
            yield from (
                _unsafe("et billede", links[each], package.name) for each in shown if each in links
            )


def _may_show(data: bytes) -> bool:
    return b"\0" in data[:200] or any(
        word in data for word in (b":embed=", b":link=", b":pict=", b":href=")
    )


def _unsafe(what: str, target: str, template: str, label: str = "") -> Mistake:
    message = f"Filen henter {what} udefra: {target}"
    return Mistake(UNSAFE, template, TemplatePlace(label), message, _BREAK_LINK)


def _left_out(kind: str, target: str, template: str) -> Mistake:
    of = f" ({target})" if target else ""
    if kind == "attachedTemplate":
        message, hint = f"Filen er knyttet til en anden skabelon{of}.", _NO_TEMPLATE
    elif kind == "transform":
        message, hint = f"Filen nævner en omformning (XSLT){of}.", ""
    else:
        message, hint = f"Filen er sat op til brevfletning med en datakilde{of}.", _NO_MERGE
    whole = f"{message} Det kommer ikke med i dokumenterne."
    return Mistake(DROPPED, template, TemplatePlace(), whole, hint)
