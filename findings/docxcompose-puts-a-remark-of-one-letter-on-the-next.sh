#!/usr/bin/env bash
# docxcompose: a remark in the margin of one letter stands in the margin of the next one, too.
#
# Two drafts with a remark each are put together into one file. What a document refers to, pictures,
# lists, footnotes, is taken over with new numbers, so one takes it that remarks are as well. Those of
# the second draft are not taken over, but the places that refer to them are, with their old numbers;
# and remarks are counted from nought in every file. So the one about Line is said of Ali, and that
# about Ali is gone. A draft put behind one without remarks refers to remarks that are not there.
#
# Seen with docxcompose 2.2.0 and python-docx 1.2.0: one remark, "about Line", and both names refer to
# number 0; behind a letter without remarks there is none, and Ali's name refers to number 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check docxcompose==2.2.0 python-docx==1.2.0
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docxcompose.composer import Composer


def letter(name, *, has_remark=True):
    document = Document()
    paragraph = document.add_paragraph(name)
    if has_remark:
        document.add_comment(paragraph.runs, f"about {name}", author="x")
    return document


def together(first, second):
    """Return each name that has a remark with the number, and the remarks by their numbers."""
    composer, stream = Composer(first), BytesIO()
    composer.append(second)
    composer.save(stream)
    document = Document(stream)
    numbers = {
        paragraph.text: [each.get(qn("w:id")) for each in paragraph._p.iter(qn("w:commentReference"))]
        for paragraph in document.paragraphs
    }
    return numbers, {str(each.comment_id): each.text for each in document.comments}


both = together(letter("Line"), letter("Ali"))
behind = together(letter("Line", has_remark=False), letter("Ali"))
print(f"docxcompose {version('docxcompose')}: two remarks: {both}; the second alone: {behind}")
assert both == ({"Line": ["0"], "Ali": ["0"]}, {"0": "about Line"})
assert behind == ({"Line": [], "Ali": ["0"]}, {})
PYTHON
