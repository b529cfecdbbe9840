"""The words by which a person is known, and finding them in a finished file."""

import zipfile
from itertools import pairwise

import pytest
from mailing import several

from samarbejde_cli.actions.batch.tokens import Index, texts_in, tokens_of, words_in_part, words_of
from samarbejde_cli.case.case import load_case


def test_tokens_are_names_numbers_addresses_and_mail_in_every_spelling(tmp_path):
    workspace = several(tmp_path, 1, own=False)
    tokens = tokens_of(load_case(workspace.folders()[0]))
    assert tokens["silje ravn"] == "navn"
    assert tokens["7208104322"] == tokens["720810 4322"] == "CPR-nummer"
    assert tokens["kildevej 8"] == "adresse"
    assert tokens["20000001"] == tokens["20 00 00 01"] == tokens["2000 0001"] == "telefonnummer"
    assert tokens["silje post example"] == "mailadresse"
    assert "birgit" not in tokens


def test_an_index_knows_whose_a_token_is():
    index = Index()
    index.add("1", ["silje ravn", "fælles navn"])
    index.add("2", ["fælles navn", "silje ravn holm"])
    assert index.found_in(words_of("Kære SILJE Ravn Holm,")) == {"silje ravn", "silje ravn holm"}
    assert index.found_in(words_of("Silje og Ravn")) == set()
    assert index.is_of("fælles navn", "1")
    assert index.is_of("fælles navn", "2")
    assert not index.is_of("silje ravn", "2")
    assert index.owner("fælles navn") == "1"


def test_words_across_tags_are_one_word_and_paragraphs_are_not():
    xml = b"<w:p><w:t>Sil</w:t><w:t>je</w:t></w:p><w:p><w:t>R&#230;v</w:t></w:p>"
    assert words_in_part("word/document.xml", xml) == [
        "word", "document", "xml", "silje", "ræv",
    ]  # fmt: skip


def test_what_is_no_package_is_said():
    with pytest.raises(zipfile.BadZipFile):
        list(texts_in(b"no zip"))


@pytest.mark.parametrize(
    ("part", "xml"),
    [
        ("docProps/core.xml", b"<a>x</a><dc:title>Silje Ravnb</dc:title><b>y</b>"),
        ("word/charts/chart1.xml", b"<c:v>Silje Ravnb</c:v><c:v>2</c:v>"),
        ("word/comments.xml", b"<w:comment w:author='Silje Ravnb'/>"),
        ("word/document.xml", b"<!-- Silje Ravnb --><w:t>x</w:t>"),
        ("word/document.xml", "<w:t>Silje Ra\u00advnb</w:t>".encode()),
    ],
)
def test_values_that_stand_side_by_side_are_words_of_their_own(part, xml):
    words = words_in_part(part, xml)
    assert ("silje", "ravnb") in pairwise(words)
