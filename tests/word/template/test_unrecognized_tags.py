"""What looks like a field and is none is told; what Word computes is no text of the template."""

import pytest
from hostile_word_files import field
from whole_parts import body
from word_files import W, docx, p, packed, r, texts_of, unpacked

from samarbejde_cli import word


def kinds(xml):
    return [(m.kind, m.tag) for m in word.check(docx(xml), "x.docx")]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{ ung.navn }}", "{ ung.navn }}"),
        ("{ { ung.navn } }", "{ { ung.navn } }"),
        ("ung.navn }}", "ung.navn }}"),
        ("{{ ung.navn }}, ung.navn}}", "ung.navn}}"),
        ("{{ ung.navn }}}", "}"),
        ("{{ ung.navn }} }", "}"),
        ("{ {{ ung.navn }}", "{ "),
        ("hej }}", "hej }}"),
        ("a %_} b", "%_}"),
        ("{ % if x % }", "{ % if x % }"),
        ("endif %}", "endif %}"),
        ("hej #}", "hej #}"),
        ("{ if x %}", "{ if x %}"),
        ("｛｛ x ｝｝", "｛｛ x ｝｝"),
    ],
)
def test_half_a_field_is_told(written, told):
    assert kinds(p(written)) == [("braces", told)]


@pytest.mark.parametrize("written", ["{{ x }}", "{_{ x }_}", "{a}", "100 %", "{8A-B}", "f(x){ }"])
def test_other_braces_are_no_false_alarm(written):
    assert kinds(p(written)) == []


FIELDS = {
    "ung.navn": True,
    "ung.skole": False,
    "svarfrist": True,
    "team": True,
    "team[].navn": True,
}


@pytest.mark.parametrize(
    "written",
    [
        *("(( ung.navn ))", "[[ ung.navn ]]", "[[svarfrist]]", "<<ung.navn>>", "<< ung.navn >>"),
        *("{ung.navn}", "[ung.navn]", "<ung.navn>", "«ung.navn»", "$ung.navn$", "${ung.navn}"),
        *("{[ ung.navn ]}", "[[ung.navn}}", "<%= ung.navn %>", "❴❴ ung.navn ❵❵", "{if ung.skole}"),
        *(
            "% if ung.skole %",
            "<% if ung.skole %>",
            "{for x in team}",
            "[[ ung.nvan ]]",
            "[[UNG.NAVN]]",
            "‹ung.navn›",
            "{ ung navn }}",
            "{endif}",
        ),
    ],
)
def test_a_field_in_other_signs_is_told(written):
    (mistake,) = word.check(docx(p(written)), "x.docx", FIELDS)
    assert (mistake.kind, mistake.tag) == ("braces", written)


@pytest.mark.parametrize(
    "written",
    [
        *('{"a": {"b": 1}}', '{"a":{"b":{}}}', "x_{i_{1}} og x_{i_{a}}", "{ { 1, 2 }, { 3 } }"),
        *("if (a[i[0]]) { return {x: {y: 1}}; }", "for (x in y) { if (z) { w }}", "{rabat: 10 %}"),
        *("@media print { p { color: red }}", "(se ung.navn)", "(ung.navn)", "[[1, 2], [3, 4]]"),
        *("(( x ))", "[[x]]", "a <- b[[1]]", "cout << x << endl; y >> z", "List<List<String>>"),
        *("<b>fed</b>", "{x | x > 0}", "#{navn}", "${HOME}", "$x$ og $y$", "[sic]", "{sæt kryds}"),
        *(
            "[for børn]",
            "{p for hvert barn}",
            "(if any)",
            "[ung]",
            "{ung}",
            "www.ung.navn",
            "<for>",
        ),
        *("{Navn: {{ ung.navn }}}", "{ {{ ung.navn }} }", "[ung navn]", "(ung navn)", "{ung navn}"),
    ],
)
def test_prose_code_and_mathematics_are_no_false_alarm(written):
    assert word.check(docx(p(written)), "x.docx", FIELDS) == ()


def test_braces_may_close_what_another_paragraph_opens():
    assert kinds(p('{ "a": {') + p('"b": 1') + p("}}")) == []


def test_a_tag_over_several_paragraphs_is_told_once():
    assert kinds(p("Kære {{ ung.") + p("navn }}")) == [("syntax", "{{ ung.")]


def test_an_escape_may_end_in_another_paragraph():
    assert kinds(p("Skriv {_%- her") + p("og -%_} der")) == []


def test_what_is_proposed_is_right():
    (mistake,) = word.check(docx(p("Kære { ung.navn }}")), "x.docx")
    assert "{{ ung.navn }}" in mistake.hint


def test_merge_fields_are_told():
    code = field(" MERGEFIELD Navn ", result=r("«Navn»"))
    assert kinds(f"<w:p>{code}</w:p>") == [("merge_field", "MERGEFIELD Navn")]
    asking = f"<w:p>{field(' FILLIN x ', result=r('y'))}</w:p>"
    assert kinds(asking) == [("merge_field", "FILLIN x")]
    simple = '<w:p><w:fldSimple w:instr=" NEXT "/></w:p>'
    assert kinds(simple) == [("merge_field", "NEXT")]
    for typed in ("«Navn»", "«Adresse 1»", "<<Navn>>"):
        (remark,) = word.check(docx(p(f"Kære {typed}")), "x.docx")
        assert (remark.is_remark, remark.tag) == (True, typed)
    assert kinds(p("»Navn« og « et citat »")) == []


def contents(*entries):
    runs = "".join(f"</w:p><w:p>{r(text)}" for text in entries)
    return f"<w:p>{field(' TOC ', result=runs)}</w:p>"


def test_a_table_of_contents_over_looped_headings():
    xml = contents("Mål: {{ m.", "Slut 3").replace(
        "{{ m.</w:t></w:r>", "{{ m.</w:t></w:r>" + r("x }}")
    )
    xml += p("{%p for m in mål %}") + p("Mål: {{ m.x }}") + p("{%p endfor %}")
    assert word.check(docx(xml), "x", {"mål": True, "mål[].x": True}) == ()
    document = word.compile_template(docx(xml), "x").render({"mål": [{"x": "A"}]})
    assert texts_of(document) == ["", "Mål: …", "Slut 3", "Mål: A"]
    begin = next(body(document).iter(f"{{{W}}}fldChar"))
    assert begin.get(f"{{{W}}}dirty") == "true"


def test_results_without_tags_and_links_with_tags_are_let_be():
    xml = contents("Slut 3") + f"<w:p>{field(' HYPERLINK x ', result=r('{{ t }}'))}</w:p>"
    document = word.compile_template(docx(xml), "x").render({"t": "A"})
    assert texts_of(document)[-1] == "A"
    assert not [e for e in body(document).iter() if e.get(f"{{{W}}}dirty")]


def test_a_file_whose_main_part_has_the_type_of_all_xml():
    files = unpacked(docx(p("{{ t }}"), styles=""))
    types = files["[Content_Types].xml"].decode()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = types.replace(f'<Override PartName="/word/document.xml" ContentType="{main}"/>', "")
    types = types.replace('ContentType="application/xml"', f'ContentType="{main}"')
    data = packed({**files, "[Content_Types].xml": types, "customXml/item1.xml": "<a>{{ b }}</a>"})
    assert texts_of(word.compile_template(data, "x").render({"t": 1})) == ["1"]
