"""Properties come where the schema wants them."""

import pytest
from lxml import etree

from samarbejde_cli.word.opc import schema_order
from samarbejde_cli.word.opc.namespaces import WORD, W


def element(name, *children):
    inner = "".join(f"<w:{each}/>" for each in children)
    return etree.fromstring(f'<w:{name} xmlns:w="{WORD}">{inner}</w:{name}>')


@pytest.mark.parametrize(
    ("children", "new", "after"),
    [
        ((), "pgNumType", ["pgNumType"]),
        (("pgSz", "cols"), "pgNumType", ["pgSz", "pgNumType", "cols"]),
        (("headerReference", "pgMar"), "pgNumType", ["headerReference", "pgMar", "pgNumType"]),
        (("titlePg", "ours"), "pgNumType", ["pgNumType", "titlePg", "ours"]),
    ],
)
def test_a_property_is_put_before_those_that_follow_it(children, new, after):
    section = element("sectPr", *children)
    schema_order.insert(section, element(new), schema_order.SECTION_PROPERTIES)
    assert [each.tag.removeprefix(W) for each in section] == after


@pytest.mark.parametrize("name", [f"{W}b", "w:b", "b"])
def test_a_property_has_its_place_however_it_is_named(name):
    assert schema_order.position(name, schema_order.RUN_PROPERTIES) == 2


def test_what_the_schema_does_not_know_comes_last():
    order = schema_order.RUN_PROPERTIES
    assert schema_order.position("w14:glow", order) == len(order)
