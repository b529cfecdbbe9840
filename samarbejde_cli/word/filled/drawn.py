"""What a form holds beside Word's own text: equations, drawings, handwriting, files put into it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from samarbejde_cli.lazy import lazy_pattern
from samarbejde_cli.word.filled.values import SideText
from samarbejde_cli.word.opc.namespaces import (
    CHART,
    DELETED,
    DRAWING_PARAGRAPH,
    DRAWING_TEXT,
    MATH,
    MATH_TEXT,
    MC,
    ROW,
    TABLE,
    VML,
    VML_OFFICE,
    W14,
    A,
    Element,
    R,
    W,
)
from samarbejde_cli.word.opc.part_labels import LABELS
from samarbejde_cli.word.opc.part_xml import read_xml

_EQUATION, _BELOW = f"{{{MATH}}}oMath", f"{{{MATH}}}den"
_WORD_ART, _FILE = f"{{{VML}}}textpath", f"{W}altChunk"
_PEN, _OBJECT = f"{W14}contentPart", f"{{{VML_OFFICE}}}OLEObject"
_FOUND = (_EQUATION, DRAWING_PARAGRAPH, _WORD_ART, _PEN, _OBJECT, _FILE)
_PICTURES = (f"{A}blip", f"{{{VML}}}imagedata")
_HIDDEN = (f"{MC}Fallback", *DELETED)
_CHART, _SMART_ART_DATA = "diagram", "diagramData+xml"
"""The label of a chart, and how the content type of what was typed into SmartArt ends."""
_WORDS, _CACHED = f"{{{CHART}}}strCache", f"{{{CHART}}}v"
_MARKUP = lazy_pattern(r"(?s)<(style|script|title)\b.*?</\1>|<[^>]*>")
_MOST = 20_000
"""So many bytes of a file that was put in are looked at."""


def drawn_texts(body: Element, relations: Mapping[str, Any]) -> Iterator[SideText]:
    """Yield what stands in the body as equations, drawings, pen strokes and other files.

    ``relations`` are those of the body's part.
    """
    for each in body.iter(*_FOUND):
        if next(each.iterancestors(*_HIDDEN), None) is None:
            found = _drawn(each, relations)
            if found.text.strip():
                yield replace(found, place=f"{found.place}{_row(each, body)}")


def _row(each: Element, body: Element) -> str:
    """Return in which row of which table something stands; empty outside tables."""
    around = [*each.iterancestors(ROW)][-1:]
    if not around:
        return ""
    tables = [t for t in body.iter(TABLE) if next(t.iterancestors(TABLE), None) is None]
    table = next(t for t in tables if t in around[0].iterancestors(TABLE))
    rows = [row for row in table.iter(ROW) if next(row.iterancestors(TABLE)) is table]
    kept = [row for row in rows if row.find(f"{W}trPr/{W}del") is None]
    place = f", tabel {tables.index(table) + 1}"
    return f"{place}, række {kept.index(around[0]) + 1}" if around[0] in kept else place


def _drawn(each: Element, relations: Mapping[str, Any]) -> SideText:
    if each.tag == _EQUATION:
        parts = ("/" if part.tag == _BELOW else part.text for part in each.iter(MATH_TEXT, _BELOW))
        return SideText("formel", "".join(filter(None, parts)))
    if each.tag == DRAWING_PARAGRAPH:
        return SideText("tegning", _typed(each))
    if each.tag == _WORD_ART:
        return SideText("WordArt", each.get("string", ""))
    if each.tag == _PEN:
        return SideText("håndskrift", "(skrevet eller tegnet med en pen)")
    if each.tag == _OBJECT:
        program = each.get("ProgID", "").partition(".")[0]
        return SideText("indlejret fil", f"(fra {program or 'et andet program'})")
    return SideText("indsat fil", _inserted(relations.get(each.get(f"{R}id", ""))))


def texts_of_parts(parts: Mapping[str, Any]) -> Iterator[SideText]:
    """Yield what was typed into the SmartArt and the charts of a file, as titles."""
    for name in sorted(parts):
        kind = str(parts[name].content_type)
        label = LABELS.get(kind, "")
        if label == _CHART or kind.endswith(_SMART_ART_DATA):
            typed = map(_typed, read_xml(parts[name].blob).iter(DRAWING_PARAGRAPH))
            yield from (SideText(label, text) for text in typed if text.strip())


def chart_words(parts: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield the words that each chart of a file shows: the names of its columns and rows."""
    for name in sorted(parts):
        if LABELS.get(str(parts[name].content_type)) == _CHART:
            caches = read_xml(parts[name].blob).iter(_WORDS)
            words = (each.text or "" for cache in caches for each in cache.iter(_CACHED))
            yield tuple(dict.fromkeys(filter(str.strip, words)))


def pictures(body: Element) -> int:
    """Return how many pictures stand in the body; that of a file in it is none."""
    found = body.iter(*_PICTURES)
    return sum(next(each.iterancestors(*_HIDDEN, f"{W}object"), None) is None for each in found)


def _typed(paragraph: Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(DRAWING_TEXT))


def _inserted(relation: Any) -> str:
    """Return the text of a file that Word makes part of the text once it is opened."""
    part = None if relation is None or relation.is_external else relation.target_part
    if part is None or ("html" not in part.content_type and part.content_type != "text/plain"):
        return "(Word viser først indholdet, når skemaet bliver åbnet)"
    from html import unescape  # noqa: PLC0415 — rarely needed

    return " ".join(unescape(_MARKUP.sub(" ", part.blob[:_MOST].decode(errors="replace"))).split())
