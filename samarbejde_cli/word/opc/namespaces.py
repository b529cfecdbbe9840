"""The namespaces of Office Open XML, the names of its elements as lxml writes them, its heading."""

from typing import Any, TypeAlias

Element: TypeAlias = Any
"""A node of a tree that lxml made; lxml ships no types."""

HEADING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""The declaration that Word writes."""

_FORMATS = "http://schemas.openxmlformats.org"
_DRAWING = f"{_FORMATS}/drawingml/2006"
_PACKAGE = f"{_FORMATS}/package/2006"
_MICROSOFT = "http://schemas.microsoft.com/office"

WORD = f"{_FORMATS}/wordprocessingml/2006/main"
WORD14 = f"{_MICROSOFT}/word/2010/wordml"
WORD15 = f"{_MICROSOFT}/word/2012/wordml"
LATER_SYMBOLS = f"{_MICROSOFT}/word/2015/wordml/symex"
SHAPE = f"{_MICROSOFT}/word/2010/wordprocessingShape"
SHAPE_GROUP = f"{_MICROSOFT}/word/2010/wordprocessingGroup"
DRAWING = f"{_DRAWING}/main"
PICTURE = f"{_DRAWING}/picture"
PLACED = f"{_DRAWING}/wordprocessingDrawing"
CHART = f"{_DRAWING}/chart"
SVG = f"{_MICROSOFT}/drawing/2016/SVG/main"
VML = "urn:schemas-microsoft-com:vml"
VML_OFFICE = "urn:schemas-microsoft-com:office:office"
COMPATIBLE = f"{_FORMATS}/markup-compatibility/2006"
MATH = f"{_FORMATS}/officeDocument/2006/math"
SPREADSHEET = f"{_FORMATS}/spreadsheetml/2006/main"
CUSTOM_PROPERTIES = f"{_FORMATS}/officeDocument/2006/custom-properties"
PROPERTY_TYPES = f"{_FORMATS}/officeDocument/2006/docPropsVTypes"
CUSTOM_XML = f"{_FORMATS}/officeDocument/2006/customXml"
RELATED = f"{_FORMATS}/officeDocument/2006/relationships"
"""Attributes that refer to a relation, and the kinds of most relations."""
CUSTOM_RELATION = f"{RELATED}/custom-properties"
RELATIONSHIPS = f"{_PACKAGE}/relationships"
CONTENT_TYPES = f"{_PACKAGE}/content-types"
CORE_PROPERTIES = f"{_PACKAGE}/metadata/core-properties"
CORE_RELATION = f"{RELATIONSHIPS}/metadata/core-properties"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
DUBLIN_CORE_TERMS = "http://purl.org/dc/terms/"
STRICT = "purl.oclc.org/ooxml"
"""What all namespaces of the strict variant have in common."""
SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"

W = f"{{{WORD}}}"
W14 = f"{{{WORD14}}}"
A = f"{{{DRAWING}}}"
C = f"{{{CHART}}}"
WP = f"{{{PLACED}}}"
MC = f"{{{COMPATIBLE}}}"
R = f"{{{RELATED}}}"

RELATION = f"{{{RELATIONSHIPS}}}Relationship"
DEFAULT_TYPE, OVERRIDE_TYPE = f"{{{CONTENT_TYPES}}}Default", f"{{{CONTENT_TYPES}}}Override"
SPACE = f"{{{XML}}}space"
PARAGRAPH, RUN, ROW, CELL, TABLE = f"{W}p", f"{W}r", f"{W}tr", f"{W}tc", f"{W}tbl"
RUN_PROPERTIES_TAG, PARAGRAPH_PROPERTIES_TAG, CELL_PROPERTIES_TAG = f"{W}rPr", f"{W}pPr", f"{W}tcPr"
TEXT, CONTROL_CONTENT = f"{W}t", f"{W}sdtContent"
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
