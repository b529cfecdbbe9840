"""Whatever the values are, every rendered part can be read: the first render and all later ones."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_files import docx, p, r, table, unpacked

from samarbejde_cli import word

MARK = '<w:bookmarkStart w:id="1" w:name="{}"/>'
SHAPES = {
    "in two attributes": f"<w:p>{MARK.format('{% if a %}x')}{MARK.format('y{% endif %}')}</w:p>",
    "in attributes of other names": (
        '<w:p><w:bookmarkStart w:id="1" w:colFirst="0" w:name="{% if a %}x"/>'
        '<w:bookmarkStart w:name="y{% endif %}" w:id="2"/></w:p>'
    ),
    "in the attributes of one element": (
        '<w:p><w:bookmarkStart w:id="1" w:name="{% if a %}x" w:colLast="{% endif %}"/></w:p>'
    ),
    "in one attribute": f"<w:p>{MARK.format('{% if a %}x{% else %}y{% endif %}')}</w:p>",
    "over paragraphs": p("{% if a %}x") + p("{% elif b %}y") + p("{% else %}z") + p("{% endif %}"),
    "over rows": table(["{% for x in xs %}{{ x }}", "b"], ["c{% endfor %}", "d"]),
    "over links": "<w:p>{}{}</w:p>".format(
        *(f"<w:hyperlink>{r(text)}</w:hyperlink>" for text in ("{% if a %}", "{% endif %}"))
    ),
    "over runs": f"<w:p>{r('{% if a %}', '<w:b/>')}{r('x')}{r('{% endif %}')}</w:p>",
    "captured": p("{% set v %}a") + p("b{% endset %}") + p("{{ v }}"),
    "captured for an attribute": (
        f"{p('{% set v %}a{% endset %}')}<w:p>{MARK.format('{{ v }}')}</w:p>"
    ),
    "a comment of XML": f"<w:p><!-- <w:p> -->{r('{% if a %}x')}</w:p>{p('y{% endif %}')}",
    "a comment in a tag": (
        "<w:p><w:r><w:t>{% if<!-- </w:t> --> a %}x</w:t></w:r></w:p>" + p("{% endif %}")
    ),
    "an instruction": f"<w:p><?x <w:p>?>{r('{% if a %}x')}</w:p>{p('y{% endif %}')}",
    "an instruction with our name": f"<?samarbejde 0?><?samarbejde 9?>{p('{% if a %}{% endif %}')}",
    "greater in an attribute": (
        f"<w:p>{MARK.format('a &gt; b &lt; c &quot;')}{r('{% if a %}x')}</w:p>{p('{% endif %}')}"
    ),
}
CONTEXTS = [
    {"a": a, "b": b, "xs": xs}
    for a, b, xs in product((True, False), (True, False), ([1, 2], [1], []))
]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("backwards", [False, True])
def test_every_way_through_a_template_gives_xml_that_can_be_read_or_it_is_refused(shape, backwards):
    data = docx(SHAPES[shape])
    if {each.kind for each in word.check(data, "x")} >= {"misplaced"} and shape.startswith("in "):
        with pytest.raises(word.SyntaxMistakesError, match="samme slags sted"):
            word.compile_template(data, "x")
        return
    template = word.compile_template(data, "x")
    for context in reversed(CONTEXTS) if backwards else CONTEXTS:
        etree.fromstring(unpacked(template.render(context))["word/document.xml"])


BLOCKS = st.recursive(
    st.sampled_from(["{{ a }}", "x", "{{ xs }}"]),
    lambda inner: st.one_of(
        st.builds("{{% if a %}}{}{{% else %}}{}{{% endif %}}".format, inner, inner),
        st.builds("{{% for x in xs %}}{}{{% endfor %}}".format, inner),
        st.builds("{}{}".format, inner, inner),
    ),
    max_leaves=6,
)


@settings(max_examples=40, deadline=None)
@given(BLOCKS, st.lists(st.integers(1, 200), max_size=5), st.booleans())
def test_blocks_cut_anywhere_into_paragraphs_are_sound_or_refused(text, cuts, in_table):
    """Word splits a tag over runs; a person splits a block over paragraphs and cells."""
    ends = sorted({0, *(cut for cut in cuts if cut < len(text)), len(text)})
    pieces = [text[a:b] for a, b in pairwise(ends)]
    xml = table(pieces, columns=len(pieces)) if in_table else "".join(map(p, pieces))
    try:
        template = word.compile_template(docx(xml), "x")
    except word.SyntaxMistakesError:
        return
    for context in CONTEXTS:
        etree.fromstring(unpacked(template.render(context))["word/document.xml"])
