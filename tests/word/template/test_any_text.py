"""Any text comes out of the rendered document as it went in, or is refused by name of field."""

import base64
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_files import docx, p, texts_of, unpacked

from samarbejde_cli import word
from samarbejde_cli.word import RenderError, Rich, Text

_FILE = Path(__file__).parent / "naughty_strings" / "blns.base64.json"
NAUGHTY = [base64.b64decode(line).decode() for line in json.loads(_FILE.read_text("utf-8"))]
PLACES = {
    "text": p("{{ v }}"),
    "with look": p("{{ v }}", look="<w:b/>"),
    "run": p("{{r v }}"),
    "paragraph": p("{{p v }}"),
    "macro": p("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(v) }}"),
    "block": p("{% set x %}{{ v }}{% endset %}{{ x }}"),
}
TEMPLATES = {name: word.compile_template(docx(body), "x.docx") for name, body in PLACES.items()}
ATTRIBUTE = word.compile_template(
    docx(f'<w:sdt><w:sdtPr><w:alias w:val="{{{{ v }}}}"/></w:sdtPr><w:sdtContent>{p("x")}'
         "</w:sdtContent></w:sdt>"), "x.docx")  # fmt: skip


def comes_through(text: str, template: word.Template, value: object) -> None:
    if word_can_hold(text):
        expected = text.replace("\r\n", "\n").replace("\r", "\n")  # line ends are line breaks
        assert texts_of(template.render({"v": value})) == [expected]
    else:
        refuses(template, value)


def word_can_hold(text: str, controls: str = "\t\n\r\f") -> bool:
    bad = re.search("[\ud800-\udfff\ufdd0-\ufddf\ufffe\uffff]", text)
    return not bad and all(letter >= " " or letter in controls for letter in text)


def refuses(template: word.Template, value: object) -> None:
    with pytest.raises(RenderError) as caught:
        template.render({"v": value})
    assert {m.field for m in caught.value.mistakes} == {"v"}


@pytest.mark.parametrize("place", PLACES)
def test_naughty_strings_come_through(place):
    for text in NAUGHTY:
        comes_through(text, TEMPLATES[place], text)


def test_naughty_strings_come_through_rich_text():
    for text in NAUGHTY:
        comes_through(text, TEMPLATES["text"], Rich(Text(text, bold=True)))


@settings(max_examples=300, deadline=None)
@given(st.text(), st.sampled_from(sorted(PLACES)))
def test_any_text_comes_through(text, place):
    comes_through(text, TEMPLATES[place], text)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=64))
def test_any_text_comes_through_in_an_attribute(text):
    if not word_can_hold(text, "\t\n\r"):
        refuses(ATTRIBUTE, text)
        return
    root = etree.fromstring(unpacked(ATTRIBUTE.render({"v": text}))["word/document.xml"])
    (alias,) = root.iter("{*}alias")
    assert next(iter(alias.attrib.values())) == text


@settings(deadline=None)
@given(st.text(min_size=1, max_size=20))
def test_any_property_comes_through(text):
    properties = word.Properties(title=text)
    if not word_can_hold(text, "\t\n\r"):
        with pytest.raises(RenderError):
            TEMPLATES["text"].render({"v": "x"}, properties=properties)
        return
    document = TEMPLATES["text"].render({"v": "x"}, properties=properties)
    root = etree.fromstring(unpacked(document)["docProps/core.xml"])
    assert root.findtext("{http://purl.org/dc/elements/1.1/}title") == text
