#!/usr/bin/env bash
# python-docx, mammoth, pandoc: the name in a letter is there or not, by how its field is written.
#
# A field that shows a value, of a mail merge, of a bookmark or of the file's properties, can be
# written in two ways that mean the same: as three marks with the code and the value between them, or
# short, as one element around the value. Three of five readers have the value of the long one and
# leave out that of the short one without a word: "Dear Line!" and "Dear !".
#
# Seen with python-docx 1.2.0, mammoth 1.13.0 and the pandoc 3.9 of pypandoc_binary 1.17, and otherwise
# with docx2txt 0.9 and docx2python 3.7.1: as in SHORT below; mammoth has no message about it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 \
  docx2python==3.7.1 mammoth==1.13.0 pypandoc_binary==1.17
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import docx2txt
import mammoth
import pypandoc
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

READERS = {
    "python-docx": lambda path: Document(path).paragraphs[0].text,
    "mammoth": lambda path: mammoth.extract_raw_text(path).value,
    "pypandoc_binary": lambda path: pypandoc.convert_file(path, "plain"),
    "docx2txt": docx2txt.process,
    "docx2python": lambda path: docx2python(path).text,
}
SHORT = {
    "python-docx": "Dear !",
    "mammoth": "Dear !",
    "pypandoc_binary": "Dear !",
    "docx2txt": "Dear Line!",
    "docx2python": "Dear Line!",
}
DEAR, NAME, END = (
    f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in ("Dear ", "Line", "!")
)


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def read(field):
    letter = Document()
    letter.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{DEAR}{field}{END}</w:p>"))
    letter.save("letter.docx")
    return {name: reader("letter.docx").strip() for name, reader in READERS.items()}


for code in (" MERGEFIELD name ", " REF name ", " DOCPROPERTY name "):
    short = read(f'<w:fldSimple w:instr="{code}">{NAME}</w:fldSimple>')
    instruction = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    long = read(f"{mark('begin')}{instruction}{mark('separate')}{NAME}{mark('end')}")
    for name in READERS:
        print(f"{name} {version(name)}:{code}short {short[name]!r}, long {long[name]!r}")
        assert short[name] == SHORT[name]
        assert long[name] == "Dear Line!"
    assert not mammoth.convert_to_html("letter.docx").messages
PYTHON
