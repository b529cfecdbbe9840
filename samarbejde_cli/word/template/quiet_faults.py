"""What can be rendered without an error, but gives another document than was meant."""

from collections.abc import Iterator

from samarbejde_cli.danish.text import counted
from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.mistakes import Mistake, TemplatePlace
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_labels import LABELS
from samarbejde_cli.word.opc.part_xml import parse
from samarbejde_cli.word.template.computed_fields import COMPUTED
from samarbejde_cli.word.template.field_codes import fields_in, may_have_fields
from samarbejde_cli.word.template.paragraph_text import paragraph_text
from samarbejde_cli.word.template.tags import TAG

_TRACKED = tuple(f"{ns.W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_TRACKED_NAMES = (b":ins ", b":del ", b":moveFrom ", b":moveTo ")
_DECIDING = COMPUTED | {"IF", "COMPARE"}
_COLUMNS = lazy_pattern(r"\{%-?tc\s+for\b")
_FITTED = lazy_pattern(r"\{[%#]-?t[cr]\s|\{%-?\s*(?:colspan|hm)\b")
"""Rows with a loop of their own, those that go away, and those that somebody has fitted."""


def quiet_faults(package: Package) -> Iterator[Mistake]:
    """Yield the faults that no render notices, in the parts that are rendered."""
    changes = 0
    for name, kind in package.types.items():
        if kind not in LABELS or not package.is_xml(name):
            continue
        data, label = package.parts[name].data, LABELS[kind]
        is_tracked = any(each in data for each in _TRACKED_NAMES)
        if is_tracked or may_have_fields(data) or b"tc" in data:
            root = parse(data, package.name)
            changes += sum(1 for _ in root.iter(*_TRACKED))
            yield from _code_fields(root, label, package.name)
            yield from _ragged_rows(root, label, package.name)
    if changes:
        yield _tracked(changes, package.name)


def _tracked(number: int, template: str) -> Mistake:
    there = counted(number, "sporet ændring", "sporede ændringer")
    who = "Den" if number == 1 else "De"
    message = f"Skabelonen har {there}. {who} kommer med i dokumenterne, også det slettede."
    hint = "Vælg Gennemse > Acceptér > »Acceptér alle ændringer« i Word."
    return Mistake("tracked", template, TemplatePlace(), message, hint)


def _code_fields(root: Element, label: str, template: str) -> Iterator[Mistake]:
    """Yield the fields of Word's own that choose or reckon with a tag: only Word does so."""
    found = [
        each
        for each in fields_in(root)
        if TAG.search(each.code) and (each.keyword in _DECIDING or each.code.startswith("="))
    ]
    for each in found:
        place = _place(next(each.begin.iterancestors(ns.PARAGRAPH), None), root, label)
        message = (
            f"Feltkoden »{each.code}« regnes først ud, når dokumentet åbnes i Word, og står "
            "forkert i en PDF."
        )
        hint = "Skriv {% if … %} … {% endif %} i teksten i stedet, og slet feltkoden (Alt+F9)."
        yield Mistake("field_code", template, place, message, hint, each.code)


def _ragged_rows(root: Element, label: str, template: str) -> Iterator[Mistake]:
    """Yield the rows that do not get wider with the row that has a loop over columns."""
    for table in root.iter(ns.TABLE):
        rows = [(row, _text(row)) for row in table.iterchildren(ns.ROW)]
        if any(_COLUMNS.search(text) for _, text in rows):
            for row, _ in [each for each in rows if not _FITTED.search(each[1])]:
                place = _place(next(row.iter(ns.PARAGRAPH), None), root, label)
                message = (
                    f"Rækken »{place.text[:40]}« får ikke lige så mange kolonner som den, hvor "
                    "løkken står."
                )
                hint = (
                    "Skriv løkken i rækken også, eller {% colspan antal %} i den celle, der skal "
                    "være bredere, for eksempel {% colspan mål|length %}."
                )
                yield Mistake("ragged", template, place, message, hint)


def _text(row: Element) -> str:
    return "\n".join(paragraph_text(each) for each in row.iter(ns.PARAGRAPH))


def _place(paragraph: Element | None, root: Element, label: str) -> TemplatePlace:
    numbers = (n for n, each in enumerate(root.iter(ns.PARAGRAPH), 1) if each is paragraph)
    return TemplatePlace(label, next(numbers, 0), paragraph_text(paragraph))


def quoted(tag: str, place: TemplatePlace, text: str, meant: str, template: str) -> Mistake:
    """Return the mistake of a field in quotation marks: it is printed, or tested, as words."""
    message = f"»{text}« står i anførselstegn i »{tag}«, så det er ordene selv og ikke feltet."
    hint = f"Skriv {meant} uden anførselstegn."
    return Mistake("quoted", template, place, message, hint, tag)
