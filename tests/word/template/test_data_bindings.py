"""Controls that Word fills from hidden data show what was rendered, not the tags."""

import pytest
from whole_parts import all_text, body, with_parts
from word_files import NAMESPACES, W, docx, p, r, unpacked

from samarbejde_cli import word

STORE = "{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}"
CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def control(text, store=STORE, xpath="/cover/Abstract"):
    return (
        f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="{xpath}" w:storeItemID="{store}"/></w:sdtPr>'
        f"<w:sdtContent>{p(text)}</w:sdtContent></w:sdt>"
    )


def cover(text, hidden, xml=None, **parts):
    """A file whose control is bound to hidden data, as Word's own cover pages are."""
    return with_parts(
        docx(xml or control(text) + p("Hej {{ ung.navn }}"), **parts),
        {
            "customXml/item1.xml": f"<cover><Abstract>{hidden}</Abstract><Fax>1</Fax></cover>",
            "customXml/itemProps1.xml": (
                f'<ds:datastoreItem ds:itemID="{STORE}" xmlns:ds="{_CUSTOM}"/>'
            ),
        },
        {
            "customXml/itemProps1.xml": (
                "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
            )
        },
        [("customXml/item1.xml", "rId1", "customXmlProps", "itemProps1.xml")],
    )


def rendered(data):
    return word.compile_template(data, "x.docx").render({"ung": {"navn": "Bo"}})


def bindings(document):
    return [each.get(f"{{{W}}}xpath") for each in body(document).iter(f"{{{W}}}dataBinding")]


def test_a_bound_control_with_a_tag_shows_what_was_rendered():
    data = cover("Plan for {{ ung.navn }}", "Plan for {{ ung.navn }}")
    document = rendered(data)
    assert bindings(document) == []
    assert "{{" not in all_text(document)
    assert "Plan for Bo" in all_text(document)
    assert word.check(data, "x.docx") == ()


def test_a_control_that_shows_hidden_tags_is_unbound_though_its_own_text_has_none():
    data = cover("", "{{ ung.navn }}", xml=control("") + p("{{ ung.navn }}"))
    assert bindings(rendered(data)) == []


def test_a_control_without_tags_stays_bound():
    data = cover("Resumé", "Resumé")
    assert bindings(rendered(data)) == ["/cover/Abstract"]


@pytest.mark.parametrize("part", ["header", "footer"])
def test_a_title_in_another_part_does_not_follow_the_title_of_the_file(part):
    title = control("Vores egen overskrift", CORE, "/ns1:coreProperties[1]/ns0:title[1]")
    data = docx(p("{{ ung.navn }}"), **{part: title})
    document = word.compile_template(data, "x.docx").render(
        {"ung": {"navn": "Bo"}}, properties=word.Properties(title="En anden")
    )
    assert "dataBinding" not in str(unpacked(document)[f"word/{part}.xml"])
    assert "Vores egen overskrift" in all_text(document)


def test_tags_split_over_runs_in_a_bound_control():
    xml = control("x").replace(p("x"), f"<w:p>{r('{')}{r('{ ung.navn }')}{r('}')}</w:p>")
    assert bindings(rendered(cover("", "{{ ung.navn }}", xml=xml + p("x")))) == []


@pytest.mark.parametrize(
    ("name", "kind", "xml"),
    [
        ("word/glossary/document.xml", "document.glossary", p("{{ ung") + p("x") + p("{{ a }}")),
        (
            "word/settings.xml",
            "settings",
            '<w:docVars><w:docVar w:val="{{ ung.navn }}"/></w:docVars>',
        ),
        (
            "word/glossary/document.xml",
            "document.glossary",
            f"<w:p>{r('{')}{r('{ a }')}{r('}')}</w:p>",
        ),
    ],
)
def test_tags_in_a_part_that_is_not_rendered_are_told(name, kind, xml):
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    root = f"<w:settings {NAMESPACES}>{xml}</w:settings>"
    (mistake,) = word.check(with_parts(docx(p("x")), {name: root}, {name: kind}), "x.docx")
    assert (mistake.kind, name in mistake.message) == ("unrendered", True)


@pytest.mark.parametrize("text", ["{ a }", "{8A2B-11}", "{{", "}}}}", "{{{{ }", "100 %} {"])
def test_braces_that_are_no_tag_are_no_false_alarm(text):
    name = "customXml/item1.xml"
    assert word.check(with_parts(docx(p("x")), {name: f"<a>{text}</a>"}), "x.docx") == ()
