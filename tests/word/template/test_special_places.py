"""Charts, equations, links, letters written from the right, and tables side by side."""

import re
from decimal import Decimal

import pytest
from hostile_word_files import field
from whole_parts import all_text, body, trees, with_parts
from word_files import W, docx, p, packed, table, unpacked

from samarbejde_cli import word
from samarbejde_cli.word import Rich, Text
from samarbejde_cli.word.opc.content_types import SPREADSHEET
from samarbejde_cli.word.workbook import workbook

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def rendered(xml, **context):
    return word.compile_template(docx(xml), "x").render(context)


def test_an_equation_whose_tag_is_split_over_runs():
    math = "".join(f"<m:r><m:t>{t}</m:t></m:r>" for t in ("x = {", "{ ta", "l }", "}", " + 1"))
    xml = f'<w:p><m:oMath xmlns:m="{M}">{math}</m:oMath></w:p>'
    assert "".join(body(rendered(xml, tal="a<b")).itertext()) == "x = a<b + 1"


def test_no_value_ends_the_address_of_a_link():
    xml = "<w:p>" + field(' HYPERLINK "{{ t }}" ') + "</w:p>"
    (code,) = body(rendered(xml, t='https://x.example/"\\o')).iter(f"{{{W}}}instrText")
    assert code.text == ' HYPERLINK "https://x.example/%22%5Co" '


def test_no_value_ends_the_argument_of_another_field():
    xml = "<w:p>" + field(' QUOTE "{{ t }}" ') + "</w:p>"
    (code,) = body(rendered(xml, t='a" \\* x')).iter(f"{{{W}}}instrText")
    assert code.text == ' QUOTE "a\\" \\\\* x" '


def test_addresses_in_relations_hold_only_what_addresses_may():
    files = unpacked(docx(p("{{ t }}")))
    link = '<Relationship Id="rId9" Type="http://x/hyperlink" Target="https://x.example/{{ t }}"'
    name, end = "word/_rels/document.xml.rels", b"</Relationships>"
    files[name] = files[name].replace(end, f'{link} TargetMode="External"/>'.encode() + end)
    document = word.compile_template(packed(files), "x").render({"t": 'a b"<æ>'})
    assert trees(document)[name][-1].get("Target") == "https://x.example/a%20b%22%3Cæ%3E"


@pytest.mark.parametrize(
    ("look", "text", "twins"),
    [
        ("<w:rtl/>", "x", 2),
        ('<w:cs w:val="1"/>', "x", 2),
        ("<w:cs/>", "x", 2),
        ("", "Maryam \u0645\u0631\u064a\u0645", 2),
        ("", "\u05d0", 2),
        ("", "Æ – x", 0),
    ],
)
def test_bold_from_the_right_has_its_twin(look, text, twins):
    xml = f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{{{{ t }}}}</w:t></w:r></w:p>"
    root = body(rendered(xml, t=Rich(Text(text, bold=True, italic=True))))
    assert len(list(root.iter(f"{{{W}}}bCs", f"{{{W}}}iCs"))) == twins
    assert len(list(root.iter(f"{{{W}}}b", f"{{{W}}}i"))) == 2


def chart(book, *, related=True):
    xml = f'<c:chartSpace xmlns:c="{C}"><c:numCache><c:v>{{{{ tal }}}}</c:v></c:numCache>'
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    parts = {"word/charts/c.xml": f"{xml}</c:chartSpace>", "word/embeddings/a.xlsx": book}
    relation = ("word/charts/c.xml", "rId1", "package", "../embeddings/a.xlsx")
    return with_parts(
        docx(p("x")), parts, {"word/charts/c.xml": kind}, [relation] if related else []
    )


@pytest.mark.parametrize("value", [2.5, Decimal("2.5"), "2,5", "2.5"])
def test_a_number_that_a_chart_reckons_with_has_a_point(value):
    document = word.compile_template(chart(packed({})), "x").render({"tal": value})
    assert "".join(trees(document)["word/charts/c.xml"].itertext()) == "2.5"


def cells(document):
    """The cells of the workbook in the chart: numbers, and texts as Excel shows them."""
    inner = trees(unpacked(document)["word/embeddings/a.xlsx"])
    shared = ["".join(each.itertext()) for each in inner["xl/sharedStrings.xml"]]
    found = {}
    for cell in inner["xl/worksheets/sheet1.xml"].iter("{*}c"):
        kind, value = cell.get("t"), cell.findtext("{*}v")
        if kind == "inlineStr":
            found[cell.get("r")] = "".join(cell.find("{*}is").itertext())
        else:
            found[cell.get("r")] = shared[int(value)] if kind == "s" else float(value)
    return found


ROWS = [[None, "{{ navn }} i tal", "fast"], ["Uge {{ uge }}", "{{ tal }}", 4], ["x", "{{ t }}", 5]]
VALUES = {"navn": "Bo & <Co>", "uge": 7, "tal": Decimal("2.5"), "t": "0042"}
WRITTEN = {"B1": "Bo & <Co> i tal", "C1": "fast", "A2": "Uge 7", "B2": 2.5, "C2": 4, "A3": "x"}
WRITTEN |= {"B3": "0042", "C3": 5}


def test_the_workbook_of_a_chart_is_rendered_with_it():
    template = word.compile_template(chart(workbook(ROWS, None)), "x")
    document = template.render(VALUES)
    assert cells(document) == WRITTEN
    assert document == template.render(VALUES)
    assert {"navn", "uge", "tal", "t"} <= {each.path for each in template.fields()}
    assert word.check(chart(workbook(ROWS, None)), "x") == ()


def test_a_workbook_with_texts_in_its_cells_and_a_prefix_of_its_own():
    inner = unpacked(workbook(ROWS, None))
    sheet = inner["xl/worksheets/sheet1.xml"].decode()
    texts = ['<c r="B2" s="3" t="inlineStr"><is><r><t>{{ t</t></r><r><t>al }}</t></r></is></c>']
    sheet = re.sub(r'<c r="B2".*?</c>', texts[0], sheet)
    sheet = re.sub(r"<(/?)(?=\w)", r"<\1x:", sheet).replace("xmlns=", "xmlns:x=")
    inner["xl/worksheets/sheet1.xml"] = sheet.encode()
    document = word.compile_template(chart(packed(inner)), "x").render(VALUES)
    assert cells(document) == WRITTEN
    root = trees(unpacked(document)["word/embeddings/a.xlsx"])["xl/worksheets/sheet1.xml"]
    assert [e.get("s") for e in root.iter("{*}c") if e.get("r") == "B2"] == ["3"]


def test_the_names_of_a_table_in_the_workbook_are_those_of_its_cells():
    inner = unpacked(workbook([[" ", "{{ år }}"], ["x", "{{ tal }}"]], None))
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    columns = "".join(f'<tableColumn id="{n}" name="{t}"/>' for n, t in ((1, " "), (2, "{{ år }}")))
    book = with_parts(
        packed(inner),
        {"xl/tables/table1.xml": f'<table {space} ref="A1:B2">{columns}</table>'},
        {"xl/tables/table1.xml": f"{SPREADSHEET}.table+xml"},
        [("xl/worksheets/sheet1.xml", "rId1", "table", "../tables/table1.xml")],
    )
    document = word.compile_template(chart(book), "x").render({"år": 2026, "tal": 7})
    assert cells(document) == {"A1": " ", "B1": "2026", "A2": "x", "B2": 7}
    table = trees(unpacked(document)["word/embeddings/a.xlsx"])["xl/tables/table1.xml"]
    assert [each.get("name") for each in table.iter("{*}tableColumn")] == [" ", "2026"]


def test_a_missing_value_in_the_workbook_is_told_and_is_a_gap_in_a_draft():
    template = word.compile_template(chart(workbook(ROWS, None)), "x")
    with pytest.raises(word.MissingValuesError, match="uge"):
        template.render({**VALUES, "uge": None})
    assert cells(template.render({**VALUES, "uge": None}, draft=True))["A2"] == "Uge [mangler: uge]"


def test_an_unknown_field_in_the_workbook_is_told():
    (mistake, *_) = word.check(
        chart(workbook([["{{ ung.nvan }}"]], None)), "x", {"ung.navn": True, "tal": True}
    )
    assert (mistake.kind, mistake.place.part, mistake.tag) == (
        "unknown_field", "diagram", "{{ ung.nvan }}",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("book", "related"),
    [
        (workbook([["{% if tal %}1{% endif %}"], ["{{ tal }}"]], None), True),
        (workbook([["{{ tal }}"]], None), False),
    ],
)
def test_tags_in_a_workbook_that_are_not_rendered_are_told(book, related):
    data = chart(book, related=related)
    (mistake,) = word.check(data, "x")
    assert mistake.kind == "unrendered"
    word.compile_template(data, "x").render({"tal": 1})


@pytest.mark.parametrize(
    "book", [b"", b"PK\x03\x04", packed({"../a.xml": "{{ tal }}"}), packed({"a": "b" * 5_000_000})]
)
def test_what_is_no_workbook_stays_as_it_is(book):
    document = word.compile_template(chart(book), "x").render({"tal": 1})
    assert unpacked(document)["word/embeddings/a.xlsx"] == book


def test_tables_that_a_loop_writes_do_not_grow_together():
    xml = p("{%p for x in xs %}") + table(["{{ x }}"]) + p("{%p endfor %}") + p("slut")
    root = body(rendered(xml, xs=[1, 2, 3]))
    kinds = [child.tag.partition("}")[2] for child in root[0]]
    assert kinds == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]
    assert "slut" in all_text(rendered(xml, xs=[]))
