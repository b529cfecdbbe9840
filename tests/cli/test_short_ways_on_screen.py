"""Who was there, who signed, who got a copy, for whom the consent is taken back: in one step."""

import io
import shutil
import sys
from pathlib import Path

import pytest

from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.history import Event

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = Path("sager/2026-001")


@pytest.fixture
def says(run, tmp_path, monkeypatch):
    """Run a command in a copy of the examples; return all that it says."""
    shutil.copytree(EXAMPLES, tmp_path / "eksempler")
    monkeypatch.chdir(tmp_path / "eksempler")

    def says(*words, day="2026-03-04", code=0):
        screen = run(*words, SAMARBEJDE_DAG=day, SAMARBEJDE_BRUGER="Birgit", COLUMNS="200")
        assert screen.code == code, screen
        return screen.out + screen.err

    return says


@pytest.fixture
def types(monkeypatch):
    """Return a function that lays lines on the keyboard of a terminal."""

    class Keyboard(io.StringIO):
        def isatty(self):
            return True

    return lambda *lines: monkeypatch.setattr(
        sys, "stdin", Keyboard("".join(f"{line}\n" for line in lines))
    )


def attended():
    return {each.person: each.attended for each in load_case(FOLDER).round.meeting.participants}


def test_all_were_there_but_some(says):
    said = says("present", "2026-001", "--all-but", "Thomas", "--all-but", "Karsten B.")
    assert "møde.deltagere[2].deltog (Thomas Holm): nej." in said
    found = attended()
    assert [name for name, there in found.items() if there is False] == [
        "Thomas Holm",
        "Karsten Bøgh",
    ]
    assert found.pop("Sofie Wulff Brandt") is None  # sends a note
    assert list(found.values()).count(True) == 5
    assert load_case(FOLDER).round.meeting.youth_attended is True


def test_without_the_youth_a_reason_is_needed(says):
    assert "--reason" in says("present", "2026-001", "--all-but", "Villads", code=2)
    assert set(attended().values()) == {None}
    says("present", "2026-001", "--all-but", "Villads", "--reason", "Syg")
    assert load_case(FOLDER).round.meeting.absence_reason == "Syg"


@pytest.mark.parametrize(
    ("words", "day", "said"),
    [
        ((), "2026-02-24", "er først den 3. marts 2026"),
        (
            ("--all-but", "Louise", "--all-but", "Preben"),
            "2026-03-04",
            "Preben Hvidt er ikke indkaldt",
        ),
    ],
)
def test_present_refuses(says, words, day, said):
    assert said in says("present", "2026-001", *words, day=day, code=2)
    assert set(attended().values()) == {None}


def test_signatures_on_the_plan_and_copies(says):
    says("present", "2026-001")
    says("advance", "2026-001", "--force", "--reason", "prøve")
    said = says("sign", "2026-001", "--as", "ung")
    assert "navn: Villads Rosenkjær Holm; som: ung; dato: 2026-03-04" in said
    case = load_case(FOLDER)
    assert case.round.follow_up.signed.isoformat() == "2026-03-04"
    assert len(case.plan.signatures) == 1
    says("sign", "2026-001")
    assert [each.signer.value for each in load_case(FOLDER).plan.signatures] == [
        "ung", "forældremyndighed", "forældremyndighed", "leder", "rådgiver",
    ]  # fmt: skip
    assert "Der mangler ingen underskrift på planen." in says("sign", "2026-001", code=2)
    says("sign", "2026-001", "Rune", "--date", "i går")
    assert load_case(FOLDER).plan.signatures[-1].signer.value == "øvrige"
    says("copies", "2026-001", "--date", "i dag")
    assert len(load_case(FOLDER).round.follow_up.copies) == 8
    assert "har fået den" in says("copies", "2026-001", code=2)
    assert "er ikke kommet endnu" in says("copies", "2026-001", "--date", "i morgen", code=2)


def test_signatures_on_the_consent(says):
    says("remove", "2026-001", "samtykke.underskrifter", "--yes")
    says("sign", "2026-001", "--consent", "--as", "forældremyndighed", "--date", "9/2")
    assert [each.name for each in load_case(FOLDER).consent.signatures] == [
        "Line Rosenkjær",
        "Thomas Holm",
    ]
    says("sign", "2026-001", "--consent")
    assert load_case(FOLDER).consent.signatures[-1].name == "Villads Rosenkjær Holm"
    assert "skriver ikke under på samtykket" in says(
        "sign", "2026-001", "--consent", "Rune", code=2
    )


def test_no_copy_is_noted_of_a_plan_before_its_meeting(says):
    assert "er først den 3. marts 2026" in says("copies", "2026-001", day="2026-02-24", code=2)
    assert not load_case(FOLDER).round.follow_up.copies


def test_the_plan_is_signed_when_the_last_signature_follows_that_of_the_youth(says):
    youth = ["navn=Villads Rosenkjær Holm", "som=ung", "dato=2026-03-03"]
    says("add", "2026-001", "plan.underskrifter", *youth)
    assert "opfølgning.plan_underskrevet: 2026-03-04." in says("sign", "2026-001", "--plan")


def test_the_consent_is_taken_back_for_one(says):
    said = says("withdraw", "2026-001", "--person", "Karsten", "--date", "i går")
    assert "SAM407" in said
    case = load_case(FOLDER)
    assert case.consent.withdrawn_on("Karsten Bøgh").isoformat() == "2026-03-03"
    assert (case.history[-1].event, case.history[-1].person) == (Event.WITHDRAWN, "Karsten Bøgh")
    assert "Birgit skrev, at samtykket er trukket tilbage for Karsten Bøgh." in says(
        "history", "2026-001"
    )
    before = len(case.history)
    assert "allerede trukket tilbage" in says("withdraw", "2026-001", "--person", "Karsten", code=2)
    assert len(load_case(FOLDER).history) == before


def test_what_was_never_given_is_not_taken_back_for_one_either(says):
    path = FOLDER / "samtykke.yaml"
    path.write_text(
        "fælles_skema: nej\nudveksling: nej\nmodtagere: [{person: Rune Askelund}]\n", "utf-8"
    )
    before = path.read_bytes()
    said = says("withdraw", "2026-001", "--person", "Rune", code=2)
    assert "intet at trække tilbage" in said
    assert path.read_bytes() == before


def test_the_whole_consent_is_taken_back(says):
    says("withdraw", "2026-001", "--dry-run")
    assert load_case(FOLDER).consent.withdrawal is None
    assert "SAM408" in says("withdraw", "2026-001", "--by", "Line", "--yes")
    case = load_case(FOLDER)
    assert case.consent.withdrawal.by == "Line Rosenkjær"
    assert "tilbage for alle" in says("history", "2026-001")


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        (["1 og rune", "j"], ["Henrik Dalsgaard Munk", "Rune Askelund"]),
        (["Bodil", "Karsten", "ja tak"], ["Karsten Bøgh"]),
        (["Karsten", ""], []),
        (["stop"], []),
        ([""], []),
    ],
)
def test_for_whom_it_is_taken_back_is_asked_and_confirmed(says, types, lines, gone):
    types(*lines)
    said = says("withdraw", "2026-001")
    found = load_case(FOLDER).consent.recipients
    assert [each.person for each in found if each.withdrawn] == gone
    assert ("Samtykket når ikke Bodil." in said) is ("Bodil" in lines)
    assert ("Intet er ændret." in said) is not gone


def test_the_whole_of_it_is_confirmed(says, types):
    types("alle", "", "alle", "ja")
    says("withdraw", "2026-001")
    assert load_case(FOLDER).consent.withdrawal is None
    says("withdraw", "2026-001")
    assert load_case(FOLDER).consent.withdrawal.by == "Villads Rosenkjær Holm"


def test_without_a_terminal_it_must_be_said_for_whom(says):
    said = says("withdraw", "2026-001", "--by", "Line", code=2)
    assert "`--person` eller `--yes`" in said
    assert load_case(FOLDER).consent.withdrawal is None


def test_after_it_was_taken_back_only_new_signatures_count(says):
    signed = says("validate", "2026-001", code=0)
    says("withdraw", "2026-001", "--yes")
    says("remove", "2026-001", "tilbagekaldt", "--yes")
    assert "SAM403" not in signed
    assert "SAM403" in says("validate", "2026-001", code=1)
    said = says("sign", "2026-001", "--consent", day="2026-03-06")
    assert "omfatter" not in said
    assert [line.split("; ")[0] for line in said.splitlines() if "[" in line] == [
        "samtykke.underskrifter[4]: navn: Villads Rosenkjær Holm",
        "samtykke.underskrifter[5]: navn: Line Rosenkjær",
        "samtykke.underskrifter[6]: navn: Thomas Holm",
    ]
    assert "SAM403" not in says("validate", "2026-001", day="2026-03-06")


def test_what_was_never_given_cannot_be_taken_back(says):
    assert "intet at trække tilbage" in says("withdraw", "2026-004", code=2)
    assert load_case(FOLDER.with_name("2026-004")).consent.withdrawal is None


def test_nobody_signs_as_something_unknown(says):
    assert "Vælg ung, forældremyndighed, leder, rådgiver eller øvrige." in says(
        "sign", "2026-001", "--as", "nabo", code=2
    )


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (["sign", "2026-001", "Vilads", "--as", "ung"], "Mente du `Villads Rosenkjær Holm`?"),
        (["sign", "2026-001", "xyz", "--consent"], "I sagen er Villads Rosenkjær Holm, Line"),
        (["present", "2026-001", "--all-but", "Rume"], "Mente du `Rune Askelund`? Indkaldt er"),
        (["reply", "2026-001", "Rume", "1"], "Mente du `Rune Askelund`?"),
    ],
)
def test_for_a_name_that_nobody_has_the_nearest_or_all_are_told(says, words, known):
    before = {path: path.read_bytes() for path in FOLDER.rglob("*.yaml")}
    assert known in says(*words, code=2)
    assert {path: path.read_bytes() for path in FOLDER.rglob("*.yaml")} == before


@pytest.mark.parametrize("more", [(), ("--department", "Børn og Familier")])
def test_a_part_of_a_name_is_no_stranger_who_takes_a_case_over(says, more):
    assert "Mente du `Mette Lindegaard`?" in says(
        "hand-over", "2026-001", "--to", "lindegaard", *more, code=2
    )


def test_a_first_name_that_one_employee_has_takes_a_case_over(says):
    assert "til Mette Lindegaard (" in says("hand-over", "2026-001", "--to", "mette")
    coordinator = load_case(FOLDER).record.coordinator
    assert (coordinator.name, coordinator.title) == ("Mette Lindegaard", "Socialrådgiver")
