"""The sheet on grants: it goes only to those who pay, the other centre and Økonomi (Bilag 7)."""

from pathlib import Path
from shutil import copytree

import pytest

from samarbejde_cli import word
from samarbejde_cli.__main__ import main

CASE = "2025-009"
GRANT = """\
  økonomi:
    - bevilling: Ekstra kørekort
      betaler: Borgerservice
      beløb: 12000
      ville_have_kostet: 40000
      hos: Job og Uddannelse
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    root = copytree(Path(__file__).parents[3] / "examples", tmp_path / "Nørlund")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    return root


def sheet(root, reader=None):
    more = ("--for", reader) if reader else ()
    folder = root / f"til-{reader}"
    code = main(("render-economy", CASE, "-o", str(folder), "--overwrite", *more))
    made = sorted(folder.glob("*.docx")) if code == 0 else []
    return word.dump(made[-1].read_bytes()) if made else ""


def add_to_first_round(root):
    path = root / f"sager/{CASE}/runder/1.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("opfølgning:\n", f"opfølgning:\n{GRANT}", 1), "utf-8")


@pytest.mark.parametrize(
    "reader", ["Asger Thuesen", "Bent Birkemose", "Jonas Birkemose", "Helle Marie Ejsing",
               "Preben Hvidt"]
)  # fmt: skip
def test_nobody_gets_it_who_does_not_pay(root, reader):
    assert sheet(root, reader) == ""


@pytest.mark.parametrize("reader", ["Karsten Bøgh", "Trine Elkær", "Birgit Aagesen"])
def test_those_who_pay_the_other_centre_and_whoever_runs_the_case_do(root, reader):
    assert "botilbud" in sheet(root, reader)


def test_a_department_sees_its_own_grants_only(root):
    add_to_first_round(root)
    assert "Ekstra kørekort" in sheet(root)
    assert "botilbud" in sheet(root)
    assert "botilbud" not in sheet(root, "Preben Hvidt")
    assert "Ekstra kørekort" in sheet(root, "Preben Hvidt")
    assert "Ekstra kørekort" not in sheet(root, "Trine Elkær")


def test_it_stays_reachable_when_the_round_moved_on(root, capsys):
    add_to_first_round(root)
    assert "Ekstra kørekort (mødet den" in sheet(root)
    main(("validate", CASE, "--format", "concise"))
    assert "runder/1.yaml:" in (found := capsys.readouterr().out)
    assert "SAM806 advarsel  Økonomiarket om »Ekstra kørekort« er ikke sendt." in found
    main(("todo", "--person", "Borgerservice"))
    assert "Send økonomiarket om Ekstra" in " ".join(capsys.readouterr().out.split())
