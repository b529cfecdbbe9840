"""How a case is closed can be found wherever somebody looks, and the advice works."""

from datetime import date
from pathlib import Path

import pytest
from example_case import build

from samarbejde_cli.__main__ import main
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.steps import Step

ROOT = Path(__file__).parents[2]
CLOSING = "# sag.yaml\nafslutning: {dato: 2026-03-16, årsag: I lære som smed}\n"
COMMAND = "samarbejde advance 2026-001 --to afsluttet"


@pytest.fixture
def said(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-17")
    monkeypatch.setenv("COLUMNS", "200")

    def said(*words):
        code = main(list(words))
        out, err = capsys.readouterr()
        return code, out + err

    return said


@pytest.mark.parametrize("step", ["formøde", "møde", "opfølgning"])
def test_advance_says_it_in_every_step_that_has_the_way(tmp_path, said, step):
    before = {"formøde": "visitation", "møde": "formøde", "opfølgning": "møde"}[step]
    build(tmp_path, f"# sag.yaml\ntrin: {before}\n")
    code, text = said("advance", "2026-001", "--force", "--reason", "Prøve")
    assert code == 0
    assert COMMAND in text
    assert "`afslutning`" in text


def test_todo_asks_for_it_when_the_end_is_written_down(tmp_path, said):
    folder = build(tmp_path, CLOSING)
    assert f"Luk sagen: {COMMAND}" in said("todo")[1]
    assert said("advance", "2026-001", "--to", "afsluttet")[0] == 0
    assert load_case(folder).step is Step.CLOSED
    assert "Luk sagen" not in said("todo")[1]


def test_closing_without_reason_says_what_to_write_and_which_command_follows(tmp_path, said):
    folder = build(tmp_path)
    code, text = said("advance", "2026-001", "--to", "closed")
    assert code == 1
    assert COMMAND in " ".join(text.split())
    path = folder / "sag.yaml"
    path.write_text(
        path.read_text("utf-8") + "afslutning: {dato: 2026-03-16, årsag: Flyttet}\n", "utf-8"
    )
    assert said(*COMMAND.split()[1:])[0] == 0
    assert load_case(folder).record.closing.date == date(2026, 3, 16)


def test_help_readme_and_the_file_of_a_new_case_say_it(tmp_path, said):
    assert "--to afsluttet" in said("advance", "--help")[1]
    assert COMMAND in (ROOT / "README.md").read_text("utf-8")
    (tmp_path / "samarbejde.yaml").write_text("kommune: Birkeby\nprofil: soroe-unge\n", "utf-8")
    assert said("new-case", "--name", "Silje Ravn", "--cpr", "720810-4322")[0] == 0
    (record,) = (tmp_path / "sager").glob("*/sag.yaml")
    text = record.read_text("utf-8")
    assert "afslutning:" in text
    assert "--to afsluttet" in text
