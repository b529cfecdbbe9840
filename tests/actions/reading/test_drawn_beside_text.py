"""What people draw, insert or paste into a form beside its text is told, never dropped."""

from io import BytesIO

import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from example_case import build
from filled import Filled
from paper_case import DAY, files, made, made_as_it_is
from word_files import png

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.shipped import shipped

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
KINDS_HERE = ("goals", "dialogue", "three-houses")
TYPED = "Ring efter klokken tre"
NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "lc": "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "o": "urn:schemas-microsoft-com:office:office",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    }.items()
)
DRAWN = f"<a:p><a:r><a:t>{TYPED[:8]}</a:t></a:r><a:r><a:t>{TYPED[8:]}</a:t></a:r></a:p>"
OFFICE = "application/vnd.openxmlformats-officedocument.drawingml"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RUNS = {
    "formel": f"<m:oMath><m:r><m:t>{TYPED}</m:t></m:r></m:oMath>",
    "tegning": f"<w:r><w:drawing><lc:lockedCanvas>{DRAWN}</lc:lockedCanvas></w:drawing></w:r>",
    "WordArt": f'<w:r><w:pict><v:shape><v:textpath string="{TYPED}"/></v:shape></w:pict></w:r>',
    "håndskrift": '<w:r><mc:AlternateContent><mc:Choice Requires="wpi"><w:drawing>'
    '<w14:contentPart r:id="rId99"/></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>'
    "</mc:AlternateContent></w:r>",
    "indlejret fil": '<w:r><w:object><v:shape><v:imagedata r:id="rId9"/></v:shape>'
    '<o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
}
EMOJI = (
    f'<w:r {NAMES}><mc:AlternateContent><mc:Choice Requires="w16se">'
    '<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/></mc:Choice>'
    "<mc:Fallback><w:t>😊</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)
"""As Word writes an emoji, with a copy for programs that do not know the element."""
ELEMENTS = (
    '<w:r><w:sym w:font="Wingdings" w:char="F028"/><w:noBreakHyphen/><w:t>tlf. </w:t></w:r>'
    f'<w:r><w:sym w:char="F061" w:font="Symbol"/></w:r>{EMOJI}'
)
"""A telephone from a font of pictures, a hyphen that keeps a line together, and others."""
SHOWN = {"håndskrift": "(skrevet eller tegnet med en pen)", "indlejret fil": "(fra Excel)"}
CHARTED = "<c:cat><c:strRef><c:strCache><c:pt><c:v>{}</c:v></c:pt></c:strCache></c:strRef></c:cat>"
PARTS = {
    "SmartArt": ("diagramData", f"<dgm:dataModel {NAMES}>{DRAWN}</dgm:dataModel>"),
    "diagram": ("chart", f"<c:chartSpace {NAMES}>{CHARTED.format(TYPED)}</c:chartSpace>"),
    "diagram, overskrift": ("chart", f"<c:chartSpace {NAMES}>{DRAWN}</c:chartSpace>"),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms")
    found = files(made(folder, "", KINDS_HERE))
    by_stem = sorted(found, key=len)
    return folder, {n: found[next(f for f in by_stem if KINDS[n].stem in f)] for n in KINDS_HERE}


def read(folder, form):
    path = folder / "skema.docx"
    path.write_bytes(form.data)
    return FormReader(Workspace(folder), DAY, lambda _: Choice.LEFT).read(path)


def told(found):
    assert not found.changes
    assert not found.is_blank
    return [(each.place, each.text) for each in found.comparison.leftovers]


def add_part(form, name, kind, data, relation):
    package = form.document.part.package
    part = Part(PackURI(name), kind, data.encode(), package)
    return form.document.part.relate_to(part, f"{RELATED}/{relation}")


@pytest.mark.parametrize("place", RUNS)
def test_what_is_no_text_of_words_own_is_told_where_it_stands(printed, place):
    folder, forms = printed
    form = Filled(forms["goals"])
    last = [*form.body.iter(qn("w:p"))][-1]
    last.append(parse_xml(RUNS[place].replace(">", f" {NAMES}>", 1)))
    assert told(read(folder, form)) == [(place, SHOWN.get(place, TYPED))]


def test_an_equation_in_a_field_is_told_with_its_row(printed):
    folder, forms = printed
    form = Filled(forms["goals"])
    paragraph = next(form.controls("mål[1].delmål")[0].iter(qn("w:p")))
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    paragraph.append(parse_xml(f"<m:oMath {NAMES}>{half}</m:oMath>"))
    ((place, text),) = told(read(folder, form))
    assert place.startswith("formel, tabel ")
    assert ", række " in place
    assert text == "1/2"


@pytest.mark.parametrize("kind", KINDS_HERE)
@pytest.mark.parametrize("place", PARTS)
def test_text_in_the_parts_of_drawings_is_told(printed, kind, place):
    folder, forms = printed
    form = Filled(forms[kind])
    content, data = PARTS[place]
    add_part(form, "/word/drawn/mine1.xml", f"{OFFICE}.{content}+xml", data, content)
    assert told(read(folder, form)) == [(place.partition(",")[0], TYPED)]


@pytest.mark.parametrize(
    ("kind", "data", "text"),
    [
        ("text/html", f"<html><title>x</title><p>{TYPED} &amp; ja</p></html>", f"{TYPED} & ja"),
        ("text/plain", TYPED, TYPED),
        ("application/rtf", "{}", "(Word viser først indholdet, når skemaet bliver åbnet)"),
    ],
)
def test_a_file_that_was_put_in_is_told(printed, kind, data, text):
    folder, forms = printed
    form = Filled(forms["goals"])
    number = add_part(form, "/word/chunk1.dat", kind, data, "aFChunk")
    form.body.insert(0, parse_xml(f'<w:altChunk {NAMES} r:id="{number}"/>'))
    assert told(read(folder, form)) == [("indsat fil", text)]


@pytest.mark.parametrize(
    ("font", "number", "text"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("wingdings", "F04A", "☺"),
        ("MS Gothic", "266B", "♫"),
        ("Symbol", "F061", "(tegn)"),
        ("Arial", "0", "(tegn)"),
    ],
)
def test_a_character_of_a_font_of_pictures_stays_in_its_text(printed, font, number, text):
    folder, forms = printed
    form = Filled(forms["goals"]).type("mål[1].mål", "Jeg vil i skole ")
    sign = f'<w:r {NAMES}><w:sym w:font="{font}" w:char="{number}"/></w:r>'
    next(form.controls("mål[1].mål")[0].iter(qn("w:p"))).append(parse_xml(sign))
    (change,) = read(folder, form).comparison.changes
    assert change.after == (f"Jeg vil i skole {text}",)


def test_an_emoji_that_word_writes_with_a_copy_stays_in_its_text(printed):
    folder, forms = printed
    form = Filled(forms["goals"]).type("mål[1].mål", "Jeg vil i skole ")
    next(form.controls("mål[1].mål")[0].iter(qn("w:p"))).append(parse_xml(EMOJI))
    (change,) = read(folder, form).comparison.changes
    assert change.after == ("Jeg vil i skole 😊",)


def test_a_tick_from_a_font_of_pictures_is_a_tick(printed):
    folder, forms = printed
    form = Filled(forms["goals"])
    row = form.row("mål[1].mål")
    box = next(row.iter(f"{{{W14}}}checkbox"))
    control = box.getparent().getparent()
    sign = f'<w:r {NAMES}><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    control.addprevious(parse_xml(sign))
    control.getparent().remove(control)
    (change,) = read(folder, form).comparison.changes
    assert (change.route, change.after) == ("mål[1].nået", ("ja",))


def test_a_picture_is_said_not_to_be_read(printed):
    folder, forms = printed
    form = Filled(forms["goals"])
    form.document.add_picture(BytesIO(png(20, 10)))
    found = read(folder, form)
    assert not told(found)
    assert found.form.pictures == 1
    assert not found.is_as_before


def printed_by(template, folder):
    """Return the form that a municipality's own template gives."""
    build(folder)
    (folder / "skabeloner").mkdir()
    (folder / "skabeloner/mål-og-aftaleskema.docx").write_bytes(template.data)
    papers = files(made_as_it_is(folder, ["goals"]))
    return Filled(papers[min(papers, key=len)])


def test_characters_that_word_writes_as_elements_are_part_of_a_template(tmp_path):
    template = Filled((shipped("templates") / "mål-og-aftaleskema.docx").read_bytes())
    template.body.insert(1, parse_xml(f"<w:p {NAMES}>{ELEMENTS}</w:p>"))
    form = printed_by(template, tmp_path)
    assert read(tmp_path, form).is_as_before
    paragraph = next(each for each in form.body.iter(qn("w:p")) if "tlf" in each.xpath("string()"))
    paragraph.append(parse_xml(f"<w:r {NAMES}><w:t>{TYPED}</w:t></w:r>"))
    ((_, text),) = told(read(tmp_path, form))
    assert text == f"(tegn)-tlf. (tegn)😊{TYPED}"


def test_what_is_drawn_in_a_template_is_not_told(tmp_path):
    template = Filled((shipped("templates") / "mål-og-aftaleskema.docx").read_bytes())
    template.document.add_picture(BytesIO(png(20, 10)))
    content, data = PARTS["diagram, overskrift"]
    add_part(template, "/word/charts/own.xml", f"{OFFICE}.{content}+xml", data, content)
    form = printed_by(template, tmp_path)
    found = read(tmp_path, form)
    assert not told(found)
    assert found.is_as_before
    form.document.add_picture(BytesIO(png(20, 10, 9)))
    assert read(tmp_path, form).form.pictures == 1
