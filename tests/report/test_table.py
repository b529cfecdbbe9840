import click
import pytest

from samarbejde_cli.report.table import table


@pytest.fixture(autouse=True)
def plain_80_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")


def lines(*rows):
    return [line.rstrip() for line in click.unstyle(table(("Sag", "Navn"), rows)).splitlines()]


def test_table_is_plain_columns_under_a_rule():
    assert lines(("2026-014", "Silje Ravn"), ("2026-015", "Bo")) == [
        "Sag        Navn",
        "─────────────────────",
        "2026-014   Silje Ravn",
        "2026-015   Bo",
    ]


@pytest.mark.parametrize("data", ["[afsluttet]", "[/b]", "C:\\sager\\[2017]", ":smile:", "[red]x"])
def test_data_is_never_markup(data):
    assert data in lines(("1", data))[2]


def test_long_cells_fold_inside_80_columns_and_lose_nothing():
    words = " ".join(f"ord{number}" for number in range(60))
    shown = lines(("2026-014", words), ("x" * 200, "y"))
    assert max(map(len, shown)) <= 80
    assert all(f"ord{number}" in "\n".join(shown) for number in range(60))
    assert sum(line.count("x") for line in shown) == 200


def test_empty_table_is_its_heading():
    assert lines()[0] == "Sag   Navn"
