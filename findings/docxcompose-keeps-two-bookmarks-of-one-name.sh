#!/usr/bin/env bash
# docxcompose: letters put together into one file share the names of their bookmarks.
#
# Each letter from one template has a bookmark around the name and a field that repeats it. The
# composer gives the bookmarks of what it appends new numbers, so one takes them to be kept apart;
# their names stay as they are, and fields go by the name. A name can stand for one place only: when
# the fields are brought up to date, it is open whose name the second letter repeats.
#
# Seen with docxcompose 2.2.0 and python-docx 1.2.0: two letters give the numbers 0 and 1, the name
# "navn" twice, and both fields say "REF navn"; the two content controls have one number as well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check docxcompose==2.2.0 python-docx==1.2.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docxcompose.composer import Composer

PARAGRAPHS = (
    '<w:bookmarkStart w:id="7" w:name="navn"/><w:r><w:t>{name}</w:t></w:r><w:bookmarkEnd w:id="7"/>',
    '<w:fldSimple w:instr="REF navn"><w:r><w:t>{name}</w:t></w:r></w:fldSimple>',
    '<w:sdt><w:sdtPr><w:id w:val="111"/><w:text/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>{name}</w:t></w:r></w:sdtContent></w:sdt>",
)


def letter(name):
    document = Document()
    for inner in PARAGRAPHS:
        xml = f"<w:p {nsdecls('w')}>{inner.format(name=name)}</w:p>"
        document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")
    return document


first = letter("Line")
composer = Composer(first)
composer.append(letter("Ali"))
body = first.element.body
marks = [(each.get(qn("w:id")), each.get(qn("w:name"))) for each in body.iter(qn("w:bookmarkStart"))]
fields = [each.get(qn("w:instr")) for each in body.iter(qn("w:fldSimple"))]
controls = [each.get(qn("w:val")) for each in body.iter(qn("w:id"))]
print(f"docxcompose {version('docxcompose')}: bookmarks {marks}, fields {fields}, controls {controls}")
assert marks == [("0", "navn"), ("1", "navn")]
assert fields == ["REF navn", "REF navn"]
assert controls == ["111", "111"]
PYTHON
