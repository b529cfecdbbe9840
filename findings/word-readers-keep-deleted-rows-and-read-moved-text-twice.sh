#!/usr/bin/env bash
# docx2txt, docx2python, mammoth: three readers, three contents of one form with tracked changes.
#
# A form comes back from a colleague who had Word track the changes: a row of a table is deleted, a
# paragraph is moved, a box is ticked. docx2txt and docx2python leave deleted words of a paragraph
# out, but not the deleted row, and give the moved paragraph at both places. mammoth reads rows and
# moves as Word shows them; its HTML has the ticked box, its raw text has no trace of it.
#
# Seen with docx2txt 0.9, docx2python 3.7.1, mammoth 1.13.0: as in SEEN below.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 python-docx==1.2.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import docx2txt
import mammoth
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

NAMES = f'{nsdecls("w")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
PARTS = (
    "<w:p {0}><w:del w:id='1' w:author='x'><w:r><w:delText>deleted words</w:delText></w:r></w:del></w:p>",
    "<w:p {0}><w:moveFrom w:id='2' w:author='x'><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>",
    "<w:p {0}><w:moveTo w:id='3' w:author='x'><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>",
    "<w:tbl {0}><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:del w:id='4' w:author='x'/>"
    "</w:trPr><w:tc><w:p><w:r><w:t>deleted row</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>kept row</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:p {0}><w:r><w:t>yes </w:t></w:r><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/>"
    "</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>\u2612</w:t></w:r></w:sdtContent></w:sdt></w:p>",
)
form = Document()
for part in PARTS:
    form.element.body.insert(len(form.element.body) - 1, parse_xml(part.format(NAMES)))
form.save("form.docx")

READERS = {
    "docx2txt": docx2txt.process("form.docx"),
    "docx2python": docx2python("form.docx").text,
    "mammoth, raw text": mammoth.extract_raw_text("form.docx").value,
    "mammoth, HTML": mammoth.convert_to_html("form.docx").value,
}
# deleted words, deleted row, how often the moved paragraph stands there, the box is seen as ticked
SEEN = {
    "docx2txt": (False, True, 2, True),
    "docx2python": (False, True, 2, True),
    "mammoth, raw text": (False, False, 1, False),
    "mammoth, HTML": (False, False, 1, True),
}
for name, text in READERS.items():
    ticked = "\u2612" in text or 'checked="checked"' in text
    found = ("deleted words" in text, "deleted row" in text, text.count("moved"), ticked)
    words = ("deleted words", "deleted row", "moved paragraph, times", "ticked")
    print(name, version(name.split(",")[0]), *map("{}: {}".format, words, found), sep=" · ")
    assert found == SEEN[name]
    assert "kept row" in text
PYTHON
