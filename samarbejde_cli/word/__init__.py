"""Word files: a template engine, combined files, charts and drawings that stay editable.

The face of the package: other code imports from here, never from the modules below. Nothing in it
knows of cases, so another project can use it by this page alone. What comes in and goes
out is the bytes of a file; only ``kept_template`` reads and writes the disk. All sizes are
millimetres, all colours six hexadecimal digits. The same input always gives the same bytes.

Make documents of a template
    ``compile_template(data, name)`` returns a ``Template``; its ``fields()`` are what it uses and
    its ``render(context)`` the bytes of a document. ``check`` finds every mistake of a template
    without values. ``kept_template`` compiles a file only once, for other processes too.
    The tags are docxtpl's: ``{{ felt }}``, ``{%p if … %}``, ``{%tr for … %}``.
    A context is a mapping of text, numbers, dates, lists, groups, and of ``Checkbox``, ``Picture``,
    ``Rich``, ``Text``, ``Paragraph`` and ``Paragraphs``; ``Properties`` are the file's own.
    ``measure_picture`` says whether Word can show a picture, ``format_value`` how a tag prints a
    value. ``render`` also takes custom properties, which every program keeps.

Change and read finished documents
    ``combine_documents`` makes one file of many, ``fill_chart`` and ``draw_shapes`` put numbers
    and shapes into a chart or drawing by its name, ``fill_charts`` a ``ChartContent`` into each
    chart of the text, ``mark_pages`` a word at the top of every page,
    ``remove_unused_charts`` takes out what the text does not show, ``dump`` gives a file as plain
    text and ``external_content`` says what it would fetch when it is opened. ``all_parts`` and
    ``part_text`` give all that can be read in a file, whether Word shows it or not, to be searched.
    Of thousands that are alike ``KnownParts`` gives only what is new in each; ``paragraphs`` cuts
    it, ``xml_texts`` is its text, and ``is_flowing`` says whether words are cut into elements.

Read a form that was filled in
    ``read_form`` returns a ``FilledForm``: the named fields with their paragraphs, the rows of the
    tables, a ``SideText`` for each text of a header, footer, note or text box, comments and tracked
    changes. ``render`` tells which ``PrintedTexts`` a form was made with. ``bookmark_name`` is the
    second name of a field, ``route_of_bookmark`` the way back; ``title_of_route`` is the name that
    a screen reader says. ``ASKED`` and ``AS_ITEM`` are signs in a name, ``BLANK`` and ``BOX_SIGNS``
    what stands in fields.

Convert an old mail merge letter
    ``convert_letter`` returns a letter with the engine's tags in the place of Word's merge fields,
    conditions and dates, and what it could not convert; a ``Target`` for each name of the old
    letter says which field it becomes. ``identifier`` makes a name that a tag can use.

Errors
    All are ``SamarbejdeError`` with Danish words and a hint. A ``TemplateError`` holds every
    ``Mistake`` in ``mistakes``: ``RefusedError`` (unsafe or no Word file), ``SyntaxMistakesError``
    (its tags), ``MissingValuesError`` and ``RenderError`` (this context).

Source: ECMA-376 (Office Open XML, transitional), and what Word 2016 and later and LibreOffice do
with a file beyond it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samarbejde_cli.word.charts import fill_chart, fill_charts, remove_unused_charts
    from samarbejde_cli.word.combine.combining import combine_documents
    from samarbejde_cli.word.draft_mark import mark_pages
    from samarbejde_cli.word.drawings import draw_shapes
    from samarbejde_cli.word.dumping import dump
    from samarbejde_cli.word.field_names import (
        AS_ITEM,
        ASKED,
        bookmark_name,
        route_of_bookmark,
        title_of_route,
    )
    from samarbejde_cli.word.filled.reading import read_form
    from samarbejde_cli.word.filled.values import (
        BLANK,
        BOX_SIGNS,
        Cell,
        Changes,
        Field,
        FilledForm,
        FoundBy,
        Row,
        SideText,
        Table,
    )
    from samarbejde_cli.word.known_parts import KnownParts
    from samarbejde_cli.word.mail_merge.letter import ConvertedLetter, convert_letter
    from samarbejde_cli.word.mail_merge.report import Converted, Leftover
    from samarbejde_cli.word.mail_merge.targets import (
        BETWEEN_NAMES,
        FieldType,
        Target,
    )
    from samarbejde_cli.word.measuring import measure_picture
    from samarbejde_cli.word.mistakes import (
        CannotCombineError,
        FieldHint,
        MissingValuesError,
        Mistake,
        PictureError,
        RefusedError,
        RenderError,
        SyntaxMistakesError,
        TemplateError,
        TemplatePlace,
    )
    from samarbejde_cli.word.searching import (
        all_parts,
        is_flowing,
        paragraphs,
        part_text,
        xml_texts,
    )
    from samarbejde_cli.word.template.checking import check
    from samarbejde_cli.word.template.compiling import compile_template
    from samarbejde_cli.word.template.external_content import external_content
    from samarbejde_cli.word.template.formatting import format_value
    from samarbejde_cli.word.template.kept import kept_template
    from samarbejde_cli.word.template.tags import identifier
    from samarbejde_cli.word.template.template import Template
    from samarbejde_cli.word.values import (
        ChartContent,
        Checkbox,
        Line,
        MeasuredPicture,
        Paragraph,
        Paragraphs,
        Picture,
        PrintedTexts,
        Properties,
        Rich,
        Series,
        Shape,
        ShapeStyle,
        Text,
        Theme,
    )

__all__ = [
    "ASKED",
    "AS_ITEM",
    "BETWEEN_NAMES",
    "BLANK",
    "BOX_SIGNS",
    "CannotCombineError",
    "Cell",
    "Changes",
    "ChartContent",
    "Checkbox",
    "Converted",
    "ConvertedLetter",
    "Field",
    "FieldHint",
    "FieldType",
    "FilledForm",
    "FoundBy",
    "KnownParts",
    "Leftover",
    "Line",
    "MeasuredPicture",
    "MissingValuesError",
    "Mistake",
    "Paragraph",
    "Paragraphs",
    "Picture",
    "PictureError",
    "PrintedTexts",
    "Properties",
    "RefusedError",
    "RenderError",
    "Rich",
    "Row",
    "Series",
    "Shape",
    "ShapeStyle",
    "SideText",
    "SyntaxMistakesError",
    "Table",
    "Target",
    "Template",
    "TemplateError",
    "TemplatePlace",
    "Text",
    "Theme",
    "all_parts",
    "bookmark_name",
    "check",
    "combine_documents",
    "compile_template",
    "convert_letter",
    "draw_shapes",
    "dump",
    "external_content",
    "fill_chart",
    "fill_charts",
    "format_value",
    "identifier",
    "is_flowing",
    "kept_template",
    "mark_pages",
    "measure_picture",
    "paragraphs",
    "part_text",
    "read_form",
    "remove_unused_charts",
    "route_of_bookmark",
    "title_of_route",
    "xml_texts",
]


_WHERE = {
    "ASKED": "field_names",
    "AS_ITEM": "field_names",
    "bookmark_name": "field_names",
    "route_of_bookmark": "field_names",
    "title_of_route": "field_names",
    "SideText": "filled.values",
    "BLANK": "filled.values",
    "BOX_SIGNS": "filled.values",
    "Cell": "filled.values",
    "Changes": "filled.values",
    "Field": "filled.values",
    "FilledForm": "filled.values",
    "FoundBy": "filled.values",
    "Row": "filled.values",
    "Table": "filled.values",
    "CannotCombineError": "mistakes",
    "FieldHint": "mistakes",
    "MissingValuesError": "mistakes",
    "Mistake": "mistakes",
    "PictureError": "mistakes",
    "RefusedError": "mistakes",
    "RenderError": "mistakes",
    "SyntaxMistakesError": "mistakes",
    "TemplateError": "mistakes",
    "TemplatePlace": "mistakes",
    "ChartContent": "values",
    "Checkbox": "values",
    "Line": "values",
    "MeasuredPicture": "values",
    "Paragraph": "values",
    "Paragraphs": "values",
    "Picture": "values",
    "PrintedTexts": "values",
    "Properties": "values",
    "Rich": "values",
    "Series": "values",
    "Shape": "values",
    "ShapeStyle": "values",
    "Text": "values",
    "Theme": "values",
    "Template": "template.template",
    "KnownParts": "known_parts",
    "all_parts": "searching",
    "check": "template.checking",
    "combine_documents": "combine.combining",
    "BETWEEN_NAMES": "mail_merge.targets",
    "Converted": "mail_merge.report",
    "ConvertedLetter": "mail_merge.letter",
    "FieldType": "mail_merge.targets",
    "Leftover": "mail_merge.report",
    "Target": "mail_merge.targets",
    "compile_template": "template.compiling",
    "kept_template": "template.kept",
    "convert_letter": "mail_merge.letter",
    "draw_shapes": "drawings",
    "dump": "dumping",
    "external_content": "template.external_content",
    "fill_chart": "charts",
    "fill_charts": "charts",
    "format_value": "template.formatting",
    "identifier": "template.tags",
    "is_flowing": "searching",
    "mark_pages": "draft_mark",
    "measure_picture": "measuring",
    "paragraphs": "searching",
    "part_text": "searching",
    "read_form": "filled.reading",
    "remove_unused_charts": "charts",
    "xml_texts": "searching",
}
"""Where each name is found: it is imported when it is asked for, some of it with lxml and Jinja."""


def __getattr__(name: str) -> object:
    """Return a name of this face, imported now."""
    if name not in _WHERE:
        raise AttributeError(name)
    found: object = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    globals()[name] = found
    return found
