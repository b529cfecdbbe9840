"""How many open cases each coordinator has (national model 6.1: three to five)."""

from pathlib import Path
from shutil import copytree


def test_status_counts_the_open_cases_of_each_coordinator(tmp_path, monkeypatch, run):
    monkeypatch.chdir(copytree(Path(__file__).parents[2] / "examples", tmp_path / "Nørlund"))
    screen = run("status", SAMARBEJDE_DAG="2026-02-24")
    assert screen.code == 0
    counted = " ".join(screen.out.partition("Åbne sager pr. koordinator: ")[2].split())
    assert "Henrik Dalsgaard Munk 2" in counted
    assert "Mette Lindegaard 1" in counted


def test_one_coordinator_s_cases_need_no_counting(tmp_path, monkeypatch, run):
    monkeypatch.chdir(copytree(Path(__file__).parents[2] / "examples", tmp_path / "Nørlund"))
    screen = run("status", "--coordinator", "Henrik", SAMARBEJDE_DAG="2026-02-24")
    assert "pr. koordinator" not in screen.out
