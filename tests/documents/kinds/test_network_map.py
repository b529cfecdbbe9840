"""The network map in the finished paper: shapes that Word can edit, told apart without colour."""

import re
from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from paper_case import files, made, texts

from samarbejde_cli.case.team import Circle
from samarbejde_cli.documents.network.drawing import LOOKS
from samarbejde_cli.shipped import shipped
from samarbejde_cli.word import draw_shapes
from samarbejde_cli.word.opc.characters import without_illegal
from samarbejde_cli.word.opc.zip_files import read_parts, write_parts

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}
EMPTY = "# team.yaml\nnetværk: []\n"
EVERY_KIND = "# team.yaml\nnetværk:\n" + "".join(
    f"  - {{navn: Person {n}, kreds: {kind.value}, nærhed: {n % 3 + 1}}}\n"
    for n, kind in enumerate(Circle)
)
CROWD = "# team.yaml\nnetværk:\n" + "".join(
    f"  - {{navn: Onkel Nummer {n}, relation: farbror, kreds: familie, nærhed: 1}}\n"
    for n in range(80)
)
ODD = "# team.yaml\nnetværk:\n  - {navn: 'Ib \"<&> 😀', kreds: venner, nærhed: 2}\n"


def body(data):
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def map_of(folder, example=""):
    (data,) = files(made(folder, example, ["network-map"])).values()
    return body(data)


def shapes(root):
    return root.xpath("//mc:Choice//wps:wsp", namespaces=SPACES)


def words(shape):
    return ["".join(p.itertext()) for p in shape.findall(".//w:p", SPACES)]


def test_everybody_is_a_shape_with_name_and_relation(tmp_path):
    written = [words(shape) for shape in shapes(map_of(tmp_path))]
    for expected in (["Birgit", "moster"], ["Freja", "veninde"], ["Karin", "klasselærer"]):
        assert written.count(expected) == 1
    assert written[-1] == ["Silje"]


def test_the_map_is_one_group_of_shapes_of_its_own_with_a_fallback(tmp_path):
    root = map_of(tmp_path)
    (choice,) = root.xpath("//mc:Choice[.//wpg:wgp]", namespaces=SPACES)
    assert choice.get("Requires") == "wpg"
    assert choice.nsmap["wpg"] == SPACES["wpg"]
    (group,) = choice.getparent().xpath("mc:Fallback/w:pict/v:group", namespaces=SPACES)
    old = [words(shape) for shape in group if shape.findall(".//w:p", SPACES)]
    new = [words(shape) for shape in shapes(root) if words(shape)]
    assert old == new
    assert not root.xpath("//pic:pic", namespaces={"pic": "urn:none", **SPACES})


def test_kinds_differ_in_form_and_outline_not_in_colour(tmp_path):
    outlines = {(look.form, look.corner, look.dash) for look in LOOKS}
    assert len(outlines) == len(Circle) == len(LOOKS)
    assert len({(look.line, look.fill) for look in LOOKS}) == 1
    forms = Counter(
        shape.find(".//a:prstGeom", SPACES).get("prst")
        for shape in shapes(map_of(tmp_path, EVERY_KIND))
    )
    assert forms["octagon"] == forms["plaque"] == 2, "the kind's name and one person"


def test_no_number_of_a_shape_is_used_twice(tmp_path):
    root = map_of(tmp_path)
    numbers = root.xpath("//mc:Choice//@id[name(..)='wps:cNvPr' or name(..)='wp:docPr']",
                         namespaces=SPACES)  # fmt: skip
    assert len(numbers) == len(set(numbers)) > 10


def test_the_shapes_keep_within_the_frame_of_the_template(tmp_path):
    for root in (map_of(tmp_path), map_of(tmp_path, EVERY_KIND)):
        extent = root.find(".//wp:inline/wp:extent", SPACES)
        wide, high = int(extent.get("cx")), int(extent.get("cy"))
        for shape in shapes(root):
            off, size = shape.find(".//a:off", SPACES), shape.find(".//a:ext", SPACES)
            assert 0 <= int(off.get("x")) <= wide - int(size.get("cx"))
            assert 0 <= int(off.get("y")) <= high - int(size.get("cy"))


def test_the_map_has_words_for_those_who_cannot_see_it(tmp_path):
    (about,) = map_of(tmp_path).xpath("//wp:docPr/@descr", namespaces=SPACES)
    assert about.startswith("Netværkskort med Silje i midten og 3 personer i tre ringe")
    assert about.endswith("Alle står også i tabellen på næste side.")


def test_without_people_it_is_an_empty_map_and_no_table(tmp_path):
    text = texts(made(tmp_path, EMPTY, ["network-map"]))["runde-1-netværkskort.docx"]
    assert "Tomt netværkskort" in text
    assert "Menneskene på kortet" not in text
    assert all(f"{kind.label}] " in text for kind in Circle)


def test_whom_the_map_has_no_room_for_are_counted_on_it_and_stand_in_the_table(tmp_path):
    (text,) = texts(made(tmp_path, CROWD, ["network-map"])).values()
    missing = int(re.search(r"(\d+) mere i tabellen", text)[1])
    assert text.count("Onkel Nummer") == 80 + 80 - missing


def test_letters_that_mean_something_in_xml_come_through(tmp_path):
    (text,) = texts(made(tmp_path, ODD, ["network-map"])).values()
    assert text.count('Ib "<&> 😀') == 2


def test_a_letter_that_xml_cannot_hold_is_left_out():
    assert without_illegal("a\x00b\ud800c\tæ😀") == "abc\tæ😀"


def test_the_frame_may_be_moved_and_resized_in_the_template(tmp_path):
    own = tmp_path / "skabeloner" / "netværkskort.docx"
    own.parent.mkdir()
    template = (shipped("templates") / own.name).read_bytes()
    own.write_bytes(resized(template, 180, 100))
    root = map_of(tmp_path)
    extent = root.find(".//wp:inline/wp:extent", SPACES)
    group = root.find(".//wpg:grpSpPr/a:xfrm/a:ext", SPACES)
    assert (extent.get("cx"), extent.get("cy")) == (str(180 * 36_000), str(100 * 36_000))
    assert (group.get("cx"), group.get("cy")) == (extent.get("cx"), extent.get("cy"))


def resized(template, width, height):
    """Return the template with another frame, as Word would save it."""
    result = BytesIO()
    with ZipFile(BytesIO(template)) as old, ZipFile(result, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                size = f'<wp:extent cx="{width * 36_000}" cy="{height * 36_000}"/>'
                data = re.sub(rb"<wp:extent [^>]*>", size.encode(), data)
            new.writestr(name, data)
    return result.getvalue()


def test_a_frame_that_lost_its_name_in_libreoffice_is_known_by_its_text(tmp_path):
    own = tmp_path / "skabeloner" / "netværkskort.docx"
    own.parent.mkdir()
    parts = read_parts((shipped("templates") / own.name).read_bytes())
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = body.replace('name="Netværkskort"', 'name="Shape1"').encode()
    own.write_bytes(write_parts(parts))
    assert ["Freja", "veninde"] in [words(shape) for shape in shapes(map_of(tmp_path))]


def test_a_template_without_the_frame_stays_as_it_is(tmp_path):
    own = tmp_path / "skabeloner" / "netværkskort.docx"
    own.parent.mkdir()
    template = (shipped("templates") / "vitalisering.docx").read_bytes()
    own.write_bytes(template)
    (data,) = files(made(tmp_path, "", ["network-map"])).values()
    assert b"wgp" not in etree.tostring(body(data))
    assert draw_shapes(data, "Netværkskort", lambda *_: [], "") == data


@pytest.mark.parametrize("example", ["", EMPTY, EVERY_KIND])
def test_the_same_case_gives_the_same_bytes(tmp_path, example):
    first, second = (files(made(tmp_path / name, example, ["network-map"])) for name in ("a", "b"))
    assert list(first.values()) == list(second.values())
