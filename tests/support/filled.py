"""Fill in a form as people do in Word: type into a control, tick a box, move rows."""

import subprocess
from copy import deepcopy
from io import BytesIO

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from samarbejde_cli.files.pdf import find_converter

LO = pytest.mark.skipif(find_converter() is None, reason="LibreOffice er ikke installeret")
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


class Filled:
    """A form that is open; ``data`` is what saving it gives."""

    def __init__(self, data):
        self.document = Document(BytesIO(data))
        self.body = self.document.element.body

    @property
    def data(self):
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def controls(self, tag):
        named = ((c, c.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")) for c in self.body.iter(qn("w:sdt")))
        return [c for c, found in named if found is not None and found.get(qn("w:val")) == tag]

    def tags(self):
        """The tags of all controls, in the order of the text."""
        found = (c.find(f"{qn('w:sdtPr')}/{qn('w:tag')}") for c in self.body.iter(qn("w:sdt")))
        return [each.get(qn("w:val")) for each in found if each is not None]

    def type(self, tag, *lines, at=0):
        """Replace what stands in a control by paragraphs."""
        content = self.controls(tag)[at].find(qn("w:sdtContent"))
        paragraphs = content.findall(qn("w:p"))
        for extra in paragraphs[1:]:
            content.remove(extra)
        flag = content.getparent().find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
        if flag is not None:
            flag.getparent().remove(flag)
        for line in reversed(lines or ("",)):
            paragraph = deepcopy(paragraphs[0])
            for run in list(paragraph.iter(qn("w:r"))):
                run.getparent().remove(run)
            run = OxmlElement("w:r")
            for number, part in enumerate(line.split("\n")):
                if number:
                    run.append(OxmlElement("w:br"))
                text = OxmlElement("w:t")
                text.set(qn("xml:space"), "preserve")
                text.text = part
                run.append(text)
            paragraph.append(run)
            content.insert(0, paragraph)
        content.remove(paragraphs[0])
        return self

    def tick(self, tag, *states, at=0):
        """Set the boxes of a control."""
        boxes = list(self.controls(tag)[at].iter(f"{W14}checkbox"))
        for box, is_on in zip(boxes, states, strict=True):
            box.find(f"{W14}checked").set(f"{W14}val", str(int(is_on)))
            control = box.getparent().getparent()
            next(control.iter(qn("w:t"))).text = "☒" if is_on else "☐"
        return self

    def tick_one(self, tag, number):
        """Tick a box, counted from 1, of a control, or of the row of a question."""
        control = self.controls(tag)[0]
        boxes = list(control.iter(f"{W14}checked"))
        boxes = boxes or list(next(control.iterancestors(qn("w:tr"))).iter(f"{W14}checked"))
        boxes[number - 1].set(f"{W14}val", "1")
        return self

    def row(self, tag, at=0):
        """The control around a row, or the row itself, that holds a control."""
        row = next(self.controls(tag)[at].iterancestors(qn("w:tr")))
        outer = row.getparent().getparent()
        return outer if outer.tag == qn("w:sdt") else row

    def copy_row(self, tag):
        row = self.row(tag)
        row.addnext(deepcopy(row))
        return self

    def delete_row(self, tag):
        row = self.row(tag)
        row.getparent().remove(row)
        return self

    def unwrap(self, tag, *, bookmarks=True):
        """Take a control away and leave what it holds, as pasting over it does."""
        for control in self.controls(tag):
            for child in list(control.find(qn("w:sdtContent"))):
                control.addprevious(child)
            if bookmarks:
                for mark in (control.getprevious(), *control.itersiblings(preceding=True)):
                    if mark is not None and mark.tag == qn("w:bookmarkStart"):
                        mark.getparent().remove(mark)
                        break
            control.getparent().remove(control)
        return self


NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SHAPES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
NAMES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in SHAPES.items())
BOXES = (
    "<w:drawing><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></w:drawing>",
    "<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>",
)


def written_around(form, *, header, footer, note, new_box, old_box):
    """Write into every header and footer, a footnote and the text boxes of old and new Word."""
    section = form.document.sections[0]
    for parts, text in (("header", header), ("footer", footer)):
        for part in (getattr(section, parts), getattr(section, f"first_page_{parts}")):
            part.add_paragraph(text)
    document = form.document.part
    notes = f'<w:footnotes {NAMES}><w:footnote w:id="2">{_line(note)}</w:footnote></w:footnotes>'
    uri = PackURI("/word/footnotes.xml")
    document.relate_to(Part(uri, NOTES, notes.encode(), document.package), RT.FOOTNOTES)
    first, *_, last = form.body.iter(qn("w:p"))
    for paragraph, box, text in ((first, BOXES[0], new_box), (last, BOXES[1], old_box)):
        inside = f"<w:txbxContent>{_line(text)}</w:txbxContent>"
        paragraph.append(parse_xml(f"<w:r {NAMES}>{box.format(inside)}</w:r>"))
    return form


def _line(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def resaved(folder, *paths):
    """The files as LibreOffice saves them."""
    out = folder / "gemt"
    profile = f"-env:UserInstallation={(folder / 'lo').as_uri()}"
    command = [find_converter(), profile, "--headless", "--convert-to", "docx", "--outdir", out]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=240)
    return [out / each.name for each in paths]


W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
LOST = (f"{W15}repeatingSection", f"{W15}repeatingSectionItem", qn("w:dropDownList"))


def as_25_2_leaves_it(form):
    """Take away what LibreOffice 25.2 does: empty controls, repeated rows, lists to choose from.

    Bookmarks stay, and so does the text. A link is put behind its control.
    """
    for control in list(form.body.iter(qn("w:sdt"))):
        properties = control.find(qn("w:sdtPr"))
        is_empty = properties.find(qn("w:showingPlcHdr")) is not None
        if is_empty or any(properties.find(each) is not None for each in LOST):
            for child in list(control.find(qn("w:sdtContent"))):
                control.addprevious(child)
            control.getparent().remove(control)
    for link in list(form.body.iter(qn("w:hyperlink"))):
        control = next(link.iterancestors(qn("w:sdt")), None)
        if control is not None:
            control.addnext(link)
    return form


def type_at_bookmark(form, name, text):
    """Type into a field of which only the bookmark is left."""
    mark = next(b for b in form.body.iter(qn("w:bookmarkStart")) if b.get(qn("w:name")) == name)
    paragraph = next(p for p in mark.itersiblings() if p.tag == qn("w:p"))
    runs = list(paragraph.iter(qn("w:t")))
    runs[0].text = text
    for extra in runs[1:]:
        extra.text = ""
    return form
