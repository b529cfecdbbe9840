"""What was agreed lives between two meetings: who does what, what was heard, when to look again."""

from datetime import date

import pytest
from example_case import build, found_in
from paper_case import SECOND_ROUND, complete, made, texts

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.deadlines.table import tasks

TODAY = date(2026, 3, 17)
AGREED = """\
# plan.yaml
køreplan: {{ansvarlig: {who}, næste_gang: {day}{more}}}
mål:
  - {{område: fagligt, mål: Jeg skal møde, ansvarlige: [jeg, Karin Friis], frist: 2026-04-01,
      status: [{status}]}}
"""


def agreed(who="Birgit Kær", day="2026-04-14", more="", status=""):
    return AGREED.format(who=who, day=day, more=more, status=status)


def of(folder, example, name, today=TODAY):
    case = load_case(build(folder, example))
    assert not list(case.findings)
    profile, _ = Workspace(folder).profile_of(case)
    return [(t.day, t.who, t.phone) for t in tasks(case, profile, today) if t.name == name]


def test_the_plans_next_day_is_a_task_of_who_follows_up(tmp_path):
    assert of(tmp_path, agreed(), "køreplan") == [(date(2026, 4, 14), "Birgit Kær", "20 00 00 04")]


@pytest.mark.parametrize(
    ("values", "still"),
    [
        ({"more": ", fulgt_op: 2026-04-14"}, False),
        ({"more": ", fulgt_op: 2026-03-14"}, True),
        ({"who": "Anne Holm", "day": "2026-06-16"}, False),  # the meeting is that day
        ({"who": "Birgit Kær", "day": "2026-06-16"}, True),
    ],
)
def test_it_goes_when_it_was_done_or_a_meeting_is_that_day(tmp_path, values, still):
    assert bool(of(tmp_path, agreed(**values), "køreplan")) is still


@pytest.mark.parametrize(
    ("status", "still"),
    [
        ("", True),
        ("{dato: 2026-03-10, hvad: Karin ringede}", True),
        ("{dato: 2026-03-10, gjort: ja}", False),
        ("{dato: 2026-03-12, gjort: nej}, {dato: 2026-03-10, gjort: ja}", True),
        ("{dato: 2026-03-10, gjort: ja}, {dato: 2026-03-12, hvad: Det holder}", False),
    ],
)
def test_what_is_noted_as_done_leaves_the_list_of_everybody_responsible(tmp_path, status, still):
    found = of(tmp_path, agreed(status=status), "aftale")
    assert [who for _, who, _ in found] == ["Silje Ravn", "Karin Friis"] * still


def test_a_note_in_the_future_is_found(tmp_path):
    text = agreed(status="{dato: 2027-03-10, hvad: Karin ringede}")
    assert "SAM912" in {each.finding.code for each in found_in(tmp_path, text)}


@pytest.mark.parametrize("example", ["# sag.yaml\ntrin: opfølgning\n", SECOND_ROUND])
def test_the_list_is_of_the_meeting_that_was_held_last(tmp_path, example):
    (text,) = texts(made(tmp_path, example, ["reminders"])).values()
    assert "efter møde 1 den 3. marts 2026" in text


def test_the_list_to_call_by_has_everybody_with_something_left(tmp_path):
    status = "{dato: 2026-03-10, hvad: Karin ringede}"
    (text,) = texts(made(tmp_path, agreed(status=status), ["reminders"])).values()
    assert "Karin Friis, telefon" in text
    assert "Silje Ravn, telefon 20 00 00 01" in text
    assert "Karin ringede" in text
    assert "14. april 2026" in text


@pytest.mark.parametrize("reader", ["Karin Friis", "Mette Ravn"])
def test_it_stays_with_those_who_run_the_case(tmp_path, reader):
    assert made(tmp_path, agreed(), ["reminders"], reader=reader).errors


SCALE = """\
# samarbejde.yaml
profil: middelfart
# plan.yaml
overordnet_mål: Jeg vil have en uddannelse
mål:
  - {område: fagligt, mål: Jeg skal møde, ansvarlige: [jeg], progression: {start: 2, ønsket: 5},
      status: [{dato: 2026-03-10, hvad: Det går bedre, nu: 3}]}
# team.yaml
indsatser: [{støtte: Mentor, formål: At jeg kommer op}]
"""


def test_the_form_has_the_scale_the_notes_the_overall_goal_and_each_measures_purpose(tmp_path):
    (text,) = texts(complete(made(tmp_path, SCALE, ["goals"]))).values()
    assert "Start 2 · nu 3 · ønsket 5" in text
    assert "10. marts 2026: Det går bedre" in text
    assert "Jeg vil have en uddannelse" in text
    assert "Formål: At jeg kommer op" in text


def test_without_progression_goals_the_form_asks_yes_or_no_only(tmp_path):
    (text,) = texts(complete(made(tmp_path, agreed(), ["goals"]))).values()
    assert "ønsket" not in text


def test_a_goal_without_its_scale_is_found_where_the_profile_wants_one(tmp_path):
    codes = lambda text: {each.finding.code for each in found_in(tmp_path, text)}  # noqa: E731
    assert "SAM714" not in codes(SCALE)
    assert "SAM714" in codes(SCALE.replace(", ønsket: 5", ""))
    assert "SAM714" not in codes(agreed())
