"""One view of the case across departments: what runs where, who does it, the next dates."""

import shutil

import pytest

from samarbejde_cli import word
from samarbejde_cli.__main__ import main
from samarbejde_cli.shipped import shipped

CASE = "2025-009"


@pytest.fixture
def root(tmp_path, monkeypatch):
    root = shutil.copytree(shipped("examples"), tmp_path / "kommune")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    return root


def overviews(root):
    assert main(["render-case-overview", CASE, "-o", str(root / "ud")]) == 0
    found = (root / "ud").glob("*.docx")
    return {path.stem.partition("sagsoverblik")[2]: word.dump(path.read_bytes()) for path in found}


def test_it_tells_the_next_dates_who_does_what_and_what_is_agreed(root):
    text = overviews(root)[""]
    assert "Sager i Job og Uddannelse, Social og Sundhed samt Borgerservice" in text
    dates = text.partition("De næste datoer")[2].partition("Hvem gør hvad")[0]
    assert dates.index("20. maj 2026") < dates.index("2. juni 2026")
    assert "Lindesalen" in dates
    assert "Signe Hallund" in text.partition("Hvem gør hvad")[2]
    assert "Bostøtte to timer om ugen" in text.partition("Støtte, der er i gang")[2]
    agreed = text.partition("Aftaler, der er i gang")[2]
    assert agreed.index("20. marts 2026") < agreed.index("31. marts 2026")


def test_each_reader_sees_what_they_may_and_who_is_outside_gets_none(root, capsys):
    found = overviews(root)
    assert set(found) == {"", "-flere"}
    others = found["-flere"]
    assert "Støtte, der er i gang" not in others
    assert "min gæld" not in others
    assert "Jeg vil have medicin" in others
    capsys.readouterr()
    assert main(["render-case-overview", CASE, "--for", "Asger Thuesen"]) == 1


def test_before_the_first_meeting_nothing_is_agreed_yet(root):
    assert main(["render-case-overview", "2026-001", "-o", str(root / "ud")]) == 0
    (path,) = (root / "ud").glob("*sagsoverblik.docx")
    text = word.dump(path.read_bytes())
    assert "Aftalerne bliver lavet på mødet." in text
    assert "3. marts 2026" in text
