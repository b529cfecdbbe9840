"""Many letters in one Word file: nothing is lost, nothing collides, every letter counts alone."""

import posixpath
import re
from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from paper_case import DAY, THREE, files, made
from whole_parts import trees
from word_lists import labels

from samarbejde_cli import word
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.word import CannotCombineError, combine_documents, compile_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    """Papers of every template of a case: charts, drawings, check boxes, wide pages."""
    produced = made(tmp_path_factory.mktemp("sag"), "", (*THREE, "dialogue", "network-map"), DAY)
    return list(files(produced).values())


@pytest.fixture(scope="module")
def whole(letters):
    return combine_documents(letters)


def parts(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(data):
    return etree.fromstring(parts(data)["word/document.xml"])


def words(root):
    return [node.text for node in root.iter(f"{W}t")]


def document(*texts, style=None):
    made, stream = Document(), BytesIO()
    for text in texts:
        made.add_paragraph(text, style)
    made.save(stream)
    return stream.getvalue()


def test_every_word_is_there_in_order(letters, whole):
    assert words(body(whole)) == [text for each in letters for text in words(body(each))]


def test_the_same_letters_give_the_same_bytes(letters, whole):
    assert combine_documents(iter(letters)) == whole


def test_every_letter_is_a_section_that_begins_a_page_and_counts_from_one(letters, whole):
    sections = list(body(whole).iter(f"{W}sectPr"))
    own = [len(list(body(each).iter(f"{W}sectPr"))) for each in letters]
    assert len(sections) == sum(own)
    at = 0
    for number in own:
        first, *others = sections[at : at + number]
        assert first.find(f"{W}pgNumType").get(f"{W}start") == "1"
        assert first.find(f"{W}type") is None
        assert not [each for each in others if each.find(f"{W}pgNumType") is not None]
        at += number


def test_footers_tell_how_many_pages_their_own_letter_has(letters, whole):
    found = parts(whole)
    marks = {each.get(f"{W}name") for each in body(whole).iter(f"{W}bookmarkStart")}
    footers = [data.decode() for name, data in found.items() if name.startswith("word/footer")]
    asked = [re.search(r"PAGEREF (\w+)", text)[1] for text in footers]
    assert len(set(asked)) == len(letters)
    assert set(asked) <= marks
    assert not any("NUMPAGES" in text for text in footers)


def test_what_is_numbered_is_numbered_once(whole):
    root = body(whole)
    for ids in (
        [each.get(f"{W}id") for each in root.iter(f"{W}bookmarkStart")],
        [each.get("id") for each in root.iter(f"{PLACED}docPr")],
        [each.find(f"{W}id").get(f"{W}val") for each in root.iter(f"{W}sdtPr")
         if each.find(f"{W}id") is not None],
        [each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")],
    ):  # fmt: skip
        assert [each for each, count in Counter(ids).items() if count > 1] == []


def test_every_reference_leads_to_a_part_of_a_known_type(whole):
    found = parts(whole)
    types = etree.fromstring(found["[Content_Types].xml"])
    known = {each.get("PartName") or each.get("Extension") for each in types}
    for name, data in found.items():
        if not name.endswith(".rels"):
            assert f"/{name}" in known or name.rpartition(".")[2] in known
            continue
        owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), "part")
        for each in etree.fromstring(data):
            path = posixpath.join("/", posixpath.dirname(owner), each.get("Target"))
            assert posixpath.normpath(path).lstrip("/") in found


def test_every_style_and_list_that_is_used_is_there(whole):
    found = parts(whole)
    styles = etree.fromstring(found["word/styles.xml"])
    ids = [each.get(f"{W}styleId") for each in styles.iter(f"{W}style")]
    assert len(ids) == len(set(ids))
    used = {each.get(f"{W}val") for name in ("pStyle", "rStyle", "tblStyle", "basedOn")
            for root in (body(whole), styles) for each in root.iter(f"{W}{name}")}  # fmt: skip
    assert used <= set(ids)
    numbering = etree.fromstring(found["word/numbering.xml"])
    numbers = {each.get(f"{W}numId") for each in numbering.iter(f"{W}num")}
    lists = {
        each.get(f"{W}val") for root in (body(whole), styles) for each in root.iter(f"{W}numId")
    }
    assert lists <= numbers | {"0"}


def test_letters_of_one_template_share_its_styles_and_pictures(letters):
    letter = next(each for each in letters if "Dagsorden\n" in word.dump(each))
    once, thrice = parts(combine_documents([letter])), parts(combine_documents([letter] * 3))
    assert once["word/styles.xml"] == thrice["word/styles.xml"]
    headers = [name for name in thrice if name.startswith("word/header")]
    assert len(headers) == len([name for name in once if name.startswith("word/header")])


def test_a_style_of_another_template_keeps_its_looks_beside_the_first():
    first, second = Document(), Document()
    first.styles["Normal"].font.bold, second.styles["Normal"].font.bold = True, False
    streams = []
    for letter in (first, second):
        letter.add_paragraph("Tekst")
        streams.append(BytesIO())
        letter.save(streams[-1])
    both = Document(BytesIO(combine_documents([each.getvalue() for each in streams])))
    assert [each.style.font.bold for each in both.paragraphs if each.text] == [True, False]


def test_numbered_lists_begin_at_one_in_each_letter():
    letter = document("Første", "Anden", style="List Number")
    numbered = Document(BytesIO(letter))
    number = numbered.styles["List Number"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    for paragraph in numbered.paragraphs:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = int(number)
    stream = BytesIO()
    numbered.save(stream)
    root = body(combine_documents([stream.getvalue()] * 2))
    used = [each.get(f"{W}val") for each in root.iter(f"{W}numId")]
    assert len(used) == 4
    assert used[0] == used[1] != used[2] == used[3]


def test_lists_of_a_style_begin_at_one_in_each_letter():
    letter = document("Første", "Anden", style="List Number")
    bullets = document("Punkt", style="List Bullet")
    found = labels(trees(combine_documents([letter, bullets, letter])))
    assert [each for each in found if each] == [
        *("1 Første", "2 Anden"),
        "• Punkt",
        *("1 Første", "2 Anden"),
    ]


def test_letters_whose_loops_have_lists_of_their_own_share_their_styles():
    texts = ["{%p for x in xs %}", "x", "y", "{%p endfor %}"]
    template = compile_template(document(*texts, style="List Number"), "x")
    letters = [template.render({"xs": range(number)}) for number in (1, 3, 2)]
    found = trees(combine_documents(letters))
    assert [each for each in labels(found) if each] == ["1 x", "2 y"] * 6
    names = [each.get(f"{W}styleId") for each in found["word/styles.xml"].iter(f"{W}style")]
    own = trees(letters[0])["word/styles.xml"].findall(f"{W}style")
    assert len(names) == len({*names}) == len(own)


def test_notes_are_refused_in_plain_words():
    letter = parts(document("Tekst"))
    note = b'<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    letter["word/document.xml"] = letter["word/document.xml"].replace(b"</w:p>", note, 1)
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in letter.items():
            archive.writestr(name, data)
    with pytest.raises(CannotCombineError, match="fodnoter"):
        combine_documents([stream.getvalue()])


def test_nothing_cannot_be_combined():
    with pytest.raises(CannotCombineError):
        combine_documents([])


@pytest.mark.parametrize("kind", KINDS)
def test_papers_of_every_kind_can_be_combined(tmp_path, kind):
    data = list(files(made(tmp_path, "", (kind,), DAY)).values())
    assert not data or words(body(combine_documents(data * 2))) == 2 * [
        text for each in data for text in words(body(each))
    ]
