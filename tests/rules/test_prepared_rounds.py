"""The year ahead: rounds that have their file before the case gets there."""

import shutil
from datetime import date, datetime

import pytest
from example_case import build, found_in

from samarbejde_cli.__main__ import main
from samarbejde_cli.actions.advance import Order, advance
from samarbejde_cli.actions.render_week import render_week
from samarbejde_cli.actions.status import overview
from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.deadlines.table import tasks
from samarbejde_cli.shipped import shipped
from samarbejde_cli.word import dump

TODAY = date(2026, 3, 17)
AHEAD = """\
# runder/{n}.yaml
formøde: {{dato: {talk}, start: 14.00, slut: 15.00, lokale: Bøgen}}
møde: {{dato: {met}, start: 9.00, slut: 10.30, lokale: Egen}}
"""
YEAR = AHEAD.format(n=2, talk="2026-05-26", met="2026-06-16")
YEAR += AHEAD.format(n=3, talk="2026-09-15", met="2026-10-06")
OPEN = "# runder/1.yaml\nopfølgning: {næste_formøde: '', næste_møde: ''}\n"


def codes(folder, example):
    return {each.finding.code for each in found_in(folder, example, TODAY)}


def test_prepared_rounds_are_no_mistake(tmp_path):
    assert codes(tmp_path / "a", YEAR) == codes(tmp_path / "b", "")


def test_a_round_in_which_something_was_done_is_one_too_many(tmp_path):
    assert "SAM910" in codes(tmp_path, YEAR + "opfølgning: {plan_underskrevet: 2026-03-03}\n")


def test_a_gap_before_a_prepared_round_is_found(tmp_path):
    third = YEAR[YEAR.index("# runder/3") :]
    assert "SAM910" in codes(tmp_path, third)


def test_one_that_cannot_be_read_stops_nothing_else(tmp_path):
    folder = build(tmp_path, YEAR)
    before = {each.name for each in tasks(load_case(folder), Workspace(tmp_path).profile, TODAY)}
    (folder / "runder" / "3.yaml").write_text("møde: [\n", "utf-8")
    after = {each.name for each in tasks(load_case(folder), Workspace(tmp_path).profile, TODAY)}
    assert after == before


def test_the_next_dates_need_not_be_written_twice(tmp_path):
    assert "SAM805" in codes(tmp_path / "a", OPEN)
    assert "SAM805" not in codes(tmp_path / "b", OPEN + YEAR)
    case = load_case(build(tmp_path / "c", OPEN + YEAR))
    names = {each.name for each in tasks(case, Workspace(tmp_path / "c").profile, TODAY)}
    assert "møde-aftales" not in names
    assert "møde-holdes" in names


@pytest.mark.parametrize(
    ("old", "new"), [("2026-05-26", "2026-05-19"), ("2026-09-15", "2026-06-09")]
)
def test_days_that_contradict_each_other_are_found(tmp_path, old, new):
    assert "SAM638" in codes(tmp_path, YEAR.replace(old, new))


def test_days_off_are_found_a_year_ahead(tmp_path):
    assert "SAM623" in codes(tmp_path, YEAR.replace("2026-10-06", "2026-12-24"))


def test_rooms_are_booked_a_year_ahead(tmp_path):
    folder = build(tmp_path, YEAR)
    shutil.copytree(folder, folder.with_name("2026-002"))
    workspace = Workspace(tmp_path)
    found = [x for x in check_workspace(workspace, TODAY).diagnoses if x.code == "SAM632"]
    assert found
    page = dump(render_week(workspace, TODAY, date(2026, 10, 6)).path.read_bytes())
    assert "3. samarbejdsmøde" in page


def test_status_has_the_next_day(tmp_path):
    build(tmp_path, OPEN + YEAR)
    (standing,) = overview(Workspace(tmp_path), TODAY)
    assert standing.next_date == date(2026, 5, 26)


def test_the_case_goes_into_its_prepared_round_with_room_hour_and_people(tmp_path):
    folder = build(tmp_path, OPEN + YEAR)
    order = Order(None, "Anne Holm", datetime(2026, 3, 18, 9), date(2026, 3, 18))
    moved = advance(Workspace(tmp_path), load_case(folder), order)
    assert not moved.blocking, moved.blocking
    case = load_case(folder)
    assert (case.record.round, case.round.meeting.room) == (2, "Egen")
    assert case.round.pre_meeting.start.hour == 14
    assert [each.person for each in case.round.meeting.participants][-1] == "Karin Friis"
    assert list(case.prepared_rounds) == [3]


@pytest.fixture
def root(tmp_path, monkeypatch):
    root = shutil.copytree(shipped("examples"), tmp_path / "kommune")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    return root


def test_a_year_is_prepared_by_one_command_a_round(root, capsys):
    second = ["--pre-meeting", "2026-05-26", "--pre-meeting-start", "14", "--meeting", "2026-06-16"]
    assert main(["new-round", "2026-001", *second, "--start", "9.00", "--room", "lindesalen"]) == 0
    assert capsys.readouterr().out == (
        "2026-001: runde 2 er forberedt med formøde tirsdag den 26. maj 2026 kl. 14.00 og\n"
        "  møde tirsdag den 16. juni 2026 kl. 9.00 i Lindesalen.\n"
    )
    assert main(["new-round", "2026-001", "--meeting", "2026-10-06"]) == 0
    capsys.readouterr()
    case = load_case(root / "sager" / "2026-001")
    assert list(case.prepared_rounds) == [2, 3]
    assert case.prepared_rounds[2].meeting.room == "Lindesalen"
    assert {each.code for each in case.findings} == set()
    assert main(["validate", "2026-001"]) == 0
    assert "SAM910" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Der er ingen dag."),
        (["--meeting", "2026-06-16", "--pre-meeting-start", "14"], "Der er ingen dag."),
        (["--meeting", "2026-02-10"], "ligger før den 3. marts 2026"),
        (["--pre-meeting", "2026-06-20", "--meeting", "2026-06-16"], "ligger før den 20. juni"),
        (["--meeting", "2026-06-16", "--room", "Lindesallen"], "Mente du `Lindesalen`?"),
    ],
)
def test_days_out_of_order_are_refused_and_nothing_is_written(root, capsys, words, told):
    assert main(["new-round", "2026-001", *words]) == 2
    assert told in " ".join(capsys.readouterr().err.split())
    assert [each.name for each in (root / "sager/2026-001/runder").glob("*.yaml")] == ["1.yaml"]
