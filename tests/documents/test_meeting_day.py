"""The page for a day of meetings, word by word, and what it must not tell."""

import os
import shutil
from datetime import date

import pytest
from paper_case import GOLDEN

from samarbejde_cli import word
from samarbejde_cli.actions.render_week import next_meeting_day, render_week
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.round import Meeting, PreMeeting
from samarbejde_cli.documents.lookup import find_template, read_template
from samarbejde_cli.documents.meeting_day import (
    FIELDS,
    TEMPLATE,
    DayBooking,
    bookings,
    meeting_day,
)
from samarbejde_cli.documents.schema import paths_of, presences
from samarbejde_cli.shipped import shipped

TODAY = date(2026, 2, 26)
TUESDAY = date(2026, 3, 3)


@pytest.fixture
def workspace(tmp_path):
    """The examples, with three meetings on one Tuesday, two of them in one room."""
    root = tmp_path / "sager"
    shutil.copytree(shipped("examples"), root)
    for case, before in (("2025-016", "2026-03-17"), ("2025-014", "2026-03-10")):
        path = root / "sager" / case / "runder" / "2.yaml"
        text = path.read_text("utf-8").replace(before, "2026-03-03")
        path.write_text(text.replace("lokale: Mødelokale 2", "lokale: Lindesalen"), "utf-8")
    return Workspace(root)


def page(workspace, day=None):
    made = render_week(workspace, TODAY, day, overwrite=True)
    return word.dump(made.path.read_bytes())


def test_the_page_reads_as_it_should(workspace):
    golden, text = GOLDEN / "mødedag.txt", page(workspace)
    if os.environ.get("SAMARBEJDE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_two_meetings_in_one_room_at_one_time_are_pointed_out(workspace):
    assert "Lindesalen er optaget to gange: sag 2025-016 og 2026-001" in page(workspace)


def test_no_cpr_number_and_no_surname_of_a_youth_is_on_it(workspace):
    text = page(workspace)
    for case in workspace.cases():
        youth = case.record.youth
        assert youth.cpr[-4:] not in text
        assert youth.name not in text


def test_a_case_that_rests_or_has_ended_is_not_on_it(workspace):
    path = workspace.root / "sager" / "2026-001" / "sag.yaml"
    pause = "pause: {fra: 2026-02-01, til: 2026-04-01, årsag: Ferie}\n"
    path.write_text(path.read_text("utf-8") + pause, "utf-8")
    assert "Villads" not in page(workspace)
    assert "Sara" in page(workspace)


def test_the_template_uses_only_fields_that_are_there(workspace):
    data = read_template(find_template(TEMPLATE, workspace.root))
    assert word.check(data, TEMPLATE, presences(FIELDS)) == ()


def test_the_fields_are_described_as_they_are(workspace):
    profile = workspace.profile
    found = [each for case in workspace.cases() for each in bookings(case, profile)]
    context = meeting_day(found, profile, TUESDAY, TODAY)
    described = {known.path for known in FIELDS}
    assert {path for path, _ in paths_of(context)} <= described


def booked(day, *, is_meeting=True):
    what = Meeting if is_meeting else PreMeeting
    return DayBooking(None, None, day, what.model_validate({}), "")


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 2, 24), date(2026, 3, 3)),
        (date(2026, 3, 3), date(2026, 3, 3)),
        (date(2026, 3, 4), date(2026, 3, 19)),
        (date(2026, 3, 20), date(2026, 3, 23)),
        (date(2026, 3, 24), None),
    ],
)
def test_the_next_day_with_meetings(today, day):
    thursday = booked(date(2026, 3, 19))
    talks = [
        booked(date(2026, 3, 5), is_meeting=False),
        booked(date(2026, 3, 23), is_meeting=False),
    ]
    assert next_meeting_day([booked(TUESDAY), thursday, *talks], today) == day


def test_three_in_one_room_are_one_line(workspace):
    cases = {case.number: case for case in workspace.cases()}
    room = {"dato": "2026-03-03", "start": "9.00", "slut": "10.30", "lokale": "Bøgen"}
    found = [
        DayBooking(cases[number], workspace.profile, TUESDAY, Meeting.model_validate(room), "")
        for number in ("2025-014", "2025-016", "2026-001")
    ]
    said = meeting_day(found, workspace.profile, TUESDAY, TODAY)["dobbelt"]
    assert said == ["Bøgen er optaget tre gange: sag 2025-014, 2025-016 og 2026-001"]
