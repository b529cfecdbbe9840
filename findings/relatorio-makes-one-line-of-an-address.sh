#!/usr/bin/env bash
# relatorio: an address of two lines is one line of the letter.
#
# A value is put into a text of LibreOffice where a placeholder stands, and in the file its lines are
# as they were given. But there the end of a line in the text is no more than a space, as in HTML: the
# format has an element for a new line, and none is written. Whoever looks into the XML, or takes the
# text out with a parser, sees two lines; in the letter that is printed they are one.
#
# Seen with relatorio 1.0.0, read by the pandoc 3.9 of pypandoc_binary 1.17, which also makes the
# template: "Lindevej 1\n4180 Lindeby" is in the XML as it is and comes out as one line; the same text
# with the element has two.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check relatorio==1.0.0 \
  pypandoc_binary==1.17
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version
from zipfile import ZipFile

import pypandoc
from relatorio.templates.opendocument import Template

ADDRESS = "Lindevej 1\n4180 Lindeby"
PLACEHOLDER = '<text:placeholder text:placeholder-type="text">&lt;address&gt;</text:placeholder>'
BY_ELEMENT = 'Lindevej 1<text:line-break/>4180 Lindeby'


def with_text(path, text):
    """Write the letter with a text, as XML, in the place of its only word."""
    with ZipFile("letter.odt") as letter, ZipFile(path, "w") as written:
        for entry in letter.infolist():
            content = letter.read(entry)
            if entry.filename == "content.xml":
                content = content.replace(b"HERE", text.encode())
            written.writestr(entry, content)
    return path


def printed(path):
    return pypandoc.convert_file(path, "plain", extra_args=["--wrap=none"]).strip()


pypandoc.convert_text("HERE", "odt", format="markdown", outputfile="letter.odt")
template = Template(source="", filepath=with_text("template.odt", PLACEHOLDER))
with open("made.odt", "wb") as made:
    made.write(template.generate(address=ADDRESS).render().getvalue())
with ZipFile("made.odt") as package:
    xml = package.read("content.xml").decode()
right = printed(with_text("right.odt", BY_ELEMENT))
print(f"relatorio {version('relatorio')}: in the XML: {ADDRESS in xml}, elements for a new line:"
      f" {xml.count('text:line-break')}; printed {printed('made.odt')!r}, with the element {right!r}")
assert ADDRESS in xml
assert "text:line-break" not in xml
assert printed("made.odt") == "Lindevej 1 4180 Lindeby"
assert right == ADDRESS
PYTHON
