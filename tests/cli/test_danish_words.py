"""Danish names are shown, English ones accepted; screens fit eighty columns."""

import json
import shutil
from pathlib import Path

import pytest

from samarbejde_cli.actions.batch.sample import FOLDER, FORMER_FOLDER, folder_in
from samarbejde_cli.actions.templates import kind_named
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.findings import Weight
from samarbejde_cli.report.explain import when
from samarbejde_cli.rules.engine.registry import all_rules

EXAMPLES = Path(__file__).parents[2] / "examples"


LONG = "Anne-Kathrine Elisabeth Rosenkjær von der Holm-Sønderskov"


@pytest.fixture(autouse=True)
def _examples(tmp_path, monkeypatch):
    shutil.copytree(EXAMPLES, tmp_path / "w")
    monkeypatch.chdir(tmp_path / "w")
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")


def test_kinds_have_danish_names_on_the_screen_and_english_ones_are_taken(run):
    shown = run("templates", "list").out
    assert "dagsorden " in shown
    assert not any(f"\n{kind.name} " in shown for kind in KINDS.values() if kind.name != kind.stem)
    assert all(kind_named(kind.name) is kind is kind_named(kind.stem) for kind in KINDS.values())


def test_the_samples_of_an_older_mailing_stay_where_they_are(tmp_path):
    assert folder_in(tmp_path) == tmp_path / FOLDER
    (tmp_path / FORMER_FOLDER).mkdir()
    assert folder_in(tmp_path) == tmp_path / FORMER_FOLDER


@pytest.mark.parametrize(
    "command", [["history", "2025-009"], ["status"], ["profile"], ["todo"], ["templates", "list"]]
)
def test_screens_fit_eighty_columns(run, monkeypatch, command):
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, run(*command).out.splitlines())) <= 80


def test_history_and_profile_fit_with_papers_long_names_and_reasons(run):
    record = Path("sager/2026-001/sag.yaml")
    record.write_text(record.read_text("utf-8").replace("Line Rosenkjær", LONG), "utf-8")
    consent = Path("sager/2026-001/samtykke.yaml")
    consent.write_text(consent.read_text("utf-8").replace("Line Rosenkjær", LONG), "utf-8")
    rounds = Path("sager/2026-001/runder/1.yaml")
    rounds.write_text(rounds.read_text("utf-8").replace("Line Rosenkjær", LONG), "utf-8")
    assert run("render", "2026-001").code == 0
    why = "Skolen, psykiatrien og familien er enige om at vente, til udredningen er færdig"
    assert run("pause", "2026-001", "--until", "2026-05-01", "--reason", why).code == 0
    for command in (("history", "2026-001"), ("profile",)):
        assert max(map(len, run(*command).out.splitlines())) <= 80
    assert LONG in " ".join(run("history", "2026-001").out.split())


def test_status_tells_what_can_be_done_now_and_what_waits_for_the_day(run, monkeypatch):
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    lines = " ".join(run("status").out.split())
    assert "venter på mødet" in lines
    assert "SAM604" not in lines


def test_a_rule_that_only_warns_is_not_said_to_hold_a_case_back():
    stepped = [rule for rule in all_rules().values() if rule.steps]
    assert {rule.severity for rule in stepped} == {Weight.ERROR, Weight.WARNING, Weight.NOTE}
    for rule in stepped:
        held = rule.severity is Weight.ERROR
        assert ("skal være på plads" in when(rule)) == held, rule.code


def test_a_meeting_in_a_pause_is_not_waited_for(run):
    """SAM604 asks for a new day: then the old one is neither the next nor one to wait for."""

    def standing():
        cases = json.loads(run("status", "--format", "json").out)["cases"]
        return next(each for each in cases if each["number"] == "2026-001")

    assert standing()["next_date"] == "2026-03-03"
    assert run("pause", "2026-001", "--until", "2026-04-01", "--reason", "Indlagt").code == 0
    assert standing()["next_date"] is None
    assert standing()["blocking"][0]["code"] == "SAM604"
    line = " ".join(run("status").out.split("2026-001")[1].split("2026-002")[0].split())
    assert "SAM604" in line
    assert "venter på" not in line


PAUSE = "\npause: {fra: 2026-02-20, til: 2026-03-20, årsag: Indlagt}\n"


@pytest.mark.parametrize(
    ("day", "words"),
    [("2026-02-24", "ligger i en pause"), ("2026-03-10", "lå i en pause")],
)
def test_a_day_that_is_over_is_told_of_in_the_past(run, monkeypatch, day, words):
    path = Path("sager/2026-001/sag.yaml")
    path.write_text(path.read_text("utf-8") + PAUSE, "utf-8")
    monkeypatch.setenv("SAMARBEJDE_DAG", day)
    assert f"3. marts 2026 {words}" in " ".join(run("validate", "2026-001").out.split())


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2025-11-01", "Samuel fylder 16 år den 11. november 2025"),
        ("2026-02-24", "Samuel fyldte 16 år den 11. november 2025"),
        ("2026-01-10", "Malle bliver 18 den 19. januar 2026"),
        ("2026-02-24", "Malle blev 18 den 19. januar 2026"),
    ],
)
def test_a_birthday_is_told_of_in_the_past_when_it_was(run, monkeypatch, day, what):
    monkeypatch.setenv("SAMARBEJDE_DAG", day)
    assert what in " ".join(run("todo", "--until", "2026-06-01").out.split())


def test_names_in_the_list_of_templates_are_whole(run):
    lines = [line.split() for line in run("templates", "list").out.splitlines()]
    shown = {line[0] for line in lines if len(line) > 1}
    assert {kind.stem for kind in KINDS.values()} <= shown


def test_a_plan_of_letters_has_words_for_roles(run):
    told = " ".join(run("batch", "indkaldelse", "--step", "møde", "--plan").out.split())
    assert "den unges voksne" in told
    assert "den-unges-voksne" not in told
