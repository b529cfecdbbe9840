"""Charts, equations, links, letters written from the right, and tables side by side."""

import pytest
from hostile_word_files import field
from whole_parts import all_text, body, trees, with_parts
from word_files import W, docx, p, packed, table, unpacked

from samarbejde_cli import word
from samarbejde_cli.word import Rich, Text

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


@pytest.mark.parametrize("look", ["<w:rtl/>", "<w:cs/>", ""])
def test_bold_from_the_right_has_its_twin(look):
    xml = f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{{{{ t }}}}</w:t></w:r></w:p>"
    root = body(rendered(xml, t=Rich(Text("א", bold=True, italic=True))))
    assert len(list(root.iter(f"{{{W}}}bCs", f"{{{W}}}iCs"))) == (2 if look else 0)


def chart(workbook):
    xml = f'<c:chartSpace xmlns:c="{C}"><c:numCache><c:v>{{{{ tal }}}}</c:v></c:numCache>'
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    parts = {"word/charts/c.xml": f"{xml}</c:chartSpace>", "word/embeddings/a.xlsx": workbook}
    return with_parts(docx(p("x")), parts, {"word/charts/c.xml": kind})


def test_a_number_that_a_chart_reckons_with_has_a_point():
    document = word.compile_template(chart(packed({})), "x").render({"tal": 2.5})
    assert "".join(trees(document)["word/charts/c.xml"].itertext()) == "2.5"


def test_tags_in_the_workbook_of_a_chart_are_told():
    book = packed({"xl/sharedStrings.xml": "<sst><si><t>{{ tal }}</t></si></sst>"})
    (mistake,) = word.check(chart(book), "x")
    assert (mistake.kind, mistake.tag) == ("unrendered", "{{ tal }}")
    assert word.check(chart(packed({"xl/a.xml": "<a>{1}</a>"})), "x") == ()


def test_tables_that_a_loop_writes_do_not_grow_together():
    xml = p("{%p for x in xs %}") + table(["{{ x }}"]) + p("{%p endfor %}") + p("slut")
    root = body(rendered(xml, xs=[1, 2, 3]))
    kinds = [child.tag.partition("}")[2] for child in root[0]]
    assert kinds == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]
    assert "slut" in all_text(rendered(xml, xs=[]))
