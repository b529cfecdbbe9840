"""The fixed keys of the meeting checklist: a slip is told, an editor can offer them."""

from example_case import found_in

from samarbejde_cli.actions.schemas import schemas
from samarbejde_cli.case.meeting_checklist import MeetingChecklist
from samarbejde_cli.forms.outline import fields_of


def told(tmp_path, line):
    example = f"# runder/1.yaml\nmøde:\n  tjekliste:\n    {line}\n"
    found = (each.finding for each in found_in(tmp_path, example))
    return next(each for each in found if "tjekliste" in each.location.route)


def test_an_unknown_key_is_told_with_what_was_meant(tmp_path):
    finding = told(tmp_path, "den_unge_blev_hort: ja")
    assert finding.code == "SAM101"
    assert finding.facts["hjælp"] == "Mente du `den_unge_blev_hørt`?"


def test_an_answer_is_yes_or_no(tmp_path):
    assert told(tmp_path, "alle_punkter: måske").code == "SAM107"


def test_a_word_for_the_day_or_the_placement_is_one_of_the_list(tmp_path):
    finding = told(tmp_path, "uddannelse_og_job: grundskolen")
    assert (finding.code, finding.facts["hjælp"]) == ("SAM104", "Mente du `grundskole`?")


def test_an_editor_knows_every_key_and_its_question():
    offered = schemas()["runde.json"]["$defs"]["MeetingChecklist"]
    assert set(offered["properties"]) == set(fields_of(MeetingChecklist))
    assert offered["additionalProperties"] is False
    assert all(field["description"] for field in offered["properties"].values())
