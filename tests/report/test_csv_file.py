"""CSV that Danish Excel opens with a double click."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samarbejde_cli.report.csv_file import as_csv


def test_utf8_with_a_mark_semicolons_and_line_breaks_of_windows():
    assert as_csv(("Sag", "Navn"), [("1", "Åse; Bæk")]) == (
        b'\xef\xbb\xbfSag;Navn\r\n1;"\xc3\x85se; B\xc3\xa6k"\r\n'
    )  # fmt: skip


@pytest.mark.parametrize("cell", ["=1+1", "+45 20", "-x", "@SUM(A1)", "\tx"])
def test_no_cell_becomes_a_formula(cell):
    assert read(as_csv(("a",), [(cell,)]))[1] == [f"'{cell}"]


@given(
    st.lists(st.text(st.characters(exclude_categories=["C"]), max_size=9), min_size=1, max_size=4)
)
def test_every_other_text_reads_back_as_it_was(cells):
    plain = [cell for cell in cells if not cell.startswith(("=", "+", "-", "@"))]
    if plain:
        assert read(as_csv(["x"] * len(plain), [plain]))[1] == plain


def read(data):
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
