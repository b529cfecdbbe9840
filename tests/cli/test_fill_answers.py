"""What may be answered to the questions of ``fill``, and what nobody accepts with Enter alone."""

import io
import re
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest
from example_case import COMPLETE, TODAY, build

from samarbejde_cli.actions.open_questions import (
    Form,
    blocking,
    item_questions,
    open_questions,
)
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.report import fill as report
from samarbejde_cli.report.folded import folded

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2026, 2, 24)
ALONE = re.compile(r"^ *\S+$|: samarbejde ")
"""A line of one word, or a command that is copied as a whole."""
PARENT = ["Mette Ravn", "mor", "ja"]


class Keyboard(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def fills(run, tmp_path, monkeypatch):
    """Return a function that answers the questions of a new case; it returns the screen."""
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-01-06")
    assert run("init", str(tmp_path / "ws"), "--municipality", "Birkeby", "--no-git").code == 0
    monkeypatch.chdir(tmp_path / "ws")
    shutil.copy(COMPLETE / "samarbejde.yaml", "samarbejde.yaml")
    assert run("new-case", "--name", "Silje Ravn", "--cpr", "711108-4322").code == 0
    return typing(run, monkeypatch)


@pytest.fixture
def example(run, tmp_path, monkeypatch):
    """Return a function that answers the questions of an example."""
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    shutil.copytree(EXAMPLES, tmp_path / "eksempler")
    monkeypatch.chdir(tmp_path / "eksempler")
    return typing(run, monkeypatch)


def typing(run, monkeypatch):
    def fills(lines, *only, columns="80", number="2026-001"):
        options = [word for each in only for word in ("--only", each)]
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", Keyboard("".join(f"{line}\n" for line in lines)))
            screen = run("fill", number, *options, COLUMNS=columns)
        return screen.out + screen.err

    return fills


def case():
    (folder,) = Path("sager").glob("2026-001*")
    return load_case(folder)


def test_back_goes_to_the_field_before_and_keeps_the_answers(fills):
    screen = fills(["Mette Ravn", "far", "<", "mor", "ja", "Nygade 1", "<", "", "", ".", "", "."])
    assert "(forældre[1].relation) [far]: " in screen
    assert "(forældre[1].adresse) [Nygade 1]: " in screen
    (parent,) = case().record.parents
    assert (parent.name, parent.relation, parent.custody) == ("Mette Ravn", "mor", True)
    assert parent.address == "Nygade 1"


def test_back_at_the_next_item_goes_into_the_one_that_was_written(fills):
    fills([*PARENT, ".", "<", "nej", "<", "ja", ".", "<", "<", "<", "Mette Dam", "."], "forældre")
    (parent,) = case().record.parents
    assert (parent.name, parent.relation, parent.custody) == ("Mette Dam", "mor", True)


def test_a_field_that_is_passed_over_when_going_back_is_gone(fills):
    fills([*PARENT, "Nygade 1", "<", "<", "<", "<", "", "", "", "-", ".", "."], "forældre")
    (parent,) = case().record.parents
    assert (parent.name, parent.address) == ("Mette Ravn", None)


def test_an_item_that_was_written_loses_what_is_passed_over(fills):
    fills([*PARENT, "Nygade 1", ".", "<", "-", ".", "."], "forældre")
    assert case().record.parents[0].address is None


def test_a_case_that_ended_needs_nothing(example):
    assert "Sagen er afsluttet, så den skal ikke videre." in example([], number="2025-003")


def test_an_item_that_is_left_by_back_is_there_again(fills):
    lines = ["-", "Nina Bro", "<", "<", "-", "", "1", "."]
    assert "(koordinator.navn) [Nina Bro]: " in fills(lines, "forældre", "koordinator")
    assert case().record.coordinator.name == "Nina Bro"


def test_what_was_answered_of_an_item_and_not_written_is_named(fills):
    screen = fills(["Mette Ravn", "<", "<", "."], "forældre")
    assert "Ikke skrevet, fordi `relation` og `forældremyndighed` mangler: Mette Ravn." in screen
    assert not case().record.parents


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Anne", "Anne Holm"), ("anne h.", "Anne Holm"), ("2", "Peter Skovmand")],
)
def test_a_first_name_is_the_employee_of_that_name(fills, typed, name):
    screen = fills([typed, ".", "."], "koordinator")
    assert case().record.coordinator.name == name
    assert (f"  = {name}\n" in screen) is not typed.isdecimal()


@pytest.mark.parametrize("text", ["Mette Ravn, Ib Ravn", "Mette og Ib Ravn", "Mette/Ib", "A & B"])
def test_several_names_are_refused_where_one_person_is_asked(fills, text):
    screen = fills([text, *PARENT, ".", "", "."], "forældre")
    assert f"`{text}` er flere navne, og her skal der stå ét." in screen
    assert [each.name for each in case().record.parents] == ["Mette Ravn"]


def test_several_people_are_named_as_people_say_it(fills):
    fills(["dorte og Anne", "."], "visitation.besluttet_af")
    assert case().record.intake.decided_by == ["Dorte Lundgaard", "Anne Holm"]
    fills(["2 og 3", "."], "visitation.afdelinger")
    assert case().record.intake.departments == ["Job og Uddannelse", "Social og Sundhed"]


def test_of_people_with_one_first_name_the_one_is_chosen_beside_the_others(fills, run):
    for name in ("Karin Friis", "Karin Lund"):
        assert run("add", "2026-001", "person", name, "skole").code == 0
    screen = fills(["dorte, karin og anne", "2", "."], "visitation.besluttet_af")
    assert "Flere hedder karin.\n  1 Karin Friis – skolerepræsentant\n  2 Karin Lund" in screen
    assert case().record.intake.decided_by == ["Dorte Lundgaard", "Karin Lund", "Anne Holm"]


def test_the_readings_of_a_day_and_of_a_clock_time(example):
    lines = ["24/8", "1"]
    screen = example(lines, "opfølgning.plan_underskrevet")
    assert "  1 mandag den 24. august 2026\n  2 søndag den 24. august 2025\n" in screen
    assert case().round.follow_up.signed.isoformat() == "2026-08-24"


@pytest.mark.usefixtures("fills")
@pytest.mark.parametrize(
    ("said", "read"),
    [("1", None), ("halv to", None), ("kl. 3", None), ("1.00", 1), ("0630", 6), ("7", 7)],
)
def test_an_hour_that_may_be_in_the_night_is_asked_for(run, said, read):
    screen = run("set", "2026-001", f"formøde.start={said}")
    assert screen.code == (0 if read else 2)
    assert ("kan være to klokkeslæt.\nhjælp: Skriv " in screen.err) is not read
    start = case().round.pre_meeting.start
    assert (start.hour if start else None) == read


@pytest.mark.usefixtures("fills")
def test_the_first_name_of_somebody_in_the_case_is_nobody_new(run):
    assert run("add", "2026-001", "forældre", "Ib Ravn", "far", "ja").code == 0
    screen = run("add", "2026-001", "person", "ib", "ven")
    assert screen.code == 2
    assert "Ib Ravn er allerede i sagen.\nhjælp: Er det en anden, så skriv " in screen.err
    assert run("add", "2026-001", "person", "Ib Dam", "ven").code == 0
    assert run("add", "2026-001", "person", "anne", "familierådgiver").code == 0
    assert [each.name for each in case().team.members] == ["Ib Dam", "Anne Holm"]


def test_an_arrow_key_is_no_answer(fills):
    screen = fills(["Nina Bro\x1b[A", "Nina Bro", "1", ".", "."], "koordinator")
    assert "fejl: Svaret har et tegn, der ikke kan ses" in screen
    assert case().record.coordinator.name == "Nina Bro"


def test_a_file_that_breaks_meanwhile_is_shown(fills, monkeypatch):
    team = next(Path("sager").glob("*/team.yaml"))
    whole, typed = team.read_text("utf-8"), Keyboard.readline

    def breaking(self):
        team.write_text(f"{whole}\npersoner: [\n", "utf-8")
        return typed(self)

    monkeypatch.setattr(Keyboard, "readline", breaking)
    screen = fills(["Nina Bro", "1", "."], "koordinator")
    assert "Ikke skrevet: Nina Bro." in screen
    assert "/team.yaml:" in screen
    assert "Ret først det, der er vist ovenfor." in screen


@pytest.mark.usefixtures("example")
def test_an_hour_in_the_night_is_asked_for_by_an_option_too(run):
    screen = run("move-meeting", "2026-001", "--start", "halv to")
    assert screen.code == 2
    assert "Skriv 1.30 eller 13.30." in screen.err


def test_when_all_that_is_asked_may_wait_it_is_said(fills, run):
    filled = ["beslutning=tilbydes", "begrundelse=x", "besluttet_dato=i dag", "besluttet_af=Dorte"]
    filled += ["henvist_af=Skolen", "henvist_dato=i går"]
    assert run("set", "2026-001", *(f"visitation.{each}" for each in filled)).code == 0
    assert run("set", "2026-001", "koordinator=Anne").code == 0
    assert run("add", "2026-001", "forældre", "Mette Ravn", "mor", "ja").code == 0
    screen = fills(["-", "nej"])
    assert "Det, der skal svares på nu, er på plads. Resten kan vente." in screen
    assert "0 ting" not in screen


@pytest.mark.usefixtures("fills")
def test_a_day_is_no_name(run):
    assert "er en dag og ikke et navn" in run("add", "2026-001", "person", "i dag", "skole").err
    assert not case().team.members


def test_a_text_of_a_list_is_one_line_with_what_is_in_it(fills):
    fills(["Om mor; og far", "Om skolen, og vejen", "", "."], "formøde.ønsker")
    assert case().round.pre_meeting.wishes == ["Om mor; og far", "Om skolen, og vejen"]


def test_texts_in_an_item_are_asked_for_one_at_a_time(fills):
    goal = ["1", "Jeg skal læse", "ja", "Jeg låner en bog", "Jeg læser; mindst en side", "", "."]
    fills([*goal, "", "."], "mål")
    assert case().plan.goals[-1].steps == ["Jeg låner en bog", "Jeg læser; mindst en side"]


def test_what_is_no_must_is_said_to_wait(fills, run):
    assert run("set", "2026-001", "visitation.beslutning=tilbydes").code == 0
    screen = fills(["-"] * 12, columns="200")
    assert "(SAM207; kan vente)" in screen
    assert "(SAM308)" in screen


def test_where_nothing_is_empty_it_is_told_what_adds_and_changes(example):
    screen = example([], "plan.mål", "møde.lokale", columns="200")
    assert "Der er ikke noget tomt i plan.mål og møde.lokale." in screen
    assert "`samarbejde add 2026-001 …` føjer til, og" in screen


def test_what_was_written_when_everything_was_ended_is_told(fills):
    assert "\nSkrevet: Mette Ravn." in fills(PARENT, "forældre")
    assert case().record.parents[0].name == "Mette Ravn"


@pytest.mark.usefixtures("example")
def test_the_appointment_is_asked_for_before_the_plan(run):
    assert run("set", "2026-001", "møde.lokale=", "mål[1].ansvarlige=").code == 0
    found = [each.at for each in open_questions(Workspace(Path()), case(), DAY)]
    needed = [at.route[0] for at in found]
    assert needed.index("møde") < needed.index("mål")


@pytest.mark.parametrize(("typed", "answer"), [("ja tak", True), ("Nej, tak.", False)])
def test_a_polite_answer_is_an_answer(fills, typed, answer):
    fills(["Mette Ravn", "mor", typed, ".", "", "."], "forældre")
    assert case().record.parents[0].custody is answer


@pytest.mark.usefixtures("fills")
def test_a_workplace_need_not_be_a_department(run):
    place = "arbejdssted=Birkeby Gymnasium"
    assert run("add", "2026-001", "person", "Karin Friis", "skole", place).code == 0
    assert run("add", "2026-001", "fagcentre", "Center for Unge").code == 0
    assert case().team.members[0].workplace == "Birkeby Gymnasium"
    refused = run("set", "2026-001", "visitation.afdelinger=Center for Unge")
    assert refused.code == 2
    assert "Vælg mellem Børn og Familier" in refused.err


@pytest.mark.parametrize("part", ["opfølgning.kopi_sendt", "plan.underskrifter"])
def test_enter_alone_signs_nothing_and_sends_nothing(example, part):
    before = texts()
    screen = example(["", "."], part, columns="300")
    assert " – alle: Villads" in screen
    assert "[Villads" not in screen
    assert texts() == before


def test_everybody_is_one_word(example):
    example(["alle", "i dag", "-", "."], "opfølgning.kopi_sendt")
    assert len(case().round.follow_up.copies) > 2


def texts():
    return {path: path.read_bytes() for path in Path("sager").rglob("*.yaml")}


@pytest.mark.usefixtures("fills")
def test_a_consent_that_says_nothing_is_not_offered_for_signing(run):
    def keys():
        found = open_questions(Workspace(Path()), case(), DAY, ["samtykke"])
        return [each.at.route[-1] for each in found]

    assert "fælles_skema" in keys()
    assert "underskrifter" not in keys()
    assert run("set", "2026-001", "fælles_skema=ja", "udveksling=ja").code == 0
    assert run("add", "2026-001", "oplysninger", "Skolegang og fravær").code == 0
    assert "underskrifter" in keys()


def test_what_was_passed_over_is_not_in_place(fills):
    screen = fills([*PARENT, ".", "-", *["-"] * 7, "stop"])
    assert "Det nødvendige er på plads" not in screen
    assert "ting, som sagen mangler for at gå videre, er sprunget over.\n" in screen


def test_what_no_question_asks_for_is_told_with_the_command(example, run):
    assert run("set", "2026-001", "oplysninger[1]=Alle relevante oplysninger om mig").code == 0
    screen = example(["-"] * 9 + ["nej tak"], columns="200")
    assert "er sprunget over.\n" in screen
    assert "Det nødvendige er på plads" not in screen
    assert "Sagen kan ikke gå videre, før også dette er rettet:\n" in screen
    assert "    Ret: samarbejde set 2026-001 oplysninger[1]=…\n" in screen
    assert run("set", "2026-001", "oplysninger[1]=Skolegang og fravær").code == 0
    assert "SAM402" not in example(["-"] * 9 + ["nej"], columns="200")


def test_the_step_is_no_answer(tmp_path):
    folder = build(tmp_path, "# sag.yaml\ntrin: møde\n")
    found = load_case(folder)
    assert not [
        x for x in open_questions(Workspace(tmp_path), found, TODAY) if "trin" in x.at.route
    ]
    left = {each.diagnosis.code: each for each in blocking(Workspace(tmp_path), found, TODAY)}
    assert not left["SAM903"].is_asked
    assert left["SAM903"].at is None


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("number", ["2026-001", "2026-004", "2025-014"])
def test_no_word_is_broken_on_a_narrow_screen(monkeypatch, columns, number):
    monkeypatch.setenv("COLUMNS", str(columns))
    workspace, found = Workspace(EXAMPLES), load_case(EXAMPLES / "sager" / number)
    profile, _ = workspace.profile_of(found)
    shown = [report.begin(9)]
    for question in open_questions(workspace, found, DAY):
        fields = [question] if question.form is Form.VALUE else []
        fields = fields or item_questions(found, profile, question)
        shown += [*report.heading(question, found)]
        for each in fields:
            shown += [*report.choices(each), *report.explanation(each, EXAMPLES)]
            shown.append(folded(report.prompt(each, found, "2026-03-03")))
    shown += report.in_the_way(blocking(workspace, found, DAY), found)
    lines = "\n".join(shown).split("\n")
    assert [line for line in lines if len(line) > columns and not ALONE.search(line)] == []
