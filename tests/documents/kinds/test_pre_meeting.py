"""The invitation to the pre-meeting: who gets it, by which way, and what it says to whom."""

import pytest
from paper_case import DAY, OF_AGE, SECOND_ROUND, UNDER_15, files, loaded, made, texts

from samarbejde_cli.documents.kinds.pre_meeting import readers

YOUTH, PARENTS = "runde-1-formøde-ung.docx", "runde-1-formøde-forælder.docx"
NO_ROOM = "# runder/1.yaml\nformøde: {dato: '', start: '', slut: '', lokale: ''}\n"


def of(tmp_path, example=""):
    _, case, profile = loaded(tmp_path, example)
    return [(each.name, each.channel.value) for each in readers(case, profile, DAY)]


@pytest.mark.parametrize("example", ["", OF_AGE])
def test_the_letter_is_the_youth_s_own_from_15(tmp_path, example):
    assert of(tmp_path, example) == [("Silje Ravn", "digital-post")]


def test_before_15_it_goes_to_all_who_have_custody(tmp_path):
    assert of(tmp_path, UNDER_15) == [
        ("Mette Ravn", "digital-post"),
        ("Henrik Ravn", "digital-post"),
    ]


def test_a_municipality_decides_the_age(tmp_path):
    own = "# samarbejde.yaml\nsamtykke: {egen_post_år: 16}\n"
    assert [name for name, _ in of(tmp_path, own)] == ["Mette Ravn", "Henrik Ravn"]


def test_who_is_exempt_from_digital_post_gets_paper(tmp_path):
    assert of(tmp_path, "# sag.yaml\nung: {fritaget_digital_post: ja}\n") == [
        ("Silje Ravn", "brev")
    ]


def test_nobody_with_custody_of_a_child_is_told_with_the_place(tmp_path):
    nobody = "forældre:\n  - {navn: Mette Ravn, relation: mor, forældremyndighed: nej}\n"
    produced = made(tmp_path, UNDER_15 + nobody, ["pre-meeting"])
    assert not files(produced)
    problem = produced.diagnoses[0]
    assert (problem.code, problem.file.name, problem.route) == ("SAM308", "sag.yaml", ("forældre",))


def test_the_letter_tells_that_the_youth_is_heard_on_who_comes(tmp_path):
    text = texts(made(tmp_path / "ung", "", ["pre-meeting"]))[YOUTH]
    assert "Vi inviterer ikke nogen til mødet, før du har sagt, hvad du mener om det" in text
    text = texts(made(tmp_path / "barn", UNDER_15, ["pre-meeting"]))[PARENTS]
    assert "Silje siger, hvem der skal med" in text


def test_the_letter_to_a_minor_tells_that_parents_consent_too(tmp_path):
    said = "De, der har forældremyndigheden, skal også sige ja."
    assert said in texts(made(tmp_path / "ung", "", ["pre-meeting"]))[YOUTH]
    grown = "# sag.yaml\nung: {cpr: 720108-4321}\n"
    letter = texts(made(tmp_path / "myndig", grown, ["pre-meeting"]))[YOUTH]
    assert said not in letter


def test_the_letter_to_parents_says_why_it_came_to_them(tmp_path):
    text = texts(made(tmp_path, UNDER_15, ["pre-meeting"]))[PARENTS]
    assert "fordi Silje er under 15 år" in text
    assert "Kære Mette Ravn" in text


def test_an_interpreter_is_told_of(tmp_path):
    text = texts(made(tmp_path, "# sag.yaml\nung: {sprog: tigrinya}\n", ["pre-meeting"]))[YOUTH]
    assert "en tolk (tigrinya)" in text


def test_no_cpr_number_is_in_it(tmp_path):
    assert not any("720810" in text for text in texts(made(tmp_path, "", ["pre-meeting"])).values())


def test_a_later_letter_asks_a_grown_youth_for_a_new_consent(tmp_path):
    grown = SECOND_ROUND.replace("# sag.yaml\n", "# sag.yaml\nung: {cpr: 720808-4322}\n")
    grown = grown.replace("formøde:\n  dato: 2026-05-26", "formøde:\n  lokale: Bøgen\n"
                          "  start: '9.00'\n  slut: '10.00'\n  dato: 2026-08-18")  # fmt: skip
    text = texts(made(tmp_path, grown, ["pre-meeting"]))["runde-2-formøde-ung.docx"]
    assert "Du er blevet myndig" in text


def test_day_time_and_room_are_demanded_at_once_with_their_places(tmp_path):
    produced = made(tmp_path, NO_ROOM, ["pre-meeting"])
    assert {each.route for each in produced.diagnoses} == {
        ("formøde", "dato"),
        ("formøde", "start"),
        ("formøde", "slut"),
        ("formøde", "lokale"),
    }
    assert {each.file.name for each in produced.diagnoses} == {"1.yaml"}
