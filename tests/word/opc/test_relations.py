"""Names of relations parts and of what relations lead to."""

import pytest

from samarbejde_cli.word.opc.part_xml import read_xml
from samarbejde_cli.word.opc.relations import (
    Relation,
    last_step,
    relations_in,
    relations_name,
    target_name,
    with_relations,
)


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("", "_rels/.rels"),
        ("word/document.xml", "word/_rels/document.xml.rels"),
        ("word/charts/chart1.xml", "word/charts/_rels/chart1.xml.rels"),
    ],
)
def test_a_part_has_its_relations_beside_it(part, name):
    assert relations_name(part) == name


@pytest.mark.parametrize(
    ("part", "target", "name"),
    [
        ("", "word/document.xml", "word/document.xml"),
        ("word/document.xml", "media/a.png", "word/media/a.png"),
        ("word/document.xml", "/word/media/a.png", "word/media/a.png"),
        ("word/charts/chart1.xml", "../embeddings/tal.xlsx", "word/embeddings/tal.xlsx"),
        ("word/document.xml", "../../a.xml", "a.xml"),
    ],
)
def test_a_target_is_found_from_the_part_that_points_to_it(part, target, name):
    assert target_name(part, target) == name


def test_relations_come_back_as_they_were_written():
    added = (
        Relation("a", "urn:x/image", "media/æ & ø.png", external=False),
        Relation("b", "urn:x/hyperlink", 'https://example.dk/?a="1"', external=True),
    )
    one_by_one = with_relations(with_relations(b"", added[:1]), added[1:])
    assert one_by_one == with_relations(b"", added)
    assert relations_in(read_xml(one_by_one)) == added
    assert [last_step(each.kind) for each in added] == ["image", "hyperlink"]
