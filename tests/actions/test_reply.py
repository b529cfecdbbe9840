"""Recording a reply: what is written, where, and what is refused."""

from datetime import date

import pytest
from example_case import build

from samarbejde_cli.actions.readable import UnreadableCaseError
from samarbejde_cli.actions.reply import GivenReply, reply, reply_of
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.round import Reply
from samarbejde_cli.errors import WrongUseError

TODAY = date(2026, 2, 20)
ROUND = """\
# samme form som brugeren har valgt
møde:
  dato:   2026-03-03   # en tirsdag
  deltagere:
    - person: Mette Ravn      # mor
      indkaldt: 2026-02-12

    - {person: "Henrik Ravn", indkaldt: 2026-02-12}
    - person: Karin Friis
      svar: 3
      svaret:
      notat: >
        Jeg kan
        den 4.
    - person: Jonas Berg
      svar: '1'  # ringede
      svaret: '2026-02-13'
opfølgning: {}
"""


def answered(folder, name, number, day=TODAY, note=None):
    case = load_case(folder)
    return reply(
        Workspace(folder.parents[1]), case, name, GivenReply(Reply(number), day, note), TODAY
    )


@pytest.fixture
def folder(tmp_path):
    found = build(tmp_path)
    (found / "runder" / "1.yaml").write_text(ROUND, "utf-8", newline="\n")
    return found


@pytest.mark.parametrize(
    ("name", "number", "note", "old", "new"),
    [
        (
            "Mette Ravn",
            "1",
            None,
            "      indkaldt: 2026-02-12\n\n",
            '      indkaldt: 2026-02-12\n      svar: "1"\n      svaret: 2026-02-20\n\n',
        ),
        (
            "henrik",
            "2",
            "Ja: ok",
            '"Henrik Ravn", indkaldt: 2026-02-12}',
            '"Henrik Ravn", indkaldt: 2026-02-12, svar: "2", svaret: 2026-02-20, notat: "Ja: ok"}',
        ),
        (
            "Karin Friis",
            "4",
            None,
            "      svar: 3\n      svaret:\n",
            "      svar: 4\n      svaret: 2026-02-20\n",
        ),
        (
            "Jonas Berg",
            "2",
            None,
            "'1'  # ringede\n      svaret: '2026-02-13'",
            "'2'  # ringede\n      svaret: '2026-02-20'",
        ),
    ],
)
def test_only_the_characters_of_the_answer_change(folder, name, number, note, old, new):
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    answered(folder, name, number, note=note)
    path = folder / "runder" / "1.yaml"
    assert ROUND.count(old) == 1
    assert path.read_text("utf-8") == ROUND.replace(old, new)
    assert {each for each in before if each.read_bytes() != before[each]} == {path}


def test_the_answer_reads_back_and_the_one_before_is_told(folder):
    done = answered(folder, "Karin Friis", "2", date(2026, 2, 18), "Skolen sender en udtalelse")
    assert (done.person, done.before) == ("Karin Friis", Reply.OTHER_DAY)
    found = load_case(folder).round.meeting.participants[2]
    assert found.reply is Reply.SENDS_NOTE
    assert (found.replied, found.note) == (date(2026, 2, 18), "Skolen sender en udtalelse")


def test_a_relation_and_one_who_is_named_twice_are_clear(folder):
    answered(folder, "mor", "1")
    file = folder / "runder" / "1.yaml"
    text = file.read_text("utf-8")
    twice = "  deltagere:\n    - person: Mette Ravn\n"
    file.write_text(text.replace("  deltagere:\n", twice, 1), "utf-8")
    answered(folder, "Mette", "2")
    found = load_case(folder).round.meeting.participants
    replies = [each.reply.value for each in found if each.person == "Mette Ravn"]
    assert replies == ["2", "1"]


def test_an_older_note_stays_when_no_new_one_is_given(folder):
    answered(folder, "Karin Friis", "1")
    assert load_case(folder).round.meeting.participants[2].note == "Jeg kan den 4.\n"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("Mette Rawn", "ikke deltager", "Mente du `Mette Ravn`?"),
        ("Ravn", "Flere deltagere", "Mette Ravn eller Henrik Ravn"),
        ("Qqq", "ikke deltager", "Deltagerne er Mette Ravn, Henrik Ravn, Karin Friis og Jonas"),
        ("Silje", "ikke deltager", "Deltagerne er"),
    ],
)
def test_a_name_that_is_no_participant_is_answered_with_the_nearest(folder, name, message, hint):
    with pytest.raises(WrongUseError) as caught:
        answered(folder, name, "1")
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert (folder / "runder" / "1.yaml").read_text("utf-8") == ROUND


def test_a_day_to_come_is_refused(folder):
    with pytest.raises(WrongUseError, match=r"21\. februar 2026"):
        answered(folder, "Mette Ravn", "1", date(2026, 2, 21))


def test_a_case_that_has_ended_takes_no_answers(folder):
    path = folder / "sag.yaml"
    path.write_text(path.read_text("utf-8").replace("trin: opfølgning", "trin: afsluttet"), "utf-8")
    with pytest.raises(WrongUseError, match="afsluttet"):
        answered(folder, "Mette Ravn", "1")


def test_a_round_without_participants_says_where_to_write_them(folder):
    (folder / "runder" / "1.yaml").write_text("møde: {dato: 2026-03-03}\n", "utf-8")
    with pytest.raises(WrongUseError) as caught:
        answered(folder, "Mette Ravn", "1")
    assert "runder/1.yaml" in caught.value.hint


def test_a_broken_file_is_told_and_left(folder):
    (folder / "plan.yaml").write_text("mål: [", "utf-8")
    with pytest.raises(UnreadableCaseError) as caught:
        answered(folder, "Mette Ravn", "1")
    assert caught.value.diagnoses
    assert (folder / "runder" / "1.yaml").read_text("utf-8") == ROUND


@pytest.mark.parametrize("text", ["5", "", "ja", "1,2"])
def test_another_number_is_answered_with_all_four(text):
    with pytest.raises(WrongUseError) as caught:
        reply_of(text)
    assert all(each.label in caught.value.hint for each in Reply)
