#!/usr/bin/env bash
# python-docx: one relation to a part that is not there, and the whole document cannot be opened.
#
# A form with a chart was saved as .odt and as .docx again by LibreOffice 7.4: the chart keeps its
# relation to the workbook with its numbers, but the workbook is not in the file. LibreOffice
# opens it and shows all text. python-docx follows every relation of every part before it
# gives anything out, so a chart's lost workbook costs the text, and the KeyError names a ZIP entry.
#
# Seen with python-docx 1.2.0: KeyError; without the relation the same file opens with its text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version
from io import BytesIO
from zipfile import ZipFile

from docx import Document

RELATIONS = "word/_rels/document.xml.rels"
LOST = b'<Relationship Id="rIdX" Type="x/package" Target="embeddings/tal.xlsx"/></Relationships>'
whole, broken = BytesIO(), BytesIO()
form = Document()
form.add_paragraph("Jeg vil i skole")
form.save(whole)
with ZipFile(whole) as old, ZipFile(broken, "w") as new:
    for name in old.namelist():
        part = old.read(name)
        new.writestr(name, part.replace(b"</Relationships>", LOST) if name == RELATIONS else part)


def opened(file):
    try:
        return Document(file).paragraphs[0].text
    except Exception as problem:
        return f"{type(problem).__name__}: {problem}"


print("python-docx", version("python-docx"))
print("with the lost relation:", opened(broken))
print("without it:", opened(whole))
assert opened(broken).startswith("KeyError")
assert opened(whole) == "Jeg vil i skole"
PYTHON
