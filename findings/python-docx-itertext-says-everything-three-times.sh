#!/usr/bin/env bash
# python-docx: the text of a paragraph is there three times for lxml's itertext, once for XPath.
#
# Text in content controls, hyperlinks and text boxes is in none of python-docx's own properties, so
# one walks the tree below a paragraph, and itertext is how lxml collects text. But python-docx gives
# paragraphs and runs a property "text" that joins what is below them, and itertext asks each element
# for its "text": the paragraph, the run and the w:t say the same again. The bytes are in order, and
# a tree that a plain parser made of them says everything once.
#
# Seen with python-docx 1.2.0 and lxml 6.0.2: 'MentorMentorMentor' with itertext(), 'Mentor' with
# itertext(w:t), with XPath's string(), as tostring writes it, and after a plain parser.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 lxml==6.0.2
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

paragraph = Document().add_paragraph("Mentor")._p
ways = {
    "itertext": "".join(paragraph.itertext()),
    "itertext of w:t": "".join(paragraph.itertext(qn("w:t"))),
    "tostring": str(etree.tostring(paragraph, method="text", encoding="unicode")),
    "string() of XPath": paragraph.xpath("string()"),
    "plain parser": "".join(etree.fromstring(etree.tostring(paragraph)).itertext()),
}
print(f"python-docx {version('python-docx')}, lxml {version('lxml')}")
for way, text in ways.items():
    print(f"{way}: {text!r}")
assert ways.pop("itertext") == "MentorMentorMentor"
assert set(ways.values()) == {"Mentor"}
PYTHON
