"""Names, titles and tables that Word cannot hold are made shorter or told, never left to Word."""

import pytest
from whole_parts import body
from word_files import W, docx, p, r, table

from samarbejde_cli import word
from samarbejde_cli.word import RenderError, SyntaxMistakesError


def marked(name, text="{{ x }}"):
    return (
        f'<w:p><w:bookmarkStart w:id="1" w:name="{name}"/>{r(text)}<w:bookmarkEnd w:id="1"/></w:p>'
    )


def looped(*paragraphs):
    return p("{%p for x in xs %}") + "".join(paragraphs) + p("{%p endfor %}")


def names(xml, **context):
    document = word.compile_template(docx(xml), "x").render({"xs": [1, 2, 3], **context})
    return [each.get(f"{{{W}}}name") for each in body(document).iter(f"{{{W}}}bookmarkStart")]


NAMES = ["Mål_og_aftaler", "A" * 39, "A" * 40, "B" * 80, "a&amp;" * 12, "ø–" * 19]
NAMES.append("x" * 28 + "&amp;&quot;&lt;b")


@pytest.mark.parametrize("name", NAMES)
def test_bookmarks_in_a_loop_have_short_names_of_their_own(name):
    found = names(looped(marked(name)) + marked(name.swapcase() if "&" not in name else "C", "x"))
    assert len({each.casefold() for each in found}) == 4
    assert max(map(len, found)) <= 40


def test_a_long_name_outside_loops_is_shortened_with_all_that_point_to_it():
    name = "Et_meget_langt_navn_fra_et_andet_program_end_Word"
    xml = (
        marked(name, "x") + marked(f"{name}_2", "{{ t }}")
        + f'<w:p><w:hyperlink w:anchor="{name}_2">{r("gå")}</w:hyperlink><w:r><w:instrText>'
        f" REF {name} \\h </w:instrText></w:r></w:p>"
    )  # fmt: skip
    document = word.compile_template(docx(xml), "x").render({"t": 1})
    first, second = [e.get(f"{{{W}}}name") for e in body(document).iter(f"{{{W}}}bookmarkStart")]
    assert first != second
    assert len(first) == len(second) == 40
    (link,) = body(document).iter(f"{{{W}}}hyperlink")
    assert link.get(f"{{{W}}}anchor") == second
    assert first in next(body(document).iter(f"{{{W}}}instrText")).text.split()


def control(**names):
    inner = "".join(f'<w:{key} w:val="{value}"/>' for key, value in names.items())
    return f"<w:sdt><w:sdtPr>{inner}</w:sdtPr><w:sdtContent>{p('{{ t }}')}</w:sdtContent></w:sdt>"


def form_field(inner):
    data = f"<w:ffData>{inner}</w:ffData>"
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r></w:p>'


def test_titles_and_tags_of_controls_are_64_characters_at_most():
    xml = control(alias="T" * 90, tag="æ" * 65)
    document = word.compile_template(docx(xml), "x").render({"t": 1})
    values = [e.get(f"{{{W}}}val") for e in body(document).iter(f"{{{W}}}alias", f"{{{W}}}tag")]
    assert values == ["T" * 64, "æ" * 64]


@pytest.mark.parametrize(
    ("xml", "length", "longest"),
    [
        (control(alias="{{ t }}"), 65, 64),
        (control(tag="{{ t }}"), 65, 64),
        (marked("N_{{ t }}", "x"), 39, 38),
        (f'<w:p><w:hyperlink w:tooltip="{{{{ t }}}}">{r("x")}</w:hyperlink></w:p>', 261, 260),
        (f'<w:p><w:hyperlink w:anchor="a{{{{ t }}}}">{r("x")}</w:hyperlink></w:p>', 255, 254),
        (form_field('<w:name w:val="{{ t }}"/>'), 21, 20),
        (form_field('<w:statusText w:type="text" w:val="{{ t }}"/>'), 139, 138),
        (form_field('<w:textInput><w:default w:val="{{ t }}"/></w:textInput>'), 256, 255),
    ],
)
def test_a_value_that_is_too_long_for_a_name_is_told_with_its_field(xml, length, longest):
    template = word.compile_template(docx(xml), "x")
    assert template.render({"t": "v" * longest})
    with pytest.raises(RenderError, match=rf"t er for langt.*højst {longest} tegn"):
        template.render({"t": "v" * length})


def test_a_table_with_too_many_columns_is_told_where_it_stands():
    (mistake,) = word.check(docx(p("{{ t }}") + table(["Uge"] * 64, columns=64)), "x")
    assert (mistake.kind, mistake.place.paragraph, mistake.place.text) == ("limit", 2, "Uge")
    with pytest.raises(SyntaxMistakesError, match="64 kolonner"):
        word.compile_template(docx(p("{{ t }}") + table(["Uge"] * 64, columns=64)), "x")


def test_rows_and_cells_in_controls_are_counted():
    cells = table(["Uge"] * 64, columns=64)
    for name in ("w:tr", "w:tc"):
        start, end = cells.index(f"<{name}>"), cells.rindex(f"</{name}>") + len(f"</{name}>")
        control = f"<w:sdt><w:sdtContent>{cells[start:end]}</w:sdtContent></w:sdt>"
        data = docx(p("{{ t }}") + cells[:start] + control + cells[end:])
        assert [each.kind for each in word.check(data, "x")] == ["limit"]


def test_a_loop_over_too_many_columns_is_told():
    data = docx(table(["Uge", "{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"], columns=4))
    template = word.compile_template(data, "x")
    assert template.render({"xs": range(62)})
    with pytest.raises(RenderError, match=r"»Uge 0 1 2.* får 64 kolonner"):
        template.render({"xs": range(63)})
