"""Whom a word means."""

import pytest
from paper_case import loaded

from samarbejde_cli.case.meant_people import people_meant

NAMES = ["Mette Ravn", "Henrik Ravn", "Karin Friis", "Karin Holm"]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("mette ravn", ["Mette Ravn"]),
        ("min mor", ["Mette Ravn"]),
        ("Ravn", ["Mette Ravn", "Henrik Ravn"]),
        ("Karin", ["Karin Friis", "Karin Holm"]),
        ("Karin F.", ["Karin Friis"]),
        ("Friis Karin", []),
        ("", []),
    ],
)
def test_whom_a_word_means(tmp_path, words, meant):
    _, case, _ = loaded(tmp_path)
    assert people_meant(case, NAMES, words) == meant
