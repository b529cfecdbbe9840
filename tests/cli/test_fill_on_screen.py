"""One question at a time at a real terminal, and the same answers from a file."""

import json
import os
import shutil
from pathlib import Path

import pytest
from example_case import COMPLETE
from terminal import played

from samarbejde_cli.case.case import load_case

EXAMPLES = Path(__file__).parents[2] / "examples"
needs_terminal = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")


@pytest.fixture
def folder(run, tmp_path, monkeypatch):
    """A new case in a workspace of Birkeby Kommune."""
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-01-06")
    assert run("init", str(tmp_path / "ws"), "--municipality", "Birkeby Kommune").code == 0
    monkeypatch.chdir(tmp_path / "ws")
    shutil.copy(COMPLETE / "samarbejde.yaml", "samarbejde.yaml")
    assert run("new-case", "--name", "Silje Ravn", "--cpr", "711108-4322").code == 0
    (found,) = Path("sager").glob("2026-001-*")
    return found


@pytest.fixture
def example(tmp_path, monkeypatch):
    """A case of the examples."""
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    shutil.copytree(EXAMPLES, tmp_path / "eksempler")
    monkeypatch.chdir(tmp_path / "eksempler")
    return Path("sager/2026-001")


INTAKE = [
    "Mette Ravn", "mor", "ja tak", ".", "",  # one parent, no address, no more parents
    "Anne",  # the coordinator, with all that the settings know
    "1", "Stort fravær", "i dag", "4, 3",  # the decision
    "Birkeby Gymnasium", "i går",  # the referral
]  # fmt: skip


@needs_terminal
def test_the_intake_is_filled_in_at_a_terminal(folder, run):
    code, screen = played(["fill", "2026-001"], [*INTAKE, "1, 2", "", "n"])
    assert code == 0, screen
    assert "Silje Ravn er 17 år, men ingen står med forældremyndighed. (SAM308)" in screen
    assert "Besluttet den (visitation.besluttet_dato) [tirsdag den 6. januar 2026]: " in screen
    record = load_case(folder).record
    assert [(each.name, each.custody) for each in record.parents] == [("Mette Ravn", True)]
    assert record.coordinator.email == "anne.holm@birkeby.example"
    assert record.intake.decided_by == ["Dorte Lundgaard", "Anne Holm"]
    assert record.intake.referred_on.isoformat() == "2026-01-05"
    text = (folder / "sag.yaml").read_text("utf-8")
    assert "  beslutning: tilbydes                 # tilbydes eller afvises\n" in text
    assert "Sagen kan gå videre: samarbejde advance 2026-001" in screen
    assert run("advance", "2026-001").code == 0


@needs_terminal
def test_what_was_answered_before_a_break_is_written(folder):
    code, screen = played(["fill", "2026-001"], INTAKE[:6])
    assert code == 130
    assert "Afbrudt." in screen
    assert load_case(folder).record.coordinator.name == "Anne Holm"


@needs_terminal
@pytest.mark.parametrize(
    ("lines", "ended", "name"),
    [
        ([*INTAKE[:5], "Nina Bro", "."], 0, None),
        ([*INTAKE[:5], "Nina Bro", "", ".", "."], 0, None),
        ([*INTAKE[:5], "Nina Bro"], 130, None),
        ([*INTAKE[:3], "Nygade 1"], 130, "Mette Ravn"),
    ],
)
def test_an_item_that_is_broken_off_is_written_when_whole_and_else_named(
    folder, lines, ended, name
):
    code, screen = played(["fill", "2026-001"], lines)
    assert code == ended, screen
    case = load_case(folder)
    assert case.record.coordinator is None
    assert ("Ikke skrevet, fordi `afdeling` mangler: Nina Bro." in screen) is (name is None)
    assert case.record.parents[0].name == "Mette Ravn"


@needs_terminal
def test_back_skip_why_and_end(example):
    only = ["--only", "køreplan.næste_gang", "--only", "opfølgning.næste_formøde"]
    code, screen = played(["fill", "2026-001", *only], ["?", "3/6", "<", "10/6", "-"])
    assert code == 0, screen
    assert "Kilde: " in screen
    assert "(køreplan.næste_gang) [onsdag den 3. juni 2026]: 10/6" in screen
    case = load_case(example)
    assert case.plan.road_map.next.isoformat() == "2026-06-10"
    assert case.round.follow_up.next_pre_meeting is None


@needs_terminal
def test_an_answer_that_is_wrong_is_asked_for_again(example):
    lines = ["snart", "31/2", "24/8", "1", "."]
    code, screen = played(["fill", "2026-001", "--only", "opfølgning.plan_underskrevet"], lines)
    assert code == 0, screen
    assert "`snart` er ikke en dato" in screen
    assert "  1 mandag den 24. august 2026\n  2 søndag den 24. august 2025" in screen
    assert load_case(example).round.follow_up.signed.isoformat() == "2026-08-24"


@needs_terminal
def test_words_for_the_signs_are_no_answers_and_a_deadline_lies_ahead(example):
    only = ["--only", "køreplan.næste_gang", "--only", "opfølgning.næste_formøde"]
    code, screen = played(["fill", "2026-001", *only], ["1/10", "tilbage", "2/10", "Stop"])
    assert code == 0, screen
    case = load_case(example)
    assert case.plan.road_map.next.isoformat() == "2026-10-02"
    assert case.round.follow_up.next_pre_meeting is None


@needs_terminal
def test_texts_are_asked_for_until_enter_and_people_may_be_many(example):
    code, screen = played(
        ["fill", "2026-001", "--only", "formøde.ønsker", "--only", "opfølgning.kopi_sendt"],
        ["Line, Emil", "i dag", "-", "."],
    )
    assert code == 0, screen
    copies = load_case(example).round.follow_up.copies
    assert [(each.person, each.date.isoformat()) for each in copies] == [
        ("Line Rosenkjær", "2026-02-24"),
        ("Emil Vangsted", "2026-02-24"),
    ]


@needs_terminal
def test_the_meeting_is_proposed(example, run):
    values = ["møde.start=", "møde.slut=", "møde.lokale=", "møde.mødeleder="]
    assert run("set", "2026-001", *values).code == 0
    code, screen = played(["fill", "2026-001", "--only", "møde"], ["", "", "", "", "", "."])
    assert code == 0, screen
    assert "(møde.start) [9.00]: " in screen
    assert "(møde.slut) [10.30]: " in screen
    assert "(møde.lokale) [Pejsestuen]: " in screen
    meeting = load_case(example).round.meeting
    assert (meeting.start.hour, meeting.end.minute, meeting.room) == (9, 30, "Pejsestuen")


def test_without_a_terminal_the_option_is_named(whole, folder):
    done = whole("fill", folder.name, PYTHONIOENCODING="utf-8")
    assert done.returncode == 2
    assert "`--answers`" in done.stderr.decode()


@pytest.mark.usefixtures("folder")
def test_the_open_questions_as_json(run):
    found = json.loads(run("fill", "2026-001", "--format", "json").out)
    by_field = {each["field"]: each for each in found["questions"]}
    parents = by_field["forældre"]
    assert (parents["form"], parents["required"], parents["rules"][0]["code"]) == (
        "item",
        True,
        "SAM308",
    )
    assert [each["key"] for each in parents["fields"] if each["required"]] == [
        "navn",
        "relation",
        "forældremyndighed",
    ]
    decision = by_field["visitation.beslutning"]
    assert [each["word"] for each in decision["choices"]] == ["tilbydes", "afvises"]
    assert by_field["visitation.besluttet_dato"]["proposal"] == "2026-01-06"
    assert not by_field["ung.adresse"]["required"]
    assert found["questions"] == sorted(found["questions"], key=lambda each: not each["rules"])


ANSWERS = """\
forældre:
  - {navn: Mette Ravn, relation: mor, forældremyndighed: ja}
koordinator: Anne
visitation:
  beslutning: tilbydes
  begrundelse: Stort fravær; mange afdelinger
  besluttet_dato: i dag
  henvist_af: Skolen
visitation.henvist_dato: 5/1
visitation.besluttet_af: [Dorte, Anne Holm]
"""


def test_answers_from_a_file(folder, run):
    Path("svar.yaml").write_text(ANSWERS, "utf-8")
    assert run("fill", "2026-001", "--answers", "svar.yaml").code == 0
    record = load_case(folder).record
    assert record.intake.reason == "Stort fravær; mange afdelinger"
    assert record.intake.decided_by == ["Dorte Lundgaard", "Anne Holm"]
    assert record.coordinator.department == "Børn og Familier"
    assert run("advance", "2026-001", "--dry-run").code == 0


def test_yes_and_no_of_another_program(folder, run):
    Path("svar.json").write_text('{"ung.adressebeskyttelse": true}', "utf-8")
    assert run("fill", "2026-001", "--answers", "svar.json").code == 0
    assert load_case(folder).record.youth.protected_address


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ("koordinator: Anne\nvisitation.beslutnig: tilbydes\n", "Mente du `beslutning`?"),
        ("koordinator: Anne\nforældre: [{navn: Mette}]\n", "Der mangler `relation` og"),
        ("koordinator: Anne\nforældre: [{navnn: Mette}]\n", "navnn er ikke et felt her"),
        ("koordinator: Anne\nung.email: nej\n", "SAM112"),
        ("koordinator: Anne\nung.sprog: dansk\nung.sprog: somali\n", "linje 3: "),
        ("- 1\n", "ikke en fil med svar"),
        ("", "ikke en fil med svar"),
    ],
)
def test_a_wrong_answer_in_a_file_writes_nothing(folder, run, answers, words):
    Path("svar.yaml").write_text(answers, "utf-8")
    before = (folder / "sag.yaml").read_bytes()
    screen = run("fill", "2026-001", "--answers", "svar.yaml")
    assert screen.code == 2
    assert words in screen.out + screen.err
    assert (folder / "sag.yaml").read_bytes() == before


@needs_terminal
@pytest.mark.usefixtures("example")
def test_every_question_has_an_explanation():
    _, screen = played(["fill", "2026-004"], ["?", "Anne Holm", "?", "."])
    assert "Fulde navn: skriv et navn, eller nummeret ud for det." in screen
    assert screen.count("SAM301 ") >= 2
    assert "Afdelingen: en af dem i samarbejde.yaml: skriv" in screen
