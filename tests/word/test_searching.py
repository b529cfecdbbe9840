"""All that can be read in a file is found in it, whether Word shows it or not."""

import zipfile
from itertools import pairwise

import pytest

from samarbejde_cli.danish.text import words_of
from samarbejde_cli.word import all_parts, part_text


def test_words_across_tags_are_one_word_and_paragraphs_are_not():
    xml = b"<w:p><w:t>Sil</w:t><w:t>je</w:t></w:p><w:p><w:t>R&#230;v</w:t></w:p>"
    assert words_of(part_text("word/document.xml", xml)) == [
        "word", "document", "xml", "silje", "ræv",
    ]  # fmt: skip


def test_what_is_no_package_is_said():
    with pytest.raises(zipfile.BadZipFile):
        list(all_parts(b"no zip"))


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
    words = words_of(part_text(part, xml))
    assert ("silje", "ravnb") in pairwise(words)
