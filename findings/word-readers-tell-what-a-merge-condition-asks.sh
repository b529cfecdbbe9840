#!/usr/bin/env bash
# Five readers of Word files: what a condition of a mail merge asks about is read as if it were printed.
#
# A letter leaves the address out for whoever has a protected one, by a condition: IF, and in it the
# field that says so. A field has a code, which nobody sees, and behind a separator its result, and
# the readers know that. But the field inside the code has a result too, and that they take for text
# of the letter: it says only "Best regards." on paper, and "yesBest regards." to whoever reads the
# file to search it, compare it or send it on as plain text.
#
# Seen with python-docx 1.2.0, docx2txt 0.9, docx2python 3.7.1, mammoth 1.13.0 and the pandoc 3.9 of
# pypandoc_binary 1.17: all say "yesBest regards."; without the condition all say "Best regards.".
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
    "docx2txt": docx2txt.process,
    "docx2python": lambda path: docx2python(path).text,
    "mammoth": lambda path: mammoth.extract_raw_text(path).value,
    "pypandoc_binary": lambda path: pypandoc.convert_file(path, "plain"),
}
BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
REGARDS = "<w:r><w:t>Best regards.</w:t></w:r>"


def code(text):
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def read(inner):
    letter = Document()
    letter.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    letter.save("letter.docx")
    return {name: reader("letter.docx").strip() for name, reader in READERS.items()}


asked = f"{BEGIN}{code(' MERGEFIELD protected ')}{SEPARATE}<w:r><w:t>yes</w:t></w:r>{END}"
address = f'{BEGIN}{code(" IF ")}{asked}{code(""" = "yes" "" "Lindevej 1" """)}{SEPARATE}{END}'
plain, conditional = read(REGARDS), read(address + REGARDS)
for name in READERS:
    print(f"{name} {version(name)}: {conditional[name]!r}, without the condition {plain[name]!r}")
    assert conditional[name] == "yesBest regards."
    assert plain[name] == "Best regards."
PYTHON
