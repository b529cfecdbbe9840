"""The characters that no part may hold are those that lxml refuses, and the engine's own."""

import pytest
from lxml import etree

from samarbejde_cli.word.opc.characters import NOT_XML, find_illegal, without_illegal

EDGES = [*range(0x20), 0x7F, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000]


@pytest.mark.parametrize("number", EDGES)
def test_what_lxml_refuses_is_illegal(number):
    node = etree.Element("a")
    try:
        node.text = chr(number)
    except ValueError:
        assert find_illegal(chr(number))
    else:
        assert not find_illegal(chr(number))


def test_text_without_them_is_the_rest():
    assert without_illegal("a\x00b\ud800c\tæ😀\ufdd0") == "abc\tæ😀"
    assert "\t" not in NOT_XML
