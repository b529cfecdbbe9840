"""Files of programs that give Word's namespaces other prefixes, or declare them elsewhere."""

import re

import pytest
from lxml import etree
from whole_parts import body, trees
from word_files import W, docx, p, packed, table, unpacked

from samarbejde_cli import word
from samarbejde_cli.word import Checkbox, Rich, Text

BODY = (
    p("{{ t }} {{ rig }} {{ felt }}", look="<w:b/>")
    + p("{{r rig }}")
    + p("{{p afsnit }}")
    + p("{{ væk }}", look='<w:rFonts w:ascii="Arial"/>')
    + table(["{%tr for x in xs %}"], ["{% cellbg f %}{{ x }}"], ["{%tr endfor %}"])
    + table(["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"])
    + "<w:tbl><w:tblPr/><w:tblGrid/><w:sdt><w:sdtContent>"
    + "<w:tr><w:tc><w:p/></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>"
    + p("{%p for x in xs %}")
    + '<w:p><w:bookmarkStart w:id="1" w:name="A"/>{{ x }}<w:bookmarkEnd w:id="1"/></w:p>'
    + p("{%p endfor %}")
)
CONTEXT = {
    "t": "a\nb\tc",
    "rig": Rich("x", Text("y", bold=True)),
    "felt": Checkbox(True),
    "afsnit": ["et", "to"],
    "xs": [1, 2],
    "f": "FF0000",
}


def renamed(xml, prefix):
    """The same XML with another prefix for WordprocessingML; none makes it the default."""
    new = f"{prefix}:" if prefix else ""
    xml = re.sub(r"(</?)w:", rf"\1{new}", xml)
    if prefix:
        xml = re.sub(r"(\s)w:(\w+=)", rf"\1{prefix}:\2", xml)
        return xml.replace("xmlns:w=", f"xmlns:{prefix}=")
    return xml.replace("xmlns:w=", f'xmlns="{W}" xmlns:w=')


def below(xml, prefix):
    """The same XML with the namespace declared at each child of the body, and only there."""
    root = etree.fromstring(renamed(xml, prefix).encode())
    inner = [etree.tostring(child).decode() for child in root[0]]
    return f'<x:document xmlns:x="{W}"><x:body>{"".join(inner)}</x:body></x:document>'


FORMS = {
    "ns0": lambda xml: renamed(xml, "ns0"),
    "default": lambda xml: renamed(xml, ""),
    "below": lambda xml: below(xml, "q"),
    "below-and-usual": lambda xml: below(xml, "w"),
}


def with_body(data, change):
    files = unpacked(data)
    xml = files["word/document.xml"].decode()
    head, _, rest = xml.partition("?>\n")
    return packed({**files, "word/document.xml": f"{head}?>\n{change(rest)}"})


def names_and_texts(root):
    return [(e.tag, e.text, sorted(e.attrib.items())) for e in root.iter("*")]


@pytest.mark.parametrize("form", FORMS)
def test_other_prefixes_give_the_same_document(form):
    data = with_body(docx(BODY), FORMS[form])
    usual = word.compile_template(docx(BODY), "x").render(CONTEXT, draft=True)
    other = word.compile_template(data, "x").render(CONTEXT, draft=True)
    assert names_and_texts(body(other)) == names_and_texts(body(usual))
    assert word.check(data, "x") == word.check(docx(BODY), "x")


def test_a_prefix_that_readers_may_ignore_is_still_named_rightly():
    xml = (
        f'<q:document xmlns:q="{W}" xmlns:w="urn:x" xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006" xmlns:k="http://schemas.microsoft.com/office/word/2010/wordml" '
        'mc:Ignorable="k w"><q:body><q:p k:paraId="1" w:a="2"><q:r><q:t>{{ t }}</q:t></q:r>'
        "</q:p></q:body></q:document>"
    )
    files = {**unpacked(docx(p("x"))), "word/document.xml": xml}
    document = word.compile_template(packed(files), "x").render({"t": "a\nb"})
    root = body(document)
    ignorable = root.get(f"{{{root.nsmap['mc']}}}Ignorable").split()
    assert [root.nsmap[each] for each in ignorable] == [
        "http://schemas.microsoft.com/office/word/2010/wordml",
        "urn:x",
    ]


def test_properties_with_other_prefixes_get_the_title():
    files = unpacked(docx(p("{{ t }}")))
    usual = unpacked(word.compile_template(packed(files), "x").render({"t": "a"}))
    core = usual["docProps/core.xml"].decode()
    other = core.replace("xmlns:dc=", "xmlns:d=").replace("dc:", "d:")
    files = {**usual, "docProps/core.xml": other.replace("</cp:", "<d:title>Før</d:title></cp:")}
    document = word.compile_template(packed(files), "x").render(
        {}, properties=word.Properties(title="Efter")
    )
    root = trees(document)["docProps/core.xml"]
    assert [each.text for each in root.iter("{*}title")] == ["Efter"]


def test_a_look_whose_namespace_is_declared_at_the_run_is_kept():
    look = '<k:glow xmlns:k="urn:k" k:rad="1"/>'
    run = f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{{{{ rig }}}}</w:t></w:r></w:p>"
    document = word.compile_template(docx(run), "x").render(CONTEXT)
    assert len(list(body(document).iter("{urn:k}glow"))) == 4
