"""Results of fields that Word computes, as tables of contents: not the template's own text.

Word keeps the last result in the file. Tags that it copied there from a heading would be
outside their loop, and come back with every update; they are taken out, and the field is marked
to be computed when the file is opened.
"""

from collections.abc import Iterator

from samarbejde_cli.word.opc import namespaces as ns
from samarbejde_cli.word.opc.namespaces import Element
from samarbejde_cli.word.template.field_codes import CHARACTER, WordField, fields_in
from samarbejde_cli.word.template.paragraph_text import leaves_of, replace_in
from samarbejde_cli.word.template.tags import TAG

COMPUTED = frozenset(
    {"TOC", "INDEX", "TOA", "REF", "PAGEREF", "NOTEREF", "STYLEREF", "SEQ", "SECTION", "="}
    | {"PAGE", "NUMPAGES", "SECTIONPAGES", "FILENAME", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS"}
    | {"COMMENTS", "DOCPROPERTY", "DOCVARIABLE", "INFO", "LASTSAVEDBY", "DATE", "TIME"}
    | {"CREATEDATE", "SAVEDATE", "PRINTDATE", "NUMWORDS", "NUMCHARS", "REVNUM", "FORMULA"}
)
_DIRTY = f"{ns.W}dirty"


def without_stale_results(root: Element) -> bool:
    """Take the tags out of computed results, and let the fields be computed on opening.

    Returns whether there were any.
    """
    emptied = [_is_emptied(field, root) for field in list(fields_in(root))]
    return any(emptied)


def _is_emptied(field: WordField, root: Element) -> bool:
    if field.keyword != "HYPERLINK" and TAG.search(field.code):
        field.begin.set(_DIRTY, "true")
    if field.keyword not in COMPUTED and not field.code.startswith("="):
        return False
    emptied = [replace_in(leaves, TAG, _instead) for leaves in _texts(field, root)]
    if any(emptied):
        field.begin.set(_DIRTY, "true")
    return any(emptied)


def _instead(_written: str, _leaf: Element) -> str:
    return "…"


def _texts(field: WordField, root: Element) -> Iterator[list[Element]]:
    """Yield the texts of each paragraph that belong to a field's result."""
    result = set(_result(field, root))
    paragraphs = (next(leaf.iterancestors(*ns.PARAGRAPHS), None) for leaf in result)
    for paragraph in set(paragraphs) - {None}:
        yield [leaf for leaf in leaves_of(paragraph) if leaf in result]


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
