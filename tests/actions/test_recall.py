"""What is remembered of cases between runs: never wrong, and nobody's values."""

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from example_case import COMPLETE, TODAY, case_folder, found_in
from rights import ordinary_rights

import samarbejde_cli
from samarbejde_cli.actions import findings_note, many_cases, recall
from samarbejde_cli.actions.status import overview
from samarbejde_cli.actions.status_note import note_of, standing_of
from samarbejde_cli.actions.todo import Span, todo
from samarbejde_cli.actions.validate import check_workspace, checked_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case import folder_state
from samarbejde_cli.case.case import load_case
from samarbejde_cli.files import find, memory
from samarbejde_cli.report import findings
from samarbejde_cli.report.json_text import as_text
from samarbejde_cli.report.status import as_text as as_table
from samarbejde_cli.report.todo import as_json as todo_json
from samarbejde_cli.report.todo import as_lines as todo_lines
from samarbejde_cli.rules.engine.registry import all_rules

FIRST, SECOND, THIRD = "2026-001", "2026-002", "2026-003"
PROGRAM = [sys.executable, "-m", "samarbejde_cli"]


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """Three cases with nothing wrong, whose files count as older than the disk's clock ticks.

    One core asks them: ``test_many_cases`` compares that with several.
    """
    monkeypatch.setattr(many_cases, "FEW", 2)
    monkeypatch.setattr(many_cases, "cores", lambda: 1)
    monkeypatch.setattr(folder_state, "_COARSE", -3_600_000_000_000)
    root = tmp_path / "arbejde"
    for number, case in enumerate((FIRST, SECOND, THIRD), 1):
        copy = shutil.copytree(COMPLETE, root / "sager" / case)
        replace(copy / "sag.yaml", "720810-4322", f"720810-43{number}8")
        (copy / "samarbejde.yaml").replace(root / "samarbejde.yaml")
    return root


def replace(path, old, new):
    text = path.read_text("utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """A function that says which cases were read whole since it was asked, in any process."""
    record, load_case = tmp_path / "spurgt", recall.load_case

    def noting(folder):
        with record.open("a") as file:
            file.write(f"{folder.name}\n")
        return load_case(folder)

    def taken():
        found = sorted(set(record.read_text().split())) if record.exists() else []
        record.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(recall, "load_case", noting)
    return taken


def page(root, day=TODAY):
    """Return all that is printed of a workspace."""
    checked = check_workspace(Workspace(root), day)
    standings = as_table(overview(Workspace(root), day, briefly=True), is_empty=False, most=9)
    due = todo(Workspace(root), day, Span(day, date(2027, 3, 1), late=True), None)
    lines = [*findings.checked_lines(checked, "full"), *standings.splitlines()]
    lines += [*todo_lines(due), as_text(todo_json(due), "utf-8")]
    return [*lines, as_text(findings.as_json(checked), "utf-8")]


def fresh(root, day=TODAY):
    """Return the same without any memory."""
    folder, away = root / find.MEMORY_FOLDER, root.parent / "imens"
    folder.rename(away)
    try:
        return page(root, day)
    finally:
        shutil.rmtree(folder)
        away.rename(folder)


def plan_of(root, case=SECOND):
    return root / "sager" / case / "plan.yaml"


def not_in_first_person(root):
    replace(plan_of(root), "mål: Jeg", "mål: Hun")


def same_size_and_time(root):
    plan = plan_of(root)
    before = plan.stat()
    not_in_first_person(root)
    os.utime(plan, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (plan.stat().st_size, plan.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def replaced_by_another(root):
    plan = plan_of(root)
    before, other = plan.stat(), plan.with_name(".ny")
    other.write_text(plan.read_text("utf-8").replace("mål: Jeg", "mål: Hun"), "utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(plan)


def same_number_as_another(root):
    replace(root / "sager" / THIRD / "sag.yaml", "720810-4338", "720810-4328")


def booked(root, case, start, room="Egen"):
    with (root / "sager" / case / "sag.yaml").open("a", encoding="utf-8", newline="\n") as file:
        file.write(
            f"andre_møder: [{{slags: akut, dato: 2026-04-14, start: {start}, slut: 12.00, "
            f"lokale: {room}, personer: [Jonas Berg], formål: Ro i skolen}}]\n"
        )


def in_the_same_room(root):
    for case, start in ((FIRST, "10.00"), (THIRD, "11.00")):
        booked(root, case, start)


def setting(root):
    replace(root / "samarbejde.yaml", "navn: Egen", "navn: Elmen")


def another_profile(root):
    replace(root / "sager" / SECOND / "sag.yaml", "runde: 1", "runde: 1\nprofil: middelfart")


def stray(root):
    plan_of(root).with_name("plan.yml").write_text("", "utf-8")


def stray_in_a_folder(root):
    plan_of(root).with_name("gammelt").mkdir()
    (plan_of(root).with_name("gammelt") / "plan.yaml").write_text("", "utf-8")


def taken_away(root):
    plan_of(root).unlink()


def renamed(root):
    plan_of(root).rename(plan_of(root).with_name("Plan.yaml"))


def a_folder_instead(root):
    plan_of(root).unlink()
    plan_of(root).mkdir()


def case_renamed(root):
    (root / "sager" / SECOND).rename(root / "sager" / "Silje Ravn")


def case_added(root):
    shutil.copytree(root / "sager" / SECOND, root / "sager" / "2026-004")


def round_added(root):
    shutil.copy(
        root / "sager" / SECOND / "runder" / "1.yaml", root / "sager" / SECOND / "runder" / "3.yaml"
    )


def link_elsewhere(root):
    other = root.parent / "andet.yaml"
    other.write_text("mål: [", "utf-8")
    plan_of(root).unlink()
    plan_of(root).symlink_to(other)


def untidy(root):
    """Give every case what is found in many: people and rooms that nobody knows, others' goals."""
    for case in (FIRST, SECOND, THIRD):
        replace(plan_of(root, case), "mål: Jeg", "mål: Hun")
        replace(plan_of(root, case), "ansvarlige: [jeg", "ansvarlige: [Ukendt Person")
        replace(root / "sager" / case / "runder" / "1.yaml", "lokale: Bøgen", "lokale: Salen")


CHANGES = [
    not_in_first_person, same_size_and_time, replaced_by_another, same_number_as_another,
    in_the_same_room, setting, another_profile, stray, stray_in_a_folder, taken_away, renamed,
    a_folder_instead, case_renamed, case_added, round_added, link_elsewhere,
]  # fmt: skip


def test_where_processes_start_slowly_only_changed_cases_are_left_to_them(
    workspace, asked, monkeypatch
):
    monkeypatch.setattr(recall, "forks", lambda: False)
    page(workspace)
    asked()
    not_in_first_person(workspace)
    changed = page(workspace)
    assert asked() == [SECOND]
    assert changed == fresh(workspace)


@pytest.mark.parametrize("change", CHANGES)
def test_each_thing_that_a_check_depends_on_is_noticed(workspace, asked, change):
    before = page(workspace)
    assert "3 sager gennemgået: intet at bemærke." in before
    asked()
    assert page(workspace) == before
    assert asked() == []
    change(workspace)
    after = page(workspace)
    assert after == fresh(workspace)
    assert after != before
    assert page(workspace) == after


def test_only_what_changed_is_read_again(workspace, asked):
    page(workspace)
    for change in (
        not_in_first_person,
        lambda root: replace(plan_of(root), "mål: Hun", "mål: Jeg"),
    ):
        asked()
        change(workspace)
        page(workspace)
        assert asked() == [SECOND]


def test_another_day_is_another_question(workspace):
    page(workspace)
    earlier = date(2026, 2, 1)
    assert page(workspace, earlier) == fresh(workspace, earlier) != page(workspace)


def test_a_case_that_was_touched_or_copied_is_the_same(workspace, asked):
    before = page(workspace)
    asked()
    os.utime(plan_of(workspace))
    shutil.copy(plan_of(workspace), plan_of(workspace).with_name(".ny"))
    plan_of(workspace).with_name(".ny").replace(plan_of(workspace))
    assert page(workspace) == before
    assert asked() == []


def test_cases_that_left_and_came_back_are_compared_with_those_that_came_meanwhile(workspace):
    other = workspace.parent / "andet"
    for _ in range(2):
        (workspace / "sager" / SECOND).rename(other)
        same_number_as_another(workspace) if _ == 0 else None
        assert not any("SAM913" in line for line in page(workspace))
        other.rename(workspace / "sager" / SECOND)
        assert any("SAM913" in line for line in page(workspace))
    assert page(workspace) == fresh(workspace)


def test_what_two_cases_share_is_told_each_time_and_no_longer_when_it_is_over(workspace, asked):
    before = page(workspace)
    same_number_as_another(workspace)
    clash = page(workspace)
    asked()
    assert page(workspace) == clash == fresh(workspace)
    replace(workspace / "sager" / THIRD / "sag.yaml", "720810-4328", "720810-4338")
    assert page(workspace) == before == page(workspace)


def test_a_meeting_is_compared_with_those_that_are_only_remembered(workspace, asked):
    booked(workspace, FIRST, "10.00")
    booked(workspace, SECOND, "9.00", "Bøgen")
    before = page(workspace)
    replace(workspace / "sager" / SECOND / "sag.yaml", "slut: 12.00", "slut: 9.59")
    assert page(workspace) == fresh(workspace) != before
    booked(workspace, THIRD, "11.59")
    asked()
    clash = page(workspace)
    assert asked() == [THIRD]
    assert clash == fresh(workspace)
    assert sum("SAM632" in line for line in clash) == 2


def test_a_file_that_was_just_written_is_read_again(workspace, monkeypatch):
    """As git does it: what changes within a tick of the clock, with the same size, looks alike."""
    monkeypatch.setattr(folder_state, "_COARSE", 2_000_000_000)
    not_in_first_person(workspace)
    replace(plan_of(workspace), "mål: Hun", "mål: Jeg")
    page(workspace)
    assert {line.split(" ")[0] for line in lines_of(workspace)[2:]} == {"-"}


def lines_of(root):
    [path] = (root / find.MEMORY_FOLDER).glob("validate-*")
    return path.read_text("ascii").splitlines()


def damaged(path, change):
    path.write_bytes(change(path.read_bytes()))


DAMAGE = {
    "empty": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "a letter": lambda data: data[:-2] + bytes([data[-2] ^ 1]) + data[-1:],
    "another format": lambda data: data.replace(b"-1 ", b"-2 ", 1),
    "no text": lambda _: os.urandom(500),
    "words": lambda _: b"a b c\nd e f\n",
    "another salt": lambda data: re.sub(rb" [0-9a-f]{32} ", b" " + b"0" * 32 + b" ", data, count=1),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_memory_is_none(workspace, asked, how):
    before = page(workspace)
    for path in (workspace / find.MEMORY_FOLDER).glob("*-*"):
        damaged(path, DAMAGE[how])
    asked()
    assert page(workspace) == before
    assert asked() == [FIRST, SECOND, THIRD]
    asked()
    assert page(workspace) == before
    assert asked() == []


@pytest.mark.parametrize(
    ("where", "what", "value"),
    [
        (sys, "version", "4.0"),
        (sys, "flags", SimpleNamespace(optimize=2)),
        (memory.platform, "node", lambda: "PC-ANNE"),
    ],
)
def test_the_memory_of_another_python_or_computer_is_none(
    workspace, asked, monkeypatch, where, what, value
):
    before = page(workspace)
    asked()
    monkeypatch.setattr(where, what, value)
    assert page(workspace) == before
    assert asked() == [FIRST, SECOND, THIRD]


def test_without_leave_to_write_all_is_asked_each_time(workspace, asked):
    before = page(workspace)
    shutil.rmtree(workspace / find.MEMORY_FOLDER)
    workspace.chmod(0o500)
    with ordinary_rights():
        for _ in range(2):
            asked()
            assert page(workspace) == before
            assert asked() == [FIRST, SECOND, THIRD]
    workspace.chmod(0o700)
    (workspace / find.MEMORY_FOLDER).write_text("en fil", "utf-8")
    assert page(workspace) == before


def test_two_at_once(workspace):
    expected = page(workspace)
    with ThreadPoolExecutor(4) as threads:
        for turn in range(4):
            shutil.rmtree(workspace / find.MEMORY_FOLDER)
            os.utime(plan_of(workspace), (turn, turn))
            assert list(threads.map(page, [workspace] * 4)) == [expected] * 4
            assert page(workspace) == expected


def test_nothing_of_a_case_is_in_the_memory(workspace, asked):
    in_the_same_room(workspace)
    untidy(workspace)
    assert page(workspace) == page(workspace) == fresh(workspace)
    assert asked()[-3:] == [FIRST, SECOND, THIRD]
    page(workspace)
    assert asked() == []
    kept = "\n".join(path.read_text() for path in (workspace / find.MEMORY_FOLDER).iterdir())
    words = {
        word
        for path in workspace.glob("sager/**/*.yaml")
        for word in re.findall(r"[^\W\d_]{4,}|[\d-]{8,}", path.read_text("utf-8"))
    }
    kept = kept.replace("samarbejde", "")
    assert not {word for word in words if word in kept and not re.fullmatch("[a-f]+", word)}
    assert not {case for case in (FIRST, SECOND, THIRD) if case in kept}
    # whoever guesses a value finds its bucket taken, right or wrong
    assert lines_of(workspace)[1] == "1"


def test_git_and_other_people_leave_it_alone(workspace):
    page(workspace)
    folder = workspace / find.MEMORY_FOLDER
    git = [shutil.which("git"), "-C", workspace]
    subprocess.run([*git, "init", "-q"], check=True)
    shown = [*git, "status", "--porcelain", "--untracked-files=all"]
    assert (
        find.MEMORY_FOLDER
        not in subprocess.run(shown, check=True, capture_output=True, text=True).stdout
    )
    if os.name != "nt":
        assert {path.stat().st_mode & 0o077 for path in (folder, *folder.glob("validate-*"))} == {0}


def test_a_rule_or_a_version_that_changed_is_asked_again(workspace, tmp_path):
    copy = tmp_path / "program" / "samarbejde_cli"
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(samarbejde_cli.__file__).parent, copy, ignore=skipped)
    replace(copy / "actions" / "many_cases.py", "FEW = 96", "FEW = 2")

    def printed():
        environment = os.environ | {"PYTHONPATH": str(copy.parent), "SAMARBEJDE_DAG": f"{TODAY}"}
        done = subprocess.run(
            [*PROGRAM, "validate"],
            cwd=workspace,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )
        return done.stdout

    assert "intet at bemærke" in printed()
    rule = copy / "rules" / "plan" / "sam701_first_person.py"
    replace(
        rule,
        "def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:",
        "def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:\n"
        "    yield RULE.finding(case.location('plan'), hvad='x', årsag='y')\n",
    )
    assert printed().count("SAM701") == 3


def test_a_name_that_is_written_otherwise_is_read_each_time(workspace, asked):
    sag = workspace / "sager" / SECOND / "sag.yaml"
    replace(sag, "navn: Silje Ravn", "navn: 'Silje O''Hara Ravn'")
    for path in (workspace / "sager" / SECOND).rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("Silje Ravn", "Silje"), "utf-8")
    before = page(workspace)
    asked()
    assert page(workspace) == before == fresh(workspace)
    assert SECOND in asked()
    assert any("Silje O'Hara Ravn" in line for line in before)


def test_what_is_to_be_done_in_a_case_is_known_again(workspace, asked):
    span = Span(TODAY, date(2026, 4, 30), late=True)

    def tasks(person=None):
        return todo(Workspace(workspace), TODAY, span, person).tasks

    assert tasks() == ()
    asked()
    assert tasks() == ()
    assert asked() == []
    booked(workspace, SECOND, "10.00")
    [meeting] = found = tasks()
    assert (meeting.case, meeting.day, meeting.phone) == (SECOND, date(2026, 4, 14), "57 00 00 13")
    assert asked() == [SECOND]
    assert tasks() == found == tasks(person="Anne Holm")
    assert asked() == []


def test_a_file_that_changes_while_it_is_looked_up_is_read_whole(workspace):
    case, found = workspace / "sager" / SECOND, Workspace(workspace)
    [_, standing, _] = overview(found, TODAY)
    note = note_of(load_case(case), standing, found)
    state = folder_state.state_of(case)
    assert standing_of(note, state, found).name == "Silje Ravn"
    replace(case / "sag.yaml", "navn: Silje Ravn", "navn: Stine Ravn")
    assert standing_of(note, state, found) is None


def test_findings_of_nearly_every_rule_are_told_from_their_places(tmp_path):
    """What cannot be told from places is found anew: never told otherwise."""
    known, anew = 0, []
    for rule in all_rules().values():
        if not rule.check or rule.only_shown:
            continue
        root = tmp_path / rule.code
        found_in(root, rule.wrong)
        space, case = Workspace(root), load_case(case_folder(root))
        pairs = list(checked_case(space, case, TODAY))
        note = findings_note.note_of(pairs, case, space.loaded.source)
        if note is None:
            anew.append(rule.code)
            continue
        state = folder_state.state_of(case.folder)
        told = findings_note.findings_of(note, state, space.loaded.source)
        assert told == [each for _, each in pairs], rule.code
        known += 1
    assert known > 100
    assert len(anew) < 3, anew
