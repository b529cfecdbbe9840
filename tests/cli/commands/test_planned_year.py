"""A planned year is lived: meetings are held, rounds begin, and nothing is said of time and place.

All cases of the examples are lived together, and for each profile one of them, by commands.
"""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from samarbejde_cli import codes
from samarbejde_cli.__main__ import main
from samarbejde_cli.actions.status import Filter, overview
from samarbejde_cli.actions.todo import todo
from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import add_months, long_date

EXAMPLES = Path(__file__).parents[3] / "examples"
START, AFTER = date(2026, 2, 24), timedelta(days=6)
RHYTHM_PLACE_PERSON = {
    codes.WEEKDAY, codes.ROOM_UNKNOWN, codes.TOO_FAR_APART, codes.NO_NEW_MEETING,
    codes.TOO_FEW_MEETINGS, codes.MEETING_AT_AGE, codes.DAY_OFF, codes.SCHOOL_HOLIDAY,
    codes.MEETING_LENGTH, codes.DOUBLE_BOOKING, codes.PREPARED_ROUND, codes.ROOM_TOO_SMALL,
    codes.AWAY_THAT_DAY, codes.MEETING_BEFORE_PRE_MEETING, codes.NEW_DATES,
    codes.NEXT_MEETING_TOO_LATE,
}  # fmt: skip
TO_AGREE = {"møde-aftales", "formøde-aftales"}


@dataclass
class Year:
    """A case that is lived through its plan."""

    root: Path
    number: str
    patch: pytest.MonkeyPatch

    def on(self, day, *words, code=0):
        """Run a command on a day."""
        self.patch.setenv("SAMARBEJDE_DAG", day.isoformat())
        assert main([*words, "--workspace", str(self.root)]) == code

    def moves(self, day):
        """Move the case on, whatever else is missing."""
        self.on(day, "advance", self.number, "--force", "--reason", "prøve")

    def holds(self, planned, day):
        """Hold a planned appointment: the round has it, and the case moves on."""
        if self.case.step is Step.FOLLOW_UP:
            self.moves(day)
        is_meeting = planned["what"] == "møde"
        found = self.case.round.meeting if is_meeting else self.case.round.pre_meeting
        agreed = (found.date, found.start.isoformat("minutes"), found.room)
        assert agreed == (day, planned["start"], planned["room"])
        assert self.case.record.round == planned["round"]
        if is_meeting:
            if self.case.step is Step.PRE_MEETING:
                self.moves(day)
            self.on(day, "present", self.number)
        else:
            written = (f"journalført.dato={day}", "journalført.som=samtale")
            self.on(day, "set", self.number, *(f"formøde.{each}" for each in written))
        self.moves(day)

    @property
    def case(self):
        return load_case(self.root / "sager" / self.number)

    def findings(self, day):
        """What is said of time, place and people, and what is to be agreed on."""
        workspace = Workspace(self.root)
        found = {each.code for each in check_workspace(workspace, day).diagnoses}
        due = {each.name for each in todo(workspace, day, None, None).tasks}
        return (found & RHYTHM_PLACE_PERSON) | (due & TO_AGREE)

    def meetings(self, until):
        """The days of the meetings up to a day."""
        days = [each.meeting.date for each in self.case.rounds.values()]
        return [day for day in days if day and day <= until]

    def next_date(self, day):
        return overview(Workspace(self.root), day, Filter())[0].next_date


@pytest.fixture
def lived(tmp_path, monkeypatch):
    def begin(profile, number, born):
        root = copytree(EXAMPLES, tmp_path / "e")
        for each in (root / "sager").iterdir():
            if each.name != number:
                rmtree(each)
        settings = root / "samarbejde.yaml"
        text = settings.read_text("utf-8").replace("profil: soroe-unge", f"profil: {profile}")
        settings.write_text(text, "utf-8")
        record = root / "sager" / number / "sag.yaml"
        lines = record.read_text("utf-8").split("\n")
        at = next(n for n, line in enumerate(lines) if line.startswith("  cpr:"))
        lines[at] = f"  cpr: {born}" if born else lines[at]
        record.write_text("\n".join(lines), "utf-8")
        return Year(root, number, monkeypatch)

    return begin


@pytest.mark.parametrize(
    ("profile", "number", "born", "months", "held"),
    [
        ("soroe-unge", "2026-002", "", 12, 4),
        ("national", "2025-016", "", 12, 5),
        ("middelfart", "2025-016", "650509-4321", 12, 2),
        ("soroe-voksne", "2025-014", "", 12, 4),
    ],
)
def test_nothing_is_said_of_rhythm_place_or_person(lived, profile, number, born, months, held):
    year = lived(profile, number, born)
    before = year.findings(START)
    year.on(START, "plan", "--months", str(months), "--output", str(year.root / "ud"))
    saved = json.loads((year.root / "ud" / "plan.json").read_text("utf-8"))
    year.on(START, "plan", "--accept", saved["code"])
    ahead = [each for each in saved["appointments"] if each["round"]]
    assert sum(each["what"] == "møde" for each in ahead) == held
    for each in ahead:
        day = date.fromisoformat(each["date"])
        assert year.next_date(day - AFTER) <= day
        assert year.findings(day - timedelta(days=1)) <= before - TO_AGREE
        year.holds(each, day)
        if each is not ahead[-1]:
            assert year.findings(day) <= before - TO_AGREE


MIDDLE = date(2026, 9, 1)


def test_the_examples_live_their_year_together_and_are_planned_again_in_the_middle(
    tmp_path, monkeypatch
):
    """What is held by then does not move, and the months after it are kept."""
    root = copytree(EXAMPLES, tmp_path / "e")
    year = Year(root, "2026-001", monkeypatch)
    year.on(START, "plan", "--output", str(root / "ud"))
    saved = appointments(root / "ud")
    cases = {each["case"]: Year(root, each["case"], monkeypatch) for each in saved}
    before = told(root, START, cases)
    year.on(START, "plan", "--accept", code_of(root / "ud"))
    held = live(cases, saved, before, MIDDLE)
    assert set(held) == set(cases)
    was = {case: each.meetings(held[case]) for case, each in cases.items()}
    settings, closed = root / "samarbejde.yaml", first_after(saved, MIDDLE)
    text = settings.read_text("utf-8")
    new = f"fridage: [{long_date(closed)[:-5]}]\n\nskoleferier:"
    settings.write_text(text.replace("skoleferier:", new), "utf-8")
    nyt = ("--output", str(root / "nyt"))
    year.on(MIDDLE, "plan", "--keep", "none", "--months", "6", *nyt)
    again = appointments(root / "nyt")
    assert min(each["date"] for each in again) >= MIDDLE.isoformat()
    assert closed.isoformat() not in {each["date"] for each in again}
    for case, day in held.items():
        first = next(e["date"] for e in again if (e["case"], e["what"]) == (case, "møde"))
        assert date.fromisoformat(first) <= add_months(day, 4)
    year.on(MIDDLE, "plan", "--accept", code_of(root / "nyt"))
    assert {case: each.meetings(held[case]) for case, each in cases.items()} == was
    live(cases, again, before)


def first_after(planned, day):
    """The day of the first meeting after a day."""
    days = (date.fromisoformat(each["date"]) for each in planned if each["what"] == "møde")
    return next(each for each in days if each > day + timedelta(days=30))


def code_of(folder):
    return json.loads((folder / "plan.json").read_text("utf-8"))["code"]


def appointments(folder):
    """The plan's appointments of rounds, in the order of days."""
    found = json.loads((folder / "plan.json").read_text("utf-8"))["appointments"]
    return [each for each in found if each["round"]]


def told(root, day, cases):
    """What is said of time, place and people of the cases, and what is to be agreed on."""
    workspace = Workspace(root)
    found = check_workspace(workspace, day).diagnoses
    named = {(each.code, each.file.relative_to(root / "sager").parts[0]) for each in found
             if each.file.is_relative_to(root / "sager")}  # fmt: skip
    due = {(each.name, each.case) for each in todo(workspace, day, None, None).tasks}
    return {
        (what, case)
        for what, case in named | due
        if case in cases and what in RHYTHM_PLACE_PERSON | TO_AGREE
    }


def live(cases, planned, before, until=date.max):
    """Hold one appointment after another, up to a day; return each case's last meeting."""
    held = {}
    for number, each in enumerate(planned):
        day, year = date.fromisoformat(each["date"]), cases[each["case"]]
        if day >= until:
            break
        ahead = {later["case"]: cases[later["case"]] for later in planned[number:]}
        assert told(year.root, day - timedelta(days=1), ahead) <= before
        year.holds(each, day)
        if each["what"] == "møde":
            held[each["case"]] = day
    return held
