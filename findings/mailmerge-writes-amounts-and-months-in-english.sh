#!/usr/bin/env bash
# docx-mailmerge2: amounts and months of a Danish letter come out in English, names lose capitals.
#
# Fields of mail merge say how a value is to look, and Word follows them in the document's language.
# The library follows them too, but a point and a comma in a picture of a number are those of English
# whatever language the text has, so that what stands for two decimals becomes five. Months and days
# have the names of the process, which are English until a program asks for others. A first letter
# made large makes all the others small, which a name with two large letters does not bear.
#
# Seen with docx-mailmerge2 1.0.3: 1234.5 as #.##0,00 is "1,234.50000"; a date as d. MMMM yyyy is
# "3. March 2026"; FirstCap makes "Anne-marie friis" of "Anne-Marie Friis".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check docx-mailmerge2==1.0.3 python-docx==1.2.0
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import date
from importlib.metadata import version
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from mailmerge import MailMerge

FIELDS = (
    "MERGEFIELD amount \\# &quot;#.##0,00&quot;",
    "MERGEFIELD day \\@ &quot;d. MMMM yyyy&quot;",
    "MERGEFIELD name \\* FirstCap",
)
letter, template, merged = Document(), BytesIO(), BytesIO()
for style in letter.styles.element.iter(qn("w:lang")):
    style.set(qn("w:val"), "da-DK")
for field in FIELDS:
    inner = f'<w:fldSimple w:instr="{field}"><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    letter.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
letter.save(template)
merge = MailMerge(template)
merge.merge(amount=1234.5, day=date(2026, 3, 3), name="Anne-Marie Friis")
merge.write(merged)
said = [each.text for each in Document(merged).paragraphs if each.text]
print(f"docx-mailmerge2 {version('docx-mailmerge2')}: {said}")
assert said == ["Anne-marie friis", "3. March 2026", "1,234.50000"]
PYTHON
