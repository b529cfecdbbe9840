"""Names of the XML elements that the engine works on, as lxml writes them."""

from typing import Any, TypeAlias

Element: TypeAlias = Any
"""A node of a tree that lxml made; lxml ships no types."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD14 = "http://schemas.microsoft.com/office/word/2010/wordml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
XML = "http://www.w3.org/XML/1998/namespace"

W = f"{{{WORD}}}"
W14 = f"{{{WORD14}}}"
A = f"{{{DRAWING}}}"
WP = f"{{{PLACED}}}"
MC = f"{{{COMPATIBLE}}}"
R = f"{{{RELATED}}}"

SPACE = f"{{{XML}}}space"
PARAGRAPH, RUN, ROW, CELL, TABLE = f"{W}p", f"{W}r", f"{W}tr", f"{W}tc", f"{W}tbl"
RUN_LOOK, PARAGRAPH_LOOK, CELL_LOOK = f"{W}rPr", f"{W}pPr", f"{W}tcPr"
TEXT = f"{W}t"
DRAWING_PARAGRAPH, DRAWING_TEXT = f"{A}p", f"{A}t"
PARAGRAPHS = frozenset({PARAGRAPH, DRAWING_PARAGRAPH})
CODE_TEXT, MATH_TEXT, MATH_RUN = f"{W}instrText", f"{{{MATH}}}t", f"{{{MATH}}}r"
TEXTS = frozenset({TEXT, DRAWING_TEXT, CODE_TEXT, MATH_TEXT})
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
BREAKS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{A}br": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
