"""The quick tables are those that rich makes, to the last byte."""

import os
from random import Random

import pytest

from samarbejde_cli.report import plain_table, table

WORDS = (
    "a", "Malle", "samarbejdsmøde", "2025-014", "x" * 25, "»målet«", "■■□", "indkaldelse-og-plan",
    "(og", "3", "andre)", "–", "",
)  # fmt: skip
HEADINGS = ("Sag", "Trin og runde", "Hvad, hvem og hvorfor", "Næste dato")


def cell(rng):
    text = " ".join(rng.choice(WORDS) for _ in range(rng.choice([0, 1, 1, 3, 6, 20])))
    return rng.choice(
        [text, text, text, f"{text}\n{rng.choice(WORDS)}", f"  {text}  ", f"{text}\n"]
    )


@pytest.mark.parametrize("width", [40, 80, 132])
def test_lines_are_those_of_rich(width):
    rng, quick = Random(width), 0
    for _ in range(200):
        headings = HEADINGS[: rng.randint(1, 4)]
        rows = [[cell(rng) for _ in headings] for _ in range(rng.randint(0, 5))]
        kept = HEADINGS[: rng.choice([0, 0, 1])]
        rows = [[row[0][:8].replace("\n", " "), *row[1:]] for row in rows] if kept else rows
        found = plain_table.lines(headings, rows, [each in kept for each in headings], width)
        if found is not None:
            quick += 1
            by_rich = table._by_rich(headings, rows, kept, width)
            assert "\n".join(line.rstrip() for line in found) == by_rich
    assert quick > 150


def test_a_character_that_may_be_two_cells_wide_is_left_to_rich(monkeypatch):
    monkeypatch.setitem(os.environ, "COLUMNS", "30")
    rows = [("漢字", "Malle"), ("a", "b")]
    assert table.table(("Sag", "Navn"), rows).splitlines()[2] == "漢字   Malle"
    assert plain_table.lines(("Sag", "Navn"), rows, [False, False], 3) is None
