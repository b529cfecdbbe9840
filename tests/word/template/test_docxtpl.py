"""docxtpl is the oracle of the dialect: both engines give the same text, structure and style.

Where we differ on purpose, ``DIFFERENCES`` says how and why; everything else must agree.
"""

import io
import re
import warnings

import pytest
from dialect_cases import CONTEXT, INLINE, Case, all_cases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from lxml import etree
from word_files import W, docx, p, table, texts_of, unpacked

from samarbejde_cli import word

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what the oracle imports is not ours to mend
    from docxtpl import DocxTemplate, RichText

DIFFERENCES = {
    "missing values": "docxtpl prints nothing; we report each, or show a gap in a draft",
    "None": "docxtpl prints None; we treat it as a missing value",
    "escaping": "docxtpl drops & and < unless autoescape is asked for; we always escape",
    "True, dates, lists, decimals": "docxtpl prints Python's; we print Danish",
    "bell and form feed": "docxtpl starts new paragraphs; we refuse \\a, break the page at \\f",
    "text after {{r }}": "docxtpl loses its look; we keep it",
    "text before {%- ": "docxtpl deletes what stands before it in its paragraph; we keep it",
    "escapes in data": "docxtpl turns {_{ in data into {{; we never change data",
    "text after a split tag": "docxtpl gives it the look of the tag; we keep its own",
    "tables without rows": "docxtpl leaves them and Word repairs the file; we leave them out",
    "grids outside the body": "docxtpl fits grids in the body only; we everywhere",
    "several {%tr %} in one row": "docxtpl keeps the last; we keep all",
    "deleted text": "docxtpl runs tags in tracked deletions; for us they are deleted",
    "tables alone in a loop": "docxtpl lets them grow together; we put a paragraph between",
    "cells left without paragraphs": "docxtpl writes a file that Word repairs; we add one",
}


def by_docxtpl(case: Case) -> bytes:
    template = DocxTemplate(io.BytesIO(case.data))
    template.render(CONTEXT, Environment(autoescape=True))
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def by_us(case: Case) -> bytes:
    return word.compile_template(case.data, "x.docx").render(CONTEXT)


IGNORED = {"proofErr", "bookmarkStart", "bookmarkEnd", "sectPr"}
NUMBERED = {"ins", "del"}
"""What the oracle writes many times with one id."""


def shape(node: etree._Element) -> list[object]:
    """The structure under an element: runs with the same look are one, empty ones are gone."""
    result: list[object] = []
    for child in node:
        name = etree.QName(child).localname
        if name == "r" and child.tag.startswith(f"{{{W}}}"):
            _add_run(result, child)
        elif name not in IGNORED:
            named = ((etree.QName(k).localname, v) for k, v in child.attrib.items())
            attributes = sorted(each for each in named if each[0] != "id" or name not in NUMBERED)
            text = (child.text or "").strip() if name != "t" else ""
            inner = shape(child)
            if name == "tcPr":
                inner.sort()  # the oracle does not keep the schema's order
            result.append((name, tuple(attributes), text, tuple(inner)))
    return result


def _add_run(result: list[object], run: etree._Element) -> None:
    look = next((etree.tostring(x).decode() for x in run if x.tag == f"{{{W}}}rPr"), "")
    look = re.sub(r' xmlns:\w+="[^"]*"', "", look)
    text, others = "", []
    for child in run:
        name = etree.QName(child).localname
        if name == "t":
            text += child.text or ""
        elif name in ("br", "tab"):
            text += {"br": "\n", "tab": "\t"}[name]
        elif name != "rPr":
            others.append((name, child.text, tuple(shape(child))))
    if not text and not others:
        return
    last = result[-1] if result else None
    if isinstance(last, tuple) and last[0] == "run" and last[1] == look and not others + last[3]:
        result[-1] = ("run", look, last[2] + text, [])
    else:
        result.append(("run", look, text, others))


def _stands_between_tables(paragraph: etree._Element) -> bool:
    around = (paragraph.getprevious(), paragraph.getnext())
    return len(paragraph) == 0 and all(
        each is not None and each.tag == f"{{{W}}}tbl" for each in around
    )


def parts_of(data: bytes) -> dict[str, object]:
    found = {}
    for name, content in unpacked(data).items():
        if re.match(r"word/(document|header|footer|footnotes)\d*\.xml", name):
            root = etree.fromstring(content)
            if name != "word/document.xml":
                etree.strip_elements(root, f"{{{W}}}tblGrid", with_tail=False)
            for paragraph in list(root.iter(f"{{{W}}}p")):
                if _stands_between_tables(paragraph):
                    paragraph.getparent().remove(paragraph)
            found[name] = shape(root)
    return found


@pytest.mark.parametrize("case", list(all_cases()), ids=lambda case: case.name)
def test_both_engines_agree(case):
    assert parts_of(by_us(case)) == parts_of(by_docxtpl(case))


def written_by(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Bodies: paragraphs and tables, some of them inside blocks, inside blocks, and so on."""
    around = st.sampled_from(
        [
            ("{%p if ja %}", "{%p endif %}"),
            ("{%p if nej %}", "{%p endif %}"),
            ("{%p for q in navne %}", "{%p endfor %}"),
            ("{%p for q in ingen %}", "{%p endfor %}"),
        ]
    )
    paragraph = st.tuples(texts, st.sampled_from(["", "<w:b/>", '<w:sz w:val="20"/>'])).map(
        lambda pair: p(pair[0], look=pair[1])
    )

    def in_blocks(bodies: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        rows = st.lists(texts, min_size=1, max_size=2).map(
            lambda cells: table(
                ["{%tr for m in mål %}", ""],
                *[[cell, "{{ m.mål }}"] for cell in cells],
                ["{%tr endfor %}", ""],
            )
        )
        inner = bodies.map(lambda body: table([body + p("sidst"), "b"]))
        wrapped = st.tuples(around, bodies).map(
            lambda pair: p(pair[0][0]) + pair[1] + p(pair[0][1])
        )
        return st.lists(st.one_of(wrapped, rows, inner, bodies), min_size=1, max_size=3).map(
            "".join
        )

    return st.recursive(paragraph, in_blocks, max_leaves=5)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(written_by(st.sampled_from([text for key, text in INLINE.items() if key != "macro"])))
def test_both_engines_agree_on_any_mixture(body):
    case = Case("any", body + p("slut"))
    assert parts_of(by_us(case)) == parts_of(by_docxtpl(case))


@pytest.mark.parametrize(
    "written", ["{{r v }}", "før {{r v }} efter", "{% if ja %}{{r v }}{% endif %}"]
)
def test_rich_text_agrees(written):
    theirs, ours = RichText("almindelig "), []
    for text, options in [
        ("fed", {"bold": True}),
        (" kursiv", {"italic": True}),
        ("rød & <b>", {"color": "FF0000"}),
    ]:
        theirs.add(text, **options)
        ours.append(word.Text(text, **options))
    template = DocxTemplate(io.BytesIO(docx(p(written))))
    template.render({"v": theirs, "ja": True}, Environment(autoescape=True))
    buffer = io.BytesIO()
    template.save(buffer)
    context = {"v": word.Rich("almindelig ", *ours), "ja": True}
    rendered = word.compile_template(docx(p(written)), "x.docx").render(context)
    assert parts_of(rendered) == parts_of(buffer.getvalue())


@pytest.mark.parametrize(
    ("written", "context", "shown"),
    [
        ("{{ v }}", {"v": "{_{ a }_}"}, "{_{ a }_}"),
        ("{{ v }}", {"v": "a & b < c"}, "a & b < c"),
        ("{{ v }}", {"v": True}, "ja"),
    ],
)
def test_where_we_differ_we_do_as_listed(written, context, shown):
    document = word.compile_template(docx(p(written)), "x.docx").render(context)
    assert texts_of(document) == [shown]
    template = DocxTemplate(io.BytesIO(docx(p(written))))
    template.render(context)
    buffer = io.BytesIO()
    template.save(buffer)
    assert texts_of(buffer.getvalue()) != [shown]


def test_there_are_enough_cases():
    assert len(list(all_cases())) >= 150
