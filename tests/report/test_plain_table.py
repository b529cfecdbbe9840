"""The quick tables are those that rich makes, to the last byte."""

import os
import re
from collections import Counter
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


def breaks(shown, headings, rows, kept):
    """Whether a table breaks a word, or cuts a cell that is kept on one line."""
    text = re.sub(r"\x1b\[\d*m", "", shown)
    cells = [cell for row in (headings, *rows) for cell in row]
    words = Counter(word for cell in cells for word in cell.split())
    whole = [row[0].strip() for row in rows] if kept else []
    return not words <= Counter(text.split()) or any(each not in text for each in whole)


@pytest.mark.parametrize("width", [40, 80, 132])
def test_lines_are_those_of_rich_where_it_breaks_no_word(width):
    rng, quick = Random(width), 0
    for _ in range(600):
        if quick > 150:
            break
        headings = HEADINGS[: rng.randint(1, 4)]
        rows = [[cell(rng) for _ in headings] for _ in range(rng.randint(0, 5))]
        kept = HEADINGS[: rng.choice([0, 0, 1])]
        rows = [[row[0][:8].replace("\n", " "), *row[1:]] for row in rows] if kept else rows
        found = plain_table.lines(headings, rows, [each in kept for each in headings], width)
        by_rich = table._by_rich(headings, rows, kept, width)
        if not breaks(by_rich, headings, rows, kept):
            quick += 1
            assert "\n".join(line.rstrip() for line in found) == by_rich
    assert quick > 150


def test_a_character_that_may_be_two_cells_wide_is_left_to_rich(monkeypatch):
    monkeypatch.setitem(os.environ, "COLUMNS", "30")
    rows = [("漢字", "Malle"), ("a", "b")]
    assert table.table(("Sag", "Navn"), rows).splitlines()[2] == "漢字   Malle"
    assert plain_table.lines(("Sag", "Navn"), rows, [False, False], 3) is None


LONG = "Indehaver af forældremyndigheden"
STATUS = ("Sag", "Navn", "Trin og runde", "Næste dato", "Står i vejen")
ROW = ("2026-001-kmtz", "Villads Rosenkjær", "møde 1\n■ ■■□ □□□ □□□", "2026-03-24", LONG)


@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_no_word_is_broken(monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    shown = table.table(STATUS, [ROW, ROW], whole="Trin og runde")
    assert not breaks(shown, (), [ROW, ROW], ())
    lines = re.sub(r"\x1b\[\d*m", "", shown).splitlines()
    assert max(map(len, lines)) <= width


def test_where_the_columns_have_no_room_the_rows_stand_below_each_other(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    assert table.table(STATUS, [ROW, ("2026-002", "", "", "", " a ")]).splitlines() == [
        "2026-001-kmtz",
        "  Navn: Villads Rosenkjær",
        "  Trin og runde: møde 1",
        "    ■ ■■□ □□□ □□□",
        "  Næste dato: 2026-03-24",
        "  Står i vejen: Indehaver af",
        "    forældremyndigheden",
        "2026-002",
        "  Står i vejen: a",
    ]


def test_one_very_long_word_is_broken_and_the_columns_stay(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert "─" * 30 in table.table(STATUS[:2], [("2026-001", "x" * 90)])
