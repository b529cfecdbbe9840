"""Meetings outside the rounds: held, written down, told to the youth; the round goes on."""

from datetime import date

import pytest
from example_case import build, build_all, found_in

from samarbejde_cli.actions.render_week import render_week
from samarbejde_cli.actions.status import overview
from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.deadlines.table import tasks
from samarbejde_cli.report.history import other_meeting
from samarbejde_cli.word import dump

TODAY = date(2026, 3, 17)
KINDS = ["akut", "ekstra", "skift-i-livet", "intern-koordinering", "individuel-opfølgning"]
MET = """\
# sag.yaml
andre_møder:
  - {{slags: {kind}, dato: {day}, start: 9.00, slut: 10.00, lokale: Bøgen,
      personer: [{people}]{more}}}
"""


def met(kind="akut", day="2026-03-24", people="Anne Holm, Karin Friis", more=""):
    return MET.format(kind=kind, day=day, people=people, more=more)


def found(folder, example, today=TODAY):
    case = load_case(build(folder, example))
    assert not list(case.findings)
    profile, _ = Workspace(folder).profile_of(case)
    return {t.name: (t.day, t.what) for t in tasks(case, profile, today)}


def codes(tmp_path, example, today=TODAY):
    return {each.finding.code for each in found_in(tmp_path, example, today)}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_on_the_list_until_its_result_is_written(tmp_path, kind):
    day, what = found(tmp_path / "a", met(kind))["andet-møde"]
    assert (day, what[:5]) == (date(2026, 3, 24), "Hold ")
    day, what = found(tmp_path / "b", met(kind, "2026-03-10"))["andet-møde"]
    assert (day, what[:6]) == (date(2026, 3, 17), "Skriv,")
    done = met(kind, "2026-03-10", more=", resultat: Aftalt")
    assert "andet-møde" not in found(tmp_path / "c", done)


def test_the_round_is_not_disturbed(tmp_path):
    ours = {"andet-møde", "fortæl-den-unge"}
    before = found(tmp_path / "a", "")
    after = found(tmp_path / "b", met(day="2026-03-10"))
    assert {k: v for k, v in after.items() if k not in ours} == before
    assert codes(tmp_path / "c", met(more=", resultat: A")) == codes(tmp_path / "d", "")


@pytest.mark.parametrize(
    ("more", "today", "untold"),
    [
        ("", date(2026, 3, 12), False),
        ("", date(2026, 3, 18), True),
        (", den_unge_fortalt: 2026-03-11", date(2026, 3, 18), False),
    ],
)
def test_the_youth_is_told_of_what_was_said_without_them(tmp_path, more, today, untold):
    example = met("intern-koordinering", "2026-03-10", more=", resultat: A" + more)
    assert ("SAM639" in codes(tmp_path / "a", example, today)) is untold
    assert ("fortæl-den-unge" in found(tmp_path / "b", example, today)) is not bool(more)


@pytest.mark.parametrize(
    ("people", "wrong"),
    [("Anne Holm, jeg, Mette Ravn", False), ("Karin Fris", True), ("Peter Skovmand", True)],
)
def test_whoever_is_there_is_known_and_may_hear_of_it(tmp_path, people, wrong):
    assert ("SAM317" in codes(tmp_path, met(people=people))) is wrong


def test_it_is_on_the_page_of_the_week_and_counts_as_a_booking(tmp_path):
    example = met() + "# 2026-002/sag.yaml\n" + met().partition("\n")[2]
    build_all(tmp_path, example)
    workspace = Workspace(tmp_path)
    page = render_week(workspace, TODAY, date(2026, 3, 24))
    assert "Akut møde" in dump(page.path.read_bytes())
    diagnoses = check_workspace(workspace, TODAY).diagnoses
    assert "SAM632" in {each.code for each in diagnoses}


def test_status_counts_what_was_held_and_shows_the_next_day(tmp_path):
    build(tmp_path, met())
    (standing,) = overview(Workspace(tmp_path), TODAY)
    assert (standing.other_meetings, standing.next_date) == (0, date(2026, 3, 24))
    build(tmp_path / "b", met(day="2026-03-10"))
    (standing,) = overview(Workspace(tmp_path / "b"), TODAY)
    assert standing.other_meetings == 1


def test_the_history_tells_of_it(tmp_path):
    more = ", formål: At Silje kommer i skole, resultat: 'Karin henter hende.'"
    case = load_case(build(tmp_path, met(more=more)))
    assert other_meeting(case.record.other_meetings[0]) == (
        "24. marts 2026: Akut møde med Anne Holm og Karin Friis. Formål: At Silje kommer i skole. "
        "Resultat: Karin henter hende."
    )
