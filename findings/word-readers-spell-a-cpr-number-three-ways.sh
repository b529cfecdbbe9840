#!/usr/bin/env bash
# Five readers of Word files: a hyphen that keeps a number on one line comes out in three ways.
#
# Whoever types a CPR number, a case number or a telephone number in Word with Ctrl+Shift+Hyphen
# gets a hyphen at which no line is broken. It is no character in the file but an element between
# two texts. One reader makes a plain hyphen of it, two leave it out, two give another character
# that looks like a hyphen; a search for six digits, a hyphen and four finds one of the five.
#
# Seen with python-docx 1.2.0, docx2txt 0.9, docx2python 3.7.1, mammoth 1.13.0 and the pandoc 3.9 of
# pypandoc_binary 1.17: as in SEEN below.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 \
  docx2python==3.7.1 mammoth==1.13.0 pypandoc_binary==1.17
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import re
from importlib.metadata import version

import docx2txt
import mammoth
import pypandoc
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

RUN = "<w:r><w:t>670310</w:t><w:noBreakHyphen/><w:t>4321</w:t></w:r>"  # nobody has this number
letter = Document()
letter.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{RUN}</w:p>"))
letter.save("letter.docx")
READERS = {
    "python-docx": letter.paragraphs[0].text,
    "docx2txt": docx2txt.process("letter.docx"),
    "docx2python": docx2python("letter.docx").text,
    "mammoth": mammoth.extract_raw_text("letter.docx").value,
    "pypandoc_binary": pypandoc.convert_file("letter.docx", "plain"),
}
SEEN = {
    "python-docx": "670310-4321",
    "docx2txt": "6703104321",
    "docx2python": "6703104321",
    "mammoth": "670310\u20114321",
    "pypandoc_binary": "670310\u20114321",
}
for name, text in READERS.items():
    found = bool(re.search(r"\d{6}-\d{4}", text))
    print(f"{name} {version(name)}: {text.strip()!a}, found by its pattern: {found}")
    assert text.strip() == SEEN[name]
    assert found == (name == "python-docx")
PYTHON
