"""A case that rests: what is written, and what is refused."""

from datetime import date, datetime

import pytest
from example_case import build

from samarbejde_cli.actions.pause import pause, resume
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.history import Event
from samarbejde_cli.errors import WrongUseError

NOW = datetime(2026, 3, 17, 10, 30)
UNTIL = date(2026, 5, 1)


def rested(folder, until=UNTIL, at=NOW):
    pause(Workspace(folder.parents[1]), load_case(folder), until, "På højskole: fri", "Anne", at)
    return load_case(folder)


def resumed(folder, at):
    resume(Workspace(folder.parents[1]), load_case(folder), "Anne", at)
    return load_case(folder)


def test_a_pause_is_written_in_the_case_and_its_history(tmp_path):
    case = rested(build(tmp_path))
    assert not list(case.findings)
    rest = case.record.pause
    assert (rest.start, rest.until, rest.reason) == (NOW.date(), UNTIL, "På højskole: fri")
    last = case.history[-1]
    assert (last.event, last.until, last.reason) == (Event.PAUSED, UNTIL, "På højskole: fri")
    assert (last.origin, last.target, last.round) == (case.step, case.step, case.record.round)


def test_it_rests_until_the_day_and_works_on_it(tmp_path):
    record = rested(build(tmp_path)).record
    days = [date(2026, 3, 16), NOW.date(), date(2026, 4, 30), UNTIL]
    assert [record.is_paused(day) for day in days] == [False, True, True, False]


def test_it_can_go_on_before(tmp_path):
    folder = build(tmp_path)
    rested(folder)
    later = datetime(2026, 4, 1, 9, 0)
    case = resumed(folder, later)
    assert case.record.pause.until == later.date()
    assert not case.record.is_paused(later.date())
    assert case.history[-1].event is Event.RESUMED


def test_a_second_pause_takes_the_place_of_the_first(tmp_path):
    folder = build(tmp_path)
    rested(folder)
    case = rested(folder, date(2026, 8, 1), datetime(2026, 6, 1, 9, 0))
    assert (case.record.pause.start, case.record.pause.until) == (
        date(2026, 6, 1),
        date(2026, 8, 1),
    )
    assert [each.event for each in case.history].count(Event.PAUSED) == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_other_character_stays(tmp_path, ending):
    folder = build(tmp_path)
    path = folder / "sag.yaml"
    text = path.read_text("utf-8").replace("\n", ending) + f"# slut{ending}"
    path.write_bytes(text.encode())
    rested(folder)
    after = path.read_bytes().decode()
    assert "".join(part for part in after.split("pause:")[0]) in text
    kept = [line for line in after.splitlines() if line in text.splitlines()]
    assert kept == text.splitlines()


@pytest.mark.parametrize("until", [NOW.date(), date(2026, 3, 1)])
def test_a_pause_ends_after_today(tmp_path, until):
    with pytest.raises(WrongUseError, match="ikke efter i dag"):
        rested(build(tmp_path), until)


def test_a_case_does_not_rest_twice_at_once(tmp_path):
    folder = build(tmp_path)
    rested(folder)
    with pytest.raises(WrongUseError, match=r"holder allerede pause til den 1\. maj 2026"):
        rested(folder)


def test_only_a_case_that_rests_is_taken_up_again(tmp_path):
    folder = build(tmp_path)
    with pytest.raises(WrongUseError, match="holder ikke pause"):
        resumed(folder, NOW)


def test_an_ended_case_does_not_rest(tmp_path):
    closed = "# sag.yaml\ntrin: afsluttet\nafslutning: {dato: 2026-03-01, årsag: Flyttet}\n"
    with pytest.raises(WrongUseError, match="kan ikke holde pause"):
        rested(build(tmp_path, closed))
