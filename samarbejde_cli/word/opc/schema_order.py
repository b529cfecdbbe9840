"""The order in which the schema wants the properties of runs, paragraphs, cells and sections."""

from collections.abc import Sequence

from samarbejde_cli.word.opc.namespaces import PARAGRAPH_PROPERTIES_TAG, Element, W

RUN_PROPERTIES = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect",
    "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
    "specVanish", "oMath",
)  # fmt: skip
PARAGRAPH_PROPERTIES = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip
CELL_PROPERTIES = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
    "textDirection", "tcFitText", "vAlign", "hideMark",
)  # fmt: skip
SECTION_PROPERTIES = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign",
    "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
    "sectPrChange",
)  # fmt: skip


def position(name: str, order: Sequence[str]) -> int:
    """Return the place of a property, with or without its namespace; unknown ones come last."""
    name = name.removeprefix(W).removeprefix("w:")
    return order.index(name) if name in order else len(order)


def insert(parent: Element, child: Element, order: Sequence[str]) -> None:
    """Put a property among others, before the first that the schema wants after it."""
    own = position(child.tag, order)
    later = (at for at, each in enumerate(parent) if own < position(each.tag, order) < len(order))
    parent.insert(next(later, len(parent)), child)


def paragraph_properties(paragraph: Element) -> Element:
    """Return the properties of a paragraph, made now when it has none."""
    properties = paragraph.find(PARAGRAPH_PROPERTIES_TAG)
    if properties is None:
        properties = paragraph.makeelement(PARAGRAPH_PROPERTIES_TAG)
        paragraph.insert(0, properties)
    return properties
