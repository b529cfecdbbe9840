"""Turns a Word file into a ``Template``: reads, joins, lifts, checks and generates code, once."""

from dataclasses import field

from lxml import etree

from samarbejde_cli.lazy import mutable
from samarbejde_cli.word.mistakes import FieldHint, Mistake, RefusedError, SyntaxMistakesError
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.opc.package import Package
from samarbejde_cli.word.opc.part_labels import LABELS, is_margin
from samarbejde_cli.word.opc.part_names import CUSTOM
from samarbejde_cli.word.opc.part_xml import parse
from samarbejde_cli.word.opc.reading import read_package
from samarbejde_cli.word.opc.relations import relations_name, with_relations
from samarbejde_cli.word.template import core_properties
from samarbejde_cli.word.template.block_structure import check_blocks
from samarbejde_cli.word.template.cell_tags import apply_cell_tags
from samarbejde_cli.word.template.chart_workbooks import (
    CHART,
    INSIDE,
    Workbook,
    chart_workbooks,
    put_marks_in_cells,
)
from samarbejde_cli.word.template.comments import (
    COMMENTS,
    RELATION,
    without_comments,
    without_threads,
)
from samarbejde_cli.word.template.computed_fields import without_stale_results
from samarbejde_cli.word.template.content_controls import mark_controls
from samarbejde_cli.word.template.custom_properties import able_to_hold_custom
from samarbejde_cli.word.template.data_bindings import without_misleading_bindings
from samarbejde_cli.word.template.external_content import external_references, without_dropped
from samarbejde_cli.word.template.field_codes import may_have_fields
from samarbejde_cli.word.template.generating import Generated, generate, uses_without
from samarbejde_cli.word.template.kept_comments import put_comments_into_body
from samarbejde_cli.word.template.lifting import lift
from samarbejde_cli.word.template.notes import has_notes, last_id, note_parts, put_into_body
from samarbejde_cli.word.template.numbered_lists import (
    ListMarks,
    begin_rounds,
    list_marks,
    numbering_part,
)
from samarbejde_cli.word.template.picture_placeholders import prepare_frames
from samarbejde_cli.word.template.postprocessing import needs_postprocessing
from samarbejde_cli.word.template.prefixes import with_usual_prefixes
from samarbejde_cli.word.template.printed_texts import margin_texts
from samarbejde_cli.word.template.required_paragraphs import mark_required_paragraphs
from samarbejde_cli.word.template.segments import Segment, part_text, split_part
from samarbejde_cli.word.template.sentinels import COMMENT
from samarbejde_cli.word.template.static_parts import (
    as_finished_document,
    core_name,
    static_base,
    unquoted_tags,
)
from samarbejde_cli.word.template.syntax import Knows, single_mistakes
from samarbejde_cli.word.template.tables import mark_tables
from samarbejde_cli.word.template.tag_scanner import TagScanner
from samarbejde_cli.word.template.tags import Tag
from samarbejde_cli.word.template.template import CompiledPart, Template
from samarbejde_cli.word.template.unique_ids import prepared
from samarbejde_cli.word.template.word_limits import keep_limits, too_wide
from samarbejde_cli.word.theme import themed
from samarbejde_cli.word.values import Theme


@mutable
class Draft:
    """A template on its way: what every later step of compiling or checking needs.

    ``tag_mistakes`` holds what is wrong with the braces of each part that has tags; ``notes`` maps
    the parts whose notes were put into the body to what one note is called, and the last id in use;
    ``comments`` is the part whose comments were. ``workbooks`` are those inside charts, by part.
    """

    package: Package
    tags: dict[int, Tag] = field(default_factory=dict)
    strict: bool = False
    knows: Knows = lambda _: True
    segments: dict[str, list[Segment]] = field(default_factory=dict)
    generated: dict[str, Generated] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    tag_mistakes: dict[str, list[Mistake]] = field(default_factory=dict)
    notes: dict[str, tuple[str, int]] = field(default_factory=dict)
    comments: str = ""
    workbooks: dict[str, Workbook] = field(default_factory=dict)
    lists: ListMarks | None = None


def compile_template(
    data: bytes, name: str, theme: Theme | None = None, *, keep_comments: bool = False
) -> Template:
    """Return a template ready to be rendered many times.

    ``name`` is what the user calls the file; every message names it. ``theme`` gives the
    colour and the font that documents have in the place of the file's own; it is put in after the
    file was read safely. Review comments are left out of documents, or stay as they were typed with
    ``keep_comments``. Raises RefusedError for a file that is not safe to open and
    SyntaxMistakesError with every mistake in its tags.
    """
    package = read_package(data, name)
    if unsafe := [each for each in external_references(package) if not each.is_remark]:
        raise RefusedError(unsafe)
    package = package.changed(themed(theme)) if theme else package
    draft = analyse(package, keep_comments=keep_comments)
    if draft.mistakes:
        raise SyntaxMistakesError(draft.mistakes)
    return _assembled(draft)


def analyse(
    package: Package,
    *,
    strict: bool = False,
    knows: Knows = lambda _: True,
    keep_comments: bool = False,
) -> Draft:
    """Make code of a file's parts and note the mistakes; RefusedError.

    ``strict`` also looks for what can be rendered but was hardly meant; ``knows`` says which
    fields exist.
    """
    package = without_misleading_bindings(without_dropped(package))
    package = package if keep_comments else without_comments(package)
    draft = Draft(package, strict=strict, knows=knows)
    roots = {}
    for part, kind in package.types.items():
        label = LABELS.get(kind, COMMENTS)
        root = _joined(draft, part, label) if label != COMMENTS else None
        if root is not None:
            roots[part] = root
    _gather_notes(draft, roots)
    _gather_comments(draft, roots)
    _gather_workbooks(draft, roots)
    draft.lists = list_marks(draft.package, draft.tags.values())
    for part, root in roots.items():
        segments, mistakes = _segments(part, root, draft)
        made = _generated(segments, [*draft.tag_mistakes.get(part, ()), *mistakes], draft)
        draft.mistakes += made.mistakes
        draft.segments[part], draft.generated[part] = segments, made
    return draft


def _joined(draft: Draft, part: str, label: str) -> Element:
    """Return the root of a part with its tags joined; None if it has none."""
    data = unquoted_tags(draft.package.parts[part].data)
    if b"{" not in data:
        return None
    root = with_usual_prefixes(parse(data, draft.package.name))
    if b"<!--" in data or data.count(b"<?") > 1:
        etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    is_emptied = may_have_fields(data) and without_stale_results(root)
    scanner = TagScanner(draft.package.name, label, first=len(draft.tags))
    scanner.replace_tags(root)
    if not scanner.tags:
        draft.mistakes += scanner.mistakes
        if is_emptied:
            draft.package = draft.package.with_root(part, root)
        return None
    draft.tags |= {tag.number: tag for tag in scanner.tags}
    draft.tag_mistakes[part] = scanner.mistakes
    for tag in scanner.tags:
        tag.home = part
    return root


def _gather_notes(draft: Draft, roots: dict[str, Element]) -> None:
    """Put the notes into the body, if there are tags in either."""
    package = draft.package
    for part, name in note_parts(package).items():
        if package.main not in roots and part not in roots:
            continue
        root = _root_of(part, roots, package)
        if has_notes(root):
            body = roots.setdefault(package.main, _root_of(package.main, roots, package))
            roots[part] = put_into_body(body, root, name)
            draft.notes[part] = (name, last_id(roots[part]))
            draft.tag_mistakes.setdefault(package.main, []).extend(draft.tag_mistakes.pop(part, ()))


def _gather_comments(draft: Draft, roots: dict[str, Element]) -> None:
    """Put the comments into the body, if there are tags in it."""
    part = draft.package.related(draft.package.main, RELATION)
    body = roots.get(draft.package.main)
    if part and body is not None:
        roots[part] = put_comments_into_body(body, _root_of(part, roots, draft.package))
        draft.comments = part


def _gather_workbooks(draft: Draft, roots: dict[str, Element]) -> None:
    """Add the parts of the workbooks inside charts that have tags."""
    for name, workbook in chart_workbooks(draft.package):
        scanner = TagScanner(draft.package.name, CHART, first=len(draft.tags))
        put_marks_in_cells(workbook, scanner)
        draft.tags |= {tag.number: tag for tag in scanner.tags}
        draft.workbooks[name] = workbook
        roots |= {f"{name}{INSIDE}{part}": root for part, root in workbook.roots.items()}


def _root_of(part: str, roots: dict[str, Element], package: Package) -> Element:
    if part in roots:
        return roots[part]
    return with_usual_prefixes(package.root(part))


def _segments(part: str, root: Element, draft: Draft) -> tuple[list[Segment], list[Mistake]]:
    name = draft.package.name
    mistakes = lift(root, draft.tags, name)
    if not draft.strict:  # docxtpl drops such text without a word, and so may templates for it
        mistakes = [mistake for mistake in mistakes if mistake.kind != "lost_text"]
    mistakes += apply_cell_tags(root, draft.tags, name)
    prepare_frames(root, draft.tags)
    keep_limits(root, draft.tags)
    mark_controls(root)
    mark_required_paragraphs(root)
    mark_tables(root)
    mistakes += too_wide(root, LABELS.get(draft.package.types.get(part, ""), CHART), name)
    rounds = draft.lists.mark(root, draft.tags) if draft.lists else {}
    segments = split_part(root, draft.tags)
    mistakes += check_blocks(segments, name, strict=draft.strict)
    for segment in segments:
        if segment.repeated:
            segment.xml = prepared(segment.xml)
    begin_rounds(segments, rounds)
    return segments, mistakes


def _generated(segments: list[Segment], mistakes: list[Mistake], draft: Draft) -> Generated:
    """Return the code of a part with all its mistakes; tag by tag if the whole is wrong."""
    name = draft.package.name
    if mistakes:
        tags = [segment.tag for segment in segments if segment.tag]
        mistakes += single_mistakes(tags, name, draft.knows)
        uses = uses_without(segments, [m for m in mistakes if m.kind in ("syntax", "unbalanced")])
        return Generated("", "", (), uses, mistakes=tuple(mistakes))
    return generate(segments, f"<word {len(draft.segments)}>", name, draft.knows)


def _assembled(draft: Draft) -> Template:
    generated = draft.generated
    parts = tuple(
        CompiledPart(
            name=part,
            code=made.code,
            filename=made.filename,
            lines=made.lines,
            relations=with_relations(b"", draft.package.relations(part)),
            captures=made.captures,
            postprocessed=any(
                needs_postprocessing(segment.xml) for segment in draft.segments[part]
            ),
        )
        for part, made in generated.items()
    )
    package = as_finished_document(_without_repeated_threads(draft))
    numbering = numbering_part(package, draft.lists) if draft.lists else None
    core_part = core_name(package)
    core = part_text(with_usual_prefixes(package.root(core_part)))
    workbooks = {name: book.parts for name, book in draft.workbooks.items() if book.roots}
    dynamic = {core_part, *generated, *map(relations_name, generated), *workbooks}
    if numbering:
        dynamic.add(numbering.name)
    margins = [part for part, kind in package.types.items() if is_margin(kind)]
    return Template(
        name=package.name,
        base=static_base(package, dynamic),
        own_base=static_base(able_to_hold_custom(package), dynamic | {CUSTOM}),
        parts=parts,
        core_part=core_part,
        core=core if core.endswith("</cp:coreProperties>") else core_properties.EMPTY,
        tags=draft.tags,
        uses=tuple(
            FieldHint(use.path, draft.tags[number].place, use.guarded)
            for made in generated.values()
            for number, use in made.uses
        ),
        paths=_paths(generated),
        main=draft.package.main,
        notes=dict(draft.notes),
        comments=draft.comments,
        workbooks=workbooks,
        has_comments=bool(draft.package.related(draft.package.main, RELATION)),
        numbering=numbering,
        margins=tuple(part for part in margins if part in generated),
        margin_texts=tuple(
            text
            for part in margins
            if part not in generated
            for text in margin_texts(package.parts[part].data.decode(errors="replace"))
        ),
    )


def _without_repeated_threads(draft: Draft) -> Package:
    """Return the package without what says which comment answers which, if a loop repeats any."""
    segments = draft.segments.get(draft.package.main, ())
    if any(each.repeated and COMMENT in each.xml for each in segments):
        return without_threads(draft.package)
    return draft.package


def _paths(generated: dict[str, Generated]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for made in generated.values():
        for number, use in made.uses:
            found.setdefault(number, []).append(use.path)
    return {number: tuple(dict.fromkeys(paths)) for number, paths in found.items()}
