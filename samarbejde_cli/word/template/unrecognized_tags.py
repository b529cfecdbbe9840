"""What looks like a field and is none: half braces, and the merge fields of mail merges."""

import re
from collections.abc import Iterator
from functools import partial

from samarbejde_cli.lazy import lazy_pattern, mutable
from samarbejde_cli.word.mistakes import Mistake, TemplatePlace
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_labels import LABELS
from samarbejde_cli.word.template.field_codes import MERGING, WordField, fields_in, may_have_fields
from samarbejde_cli.word.template.likely_tags import (
    TAG_PLACE,
    Knows,
    Remedy,
    likely_tags,
    open_braces,
    proposal,
)
from samarbejde_cli.word.template.paragraph_text import leaf_text, paragraph_text
from samarbejde_cli.word.template.tags import TAG

_ESCAPED = {"{_{": "}_}", "{_%": "%_}", "}_}": "{_{", "%_}": "{_%"}
_TYPED = lazy_pattern(r"«[^\W\d]\w*(?: \d)?»|<<[^\W\d]\w*(?: \d)?>>")
_HALF = lazy_pattern(r"\{\{|\}\}|\{%|%\}")
_BEGINNINGS = (b"}", b"[", b"(", b"&lt;", b"$", b"%", *map(str.encode, "«‹｝﹜❵⦄"))
_GENERAL = "Skriv {{ felt }} med to krøllede parenteser i hver ende, eller slet det."
_UNKNOWN = dict.fromkeys(
    ("}", "{", "{ "), "Slet den: et felt står mellem to krøllede parenteser og to til."
)


def find_unrecognized(package: Package, knows: Knows, remedy: Remedy) -> Iterator[Mistake]:
    """Yield the half tags and the merge fields in the parts that are rendered.

    ``knows`` says which fields exist, ``remedy`` how an expression can be written.
    """
    for name, kind in package.types.items():
        if kind in LABELS and _may_have_any(package.parts[name].data):
            part = _Part(LABELS[kind], package.name, knows, remedy)
            yield from part.astray(package.tree(name))


def _may_have_any(data: bytes) -> bool:
    return may_have_fields(data) or any(each in data for each in _BEGINNINGS)


@mutable
class _Part:
    label: str
    template: str
    knows: Knows
    remedy: Remedy

    def astray(self, root: Element) -> Iterator[Mistake]:
        merging = [each for each in fields_in(root) if each.keyword in MERGING]
        owners = {next(each.begin.iterancestors(ns.PARAGRAPH), None): each for each in merging}
        whole = "".join(leaf_text(each) for each in root.iter(*ns.TEXTS))
        depth = 0
        for number, paragraph in enumerate(root.iter(ns.PARAGRAPH), 1):
            text = paragraph_text(paragraph)
            place = TemplatePlace(self.label, number, text)
            if paragraph in owners:
                yield _merge_field(owners[paragraph], place, self.template)
                continue
            rest = TAG.sub(TAG_PLACE, text)
            halves = [*_escapes(text, whole), *likely_tags(rest, self.knows, depth)]
            yield from (self._half(each, place, whole) for each in halves)
            for found in _TYPED.finditer(rest):
                if found[0] not in halves:
                    yield _typed(found[0], place, self.template)
            depth = open_braces(rest, depth)
        for text in _loose_texts(root):
            place = TemplatePlace(self.label, 0, text)
            halves = [*likely_tags(TAG.sub(TAG_PLACE, text), self.knows, 0)]
            yield from (self._half(each, place, text) for each in halves)

    def _half(self, written: str, place: TemplatePlace, whole: str) -> Mistake:
        if written in _ESCAPED:
            message = (
                f"»{written}« står alene: her bliver der skrevet krøllede parenteser i brevet."
            )
            hint = "Slet det, eller skriv hele tagget."
        else:
            message = (
                f"»{written}« ligner et felt, men er ikke skrevet som et, og kommer med i brevet."
            )
            meant = proposal(written, partial(self._remedy, whole))
            hint = f"Skriv {meant}." if meant else _UNKNOWN.get(written, _GENERAL)
        return Mistake("braces", self.template, place, message, hint, written)

    def _remedy(self, whole: str, expression: str) -> str | None:
        """Return the remedy; what a loop calls its items is right as it is."""
        first = re.split(r"\W", expression, maxsplit=1)[0]
        return expression if f" for {first} in " in whole else self.remedy(expression)


def _loose_texts(root: Element) -> Iterator[str]:
    """Yield what may hold a half tag outside Word's paragraphs: charts, properties, alt texts."""
    for node in root.iter("*"):
        if node.tag == ns.DRAWING_PARAGRAPH:
            text = paragraph_text(node)
        else:
            is_lone = not node.tag.startswith(ns.W) and node.tag not in ns.TEXTS
            text = (is_lone and node.text) or ""
        yield from (each for each in (text, *node.attrib.values()) if _HALF.search(each))


def _escapes(text: str, whole: str) -> Iterator[str]:
    """Yield the escapes without their pair in the part."""
    found = (match[0] for match in TAG.finditer(text))
    return (each for each in found if each in _ESCAPED and _ESCAPED[each] not in whole)


def _merge_field(field: WordField, place: TemplatePlace, template: str) -> Mistake:
    message = f"Brevfletningsfeltet »{field.code}« bliver ikke udfyldt."
    hint = (
        "Slet det, og skriv et felt med krøllede parenteser i stedet; eller lav hele brevet om med "
        "`samarbejde templates convert`."
    )
    return Mistake("merge_field", template, place, message, hint, field.code)


def _typed(written: str, place: TemplatePlace, template: str) -> Mistake:
    message = f"{written} ligner et felt fra en brevfletning og bliver ikke udfyldt."
    hint = "Er det et felt, så skriv det med krøllede parenteser; ellers kan det blive stående."
    return Mistake("typed_merge_field", template, place, message, hint, written)
