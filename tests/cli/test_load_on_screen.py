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


def test_who_has_more_than_the_model_says_is_marked(tmp_path, monkeypatch, run):
    folder = copytree(Path(__file__).parents[2] / "examples", tmp_path / "Nørlund")
    monkeypatch.chdir(folder)
    for number in range(4):
        copytree(folder / "sager" / "2025-016", folder / "sager" / f"2025-x{number}")
    assert "(!)" not in run("status", SAMARBEJDE_DAG="2026-02-24").out
    copytree(folder / "sager" / "2025-016", folder / "sager" / "2025-x4")
    screen = run("status", SAMARBEJDE_DAG="2026-02-24")
    said = " ".join(screen.out.partition("Åbne sager pr. koordinator: ")[2].split())
    assert said.startswith("Nanna Ravnsborg 6 (!), ")
    assert said.endswith("(!) Nanna Ravnsborg har flere end 5 sager.")
    alone = run("status", "--coordinator", "Nanna", SAMARBEJDE_DAG="2026-02-24").out
    assert "Nanna Ravnsborg 6 (!)" in alone
    settings = folder / "samarbejde.yaml"
    text = settings.read_text("utf-8") + "\nfrister: {sager_pr_koordinator: 8}\n"
    settings.write_text(text, "utf-8")
    assert "(!)" not in run("status", SAMARBEJDE_DAG="2026-02-24").out
