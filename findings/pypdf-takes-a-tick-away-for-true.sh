#!/usr/bin/env bash
# pypdf: filling a box of a form with True, or with "Yes", takes the tick out of it, without a word.
#
# The fields of a form are filled from a mapping of names and values, and texts are given as they
# are. A box wants the name of its own state as the file spells it, a slash and capitals included;
# any other value counts as "off". So a box that was ticked is empty after it was ticked once more,
# and of two buttons for one question both are empty when the right one is named without its slash.
# Nothing is raised, neither for these nor for a word that is not in the list of a drop-down.
#
# Seen with pypdf 7.1.1 on a form of reportlab 5.1.0: consent, ticked: "/Yes" leaves the tick; True,
# "Yes", "/yes" and "/Ja" give "/Off"; adult "/mother" ticks one button, "mother" none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypdf==7.1.1 reportlab==5.1.0
cd "$folder"
"$folder/venv/bin/python" -W error - <<'PYTHON'
from pypdf import PdfReader, PdfWriter, __version__
from reportlab.pdfgen.canvas import Canvas

page = Canvas("empty.pdf")
form = page.acroForm
form.checkbox(name="consent", checked=True, x=50, y=700)
form.radio(name="adult", value="mother", selected=False, x=50, y=650)
form.radio(name="adult", value="father", selected=True, x=90, y=650)
form.choice(name="area", value="school", options=["school", "home"], x=50, y=600, width=100)
page.showPage()
page.save()


def filled(name, value):
    writer = PdfWriter(clone_from="empty.pdf")
    writer.update_page_form_field_values(writer.pages[0], {name: value})
    writer.write("filled.pdf")
    reader = PdfReader("filled.pdf")
    fields = {key: field.get("/V") for key, field in reader.get_fields().items()}
    looks = [each.get_object().get("/AS") for each in reader.pages[0]["/Annots"]]
    return fields[name], looks[:3]


SEEN = {
    ("consent", "/Yes"): ("/Yes", ["/Yes", "/Off", "/father"]),
    ("consent", True): ("/Off", ["/Off", "/Off", "/father"]),
    ("consent", "Yes"): ("/Off", ["/Off", "/Off", "/father"]),
    ("consent", "/yes"): ("/Off", ["/Off", "/Off", "/father"]),
    ("consent", "/Ja"): ("/Off", ["/Off", "/Off", "/father"]),
    ("adult", "/mother"): ("/mother", ["/Yes", "/mother", "/Off"]),
    ("adult", "mother"): ("mother", ["/Yes", "/Off", "/Off"]),
    ("area", "work"): ("work", ["/Yes", "/Off", "/father"]),
}
for (name, value), seen in SEEN.items():
    found = filled(name, value)
    print(f"pypdf {__version__}: {name} filled with {value!r} holds {found[0]!r}, the boxes show {found[1]}")
    assert found == seen
PYTHON
