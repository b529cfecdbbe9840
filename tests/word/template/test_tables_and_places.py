"""Cell tags on cells of every shape, macros that print structure, gaps in odd places."""

import pytest
from lxml import etree
from word_files import W, docx, p, r, table, texts_of, unpacked, xml_of

from samarbejde_cli import word
from samarbejde_cli.word import RenderError, Text

NAMES = {"ns": ["a", "b", "c"], "ms": [1, 2]}


def rendered(body: str, **options: object) -> bytes:
    return word.compile_template(docx(body), "x.docx").render(NAMES, **options)


def cells_of(document: bytes) -> list[etree._Element]:
    root = etree.fromstring(unpacked(document)["word/document.xml"])
    return list(root.iter(f"{{{W}}}tc"))


def look_of(cell: etree._Element) -> list[tuple[str, str]]:
    look = cell[0]
    names = [(etree.QName(each).localname, each) for each in look]
    return [(name, each.get(f"{{{W}}}val", "")) for name, each in names if name != "tcW"]


def bare_table(*cells: str) -> str:
    xml = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:tr>{xml}</w:tr></w:tbl>"


def test_a_cell_without_properties_gets_them():
    (cell,) = cells_of(rendered(bare_table(p("{% cellbg '#00FF00' %}x"))))
    assert [name for name, _ in look_of(cell)] == ["shd"]
    assert 'w:fill="00FF00"' in etree.tostring(cell).decode()


def test_cell_tags_replace_what_the_cell_had_in_the_order_of_the_schema():
    look = '<w:tcPr><w:gridSpan w:val="9"/><w:shd w:fill="111111"/><w:vAlign w:val="top"/></w:tcPr>'
    (cell,) = cells_of(
        rendered(bare_table(look + p("{% colspan ns|length %}{% cellbg 'AA0000' %}")))
    )
    assert look_of(cell) == [("gridSpan", "3"), ("shd", "clear"), ("vAlign", "top")]
    assert cell[-1].tag == f"{{{W}}}p"


def test_cells_merge_across_with_the_span_they_had():
    look = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    loop = p("{%tc for n in ns %}"), look + p("{% hm %}x"), p("{%tc endfor %}")
    (cell,) = cells_of(rendered(bare_table(*loop)))
    assert look_of(cell) == [("gridSpan", "6")]


def test_cells_merge_down():
    rows = ["{%tr for m in ms %}", ""], ["{% vm %}fælles", "{{ m }}"], ["{%tr endfor %}", ""]
    document = rendered(table(*rows))
    merged = [look_of(cell) for cell in cells_of(document)][::2]
    assert merged == [[("vMerge", "restart")], [("vMerge", "continue")]]
    assert texts_of(document) == ["fælles", "1", "", "2"]


def test_a_macro_prints_rows():
    body = table(
        ["{%tr macro række(n) %}", ""], ["{{ n }}", "x"], ["{%tr endmacro %}", ""],
        ["{{tr række('a') }}", ""], ["{{tr række('b') }}", ""],
    )  # fmt: skip
    assert texts_of(rendered(body)) == ["a", "x", "b", "x"]


def test_text_does_not_fit_between_rows():
    with pytest.raises(RenderError, match="hvor der kun kan stå rækker eller celler"):
        rendered(table(["{{tr ns }}"], ["x"]))


def test_a_macro_prints_whole_runs_and_paragraphs():
    body = (
        p("{%p macro afsnit(n) %}") + p("A {{ n }}") + p("{%p endmacro %}") + p("{{p afsnit(1) }}")
    )
    assert texts_of(rendered(body)) == ["A 1"]
    body = p("{%r macro tekst(n) %}", "B {{ n }}", "{%r endmacro %}", "{{r tekst(2) }}")
    assert texts_of(rendered(body)) == ["B 2"]


def test_gaps_in_attributes_and_field_codes_are_text():
    body = (
        f'<w:sdt><w:sdtPr><w:alias w:val="{{{{ x }}}}"/></w:sdtPr><w:sdtContent>{p("a")}'
        "</w:sdtContent></w:sdt><w:p><w:r><w:instrText> TITLE {{ y }} </w:instrText></w:r></w:p>"
    )
    xml = xml_of(rendered(body, draft=True))
    assert 'w:val="[mangler: x]"' in xml
    assert "TITLE [mangler: y]" in xml


def test_a_run_with_more_than_text_is_split_at_its_tags():
    run = "<w:r><w:t>a{%r if ms %}b</w:t><w:tab/><w:t>c{%r endif %}d</w:t></w:r>"
    assert texts_of(rendered(f"<w:p>{run}</w:p>")) == ["ab\tcd"]


def test_rich_text_keeps_the_looks_that_it_does_not_change():
    look = '<w:rFonts w:ascii="Arial"/><w:i/><w:sz w:val="40"/>'
    template = word.compile_template(docx(f"<w:p>{r('{{ v }}', look)}</w:p>"), "x.docx")
    document = xml_of(template.render({"v": Text("x", bold=True, style="Stærk", underline=True)}))
    expected = (
        '<w:rPr><w:rStyle w:val="Stærk"/><w:rFonts w:ascii="Arial"/><w:b/><w:i/>'
        '<w:sz w:val="40"/><w:u w:val="single"/></w:rPr>'
    )
    assert expected in document
