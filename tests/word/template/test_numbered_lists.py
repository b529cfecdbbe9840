"""Numbered lists in loops: where numbers begin again, and where they go on."""

import io

import pytest
from docx import Document
from whole_parts import trees
from word_files import docx, p, r, table
from word_lists import labels, printed_by_libreoffice

from samarbejde_cli import word

LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
    f'<w:lvlText w:val="%{level + 1}."/></w:lvl>'
    for level, form in enumerate(("decimal", "lowerLetter", "decimal"))
)
BULLETS = LEVELS.replace("decimal", "bullet").replace("lowerLetter", "bullet")
AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
FIVE = LEVELS.replace('<w:start w:val="1"/>', '<w:start w:val="5"/>', 1)
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
    for number, levels in enumerate((LEVELS, LEVELS, BULLETS, FIVE))
) + "".join(
    f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{more}</w:num>'
    for number, kind, more in (
        (1, 0, ""),
        (2, 1, ""),
        (3, 2, ""),
        (4, 0, AGAIN),
        (5, 0, ""),
        (6, 3, ""),
    )
)
BASED = '<w:basedOn w:val="Tal"/>'
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{based}{properties}'
    "</w:style>"
    for name, based, properties in (
        ("Tal", "", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        ("Tal2", BASED, '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'),
        ("Ryk", BASED, '<w:pPr><w:ind w:left="99"/></w:pPr>'),
    )
)  # fmt: skip
GOALS = [{"navn": "A", "h": ["a1", "a2"]}, {"navn": "B", "h": ["b1", "b2"]}]


def n(text, number=1, level=0):
    """A numbered paragraph."""
    properties = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return p(text, properties=f"<w:pPr><w:numPr>{properties}</w:numPr></w:pPr>")


def s(text, style="Tal"):
    return p(text, properties=f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>')


def loop(*inside, over="m in mål"):
    return f"{p(f'{{%p for {over} %}}')}{''.join(inside)}{p('{%p endfor %}')}"


def compiled(xml, **parts):
    return word.compile_template(docx(xml, numbering=NUMBERING, styles=STYLES, **parts), "x.docx")


def rendered(xml, **parts):
    return compiled(xml, **parts).render({"mål": GOALS, "ja": True, "nej": False})


ITEMS = loop(n("{{ h }}"), over="h in m.h")
CASES = {
    "a list in the loop": (
        loop(p("{{ m.navn }}"), n("x"), n("y")),
        ["A", "1 x", "2 y", "B", "1 x", "2 y"],
    ),
    "a loop in the loop": (
        loop(p("{{ m.navn }}"), ITEMS),
        ["A", "1 a1", "2 a2", "B", "1 b1", "2 b2"],
    ),
    "the list is the loop": (loop(n("{{ m.navn }}"), p("-")), ["1 A", "-", "2 B", "-"]),
    "the list is the loop, either way": (
        loop(p("{%p if m.navn == 'A' %}"), n("a"), p("{%p else %}"), n("b"), p("{%p endif %}")),
        ["1 a", "2 b"],
    ),
    "it begins before": (n("før") + loop(n("x"), n("y")), ["1 før", "2 x", "3 y", "4 x", "5 y"]),
    "it goes on after": (loop(n("x"), n("y")) + n("ny"), ["1 x", "2 y", "3 x", "4 y", "5 ny"]),
    "another list before": (
        n("før", 2) + loop(n("x"), n("y")),
        ["1 før", "1 x", "2 y", "1 x", "2 y"],
    ),
    "one that somebody let begin again in Word": (
        n("før") + loop(n("x", 4), n("y", 4)),
        ["1 før", "1 x", "2 y", "1 x", "2 y"],
    ),
    "two numbers of one list": (loop(n("x"), n("y", 5)), ["1 x", "2 y", "1 x", "2 y"]),
    "several lists": (
        loop(n("x"), n("y"), n("v", 2), n("z", 2)),
        ["1 x", "2 y", "1 v", "2 z"] * 2,
    ),
    "levels": (
        loop(n("x"), n("y", level=1), n("z", level=1), n("v")),
        ["1 x", "a y", "b z", "2 v"] * 2,
    ),
    "an outer level that the loop counts": (
        loop(n("{{ m.navn }}"), loop(n("{{ h }}", level=1), over="h in m.h")),
        ["1 A", "a a1", "b a2", "2 B", "a b1", "b b2"],
    ),
    "an outer level before the loop": (
        n("før") + loop(loop(n("{{ h }}", level=1), over="h in m.h")),
        ["1 før", "a a1", "b a2", "c b1", "d b2"],
    ),
    "only an inner level": (
        loop(p("{{ m.navn }}"), n("x", level=1), n("y", level=1)),
        ["A", "a x", "b y", "B", "a x", "b y"],
    ),
    "loops in loops": (
        loop(loop(n("x"), n("{{ h }}"), over="h in m.h")),
        ["1 x", "2 a1", "1 x", "2 a2", "1 x", "2 b1", "1 x", "2 b2"],
    ),
    "a start of its own": (loop(n("x", 6), n("y", 6)), ["5 x", "6 y"] * 2),
    "bullets": (loop(n("x", 3), n("y", 3)), ["• x", "• y"] * 2),
    "a style": (loop(p("{{ m.navn }}"), s("x"), s("y")), ["A", "1 x", "2 y", "B", "1 x", "2 y"]),
    "styles of several levels": (
        loop(s("x"), s("y", "Tal2"), s("z", "Tal2"), s("v")),
        ["1 x", "a y", "b z", "2 v"] * 2,
    ),
    "a style before": (s("før") + loop(s("x"), n("y")), ["1 før", "2 x", "3 y", "4 x", "5 y"]),
    "rows": (
        table(["{%tr for m in mål %}"], [n("x") + n("y")], ["{%tr endfor %}"], columns=1),
        ["1 x", "2 y"] * 2,
    ),
    "a row that the loop counts": (
        table(["{%tr for m in mål %}"], [n(""), "{{ m.navn }}"], ["{%tr endfor %}"]),
        ["1", "A", "2", "B"],
    ),
    "a list in a cell of a row": (
        table(["{%tr for m in mål %}"], ["{{ m.navn }}", ITEMS], ["{%tr endfor %}"]),
        ["A", "1 a1", "2 a2", "B", "1 b1", "2 b2"],
    ),
    "written as paragraphs": (
        loop(p("{{ m.navn }}"), n("{{p m.h }}")),
        ["A", "1 a1", "2 a2", "B", "1 b1", "2 b2"],
    ),
    "a loop that is typed in the text": (
        p("{% for m in mål %}{{ m.navn }}") + n("x") + n("y") + p("{% endfor %}"),
        ["A", "1 x", "2 y", "B", "1 x", "2 y", ""],
    ),
    "a condition around one of two": (
        loop(n("x"), p("{%p if ja %}"), n("y"), p("{%p endif %}")),
        ["1 x", "2 y"] * 2,
    ),
    "the opposite": (
        loop(p("{{ m.navn }}"), n("x"), n("y"), over="m in mål | fortløbende"),
        ["A", "1 x", "2 y", "B", "3 x", "4 y"],
    ),
    "the opposite of the outer loop": (
        loop(loop(n("{{ h }}"), over="h in m.h"), over="m in mål | fortløbende"),
        ["1 a1", "2 a2", "3 b1", "4 b2"],
    ),
    "the opposite of the inner loop only": (
        loop(loop(n("x"), n("{{ h }}"), over="h in m.h | fortløbende")),
        ["1 x", "2 a1", "3 x", "4 a2", "1 x", "2 b1", "3 x", "4 b2"],
    ),
    "a macro": (
        p("{%p macro to() %}") + n("x") + n("y") + p("{%p endmacro %}")
        + p("{{p to() }}") + p("{{p to() }}"),
        ["1 x", "2 y"] * 2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_numbers_begin_again_where_a_list_lies_in_a_loop(case):
    xml, expected = CASES[case]
    assert labels(trees(rendered(xml))) == expected


def test_the_pdf_has_the_same_numbers(tmp_path):
    xml = "".join(CASES[case][0] for case in ("a loop in the loop", "several lists"))
    xml = xml.replace('w:numId w:val="1"', 'w:numId w:val="5"', 1)
    document = rendered(
        xml + CASES["the opposite"][0].replace('numId w:val="1"', 'numId w:val="6"')
    )
    lines = printed_by_libreoffice(document, tmp_path)
    if lines is None:
        pytest.skip("LibreOffice is not installed")
    expected = [each.replace(" ", ". ", 1) for each in labels(trees(document))]
    assert lines == expected


def test_lists_in_headers_and_notes_have_numbers_of_their_own():
    header = table(["{%tr for m in mål %}"], [n("x") + n("y")], ["{%tr endfor %}"], columns=1)
    note = f'<w:footnote w:id="2">{n("v")}{n("z")}</w:footnote>'
    reference = f'<w:p>{r("{{ m.navn }}")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    document = trees(rendered(loop(reference), header1=header, footnotes=note))
    assert labels(document, "word/header1.xml") == ["1 x", "2 y"] * 2
    assert labels(document, "word/footnotes.xml") == ["1 v", "2 z"] * 2
    numbers = [
        {each.get(key) for each in document[part].iter("{*}numId") for key in each.attrib}
        for part in ("word/header1.xml", "word/footnotes.xml")
    ]
    assert not numbers[0] & numbers[1]


def test_a_text_box_with_its_older_form_is_counted_once():
    def box(content):
        return (
            '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>'
            f"{content}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>"
            f"<w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
        )

    one = trees(rendered(loop(box(n("x")))))["word/document.xml"]
    two = trees(rendered(loop(box(n("x") + n("y")))))["word/document.xml"]
    found = [[v for e in root.iter("{*}numId") for v in e.attrib.values()] for root in (one, two)]
    assert found[0] == ["1"] * 4
    assert found[1] == ["7"] * 4 + ["8"] * 4


def test_the_indents_of_a_style_stay():
    document = trees(rendered(loop(s("x", "Ryk"), s("y", "Ryk"))))
    indents = document["word/document.xml"].iter("{*}ind")
    assert [set(each.attrib.values()) for each in indents] == [{"99"}] * 4
    assert labels(document) == ["1 x", "2 y"] * 2


def test_a_template_without_such_lists_keeps_its_lists_to_the_byte():
    for xml in (CASES["the list is the loop"][0], CASES["bullets"][0], n("{{ mål[0].navn }}")):
        template = compiled(xml)
        assert template.numbering is None
        data = template.render({"mål": GOALS})
        assert trees(data)["word/numbering.xml"].tag.endswith("numbering")


def test_rounds_without_the_list_and_no_rounds_add_nothing():
    xml = loop(p("{%p if m.navn == 'B' %}"), n("x"), n("y"), p("{%p endif %}"))
    template = compiled(xml)
    numbers = [
        len(list(trees(template.render({"mål": goals}))["word/numbering.xml"].iter("{*}num")))
        for goals in ([], GOALS[:1], GOALS)
    ]
    assert numbers == [6, 6, 7]


def test_the_same_values_give_the_same_bytes():
    template = compiled(CASES["several lists"][0])
    assert template.render({"mål": GOALS}) == template.render({"mål": GOALS})


def test_a_template_of_word_with_its_own_styles():
    document = Document()
    for text, style in (("{%p for m in mål %}", None), ("{{ m.navn }}", None), ("x", "List Number"),
                        ("y", "List Number"), ("{%p endfor %}", "List Number")):  # fmt: skip
        document.add_paragraph(text, style=style)
    buffer = io.BytesIO()
    document.save(buffer)
    made = word.compile_template(buffer.getvalue(), "x.docx").render({"mål": GOALS})
    assert labels(trees(made)) == ["A", "1 x", "2 y", "B", "1 x", "2 y"]
    Document(io.BytesIO(made))


def test_the_filter_is_known_to_the_check_and_is_no_field():
    data = docx(CASES["the opposite"][0], numbering=NUMBERING)
    assert word.check(data, "x.docx", {"mål": True, "mål[].navn": True}) == ()
    wrong = docx(CASES["the opposite"][0].replace("fortløbende", "fortløbne"), numbering=NUMBERING)
    (mistake,) = word.check(wrong, "x.docx")
    assert "fortløbende" in mistake.hint
