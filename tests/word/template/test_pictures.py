"""Pictures: into the place whose alt text is a tag, or into the text."""

import pytest
from lxml import etree
from word_files import docx, p, packed, png, unpacked

from samarbejde_cli import word
from samarbejde_cli.word import Picture, RenderError

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x0b\x08\x00\x64\x00\xc8\x01\x01\x11\x00\xff\xd9"
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="9"/></svg>'
FRAME = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="2000" cy="1000"/>'
    '<wp:docPr id="1" name="Logo" descr="{{ logo }}"/><a:graphic><a:graphicData uri="x"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="1" name="Logo" descr="{{ logo }}"/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rId5"/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx="2000" cy="1000"/></a:xfrm>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def rendered(body: str, context: dict[str, object]) -> dict[str, bytes]:
    files = unpacked(docx(body))
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId5" Type="{image}" Target="media/old.png"/></Relationships>'.encode(),
    )
    files["word/media/old.png"] = png(2, 1)
    template = word.compile_template(packed(files), "brev.docx")
    return unpacked(template.render(context))


def pictures_of(files: dict[str, bytes]) -> list[bytes]:
    """The pictures that the document points to, in order; every id must lead to a file."""
    root = etree.fromstring(files["word/document.xml"])
    relations = etree.fromstring(files["word/_rels/document.xml.rels"])
    targets = {each.get("Id"): each.get("Target") for each in relations}
    ids = [v for e in root.iter() for k, v in e.attrib.items() if k.endswith("}embed")]
    return [
        files[targets[i].lstrip("/") if "word/" in targets[i] else f"word/{targets[i]}"]
        for i in ids
    ]


def test_a_picture_takes_the_place_that_its_alt_text_names():
    new = png(10, 10)
    files = rendered(FRAME, {"logo": Picture(new, "Sorø Kommunes logo")})
    document = files["word/document.xml"].decode()
    assert pictures_of(files) == [new]
    assert document.count('descr="Sorø Kommunes logo"') == 2
    assert document.count('cx="1000" cy="1000"') == 2


def test_text_in_the_alt_text_keeps_the_picture():
    files = rendered(FRAME, {"logo": "Et våben"})
    assert pictures_of(files) == [png(2, 1)]
    assert 'cx="2000" cy="1000"' in files["word/document.xml"].decode()


@pytest.mark.parametrize(
    ("picture", "shape"),
    [
        (Picture(png(20, 10), width=10), 'cx="360000" cy="180000"'),
        (Picture(JPEG, width=20), 'cx="720000" cy="360000"'),
        (Picture(SVG, width=30, fallback=png(3, 1)), 'cx="1080000" cy="360000"'),
    ],
)
def test_a_picture_stands_in_the_text(picture, shape):
    files = rendered(p("Her: {{ v }}."), {"v": picture})
    assert shape in files["word/document.xml"].decode()
    stored = pictures_of(files)
    assert stored == ([picture.fallback] if picture.fallback else []) + [picture.data]
    kinds = files["[Content_Types].xml"].decode()
    assert all(f'Extension="{kind}"' in kinds for kind in ("png", "jpeg", "svg"))


def test_pictures_in_a_loop_have_their_own_ids_and_are_stored_once():
    body = p("{%p for v in x %}") + p("{{ v }}") + p("{%p endfor %}")
    one, two = Picture(png(1, 1)), Picture(png(1, 1, 9))
    files = rendered(body, {"x": [one, two, one]})
    assert pictures_of(files) == [one.data, two.data, one.data]
    root = etree.fromstring(files["word/document.xml"])
    ids = [e.get("id") for e in root.iter("{*}docPr")]
    assert len(set(ids)) == 3
    assert sum(name.startswith("word/media/") for name in files) == 3


@pytest.mark.parametrize(
    "picture",
    [
        Picture(b"GIF89a"),
        Picture(b""),
        Picture(b"\x89PNG\r\n\x1a\n"),
        Picture(b"\xff\xd8\xff"),
        Picture(SVG),
        Picture(SVG.replace(b"<rect", b"<script/><rect"), fallback=png(1, 1)),
    ],
)
@pytest.mark.parametrize("body", [FRAME, p("{{ logo }}")])
def test_a_picture_that_word_cannot_show_is_refused_by_name_of_field(picture, body):
    with pytest.raises(RenderError, match="logo") as caught:
        rendered(body, {"logo": picture})
    assert {m.kind for m in caught.value.mistakes} == {"picture"}
