"""Of files that are alike only what is new is looked at, and nothing that is new is missed."""

import pytest

from samarbejde_cli.shipped import shipped
from samarbejde_cli.word import KnownParts
from samarbejde_cli.word.opc.zip_files import (
    common_beginning,
    read_parts,
    stored_parts,
    write_parts,
)

BODY, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
PARAGRAPH = b"<w:p><w:r><w:t>Kom, hvis du kan.</w:t></w:r></w:p>"


def with_in_body(parts, xml):
    return parts | {BODY: parts[BODY].replace(b"<w:body>", b"<w:body>" + xml)}


@pytest.fixture(scope="module")
def parts():
    return read_parts((shipped("templates") / "indkaldelse-første.docx").read_bytes())


@pytest.fixture
def known(parts):
    """Return what is known when all that is not the body was looked at, and is clean."""
    known = KnownParts()
    known.remember(write_parts(parts), lambda name: name != BODY)
    return known


def test_only_what_is_new_is_given(known, parts):
    data = write_parts(with_in_body(parts, PARAGRAPH))
    for _ in range(3):
        ((part, content),) = known.news_of(data).parts
        assert part.name == BODY
        assert PARAGRAPH in content
    known.news_of(data).remember(part)
    assert known.news_of(data).parts == []


def test_a_file_that_is_not_like_any_is_to_be_looked_into_whole(known, parts):
    assert KnownParts().news_of(write_parts(parts)) is None
    assert known.news_of(write_parts(parts | {"word/header9.xml": b"<x/>"})) is None
    reordered = dict(reversed(parts.items()))
    assert known.news_of(write_parts(reordered)) is None
    outside = b'<Relationship Id="a" Type="t/image" Target="http://a.b" TargetMode="External"/>'
    relations = parts[RELATIONS].replace(b"</Relationships>", outside + b"</Relationships>")
    assert known.news_of(write_parts(parts | {RELATIONS: relations})) is None
    types = parts["[Content_Types].xml"].replace(b"main+xml", b"template.main+xml")
    assert known.news_of(write_parts(parts | {"[Content_Types].xml": types})) is None


DOUBTFUL = {
    "no xml": b"<w:p>",
    "twice the end": b"</w:p>",
    "an unknown prefix": b'<w:p q:a="1"/>',
    "a document type": b"<!DOCTYPE a><w:p/>",
    "a comment": b"<!-- Silje --><w:p/>",
    "an instruction around a paragraph": b"<?a " + PARAGRAPH + b"?>",
    "a field": b'<w:p><w:fldSimple w:instr=" INCLUDETEXT a "/></w:p>',
    "a field over paragraphs": b'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    b"<w:instrText>INCLUDE</w:instrText></w:r></w:p><w:p><w:r><w:instrText>TEXT a</w:instrText>"
    b'</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    "a drawing": b'<v:fill xmlns:v="urn:schemas-microsoft-com:vml" src="http://a.example/b.png"/>',
    "a template": b"<w:attachedTemplate/>",
    "a reserved character": "<w:p>\ufdd0</w:p>".encode(),
    "another encoding": "<w:p/>".encode("utf-16"),
}


@pytest.mark.parametrize("xml", DOUBTFUL.values(), ids=DOUBTFUL)
def test_where_there_is_any_doubt_the_file_is_to_be_looked_into_whole(known, parts, xml):
    for body in (PARAGRAPH, PARAGRAPH + xml + PARAGRAPH):
        data = write_parts(with_in_body(parts, body))
        found = [known.news_of(data) for _ in range(3)]
        assert [each is None for each in found] == [body != PARAGRAPH] * 3


def test_paragraphs_that_are_sound_only_together_are_not_known_alone(known, parts):
    one, other = b"<w:p><w:p\t></w:p>", b"<w:p></w:p\t></w:p>"
    assert known.news_of(write_parts(with_in_body(parts, one + other))) is not None
    for each in (one, other, other + one):
        assert known.news_of(write_parts(with_in_body(parts, each))) is None


def test_a_part_that_says_it_is_in_another_encoding_is_to_be_looked_into_whole(known, parts):
    for said in (b'encoding="UTF-7"', b'encoding="latin-1"', b'encoding="UTF-8" a=""'):
        body = with_in_body(parts, PARAGRAPH)[BODY].replace(b'encoding="UTF-8"', said)
        assert said in body
        assert known.news_of(write_parts(parts | {BODY: body})) is None


def test_a_part_that_the_next_files_have_is_known_however_many_came_before(
    known, parts, monkeypatch
):
    monkeypatch.setattr("samarbejde_cli.word.known_parts._MOST_PARTS", 20)
    for number in range(50):
        data = write_parts(with_in_body(parts, b"<w:p>%d</w:p>" % number))
        news = known.news_of(data)
        news.remember(news.parts[0][0])
        assert known.news_of(data).parts == []


def test_a_file_that_hides_bytes_or_lies_of_a_part_is_to_be_looked_into_whole(known, parts):
    data = write_parts(with_in_body(parts, PARAGRAPH))
    assert known.news_of(data) is not None
    first = stored_parts(data)[0]
    local = 30 + len(first.name)
    spoilt = [
        b"x" + data,
        data + b"x",
        data[:-22] + b"x" + data[-22:],
        data[:local] + b"x" + data[local:],
        data.replace(first.crc.to_bytes(4, "little"), b"abcd", 1),
        data.replace(first.crc.to_bytes(4, "little"), b"abcd"),
        data[:-1],
        data[:21],
        b"",
    ]
    assert [known.news_of(each) for each in spoilt] == [None] * len(spoilt)


def test_what_files_begin_with_alike_hides_nothing_of_the_rest(parts):
    body = parts.pop("word/document.xml")
    parts = {**parts, "word/document.xml": body, "word/last.xml": b"<x/>"}
    one, other = (write_parts(with_in_body(parts, b"<w:p>%d</w:p>" % n)) for n in range(2))
    beginning = common_beginning(one, stored_parts(one), stored_parts(other))
    assert [each.name for each in beginning.parts] == list(parts)[:-2]
    spoilt = [one[:at] + bytes([one[at] ^ 1]) + one[at + 1 :] for at in range(0, len(one), 7)]
    cut = [one[:at] + one[at + 1 :] for at in range(0, len(one), 29)]
    for data in (one, other, *spoilt, *cut, b"", one + b"x", one[: len(beginning.content)]):
        assert stored_parts(data, beginning) == stored_parts(data)
