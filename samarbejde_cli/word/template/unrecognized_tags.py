"""What looks like a field and is none: half braces, and the merge fields of mail merges."""

import re
from collections.abc import Iterator

from samarbejde_cli.word.mistakes import Mistake, TemplatePlace
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_labels import LABELS
from samarbejde_cli.word.opc.part_xml import parse
from samarbejde_cli.word.template.field_codes import WordField, fields_in, may_have_fields
from samarbejde_cli.word.template.paragraph_text import leaf_text, paragraph_text
from samarbejde_cli.word.template.tags import TAG

_BRACES = re.compile(
    r"\{ \{[^{}]*\} ?\}|\{[^{}\n]{0,80}\}\}|\{\{[^{}\n]{0,80}\}(?!\})|\{ ?%[^{}\n]{0,80}% ?\}"
    r"|\S*\}\}|%\}|%_\}|\}_\}|\{_[{%]"
)
_FIELD = re.compile(r"[\w.]+(?: *\|.*)?")
_ESCAPED = {"{_{": "}_}", "{_%": "%_}", "}_}": "{_{", "%_}": "{_%"}
_TYPED = re.compile(r"«[^\W\d]\w*»")
_MERGING = frozenset(
    {"MERGEFIELD", "NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ", "ADDRESSBLOCK"}
    | {"GREETINGLINE"}
)


def find_unrecognized(package: Package) -> Iterator[Mistake]:
    """Yield the half tags and the merge fields in the parts that are rendered."""
    for name, kind in package.types.items():
        data = package.parts[name].data
        if kind in LABELS and (b"}" in data or "«".encode() in data or may_have_fields(data)):
            yield from _astray(parse(data, package.name), LABELS[kind], package.name)


def _astray(root: Element, label: str, template: str) -> Iterator[Mistake]:
    merging = [each for each in fields_in(root) if each.keyword in _MERGING]
    owners = {next(each.begin.iterancestors(ns.PARAGRAPH), None): each for each in merging}
    whole = "".join(leaf_text(each) for each in root.iter(*ns.TEXTS))
    for number, paragraph in enumerate(root.iter(ns.PARAGRAPH), 1):
        text = paragraph_text(paragraph)
        place = TemplatePlace(label, number, text)
        if paragraph in owners:
            yield _merge_field(owners[paragraph], place, template)
            continue
        yield from (_half(each, place, template) for each in _halves(text, whole))
        for found in _TYPED.finditer(TAG.sub(" ", text)):
            yield _typed(found[0], place, template)


def _halves(text: str, whole: str) -> Iterator[str]:
    """Yield what is left of tags without the whole ones; an escape needs its pair in the part."""
    found = [match[0] for match in TAG.finditer(text)]
    yield from (each for each in found if each in _ESCAPED and _ESCAPED[each] not in whole)
    yield from (match[0] for match in _BRACES.finditer(TAG.sub("\n", text)))


def _half(written: str, place: TemplatePlace, template: str) -> Mistake:
    if written in _ESCAPED:
        message = f"»{written}« står alene: her bliver der skrevet krøllede parenteser i brevet."
        return Mistake(
            "braces", template, place, message, "Slet det, eller skriv hele tagget.", written
        )
    message = f"»{written}« ligner et felt, men er ikke skrevet som et, og kommer med i brevet."
    return Mistake("braces", template, place, message, _meant(written), written)


def _meant(written: str) -> str:
    body = written.strip("{}% ")
    if "%" in written:
        return f"Skriv {{% {body} %}} uden mellemrum i tegnene {{% og %}}."
    if _FIELD.fullmatch(body):
        return f"Skriv {{{{ {body} }}}} med to krøllede parenteser i hver ende."
    return "Skriv {{ felt }} med to krøllede parenteser i hver ende, eller slet det."


def _merge_field(field: WordField, place: TemplatePlace, template: str) -> Mistake:
    message = f"Brevfletningsfeltet »{field.code}« bliver ikke udfyldt."
    hint = (
        "Slet det, og skriv et felt med krøllede parenteser i stedet. `samarbejde templates "
        "fields` viser felterne for en slags dokument."
    )
    return Mistake("merge_field", template, place, message, hint, field.code)


def _typed(written: str, place: TemplatePlace, template: str) -> Mistake:
    message = f"{written} ligner et felt fra en brevfletning og bliver ikke udfyldt."
    hint = "Er det et felt, så skriv det med krøllede parenteser; ellers kan det blive stående."
    return Mistake("typed_merge_field", template, place, message, hint, written)
