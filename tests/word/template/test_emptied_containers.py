"""What loses its content in a render is still what Word demands: a paragraph, a row, or gone."""

import pytest
from whole_parts import body, trees
from word_files import W, docx, p, r, table

from samarbejde_cli import word


def control(content, before=""):
    return f"<w:sdt><w:sdtPr>{before}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


OPTIONAL = p("{%p if ja %}") + p("tekst") + p("{%p endif %}")
BOX = "<w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
BOX = f"<w:p><w:r><w:pict><v:textbox>{BOX}"


def rendered(xml, ja, **parts):
    context = {"ja": ja, "xs": ["a", "b"] if ja else []}
    return word.compile_template(docx(xml + p("slut"), **parts), "x").render(context)


def tags(element):
    return [child.tag.partition("}")[2] for child in element]


@pytest.mark.parametrize("content", [control(OPTIONAL), control(control(OPTIONAL)), OPTIONAL])
@pytest.mark.parametrize("ja", [True, False])
def test_a_cell_a_box_and_a_header_keep_a_paragraph(content, ja):
    document = rendered(table([content, "b"]) + BOX.format(content), ja, header=content)
    root = body(document)
    holders = [*root.iter(f"{{{W}}}tc"), *root.iter(f"{{{W}}}txbxContent")]
    for holder in (*holders, trees(document)["word/header.xml"]):
        assert len(list(holder.iter(f"{{{W}}}p"))) == 1
        assert ("tekst" in "".join(holder.itertext())) == (ja and holder is not holders[1])
    assert len(list(root.iter(f"{{{W}}}sdtContent"))) == 2 * content.count("<w:sdt>") * ja


def test_an_emptied_control_goes_away_wherever_it_stands():
    run = control(f"{r('{%r if ja %}')}{r('x')}{r('{%r endif %}')}", "<w:id w:val='1'/>")
    xml = control(OPTIONAL) + f"<w:p>{run}</w:p>"
    assert list(body(rendered(xml, False)).iter(f"{{{W}}}sdt")) == []
    assert len(list(body(rendered(xml, True)).iter(f"{{{W}}}sdt"))) == 2


def row(*cells):
    return "<w:tr>" + "".join(f"<w:tc>{p(text)}</w:tc>" for text in cells) + "</w:tr>"


def grid(rows):
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{rows}</w:tbl>'


LOOP = row("{%tr for x in xs %}") + row("{{ x }}") + row("{%tr endfor %}")


def test_a_table_whose_rows_all_stand_in_one_control():
    assert tags(body(rendered(grid(control(LOOP)), False))[0]) == ["p", "sectPr"]
    assert len(list(body(rendered(grid(control(LOOP)), True)).iter(f"{{{W}}}tr"))) == 2


def test_other_rows_stay_when_those_in_a_control_go_away():
    root = body(rendered(grid(row("navn") + control(LOOP)), False))
    (found,) = root.iter(f"{{{W}}}tbl")
    assert tags(found) == ["tblPr", "tblGrid", "tr"]


def test_cells_in_a_control():
    cells = "".join(
        f"<w:tc>{p(t)}</w:tc>" for t in ("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}")
    )
    xml = grid(f"<w:tr><w:tc>{p('navn')}</w:tc>{control(cells)}</w:tr>")
    (found,) = body(rendered(xml, False)).iter(f"{{{W}}}tr")
    assert tags(found) == ["tc"]
    assert len(list(body(rendered(xml, True)).iter(f"{{{W}}}gridCol"))) == 3


@pytest.mark.parametrize("inner", ['<w:commentRangeStart w:id="1"/>', r(".navn }}")])
@pytest.mark.parametrize("depth", [1, 2])
def test_a_control_that_held_only_a_comment_or_the_end_of_a_tag_goes_away(inner, depth):
    for _ in range(depth):
        inner = control(inner)
    xml = f"<w:p>{r('{{ ung')}{inner}{r('.navn }}') if 'comment' in inner else ''}{r(' a')}</w:p>"
    document = word.compile_template(docx(xml), "x").render({"ung": {"navn": "Bo"}})
    assert "".join(body(document).itertext()) == "Bo a"
    assert list(body(document).iter(f"{{{W}}}sdt")) == []
