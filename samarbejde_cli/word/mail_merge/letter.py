"""A whole old letter: every part of it converted, and the data source taken out."""

import re
from collections.abc import Iterable
from functools import partial

from samarbejde_cli.lazy import frozen, lazy_pattern
from samarbejde_cli.word.mail_merge.conversion import Converter
from samarbejde_cli.word.mail_merge.field_tree import (
    Break,
    Field,
    Node,
    leaves,
    make_regular,
    node_text,
    own_runs,
    read_tree,
)
from samarbejde_cli.word.mail_merge.paragraphs import groups, rewrite
from samarbejde_cli.word.mail_merge.repeated import loop_over_records
from samarbejde_cli.word.mail_merge.report import Converted, Leftover, Report
from samarbejde_cli.word.mail_merge.runs import Block, Part
from samarbejde_cli.word.mail_merge.targets import BETWEEN_NAMES, FieldType, Target, Targets
from samarbejde_cli.word.mistakes import TemplatePlace, refused
from samarbejde_cli.word.opc import content_types
from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_labels import LABELS
from samarbejde_cli.word.opc.part_names import TYPES
from samarbejde_cli.word.opc.reading import read_package
from samarbejde_cli.word.opc.relations import last_step
from samarbejde_cli.word.opc.zip_files import write_parts
from samarbejde_cli.word.template.external_content import without_dropped
from samarbejde_cli.word.template.field_codes import fields_in
from samarbejde_cli.word.template.paragraph_text import leaves_of, replace_in
from samarbejde_cli.word.template.tags import identifier

_TYPED = lazy_pattern(r"«[^\W\d]\w*»(?: «[^\W\d]\w*»){0,2}|<<[^\W\d]\w*>>(?: <<[^\W\d]\w*>>){0,2}")
_NAME = lazy_pattern(r"\w+")
_THINGS = tuple(f"{ns.W}{name}" for name in ("drawing", "pict", "object", "fldChar", "sym"))
_TEXT_PARTS = frozenset({"brødtekst", "sidehoved", "sidefod", "fodnoter", "slutnoter"})


@frozen
class ConvertedLetter:
    """The new template, what became of its fields, and whether a data source was taken out."""

    data: bytes
    converted: tuple[Converted, ...]
    left: tuple[Leftover, ...]
    had_data_source: bool


def convert_letter(data: bytes, name: str, targets: Targets) -> ConvertedLetter:
    """Return an old mail merge letter as a template; ``name`` is what messages call the file.

    ``targets`` says what becomes of each field name. Raises RefusedError for what is no Word file
    or holds macros.
    """
    package = read_package(data, name)
    had_source = any(b"mailMerge" in part.data for part in package.parts.values())
    report = Report()
    new = _as_document(_without_recipients(without_dropped(package)))
    try:
        new = _converted(new, targets, report)
    except RecursionError as reason:
        raise refused(name, "limit", "Felterne i brevet står i for mange lag.") from reason
    parts = {each.name: each.data for each in new.parts.values()}
    return ConvertedLetter(
        write_parts(parts), tuple(report.converted), tuple(report.left), had_source
    )


def _converted(package: Package, targets: Targets, report: Report) -> Package:
    roots = {
        part: package.root(part)
        for part, kind in package.types.items()
        if LABELS.get(kind) in _TEXT_PARTS and part in package.parts
    }
    asked, given = (_names(roots.values(), each) for each in ("ASK", "SET"))
    converter = Converter(partial(_target, targets, given), report, asked | given)
    for part, root in roots.items():
        _Part(converter, LABELS[package.types[part]]).convert(root)
        package = package.with_root(part, root)
    return package


def _names(roots: Iterable[Element], keyword: str) -> frozenset[str]:
    """Return the names that ASK or SET give to what they hold."""
    codes = (each.code.split() for root in roots for each in fields_in(root))
    return frozenset(c[1].strip('"') for c in codes if len(c) > 1 and c[0].upper() == keyword)


def _target(targets: Targets, given: frozenset[str], name: str) -> Target:
    """Return what a name becomes; one that the letter gives a value keeps its name."""
    return Target(identifier(name)) if name in given else targets(name)


class _Part:
    def __init__(self, converter: Converter, label: str) -> None:
        self.converter = converter
        self.report = converter.report
        self.label = label
        self.places: dict[Element, TemplatePlace] = {}

    def convert(self, root: Element) -> None:
        """Convert the fields of a part, in place."""
        self.places = {
            each: TemplatePlace(self.label, number, _shown(each))
            for number, each in enumerate(root.iter(ns.PARAGRAPH), 1)
        }
        make_regular(root)
        whole = self.converter
        loop_over_records(root, whole, self._all_of)
        self._all_of(root, whole)

    def _all_of(self, root: Element, converter: Converter) -> None:
        """Convert the fields of an element, then the names that are typed as text."""
        self.converter = converter
        containers = dict.fromkeys(each.getparent() for each in root.iter(ns.PARAGRAPH))
        for container in reversed(containers):  # text boxes before the paragraphs they stand in
            for group in list(groups(container)):
                self._group(group)
        for paragraph in root.iter(ns.PARAGRAPH):
            self._at(paragraph)
            replace_in(list(leaves_of(paragraph)), _TYPED, lambda found, _: self._typed(found))

    def _at(self, paragraph: Element) -> None:
        self.report.place = self.places.get(paragraph, TemplatePlace(self.label))

    def _group(self, group: list[Element]) -> None:
        self._at(group[0])
        for paragraph in group:
            for wrapper in {run.getparent() for run in own_runs(paragraph)} - {paragraph}:
                self._sequence(wrapper)
        tree = read_tree(leaves(group))
        if not self._has_merging(tree):
            return
        parts = self.converter.parts(tree)
        if len(group) == 1 and not any(map(_prints, parts)):
            _empty(group[0])
        else:
            self.places |= dict.fromkeys(rewrite(group, parts), self.report.place)

    def _sequence(self, wrapper: Element) -> None:
        """Convert the fields inside a link or the like."""
        tree = read_tree(list(wrapper))
        if self._has_merging(tree):
            parts = self.converter.parts(tree)
            for each in list(wrapper):
                wrapper.remove(each)
            wrapper.extend(parts)

    def _has_merging(self, tree: list[Node]) -> bool:
        return any(isinstance(e, Field) and self.converter.is_merging(e) for e in tree)

    def _typed(self, written: str) -> str:
        names = _NAME.findall(written)
        whole = self.converter.targets(BETWEEN_NAMES.join(names)) if len(names) > 1 else None
        if whole and whole.is_known:
            new = f"{{{{ {whole.guarded} }}}}"
            self.report.convert(written, new)
            return new
        return re.sub(r"«(\w+)»|<<(\w+)>>", self._typed_name, written)

    def _typed_name(self, found: re.Match[str]) -> str:
        target = self.converter.targets(found[1] or found[2])
        if not target.is_known:
            self.report.leave(
                found[0],
                "Ligner et felt fra en brevfletning og står som tekst.",
                "Er det et felt, så skriv det med krøllede parenteser.",
            )
            return found[0]
        end = ' | join("\\n")' if target.type == FieldType.LIST else ""
        new = "" if target.type == FieldType.NOTHING else f"{{{{ {target.guarded}{end} }}}}"
        self.report.convert(found[0], new)
        return new


def _shown(paragraph: Element) -> str:
    return "".join(each.text or "" for each in leaves_of(paragraph) if each.tag == ns.TEXT)


def _prints(part: Part) -> bool:
    """Return whether there is more than blanks in a part."""
    if isinstance(part, Break | Block):
        return True
    return bool(node_text(part).strip()) or any(True for _ in part.iter(*_THINGS))


def _empty(paragraph: Element) -> None:
    """Take a paragraph out whose only text was fields that go away; a cell keeps its last."""
    parent = paragraph.getparent()
    if sum(1 for _ in parent.iterchildren(ns.PARAGRAPH)) > 1:
        parent.remove(paragraph)
        return
    for each in list(paragraph):
        if each.tag != ns.PARAGRAPH_PROPERTIES_TAG:
            paragraph.remove(each)


def _as_document(package: Package) -> Package:
    """Return a Word template (.dotx) as a document."""
    types = package.parts[TYPES].data
    old, new = content_types.WORD_TEMPLATE.encode(), content_types.MAIN.encode()
    return package.with_part(TYPES, types.replace(old, new)) if old in types else package


def _without_recipients(package: Package) -> Package:
    """Return the package without the list of recipients that Word keeps in it."""
    gone = {
        package.target(part, each)
        for part in package.parts
        for each in package.relations(part)
        if last_step(each.kind) in ("recipientData", "mailMergeRecipientData") and not each.external
    }
    return package.without_parts(gone & package.parts.keys())
