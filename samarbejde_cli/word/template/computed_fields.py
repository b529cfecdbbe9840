"""Results of fields that Word computes, as tables of contents: not the template's own text.

Word keeps the last result in the file. Tags that it copied there from a heading would stand
outside their loop, and come back with every update; they are taken out, and the field is marked
to be computed when the file is opened.
"""

from collections.abc import Iterator

from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.field_codes import CHARACTER, WordField, fields_in
from samarbejde_cli.word.template.tag_scanner import distribute, leaf_text, leaves_of, write_back
from samarbejde_cli.word.template.tags import TAG

_COMPUTED = frozenset(
    {"TOC", "INDEX", "TOA", "REF", "PAGEREF", "NOTEREF", "STYLEREF", "SEQ", "SECTION", "="}
    | {"PAGE", "NUMPAGES", "SECTIONPAGES", "FILENAME", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS"}
    | {"COMMENTS", "DOCPROPERTY", "DOCVARIABLE", "INFO", "LASTSAVEDBY", "DATE", "TIME"}
    | {"CREATEDATE", "SAVEDATE", "PRINTDATE", "NUMWORDS", "NUMCHARS", "REVNUM", "FORMULA"}
)
_DIRTY = f"{ns.W}dirty"
_INSTEAD = "…"


def without_stale_results(root: Element) -> None:
    """Take the tags out of computed results, and let the fields be computed on opening."""
    for field in list(fields_in(root)):
        if field.keyword not in _COMPUTED and not field.code.startswith("="):
            continue
        if [each for each in _paragraphs(field, root) if _cleaned(*each)]:
            field.begin.set(_DIRTY, "true")


def _paragraphs(field: WordField, root: Element) -> Iterator[tuple[Element, set[Element]]]:
    """Yield the paragraphs that hold a field's result, with the texts that belong to it."""
    texts: dict[Element, set[Element]] = {}
    for leaf in _result(field, root):
        paragraph = next(leaf.iterancestors(*ns.PARAGRAPHS), None)
        if paragraph is not None:
            texts.setdefault(paragraph, set()).add(leaf)
    yield from texts.items()


def _result(field: WordField, root: Element) -> Iterator[Element]:
    if field.begin.tag != CHARACTER:
        yield from field.begin.iter(ns.TEXT)
        return
    if field.separator is None or field.end is None:
        return
    is_inside = False
    for node in root.iter(ns.TEXT, CHARACTER):
        if node is field.separator or node is field.end:
            is_inside = node is field.separator
        elif is_inside and node.tag == ns.TEXT:
            yield node


def _cleaned(paragraph: Element, result: set[Element]) -> bool:
    """Take the tags out of a paragraph's part of a result; whether there were any."""
    leaves = [leaf for leaf in leaves_of(paragraph) if leaf in result]
    texts = [leaf_text(leaf) for leaf in leaves]
    whole = "".join(texts)
    if not TAG.search(whole):
        return False
    starts, at = [0], 0
    for text in texts:
        starts.append(starts[-1] + len(text))
    cleaned = [""] * len(texts)
    for found in TAG.finditer(whole):
        distribute(cleaned, whole, starts, at, found.start())
        first = next(n for n, start in enumerate(starts[1:]) if found.start() < start)
        cleaned[first] += _INSTEAD
        at = found.end()
    distribute(cleaned, whole, starts, at, len(whole))
    write_back(leaves, texts, cleaned)
    return True
