"""Somebody for whom the consent was taken back: in no list from that day on, in all before."""

import re
from datetime import date

import pytest
from example_case import build
from paper_case import made_as_it_is, texts

from samarbejde_cli import word
from samarbejde_cli.__main__ import main
from samarbejde_cli.actions.render_week import render_week
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.deadlines.table import tasks
from samarbejde_cli.rules.engine.judge import judge

NAME = "Karin Friis"
ASKED = """\
# sag.yaml
trin: møde
# runder/1.yaml
møde:
  dato: 2026-03-10
  deltagere:
    - {person: Karin Friis, indkaldt: 2026-02-12}
    - {person: Maja Toft, indkaldt: 2026-02-12}
opfølgning: ''
# plan.yaml
underskrifter: []
"""
NAMED = """\
# samtykke.yaml
modtagere:
  - {person: Birgit Kær}
  - {person: Jonas Berg}
  - {person: Maja Toft}
  - {person: Karin Friis, trukket_tilbage: 2026-03-02}
"""
BEFORE, SINCE = date(2026, 3, 1), date(2026, 3, 2)


def case_with(root, example):
    case = load_case(build(root, example))
    return case, Workspace(root).profile_of(case)[0]


def named_in_tasks(root, example, day):
    case, profile = case_with(root, example)
    return {task.name for task in tasks(case, profile, day) if NAME in task.what}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("{person: Karin Friis}", "indkaldelse"),
        ("{person: Karin Friis, indkaldt: 2026-02-12}", "svar"),
        ("{person: Karin Friis, indkaldt: 2026-02-12, svar: '2'}", "afbud"),
    ],
)
def test_nothing_is_waited_for(tmp_path, line, name):
    example = ASKED.replace("{person: Karin Friis, indkaldt: 2026-02-12}", line) + NAMED
    assert named_in_tasks(tmp_path / "a", example, BEFORE) == {name}
    assert named_in_tasks(tmp_path / "b", example, SINCE) == set()


def test_no_rule_waits_for_an_answer(tmp_path):
    late = ASKED.replace("dato: 2026-03-10", "dato: 2026-03-05")
    for number, example in enumerate((late, late + NAMED)):
        case, profile = case_with(tmp_path / str(number), example)
        found = {each.finding.facts.get("person") for each in judge(case, profile, SINCE)
                 if each.finding.code == "SAM612"}  # fmt: skip
        assert (NAME in found) is (example == late)


def test_no_reply_is_taken(tmp_path, monkeypatch, capsys):
    folder = build(tmp_path, ASKED + NAMED)
    before = (folder / "runder" / "1.yaml").read_bytes()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-02")
    assert main(["reply", "2026-001", NAME, "1"]) == 2
    assert "Samtykket er trukket tilbage for Karin Friis" in capsys.readouterr().err
    assert (folder / "runder" / "1.yaml").read_bytes() == before
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-01")
    assert main(["reply", "2026-001", NAME, "1"]) == 0


KINDS = ("agenda", "goals", "roles", "script", "meeting-checklist", "network-overview")
LATE = ASKED.replace("dato: 2026-03-10", "dato: 2026-03-05")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("whole", [False, True])
def test_no_paper_names_the_person(tmp_path, kind, whole):
    all_of_it = "# samtykke.yaml\ntilbagekaldt: {dato: 2026-03-02, af: Silje Ravn}\n"
    nothing_else = """\
# plan.yaml
mål: [{område: fagligt, mål: Jeg skal møde i skole, handlinger: [Jeg går], ansvarlige: [jeg]}]
sendes_til: []
underskrifter: []
# team.yaml
indsatser: []
"""
    example = (LATE + (all_of_it if whole else NAMED)).replace(
        "# plan.yaml\nunderskrifter: []\n", nothing_else
    )
    build(tmp_path, example)
    assert NAME in "".join(texts(made_as_it_is(tmp_path, (kind,), BEFORE)).values())
    made = made_as_it_is(tmp_path, (kind,), SINCE, overwrite=True)
    assert NAME not in "".join(texts(made).values())


def test_who_was_there_and_signed_leaves_the_plan_too_and_gets_no_copy(tmp_path):
    held = ASKED.replace("2026-03-10", "2026-03-01").replace(
        "indkaldt: 2026-02-12}", "indkaldt: 2026-02-12, deltog: ja}"
    )
    signed = held.replace(
        "underskrifter: []",
        "underskrifter: [{navn: Karin Friis, som: øvrige, dato: 2026-03-01}]",
    ).replace("opfølgning: ''", "opfølgning: {plan_underskrevet: 2026-03-01, kopi_sendt: []}")
    build(tmp_path, signed + NAMED)
    assert NAME not in "".join(texts(made_as_it_is(tmp_path, ("goals",), SINCE)).values())
    assert named_in_tasks(tmp_path / "a", signed, SINCE) == {"kopi"}
    assert named_in_tasks(tmp_path / "b", signed + NAMED, SINCE) == set()


def test_the_next_round_does_not_ask_the_person_again(tmp_path, monkeypatch):
    ended = ASKED.replace("trin: møde", "trin: opfølgning").replace("2026-03-10", "2026-02-26")
    folder = build(tmp_path, ended + NAMED)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-02")
    assert main(["advance", "2026-001", "--force", "--reason", "Prøve"]) == 0
    people = load_case(folder).round_no(2).meeting.participants
    assert [each.person for each in people] == ["Maja Toft"]


def test_a_meeting_without_other_colleagues_has_no_calendar_file(tmp_path, monkeypatch, capsys):
    only = ASKED.replace("    - {person: Maja Toft, indkaldt: 2026-02-12}\n", "")
    inside = "# team.yaml\npersoner: [{navn: Karin Friis, rolle: skole, intern: ja}]\n"
    build(tmp_path, only + inside + NAMED)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-02")
    assert main(["calendar", "2026-001"]) != 0
    assert "Ingen af deltagerne" in capsys.readouterr().err


def test_the_plan_to_somebody_withdrawn_is_taken_off_the_list(tmp_path):
    asked = ASKED.replace("underskrifter: []", "sendes_til: [Karin Friis]")
    case, profile = case_with(tmp_path, asked + NAMED)
    (found,) = (each for each in judge(case, profile, SINCE) if each.rule.code == "SAM412")
    assert found.finding.facts["hjælp"].startswith("Slet navnet under `sendes_til` i plan.yaml.")
    assert "lad linjen, der er trukket tilbage, stå" in found.finding.facts["hjælp"]


SPOKEN = """\
# team.yaml
personer:
  - {navn: Birgit Kær, rolle: den-unges-voksne, relation: JONAS nabo}
  - {navn: Karin Friis, rolle: skole, opgave: Følger JONAS BERG}
  - {navn: Maja Toft, rolle: virksomhed, titel: Chef med Jonas, arbejdssted: BERGS BUTIK}
  - {navn: Jonas Berg, rolle: uddannelsesvejleder}
# samtykke.yaml
modtagere:
  - {person: Birgit Kær}
  - {person: Karin Friis}
  - {person: Maja Toft}
  - {person: Jonas Berg, trukket_tilbage: 2026-02-11}
# plan.yaml
sendes_til: [Karin Friis]
# runder/1.yaml
møde: {formål: At JONAS er med, deltagere: [{person: Birgit Kær, svar: "1"},
  {person: Maja Toft, svar: "1"}]}
"""


def test_no_capital_relation_or_place_of_work_keeps_a_name_on_a_paper(tmp_path):
    build(tmp_path, SPOKEN)
    kinds = ["agenda", "invitation", "goals", "roles", "network-overview", "case-overview"]
    found = texts(made_as_it_is(tmp_path, kinds, date(2026, 2, 12)))
    assert len(found) > len(kinds)
    week = render_week(Workspace(tmp_path), date(2026, 2, 12), date(2026, 3, 3))
    found["ugen"] = word.dump(week.path.read_bytes())
    assert "chef med [" in found["ugen"]
    told = re.compile("[^|/]*(?:jonas|berg)[^|/]*", re.IGNORECASE)
    assert {name: told.findall(text) for name, text in found.items() if told.search(text)} == {}
