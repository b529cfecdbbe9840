"""``samarbejde plan`` as it is used: every option, and what goes wrong around it."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from samarbejde_cli.__main__ import main
from samarbejde_cli.actions.accept_plan import accept
from samarbejde_cli.actions.plan_store import saved
from samarbejde_cli.actions.profile import settings
from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case

DAY, SETTINGS, SARA = "2026-02-24", "samarbejde.yaml", "sager/2025-016"
ROOM_2, ROOM_3 = "  - navn: Mødelokale 2\n", "  - navn: Pejsestuen\n"
CHANGED = "2025-016 er ændret"
EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture
def said(capsys, monkeypatch):
    """Plan on a day, and return the exit code and the screen on one line."""

    def run(workspace, *words, day="2026-02-24"):
        monkeypatch.setenv("SAMARBEJDE_DAG", day)
        monkeypatch.setenv("COLUMNS", "80")
        capsys.readouterr()
        code = main(["plan", *words, "--workspace", str(workspace)])
        screen = capsys.readouterr()
        return code, " ".join((screen.out + screen.err).split())

    return run


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """The examples with a plan that nobody accepted, and its code."""
    workspace = shutil.copytree(EXAMPLES, tmp_path_factory.mktemp("plan") / "e")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMARBEJDE_DAG", "2026-02-24")
        assert main(["plan", "--workspace", str(workspace)]) == 0
    (path,) = (workspace / "dokumenter" / "planer").glob("*.json")
    return workspace, path.stem


@pytest.fixture
def copy(planned, tmp_path):
    """A copy of them to spoil."""
    workspace, code = planned
    return Path(shutil.copytree(workspace, tmp_path / "e")), code


def change(workspace, name, old, new):
    path = workspace / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def written(workspace):
    """Every file of the cases."""
    return {path: path.read_bytes() for path in (workspace / "sager").rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("spoil", "day", "told"),
    [
        (lambda root: change(root, f"{SARA}/sag.yaml", "ung:", "ung: # ny"), DAY, CHANGED),
        (lambda root: change(root, f"{SARA}/team.yaml", "personer:", "personer: ["), DAY, CHANGED),
        (lambda root: shutil.rmtree(root / SARA), DAY, CHANGED),
        (lambda root: change(root, SETTINGS, ROOM_2, ""), DAY, "samarbejde.yaml er ændret"),
        (lambda _: None, "2026-06-01", "en af dens dage, den 26. maj 2026, er gået"),
    ],
)
def test_what_changed_since_stops_the_whole_plan(copy, said, spoil, day, told):
    workspace, code = copy
    spoil(workspace)
    before = written(workspace)
    exit_code, screen = said(workspace, "--accept", code, day=day)
    assert (exit_code, told in screen) == (1, True), screen
    assert "Lav planen igen med `samarbejde plan`" in screen
    assert written(workspace) == before


def test_what_was_interrupted_is_continued_and_twice_changes_nothing(copy, said):
    workspace, code = copy
    half = accept(Workspace(workspace), saved(Workspace(workspace), code), date(2026, 2, 24))
    assert next(half).case == "2025-009"
    half.close()
    exit_code, screen = said(workspace, "--accept", f" {code.upper()} ")
    assert (exit_code, "i 4 sager" in screen) == (0, True)
    before = written(workspace)
    assert "Alt i planen står allerede" in said(workspace, "--accept", code)[1]
    assert written(workspace) == before
    change(workspace, SETTINGS, ROOM_2, ROOM_2.replace("2", "3"))
    assert said(workspace, "--accept", code)[0] == 0


def test_a_plan_that_somebody_changed_is_none(copy, said):
    workspace, code = copy
    change(workspace, f"dokumenter/planer/{code}.json", "2026", "2027")
    assert said(workspace, "--accept", code)[0] == 2
    assert "Der står ingen kode." in said(workspace, "--accept", "")[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--accept", "x", "--output", "u"), "--accept kan ikke bruges sammen med andet"),
        (("--why", "2026-001", "--output", "u"), "--why kan ikke bruges sammen med --output"),
        (("--names",), "--names bruges kun sammen med --output"),
        (("--from", "2026-02-23"), "kan ikke begynde den 23. februar 2026, for den dag er gået"),
        (("--from", "måske"), "ikke en dato"),
        (("--where", "sag.nummer=9"), "ikke et felt i en sag"),
        (("--why", "2026-999"), "findes ikke"),
        (("--why", "2026-004"), "den er i visitation"),
        (("--why", "2025-003"), "den er afsluttet"),
        (("--move", "2026-001", "2026-13-01"), "ikke en dato"),
        (("--move", "2026-004", "2026-03-31"), "intet møde at flytte i sagen 2026-004: den er i v"),
        (("--move", "2025-003", "2026-03-31"), "intet møde at flytte i sagen 2025-003: den er afs"),
        (("--move", "2026-001", "2026-02-17"), "den 17. februar 2026, for den dag er gået"),
        (("--move", "2026-001", "2026-03-31"), "tirsdag den 31. marts 2026: skolerne har ferie"),
        (("--move", "2026-001", "2026-03-10"), "indkaldelserne kan ikke nå ud i tide"),
        (("--move", "2026-001", "2026-03-11"), "det er ikke en mødedag. hjælp: De nærmeste dage"),
        (("--move", "2026-001", "2026-03-11"), "17. marts 2026, 24. marts 2026 og 7. april 2026."),
        (("--output", "samarbejde.yaml"), "er en fil, men skal være en mappe"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_the_reason(planned, said, monkeypatch, words, told):
    monkeypatch.chdir(planned[0])
    exit_code, screen = said(planned[0], *words)
    assert (exit_code, told in screen) == (2, True), screen


def test_a_folder_that_cannot_be_written_is_told_and_no_half_plan_is_left(copy, said):
    workspace, _ = copy
    (workspace / "fil").write_text("her", "utf-8")
    exit_code, screen = said(workspace, "--output", str(workspace / "fil" / "ud"))
    assert exit_code in (1, 2)
    assert "fil" in screen
    (workspace / "ud").mkdir()
    (workspace / "ud" / "plan.csv").mkdir()
    exit_code, screen = said(workspace, "--output", str(workspace / "ud"))
    assert (exit_code, "plan.csv" in screen) == (1, True), screen
    assert not (workspace / "ud" / "årsplan.docx").exists()


def test_a_page_that_was_changed_in_word_is_kept_beside_the_new_one(copy, said):
    workspace, _ = copy
    ud = workspace / "ud"
    said(workspace, "--output", str(ud))
    (ud / "årsplan.docx").write_bytes(b"rettet")
    exit_code, screen = said(workspace, "--output", str(ud))
    assert (exit_code, "gemt som årsplan (tidligere 1).docx" in screen) == (0, True), screen
    assert (ud / "årsplan (tidligere 1).docx").read_bytes() == b"rettet"


def test_keep_says_what_may_move(copy, said):
    """Sara is called to her meeting; Samuel's has day, hour and room, and nobody was asked."""
    workspace, _ = copy
    change(workspace, SETTINGS, ROOM_3, f"{ROOM_3}    pladser: 1\n")
    change(workspace, "sager/2026-002/runder/1.yaml", "lokale: Lindesalen", "lokale: Pejsestuen")
    moved = {}
    for keep in ("all", "booked", "none"):
        said(workspace, "--keep", keep, "--output", str(workspace / keep))
        data = json.loads((workspace / keep / "plan.json").read_text("utf-8"))
        first = [each for each in data["appointments"] if each["new"] and each["round"] == 1]
        moved[keep] = {(each["case"], each["what"]) for each in first}
    assert ("2026-002", "møde") not in moved["all"]
    assert ("2026-002", "møde") in moved["booked"]
    assert ("2026-002", "møde") in moved["none"]


def test_months_from_and_where_say_what_is_planned(planned, said, tmp_path):
    ways = {
        "two": ("--months", "2"),
        "later": ("--from", "2026-08-01", "--months", "6"),
        "one": ("--where", "nummer=2026-001"),
    }
    found = {}
    for name, words in ways.items():
        exit_code, _ = said(planned[0], *words, "--output", str(tmp_path / name))
        data = json.loads((tmp_path / name / "plan.json").read_text("utf-8"))
        found[name] = [each for each in data["appointments"] if each["new"]]
        assert (exit_code, data["unplaced"]) == (0, [])
    assert found["two"] == []
    assert min(each["date"] for each in found["later"]) >= "2026-08-01"
    assert max(each["date"] for each in found["later"]) <= "2027-02-01"
    assert {each["case"] for each in found["one"]} == {"2026-001"}


def test_a_neglected_workspace_is_planned_as_soon_as_there_is_room(planned, said, tmp_path):
    exit_code, screen = said(planned[0], "--output", str(tmp_path), day="2026-08-01")
    data = json.loads((tmp_path / "plan.json").read_text("utf-8"))
    assert (exit_code, data["unplaced"]) == (0, [])
    assert "Rytmen kan ikke holdes i 2025-009" in screen
    first = {}
    for each in data["appointments"]:
        if each["what"] == "møde":
            first.setdefault(each["case"], each["date"])
    assert set(first) == {"2025-009", "2025-014", "2025-016", "2026-001", "2026-002"}
    assert max(first.values()) <= "2026-10-01"


def test_why_names_who_is_away_the_day_off_and_the_pause(copy, said):
    workspace, _ = copy
    away = "    fravær: [{fra: 2026-05-25, til: 2026-05-29}]\n"
    role = "    funktion: koordinator\n    titel: Familierådgiver\n"
    change(workspace, SETTINGS, role, role + away)
    change(workspace, SETTINGS, "skoleferier:", "fridage:\n  - 23. juni\n\nskoleferier:")
    pause = "pause: {fra: 2026-09-10, til: 2026-09-20, årsag: Rejse}\n"
    change(workspace, "sager/2026-001/sag.yaml", "\nung:", f"\n{pause}\nung:")
    exit_code, screen = said(workspace, "--why", "2026-001")
    assert exit_code == 0
    assert "26. maj 2026: Henrik Dalsgaard Munk er væk." in screen
    assert "23. juni 2026: der er helligdag eller fridag." in screen
    assert "sagen holder pause." in screen


def test_a_broken_neighbour_is_told_and_the_others_are_planned(copy, said):
    workspace, _ = copy
    change(workspace, "sager/2025-016/team.yaml", "personer:", "personer: [")
    exit_code, screen = said(workspace)
    assert (exit_code, "2025-016 kan ikke læses og er ikke med" in screen) == (1, True)
    assert "2026-001 møde 2" in screen
    assert "den kan ikke læses; se `samarbejde validate`" in said(workspace, "--why", "2025-016")[1]


def test_no_case_to_plan_is_no_error(tmp_path, said):
    workspace = Path(shutil.copytree(EXAMPLES, tmp_path / "e"))
    shutil.rmtree(workspace / "sager")
    (workspace / "sager").mkdir()
    exit_code, screen = said(workspace, "--output", str(tmp_path / "ud"))
    assert (exit_code, "Der er ingen møder at lægge" in screen) == (0, True)
    assert (tmp_path / "ud" / "årsplan.docx").exists()


def test_json_is_all_that_is_printed(copy, monkeypatch, capsys):
    workspace, code = copy
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    found = []
    for words in ((), ("--why", "2026-001"), ("--accept", code)):
        capsys.readouterr()
        assert main(["plan", *words, "--format", "json", "--workspace", str(workspace)]) == 0
        found.append(json.loads(capsys.readouterr().out))
    plan, why, done = found
    assert (plan["version"], plan["code"]) == (1, code)
    assert {"date": "2026-10-13", "against": "skolerne har ferie"} in [
        near for each in why["appointments"] for near in each["nearer"]
    ]
    assert done["cases"][0]["case"] == "2025-009"
    assert load_case(workspace / "sager" / "2025-009").prepared_rounds[4].meeting.date


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("arbejdsdage: [mandag]", ["SAM125 Ingen tovholder er på arbejde på en mødedag"]),
        ("arbejdsdage: [mandag, tirsdag]", []),
        ("fravær: [{fra: 2026-07-13, til: 2026-07-31}, {fra: 2026-07-01, til: 2026-07-13}]",
         ["SAM124 Birgit Aagesen er væk fra den 13. juli 2026, men står også"]),
        ("fravær: [{fra: 2026-07-31, til: 2026-07-13}, {fra: 2026-07-01, til: 2026-07-12}]",
         ["SAM120 Birgit Aagesen er væk fra den 31. juli 2026 til den 13. juli 2026"]),
    ],
)  # fmt: skip
def test_validate_knows_what_is_wrong_with_the_settings(copy, setting, told):
    workspace, _ = copy
    role = "    funktion: tovholder\n"
    change(workspace, SETTINGS, role, f"{role}    {setting}\n")
    assert settings_findings(workspace) == [each[:40] for each in told]


def test_a_pre_meeting_has_room_before_the_invitations(copy):
    workspace, _ = copy
    days = "\nplanlægning: {formøde_højst_dage_før: 14}\nmåling:"
    change(workspace, SETTINGS, "\nmåling:", days)
    assert settings_findings(workspace) == ["SAM125 Formødet må ligge højst 14 dage f"]


def settings_findings(workspace):
    found = check_workspace(Workspace(workspace), date(2026, 2, 24)).diagnoses
    own = (each for each in found if each.file.name == SETTINGS)
    return [f"{each.code} {each.message}"[:40] for each in own]


def test_the_settings_of_a_plan_are_shown_one_by_one_in_danish(planned):
    shown = {each.field: each.value for each in settings(Workspace(planned[0]))}
    assert (shown["planlægning.fra"], shown["planlægning.vægte.flytning"]) == ("8.00", "40")
    assert not [value for value in shown.values() if re.search(r"\w\(|datetime|<", value)]
