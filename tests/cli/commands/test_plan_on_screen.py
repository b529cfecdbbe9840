"""``samarbejde plan``: the examples' year is planned, accepted, and holds all year."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
import zipfile
from datetime import date
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import docx
import pytest
from example_case import build
from icalendar import Calendar

from samarbejde_cli import codes
from samarbejde_cli.__main__ import main
from samarbejde_cli.actions.todo import todo
from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.deadlines.table import tasks
from samarbejde_cli.errors import install_command

EXAMPLES = Path(__file__).parents[3] / "examples"
DAY = "2026-02-24"
RHYTHM_PLACE_PERSON = {
    codes.WEEKDAY, codes.ROOM_UNKNOWN, codes.TOO_FAR_APART, codes.NO_NEW_MEETING,
    codes.TOO_FEW_MEETINGS, codes.MEETING_AT_AGE, codes.DAY_OFF, codes.SCHOOL_HOLIDAY,
    codes.MEETING_LENGTH, codes.DOUBLE_BOOKING, codes.PREPARED_ROUND, codes.ROOM_TOO_SMALL,
    codes.AWAY_THAT_DAY, codes.MEETING_BEFORE_PRE_MEETING,
}  # fmt: skip


def plan(workspace, *arguments):
    return main(["plan", *arguments, "--workspace", str(workspace)])


def code_in(text):
    return text.split("--accept ")[1].split("`")[0]


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The examples with a year planned and accepted, and what the screen said."""
    workspace = tmp_path_factory.mktemp("plan") / "examples"
    shutil.copytree(EXAMPLES, workspace)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMARBEJDE_DAG", DAY)
        assert plan(workspace, "--output", str(workspace / "ud")) == 0
        saved = json.loads((workspace / "ud" / "plan.json").read_text("utf-8"))
        assert plan(workspace, "--accept", saved["code"]) == 0
    return workspace


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setenv("SAMARBEJDE_DAG", DAY)
    monkeypatch.setenv("COLUMNS", "80")


def found(workspace, day):
    diagnoses = check_workspace(Workspace(workspace), day).diagnoses
    return {(each.code, each.file.relative_to(workspace)) for each in diagnoses}


def test_the_cases_together_have_no_finding_about_rhythm_place_or_person(year):
    for month in range(3, 13):
        day = date(2026, month, 1)
        news = found(year, day) - found(EXAMPLES, day)
        assert {each for each in news if each[0] in RHYTHM_PLACE_PERSON} == set()


def test_the_year_page_is_a_word_file_with_rooms_and_a_chart_and_no_youths_name(year):
    path = year / "ud" / "årsplan.docx"
    document = docx.Document(str(path))
    calendar = document.tables[0].rows
    assert [x.text for x in calendar[0].cells] == [
        "Uge",
        "Lindesalen",
        "Mødelokale 2",
        "Pejsestuen",
    ]
    text = "\n".join(x.text for table in document.tables for row in table.rows for x in row.cells)
    assert "2026-001" in text
    assert "Villads" not in text
    names = zipfile.ZipFile(path).namelist()
    assert [each for each in names if each.startswith("word/charts/") and each.endswith(".xml")]
    assert (year / "ud" / "plan.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_names_are_there_when_they_are_asked_for(tmp_path):
    shutil.copytree(EXAMPLES, tmp_path / "e")
    plan(tmp_path / "e", "--names", "--output", str(tmp_path / "ud"))
    assert "Villads" in (tmp_path / "ud" / "plan.csv").read_text("utf-8-sig")


WITHOUT_CONSENT = {"Inge Lise Overby", "Jeppe Nymark", "Lone Birk Hedelund", "Morten Refsgaard"}
"""From outside the municipality, in cases whose consent is not given yet or has lapsed."""


def test_each_person_has_a_calendar_on_danish_time_with_case_numbers_only(year):
    files = sorted((year / "ud" / "kalendere").glob("*.ics"))
    saved = json.loads((year / "ud" / "plan.json").read_text("utf-8"))
    people = {name for each in saved["appointments"] for name in each["people"]}
    assert people > WITHOUT_CONSENT
    assert {*saved["calendars"]["files"]} == people - WITHOUT_CONSENT
    assert len(files) == len(people - WITHOUT_CONSENT)
    entries = [
        event for file in files for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    ]
    summer = next(each for each in entries if each["dtstart"].dt.date() == date(2026, 6, 30))
    assert summer["dtstart"].dt.hour == 9
    assert summer["dtstart"].params["TZID"] == "Europe/Copenhagen"
    assert {str(each["summary"]).split()[-2] for each in entries} == {"sag"}


def test_the_clock_of_every_entry_is_right_in_summer_and_winter(year):
    """As a program reads it that trusts the file's own zone, and one that knows Denmark's."""
    saved = json.loads((year / "ud" / "plan.json").read_text("utf-8"))
    planned = {(x["case"], f"{x['date']}T{x['start']}") for x in saved["appointments"]}
    danish, offsets = ZoneInfo("Europe/Copenhagen"), {}
    for file in (year / "ud" / "kalendere").glob("*.ics"):
        calendar = Calendar.from_ical(file.read_bytes())
        (zone,) = calendar.walk("VTIMEZONE")
        for entry in calendar.walk("VEVENT"):
            plain = entry["dtstart"].dt.replace(tzinfo=None)
            case = str(entry["summary"]).split()[-1]
            assert (case, plain.isoformat(timespec="minutes")) in planned
            own = plain.replace(tzinfo=zone.to_tz()).utcoffset()
            assert own == plain.replace(tzinfo=danish).utcoffset()
            offsets[plain.date()] = own.seconds // 3600
    assert offsets[date(2026, 3, 24)] == 1  # five days before summer time
    assert offsets[date(2026, 10, 27)] == 1  # two days after it
    assert set(offsets.values()) == {1, 2}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows chooses cores otherwise")
def test_one_core_and_another_order_of_sets_give_the_same_plan(tmp_path):
    """A program of its own each time, as on another computer."""
    shutil.copytree(EXAMPLES, tmp_path / "e")
    words = ["plan", "--format", "json", "--workspace", str(tmp_path / "e")]
    found = []
    for seed, cores in (("0", 1), ("1", None)):
        narrow = partial(os.sched_setaffinity, 0, sorted(os.sched_getaffinity(0))[:cores])
        done = subprocess.run(
            [sys.executable, "-m", "samarbejde_cli", *words],
            env=os.environ | {"PYTHONHASHSEED": seed},
            preexec_fn=narrow,
            capture_output=True,
            check=True,
        )
        found.append(done.stdout)
    assert found[0] == found[1]


def test_the_cases_calendar_goes_on_from_the_planned_one(year, tmp_path):
    shutil.copytree(year, tmp_path / "e")
    filed = (tmp_path / "e" / "sager" / "2025-014" / "breve.yaml").read_text("utf-8")
    assert "runde-3-møde.ics" in filed
    name = "runde-3-møde.ics"
    entry = (tmp_path / "e" / "sager" / "2025-014" / "dokumenter" / name).read_bytes()
    (planned,) = Calendar.from_ical(entry).walk("VEVENT")
    uids = {
        str(event["uid"])
        for file in (year / "ud" / "kalendere").glob("*.ics")
        for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    }
    assert str(planned["uid"]) in uids


def test_todo_asks_for_no_day_that_is_planned(year):
    tasks = todo(Workspace(year), date(2026, 2, 24), None, None).tasks
    assert not {each.name for each in tasks} & {"møde-aftales", "formøde-aftales"}


def test_a_second_plan_has_nothing_left_to_place(year, capsys):
    assert plan(year) == 0
    assert "Der er ingen møder at lægge" in capsys.readouterr().out


def test_a_plan_is_refused_when_a_case_changed_since(tmp_path, capsys):
    shutil.copytree(EXAMPLES, tmp_path / "e")
    plan(tmp_path / "e")
    code = code_in(capsys.readouterr().out)
    team = tmp_path / "e" / "sager" / "2026-001" / "team.yaml"
    team.write_text(team.read_text("utf-8") + "\n# ny\n", "utf-8")
    assert plan(tmp_path / "e", "--accept", code) == 1
    assert "2026-001 er ændret, siden den blev lavet" in capsys.readouterr().err
    assert not (tmp_path / "e" / "sager" / "2025-014" / "runder" / "4.yaml").exists()


def test_an_unknown_code_is_told(tmp_path, capsys):
    build(tmp_path)
    assert plan(tmp_path, "--accept", "../../x") == 2
    assert "Der er ingen plan med koden" in capsys.readouterr().err


def test_a_meeting_moves_and_nothing_else_and_the_old_time_is_kept(year, tmp_path, capsys):
    shutil.copytree(year, tmp_path / "e")
    assert plan(tmp_path / "e", "--move", "2026-001", "2026-03-17") == 0
    screen = capsys.readouterr().out
    assert "1 aftale er flyttet: 2026-001." in screen
    assert plan(tmp_path / "e", "--accept", code_in(screen)) == 0
    text = (tmp_path / "e" / "sager" / "2026-001" / "runder" / "1.yaml").read_text("utf-8")
    assert "dato: 2026-03-17" in text
    assert "tidligere:" in text
    assert "dato: 2026-03-03" in text


def test_a_day_that_is_none_is_refused_with_the_reason(year, capsys):
    assert plan(year, "--move", "2025-014", "2026-03-11") == 2
    assert "det er ikke en mødedag" in capsys.readouterr().err


def test_why_says_what_stands_against_the_wished_day(tmp_path, capsys):
    shutil.copytree(EXAMPLES, tmp_path / "e")
    assert plan(tmp_path / "e", "--why", "2026-001") == 0
    assert "13. oktober 2026: skolerne har ferie." in capsys.readouterr().out


def test_what_cannot_be_is_told_with_what_helps_and_the_help_works(tmp_path, capsys):
    settings = """\
# samarbejde.yaml
lokaler: [{navn: Egen, pladser: 2}]
"""
    build(tmp_path, settings)
    assert plan(tmp_path) == 1
    screen = capsys.readouterr().out
    assert "at der kun er de lokaler, som står i" in screen
    assert "Det ville hjælpe: ét lokale mere med mindst 9 pladser og skærm." in screen
    (tmp_path / "samarbejde.yaml").write_text(
        (tmp_path / "samarbejde.yaml").read_text("utf-8").replace("pladser: '2'", "pladser: '20'"),
        "utf-8",
    )
    assert plan(tmp_path) == 0


def test_without_the_solver_the_extra_is_named(tmp_path, capsys, monkeypatch):
    build(tmp_path)
    monkeypatch.setitem(sys.modules, "highspy", None)
    assert plan(tmp_path) == 1
    assert " -m pip install highspy`" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("own", "on_path", "command"),
    [
        ("/opt/eget/bin/python", "/opt/eget/bin/python", "python -m pip install highspy"),
        ("/opt/eget/bin/python", "/usr/bin/python", "/opt/eget/bin/python -m pip install highspy"),
        ("/opt/mit eget/python", None, '"/opt/mit eget/python" -m pip install highspy'),
    ],
)
def test_it_is_installed_for_the_python_that_runs_the_program(monkeypatch, own, on_path, command):
    monkeypatch.setattr(sys, "executable", own)
    monkeypatch.setattr("shutil.which", {"python": on_path}.get)
    assert install_command("highspy") == command


def test_the_library_is_the_one_of_the_extra():
    settings = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    extras = settings["project"]["optional-dependencies"]
    assert [extras["plan"][0][:7], extras["dask"][0][:11]] == ["highspy", "distributed"]


def test_settings_without_rooms_are_told(tmp_path, capsys):
    build(tmp_path, "# samarbejde.yaml\nlokaler: []\n")
    assert plan(tmp_path) == 2
    assert "Skriv dem under `lokaler`" in capsys.readouterr().err


def test_ctrl_c_in_the_middle_writes_nothing(tmp_path):
    folder = build(tmp_path)
    for number in range(100, 220):
        shutil.copytree(folder, folder.parent / f"2026-{number}")
    started = subprocess.Popen(
        [sys.executable, "-m", "samarbejde_cli", "plan", "--workspace", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(3)
    assert started.poll() is None
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=30)
    assert (started.returncode, out, err.strip()) == (130, "", "Afbrudt.")
    assert not (tmp_path / "dokumenter").exists()


def test_the_next_round_begins_with_the_planned_appointment(year, tmp_path):
    shutil.copytree(year, tmp_path / "e")
    case = tmp_path / "e" / "sager" / "2025-009"
    arguments = ["--force", "--reason", "prøve", "--workspace", str(tmp_path / "e")]
    assert main(["advance", "2025-009", *arguments]) == 0
    record = load_case(case)
    assert record.record.round == 3
    ahead = record.prepared_rounds[4]
    saved = json.loads((year / "ud" / "plan.json").read_text("utf-8"))["appointments"]
    (planned,) = (
        each
        for each in saved
        if (each["case"], each["round"], each["what"]) == ("2025-009", 4, "møde")
    )
    assert (ahead.meeting.date.isoformat(), ahead.meeting.room) == (
        planned["date"],
        planned["room"],
    )
    day = date(2026, 6, 20)
    coming = {each.name for each in tasks(load_case(case), Workspace(year).profile, day)}
    assert "møde-aftales" not in coming


def entries_of(folder, person):
    """The entries of a person's calendar by UID, and the name of the file."""
    saved = json.loads((folder / "plan.json").read_text("utf-8"))
    file = saved["calendars"]["files"][person]
    events = Calendar.from_ical((folder / "kalendere" / file).read_bytes()).walk("VEVENT")
    return {str(each["uid"]): each for each in events}, file


def test_calendars_follow_what_moved_and_what_somebody_is_no_longer_in(year, tmp_path, capsys):
    workspace, ud = tmp_path / "e", tmp_path / "ud"
    shutil.copytree(year, workspace)
    assert plan(workspace, "--output", str(ud)) == 0
    before, file = entries_of(ud, "Louise Kjeldahl")
    (uid,) = (key for key, x in before.items() if x["dtstart"].dt.date() == date(2026, 3, 3))
    capsys.readouterr()
    plan(workspace, "--move", "2026-001", "2026-03-17")
    plan(workspace, "--accept", code_in(capsys.readouterr().out))
    plan(workspace, "--output", str(ud))
    moved, same_file = entries_of(ud, "Louise Kjeldahl")
    assert (moved[uid]["sequence"], moved[uid]["dtstart"].dt.day, same_file) == (1, 17, file)
    assert all(x["sequence"] == 0 for key, x in moved.items() if key != uid)
    case_file = workspace / "sager" / "2026-001" / "dokumenter" / "runde-1-møde.ics"
    (own,) = Calendar.from_ical(case_file.read_bytes()).walk("VEVENT")
    assert [own[x] for x in ("uid", "location")] == [moved[uid][x] for x in ("uid", "location")]
    path = workspace / "sager" / "2026-001" / "runder" / "1.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"    - person: Louise Kjeldahl\n(      .*\n)*", "", text), "utf-8")
    for _ in range(2):
        plan(workspace, "--output", str(ud))
        left, same_file = entries_of(ud, "Louise Kjeldahl")
        assert (left[uid]["status"], left[uid]["sequence"], same_file) == ("CANCELLED", 2, file)
        stays, _ = entries_of(ud, "Karsten Bøgh")
        assert (stays[uid]["status"], stays[uid]["sequence"]) == ("CONFIRMED", 1)
    (ud / "plan.json").write_text("[", "utf-8")
    assert plan(workspace, "--output", str(ud)) == 0
