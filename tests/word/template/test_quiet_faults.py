"""What renders without an error and is not what was meant: the check names it, or it is right."""

import re

import pytest
from hostile_word_files import field
from whole_parts import body, with_parts
from word_files import W, cell, docx, p, r, table, texts_of

from samarbejde_cli import word

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SCHEMA = {"ung": True, "ung.navn": True, "ung.skole": False, "tal": True, "nej": True} | {
    f"mål{end}": True for end in ("", "[]", "[].navn")
}
CONTEXT = {"ung": {"navn": "Asta", "skole": "x"}, "tal": 3, "nej": False}
CONTEXT |= {"mål": [{"navn": "m1"}, {"navn": "m2"}]}
BREAK = '<w:r><w:br w:type="page"/></w:r>'
LOGO = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/></wp:inline></w:drawing></w:r>'
NOTE = '<w:r><w:footnoteReference w:id="5"/></w:r>'


def found(xml, schema=SCHEMA):
    return [(each.kind, each.message, each.hint) for each in word.check(docx(xml), "x", schema)]


def rendered(xml, **context):
    return word.compile_template(docx(xml), "x").render({**CONTEXT, **context})


def paragraph(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        (BREAK, "Et sideskift"),
        (LOGO, "Et billede"),
        (NOTE, "En fodnote"),
        (field(" PAGE "), "Tekst"),
    ],
)
@pytest.mark.parametrize("tag", ["{%p if nej %}", "{%p endif %}"])
def test_what_goes_away_with_the_paragraph_of_a_tag_is_told(thing, name, tag):
    tags = [p("{%p if nej %}"), p("a"), p("{%p endif %}")]
    tags[0 if "endif" not in tag else 2] = paragraph(thing, r(tag))
    ((kind, message, _),) = [each for each in found("".join(tags)) if each[0] == "lost_text"]
    assert message.startswith(name)
    assert kind == "lost_text"


def test_a_remark_takes_its_row_on_purpose():
    assert found(table(["{#tr væk #}", "også det her"], ["a", "b"])) == []


def test_a_picture_between_two_tags_of_one_paragraph_follows_the_condition():
    xml = paragraph(r("{%p if nej %}"), LOGO, r("{%p endif %}"))
    assert found(xml) == []
    for nej, number in ((True, 1), (False, 0)):
        assert len(list(body(rendered(xml, nej=nej)).iter("{*}docPr"))) == number


def test_dashes_that_word_made_longer_are_dashes():
    xml = p("{%– if nej %}x{% endif —%}") + p("{{ tal – 1 }} {{ tal − 2 }}")
    assert found(xml) == []
    plain = re.sub("[–—−]", "-", xml)
    assert texts_of(rendered(xml)) == texts_of(rendered(plain)) == ["2 1"]


def test_a_dash_in_a_text_stays_as_it_is():
    assert texts_of(rendered(p('{{ "a – b" }}'))) == ["a – b"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('{{ "ung.navn" }}', "{{ ung.navn }}"),
        ("{{ “ung.navn” }}", "{{ ung.navn }}"),
        ('{{ "ung.navn" | upper }}', "{{ ung.navn | upper }}"),
        ('{{ "ung.skole" }}', '{{ ung.skole | default("") }}'),
        ('{% if "ung.skole" %}x{% endif %}', "{% if ung.skole %}"),
    ],
)
def test_a_field_in_quotation_marks_is_told(written, meant):
    ((kind, _, hint),) = found(p(written))
    assert (kind, hint) == ("quoted", f"Skriv {meant} uden anførselstegn.")
    end = "{% endif %}" if "if" in meant else ""
    assert found(p(meant + end)) == []


def test_other_texts_in_quotation_marks_are_no_fields():
    assert found(p('{{ "Hej" }} {{ ung.skole | default("ung.navn") }}')) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{{ ung }}", "{{ ung.navn }}"),
        ("{{ mål }}", "{% for x in mål %}{{ x.navn }} {% endfor %}"),
        ("{% for m in mål %}{{ m }}{% endfor %}", "{{ m.navn }}"),
    ],
)
def test_a_group_that_cannot_be_printed_is_told_before_there_is_a_case(written, meant):
    ((kind, _, hint),) = found(p(written))
    assert (kind, hint) == ("unprintable", f"Skriv {meant}.")
    whole = meant if meant.startswith("{{ u") else written.replace("{{ m }}", meant)
    assert found(p(meant if "for x" in meant else whole)) == []


def test_what_a_loop_knows_is_told_where_it_is_spelt_wrong_or_outside():
    ((kind, _, hint),) = found(p("{% for m in mål %}{{ loop.indeks }}{% endfor %}"))
    assert (kind, hint) == ("unknown_field", "Mente du `loop.index`?")
    assert [each[0] for each in found(p("{{ loop.index }}"))] == ["unknown_field"]
    assert found(p("{% for m in mål %}{{ loop.index }}{{ loop.length }}{% endfor %}")) == []


def tracked(name, inner):
    return f'<w:{name} w:id="9" w:author="Bo">{inner}</w:{name}>'


def test_tracked_changes_are_a_remark():
    deleted = "<w:r><w:delText>gammelt</w:delText></w:r>"
    xml = paragraph(r("a"), tracked("del", deleted), tracked("ins", r("{{ ung.navn }}")))
    ((kind, message, hint),) = found(xml)
    assert kind == "tracked"
    assert "2 sporede ændringer" in message
    assert "Acceptér" in hint
    (mistake,) = word.check(docx(xml), "x", SCHEMA)
    assert mistake.is_remark


def test_a_choice_that_only_word_makes_is_told_and_made_when_the_file_is_opened():
    xml = paragraph(field(' IF "{{ ung.navn }}" = "Asta" "a" "b" '))
    ((kind, message, _),) = found(xml)
    assert kind == "field_code"
    assert 'IF "{{ ung.navn }}"' in message
    begin = next(body(rendered(xml)).iter(f"{{{W}}}fldChar"))
    assert begin.get(f"{{{W}}}dirty") == "true"
    assert found(paragraph(field(' HYPERLINK "{{ ung.navn }}" '))) == []


def test_a_computed_result_in_a_part_without_other_tags_loses_its_tag():
    result = field(" REF x ").replace(">før<", ">{{ ung.navn }}<")
    assert "{{ ung.navn }}" in result
    document = rendered(paragraph(result))
    assert "ung.navn" not in "".join(body(document).itertext())


@pytest.mark.parametrize("where", ["code", "attribute"])
def test_the_quotes_in_a_value_are_written_as_its_own_field_wants_them(where):
    codes = [' HYPERLINK "{{ tal }}" ', ' QUOTE "{{ tal }}" ']
    if where == "code":
        document = body(rendered(paragraph(*map(field, codes)), tal='a"\\o'))
        written = [each.text for each in document.iter(f"{{{W}}}instrText")]
    else:
        simple = "".join(f"<w:fldSimple w:instr='{each}'>{r('x')}</w:fldSimple>" for each in codes)
        document = body(rendered(f"<w:p>{simple}</w:p>", tal='a"\\o'))
        written = [each.get(f"{{{W}}}instr") for each in document.iter(f"{{{W}}}fldSimple")]
    assert written == [' HYPERLINK "a%22%5Co" ', ' QUOTE "a\\"\\\\o" ']


def test_a_row_that_stays_narrow_beside_a_loop_over_columns_is_a_remark():
    loop = ["{%tc for m in mål %}", "{{ m.navn }}", "{%tc endfor %}"]
    ((kind, message, _),) = found(table(["Uger"], loop, columns=3))
    assert (kind, "Uger" in message) == ("ragged", True)
    assert found(table(["{% colspan mål|length %}Uger"], loop, columns=3)) == []
    assert found(table(loop, loop, columns=3)) == []
    assert found(table(["{%tr if tal %}"], loop, ["{%tr endif %}"], columns=3)) == []


def test_a_control_with_a_value_is_no_longer_a_text_to_be_replaced():
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    document = body(rendered(control.format(p("{{ ung.navn }}")) + control.format(p("Skriv her"))))
    assert len(list(document.iter(f"{{{W}}}showingPlcHdr"))) == 1


def mark(edge, name=""):
    named = f' w:name="{name}"' if name else ""
    return f'<w:bookmark{edge} w:id="3"{named}/>'


def test_a_bookmark_that_begins_in_the_paragraph_of_a_tag_is_whole():
    start = paragraph(mark("Start", "bm"), r("{%p for m in mål %}"))
    for end in (
        paragraph(r("{{ m.navn }}"), mark("End")) + p("{%p endfor %}"),
        p("{{ m.navn }}") + paragraph(r("{%p endfor %}"), mark("End")),
        p("{{ m.navn }}") + p("{%p endfor %}") + paragraph(r("efter"), mark("End")),
    ):
        root = body(rendered(start + end))
        starts, ends = (
            [each.get(f"{{{W}}}id") for each in root.iter(f"{{{W}}}bookmark{edge}")]
            for edge in ("Start", "End")
        )
        assert starts == ends == ["3"]


@pytest.mark.parametrize(
    "written",
    [
        '{{ ung.navn | replace("a") }}',
        "{{ ung.navn | upper(2) }}",
        "{{ ung.navn | truncate(1, q=2) }}",
    ],
)
def test_a_filter_that_is_given_what_it_cannot_take_is_told_before_there_is_a_case(written):
    assert [kind for kind, *_ in found(p(written))] == ["syntax"]


def test_filters_with_what_they_take_are_right():
    filters = ('replace("a", "b")', "truncate(9)", 'default("x", true)', "default(boolean=true)")
    assert found(p(" ".join(f"{{{{ ung.navn | {each} }}}}" for each in filters))) == []
    assert found(p('{{ mål | map(attribute="navn") | join(", ") }}')) == []
    assert found(p('{{ mål | join(", ", "navn") }} {{ mål | list | length }}')) == []


def test_an_attribute_of_joined_items_that_does_not_exist_is_told():
    assert [kind for kind, *_ in found(p('{{ mål | join(", ", "nvan") }}'))] == ["unknown_field"]


def chart(inner):
    spaces = f'xmlns:c="{C}" xmlns:a="{A}"'
    xml = f"<c:chartSpace {spaces}>{inner}</c:chartSpace>"
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    return with_parts(docx(p("x")), {"word/charts/c.xml": xml}, {"word/charts/c.xml": kind})


@pytest.mark.parametrize("half", ["{ ung.navn }}", "{{ ung.navn }"])
@pytest.mark.parametrize(
    "place", ["<a:p><a:r><a:t>{}</a:t></a:r></a:p>", "<c:v>{}</c:v>", '<c:x descr="{}"/>']
)
def test_half_tags_outside_paragraphs_are_told(place, half):
    (mistake,) = word.check(chart(place.format(half)), "x", SCHEMA)
    assert mistake.kind in ("braces", "syntax")
    assert mistake.hint == "Skriv {{ ung.navn }}."


@pytest.mark.parametrize("text", ["{28A0092B-C50C-407E-A947-70E740481C1C}", "{0}", "#,##0;{x}"])
def test_what_programs_write_in_braces_is_no_half_tag(text):
    assert word.check(chart(f'<c:x a="{text}"/>'), "x", SCHEMA) == ()


def test_rows_in_controls_are_repeated():
    rows = "".join(
        f"<w:sdt><w:sdtPr/><w:sdtContent><w:tr>{cell(text)}</w:tr></w:sdtContent></w:sdt>"
        for text in ("{%tr for m in mål %}", "{{ m.navn }}", "{%tr endfor %}")
    )
    xml = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid>{rows}</w:tbl>{p("")}'
    assert found(xml) == []
    assert texts_of(rendered(xml)) == ["m1", "m2", ""]
