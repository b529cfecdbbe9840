"""Rendered files are correct: unique ids, whole tables and cells, nothing new for a validator."""

import io
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.shared import Mm
from lxml import etree
from word_files import W, docx, p, packed, png, r, table, texts_of, unpacked, xml_of

from samarbejde_cli import word

ID = f"{{{W}}}id"
LOOP = "{%p for x in xs %}", "{%p endfor %}"
DRAWING = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="7" name="a"/><a:graphic>'
    '<a:graphicData uri="p"><pic:pic><pic:nvPicPr><pic:cNvPr id="7" name="a"/></pic:nvPicPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def looped(xml: str) -> str:
    return p(LOOP[0]) + xml + p(LOOP[1])


def rendered(body: str, **context: object) -> etree._Element:
    document = word.compile_template(docx(body), "x.docx").render({"xs": [1, 2, 3], **context})
    return etree.fromstring(unpacked(document)["word/document.xml"])


def values(root: etree._Element, tag: str, name: str) -> list[str]:
    return [v for e in root.iter(f"{{*}}{tag}") for k, v in e.attrib.items() if k.endswith(name)]


def test_bookmarks_in_loops_have_their_own_ids_and_names_and_stay_in_pairs():
    mark = '<w:bookmarkStart w:id="3" w:name="sted"/>', '<w:bookmarkEnd w:id="3"/>'
    other = '<w:bookmarkStart w:id="4" w:name="andet"/><w:bookmarkEnd w:id="4"/>'
    root = rendered(other + looped(f"<w:p>{mark[0]}{r('{{ x }}')}{mark[1]}</w:p>"))
    starts, ends = values(root, "bookmarkStart", "}id"), values(root, "bookmarkEnd", "}id")
    assert starts == ends
    assert len(set(starts)) == 4
    assert len(set(values(root, "bookmarkStart", "}name"))) == 4


@pytest.mark.parametrize("kind", ["perm", "moveFromRange", "moveToRange"])
def test_other_ranges_in_loops_have_their_own_ids_and_stay_in_pairs(kind):
    ends = f'<w:{kind}Start w:id="3" w:edGrp="everyone"/>', f'<w:{kind}End w:id="3"/>'
    root = rendered(looped(f"<w:p>{ends[0]}{r('{{ x }}')}{ends[1]}</w:p>"))
    starts = values(root, f"{kind}Start", "}id")
    assert starts == values(root, f"{kind}End", "}id")
    assert len(set(starts)) == 3


def test_the_two_ends_of_a_move_in_a_loop_have_one_name_for_each_round():
    moved = "".join(
        f'<w:p><w:{kind}RangeStart w:id="{at}" w:name="flyt1"/><w:{kind} w:id="{at + 2}">{r("a")}'
        f'</w:{kind}><w:{kind}RangeEnd w:id="{at}"/></w:p>'
        for at, kind in enumerate(("moveFrom", "moveTo"))
    )
    root = rendered(looped(moved))
    names = [values(root, f"{kind}RangeStart", "}name") for kind in ("moveFrom", "moveTo")]
    assert names == [["flyt1", "flyt1_2", "flyt1_3"]] * 2
    assert len({*values(root, "moveFrom", "}id"), *values(root, "moveTo", "}id")}) == 6


@pytest.mark.parametrize(
    "xml",
    [
        f'<w:p><w:ins w:id="5" w:author="A">{r("{{ x }}")}</w:ins></w:p>',
        f'<w:p><w:ins w:id="8230859b-2eff" w:author="A">{r("{{ x }}")}</w:ins></w:p>',
        f'<w:p><w:del w:author="A" w:id="5">{r("væk").replace("w:t", "w:delText")}</w:del></w:p>',
        p("a", look='<w:rPrChange w:id="5" w:author="A"><w:rPr/></w:rPrChange>'),
        p(
            "a",
            properties='<w:pPr><w:pPrChange w:id="5" w:author="A"><w:pPr/></w:pPrChange></w:pPr>',
        ),
        p("a", properties='<w:pPr><w:rPr><w:ins w:id="5" w:author="A"/></w:rPr></w:pPr>'),
    ],
)
def test_tracked_changes_in_loops_have_their_own_ids(xml):
    found = [v for e in rendered(looped(xml)).iter() for k, v in e.attrib.items() if k == ID]
    assert len(set(found)) == 3


def test_what_a_tag_repeats_has_no_tracked_change_and_ends_no_section():
    look = '<w:rPr><w:b/><w:rPrChange w:id="5" w:author="A"><w:rPr/></w:rPrChange></w:rPr>'
    change = '<w:pPrChange w:id="6" w:author="A"><w:pPr/></w:pPrChange>'
    ends = f'<w:pPr><w:jc w:val="center"/><w:sectPr/>{change}</w:pPr>'
    xml = "".join(
        f"<w:p>{properties}<w:r>{look}<w:t>{text}</w:t></w:r></w:p>"
        for properties, text in ((ends, "{{p xs }}"), ("", "a {{ rig }} {{r rig }} b"))
    )
    root = rendered(xml, rig=word.Rich(word.Text("c", bold=True)))
    ids = [v for e in root.iter() for k, v in e.attrib.items() if k == ID]
    assert len(ids) == len(set(ids))
    assert len(list(root.iter(f"{{{W}}}sectPr"))) == 2
    assert values(root, "jc", "}val") == ["center"] * 4
    assert len(list(root.iter(f"{{{W}}}b"))) == 8


def test_drawings_in_loops_have_their_own_ids():
    root = rendered(f"<w:p>{DRAWING}</w:p>" + looped(f"<w:p>{r('{{ x }}')}{DRAWING}</w:p>"))
    assert len(set(values(root, "docPr", "id"))) == 4


def test_paragraphs_and_content_controls_in_loops_do_not_share_ids():
    paragraph = p("{{ x }}").replace("<w:p>", '<w:p w14:paraId="00AB12CD" w14:textId="77777777">')
    control = (
        '<w:sdt><w:sdtPr><w:id w:val="-12345"/><w:alias w:val="a"/></w:sdtPr>'
        f"<w:sdtContent>{paragraph}</w:sdtContent></w:sdt>"
    )
    root = rendered(control + looped(control), x=0)
    assert values(root, "p", "paraId") == ["00AB12CD"]
    assert [e.getparent().tag for e in root.iter(f"{{{W}}}id")] == [f"{{{W}}}sdtPr"]


def test_ids_outside_loops_are_left_alone():
    root = rendered(f'<w:bookmarkStart w:id="3" w:name="a"/><w:p>{r("{{ xs }}")}{DRAWING}</w:p>')
    assert values(root, "bookmarkStart", "}id") == ["3"]
    assert values(root, "docPr", "id") == ["7"]


@pytest.mark.parametrize(
    ("columns", "names", "widths"),
    [
        (3, ["a"], [6000]),
        (3, ["a", "b"], [3000, 3000]),
        (3, ["a", "b", "c"], [2000, 2000, 2000]),
        (3, ["a", "b", "c", "d"], [1500, 1500, 1500, 1500]),
    ],
)
def test_the_grid_fits_after_a_loop_over_columns(columns, names, widths):
    body = table(["{%tc for n in ns %}", "{{ n }}", "{%tc endfor %}"], columns=columns)
    root = rendered(body, ns=names)
    assert [int(v) for v in values(root, "gridCol", "}w")] == widths


def test_a_table_inside_a_table_has_its_own_grid():
    inner = table(["{%tc for n in ns %}", "{{ n }}", "{%tc endfor %}"], columns=1) + p("")
    root = rendered(table([inner, "{%tc if ns %}", "x", "{%tc endif %}"]), ns=["a", "b", "c"])
    grids = [len(grid) for grid in root.iter(f"{{{W}}}tblGrid")]
    assert grids == [2, 3]


@pytest.mark.parametrize(
    "body",
    [
        table(["{%tr for n in ns %}"], ["{{ n }}"], ["{%tr endfor %}"]),
        table(["{%tc for n in ns %}", "{{ n }}", "{%tc endfor %}"]),
        table(["{%tr if ns %}"], ["x"], ["{%tr endif %}"]),
    ],
)
def test_a_table_left_without_rows_is_left_out(body):
    assert list(rendered(body + p("x"), ns=[]).iter(f"{{{W}}}tbl")) == []
    assert len(list(rendered(body + p("x"), ns=["a"]).iter(f"{{{W}}}tbl"))) == 1


def test_a_cell_always_has_a_paragraph_at_its_end():
    content = p("{%p if ja %}") + p("tekst") + p("{%p endif %}")
    for ja in (True, False):
        root = rendered(table([content, "b"]), ja=ja)
        for cell in root.iter(f"{{{W}}}tc"):
            assert cell[-1].tag == f"{{{W}}}p"


def test_both_forms_of_a_text_box_are_rendered():
    box = f"<w:txbxContent>{p('Kære {{ navn }}')}</w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wps:wsp>'
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></wp:inline></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    document = word.compile_template(docx(body), "x.docx").render({"navn": "Bo"})
    assert xml_of(document).count("Kære Bo") == 2


def test_charts_and_custom_properties_are_rendered():
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx>'
        "<c:rich><a:p><a:r><a:t>Mål for {{ na</a:t></a:r><a:r><a:t>vn }}</a:t></a:r></a:p></c:rich>"
        "</c:tx></c:title><c:ser><c:v>{{ tal }}</c:v></c:ser></c:chart></c:chartSpace>"
    )
    files = unpacked(docx(p("x")))
    override = (
        '<Override PartName="/word/charts/chart1.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>'
    )
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        b"</Types>", override.encode()
    )
    files["word/charts/chart1.xml"] = chart.encode()
    template = word.compile_template(packed(files), "x.docx")
    document = unpacked(template.render({"navn": "Bo & Co", "tal": 7}))
    root = etree.fromstring(document["word/charts/chart1.xml"])
    assert "".join(root.itertext()) == "Mål for Bo & Co7"


def test_tags_in_the_title_of_the_file_are_rendered():
    document = Document()
    document.core_properties.title = "Brev til {{ navn }}"
    template = word.compile_template(saved(document), "x.docx")
    result = template.render({"navn": "Bo"}, properties=word.Properties(author="Sorø"))
    core = Document(io.BytesIO(result)).core_properties
    assert (core.title, core.author) == ("Brev til Bo", "Sorø")


def test_properties_are_found_where_other_programs_put_them():
    files = unpacked(everything())
    for name, old, new in (
        ("[Content_Types].xml", b"/docProps/core.xml", b"/package/core.psmdcp"),
        ("_rels/.rels", b"docProps/core.xml", b"package/core.psmdcp"),
    ):
        assert old in files[name]
        files[name] = files[name].replace(old, new)
    files["package/core.psmdcp"] = files.pop("docProps/core.xml")
    template = word.compile_template(packed(files), "x.docx")
    document = template.render(FULL, draft=True, properties=word.Properties(title="Ny"))
    assert Document(io.BytesIO(document)).core_properties.title == "Ny"
    assert "docProps/core.xml" not in unpacked(document)


def saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def everything() -> bytes:
    """A template as python-docx saves it, with every construct."""
    document = Document()
    document.add_heading("Invitation til {{ ung.navn }}", 1)
    for text in ("Kære {{ ung.navn }}", "{{ t }} {{ afkrydsning }}", "{{r rig }}", "{{p afsnit }}"):
        document.add_paragraph(text)
    for text in ("{%p for x in xs %}", "Nr. {{ x }} {{ billede }}", "{%p endfor %}"):
        document.add_paragraph(text, style="List Number")
    rows = document.add_table(4, 3, style="Table Grid")
    cells = [
        ["A", "B", "C"],
        ["{%tr for m in mål %}", "", ""],
        ["{{ m.mål }}", "{% cellbg m.farve %}{{ m.frist }}", "{{ m.ok }}"],
        ["{%tr endfor %}", "", ""],
    ]
    for row, texts in zip(rows.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    columns = document.add_table(2, 3, style="Table Grid")
    texts = ["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"]
    for cell, text in zip(columns.rows[0].cells, texts, strict=True):
        cell.text = text
    for cell, text in zip(
        columns.rows[1].cells, [texts[0], "{% hm %}fælles", texts[2]], strict=True
    ):
        cell.text = text
    picture = document.add_picture(io.BytesIO(png(3, 2)), width=Mm(20))
    picture._inline.docPr.set("descr", "{{ billede }}")
    document.sections[0].header.paragraphs[0].text = "Sorø {{ dag }} {{ billede }}"
    document.sections[0].footer.paragraphs[0].text = "{{ ung.navn }}"
    return saved(document)


def saved_by_libreoffice() -> bytes:
    """The same template, opened in LibreOffice Writer and saved as .docx."""
    return (Path(__file__).parent / "saved_by_libreoffice.docx").read_bytes()


FULL = {
    "ung": {"navn": "Åse & Bo"},
    "t": "a\nb\tc\fd",
    "dag": "3. marts",
    "afkrydsning": word.Checkbox(True),
    "rig": word.Rich("x", word.Text("y", bold=True, color="FF0000", link="https://x.example/?a&b")),
    "afsnit": word.Paragraphs("et", word.Paragraph(word.Rich("to"), style="Quote")),
    "xs": [1, 2, 3, 4],
    "billede": word.Picture(png(4, 4), "Et billede & mere"),
    "mål": [
        {"mål": "A", "frist": "nu", "ok": word.Checkbox(False), "farve": "#FFCC00"},
        {"mål": "B", "frist": None, "ok": word.Checkbox(True), "farve": "00FF00"},
    ],
}


def test_python_docx_reads_what_we_render():
    document = word.compile_template(everything(), "x.docx").render(FULL, draft=True)
    read = Document(io.BytesIO(document))
    assert read.paragraphs[0].text == "Invitation til Åse & Bo"
    assert len(read.tables[0].rows) == 3
    assert len(read.tables[1].columns) == 4
    assert read.sections[0].footer.paragraphs[0].text == "Åse & Bo"


def findings(data: bytes, folder: Path) -> set[tuple[str, str]]:
    audit = pytest.importorskip("openxml_audit", reason="the validator is not installed")
    file = folder / "x.docx"
    file.write_bytes(data)
    result = audit.OpenXmlValidator(max_errors=0).validate(str(file))
    return {(str(each.part_uri), re.sub(r"\d+", "0", each.description)) for each in result.errors}


@pytest.mark.parametrize("make", [everything, saved_by_libreoffice])
def test_a_validator_finds_nothing_that_the_template_did_not_have(make, tmp_path):
    data = make()
    document = word.compile_template(data, "x.docx").render(FULL, draft=True)
    assert findings(document, tmp_path) <= findings(data, tmp_path)


def test_a_template_saved_by_libreoffice_says_the_same():
    texts = []
    for data in (everything(), saved_by_libreoffice()):
        dumped = word.dump(word.compile_template(data, "x.docx").render(FULL, draft=True))
        texts.append(dumped.split())
    assert texts[0] == texts[1]


def test_the_bytes_are_those_of_the_template_where_nothing_changes():
    data = everything()
    before, after = (
        unpacked(data),
        unpacked(word.compile_template(data, "x").render(FULL, draft=True)),
    )
    same = {name for name in before if name.startswith(("word/styles", "word/theme", "word/font"))}
    assert same
    assert all(before[name] == after[name] for name in same)


def test_the_order_and_time_stamps_of_the_file_are_fixed():
    document = word.compile_template(docx(p("{{ t }}")), "x").render({"t": "a"})
    assert document.startswith(b"PK\x03\x04")
    assert next(iter(unpacked(document))) == "[Content_Types].xml"
    assert texts_of(document) == ["a"]
    with ZipFile(io.BytesIO(document)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
