"""A run writes what was planned, wherever it is stopped and whatever changes meanwhile."""

import json
import resource
import shutil
import sys
from contextlib import contextmanager

import pytest
from mailing import DAY, LETTERS, bytes_in, edit, job_of, made, planned, several

from samarbejde_cli.actions.batch.manifest import LetterState
from samarbejde_cli.actions.batch.running import UNDER_WAY
from samarbejde_cli.actions.batch.selection import CaseSelection
from samarbejde_cli.documents.lookup import OWN_FOLDER
from samarbejde_cli.errors import ConflictError, WriteError, WrongUseError
from samarbejde_cli.files.lock import TEMPORARY, locked
from samarbejde_cli.shipped import shipped

CASES = 5


TEMPLATE = "indkaldelse-første.docx"


unix = pytest.mark.skipif(sys.platform != "linux", reason="needs signals and limits of Unix")


@pytest.fixture
def workspace(tmp_path):
    return several(tmp_path / "workspace", CASES)


def case_file(workspace, number, name="sag.yaml"):
    return workspace.root / "sager" / f"2026-{number:03d}" / name


def withdraw(workspace, number):
    with case_file(workspace, number, "samtykke.yaml").open("a", encoding="utf-8") as file:
        file.write("tilbagekaldt: {dato: 2026-02-11, af: Silje}\n")


def letters(folder):
    return sorted(path.name for path in folder.glob("*.docx"))


def record(folder):
    return json.loads((folder / "manifest.json").read_text("utf-8"))


def own_template(workspace):
    """Put a template of one's own in the workspace; return its path."""
    path = workspace.root / OWN_FOLDER / TEMPLATE
    path.parent.mkdir()
    shutil.copy(shipped("templates") / TEMPLATE, path)
    return path


def once(act):
    """Return a tick that acts when the first letters are done."""
    todo = [act]

    def tick(_done):
        if todo:
            todo.pop()()

    return tick


def changed_settings(workspace):
    with (workspace.root / "samarbejde.yaml").open("a", encoding="utf-8") as file:
        file.write("# en bemærkning\n")


@contextmanager
def room_for(size):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_run_writes_what_was_planned_and_a_record_of_it(workspace, output):
    ran = made(job_of(workspace, output))
    assert ran.succeeded
    assert ran.new == CASES * LETTERS
    assert letters(output) == sorted(each.file for each in ran.plan.letters)
    head = record(output)
    assert (head["complete"], head["plan"], head["day"]) == (True, ran.plan.hash, DAY.isoformat())
    assert head["counts"] == {"færdig": CASES * LETTERS}
    assert not (output / UNDER_WAY).exists()


def test_file_names_name_nobody(workspace, output):
    ran = made(job_of(workspace, output, ("invitation", "agenda", "goals", "consent")))
    assert ran.counts[LetterState.DONE] > CASES * LETTERS
    for name in letters(output):
        assert name.startswith("2026-00")
        assert "ravn" not in name.casefold()


@unix
def test_workers_write_the_same_bytes_as_one_process(workspace, tmp_path):
    made(job_of(workspace, tmp_path / "one"))
    made(job_of(workspace, tmp_path / "eight"), workers=8)
    assert bytes_in(tmp_path / "one") == bytes_in(tmp_path / "eight")


def test_a_second_run_writes_nothing_and_leaves_the_same_record(workspace, output):
    made(job_of(workspace, output))
    before = bytes_in(output)
    times = {path.name: path.stat().st_mtime_ns for path in output.glob("*.docx")}
    ran = made(job_of(workspace, output))
    assert (ran.new, ran.succeeded) == (0, True)
    assert bytes_in(output) == before
    assert times == {path.name: path.stat().st_mtime_ns for path in output.glob("*.docx")}


def test_an_interrupted_run_tells_how_far_it_came_and_ends_like_an_undisturbed_one(
    workspace, tmp_path
):
    def interrupt():
        raise KeyboardInterrupt

    job = job_of(workspace, tmp_path / "broken")
    with pytest.raises(KeyboardInterrupt):
        made(job, tick=once(interrupt))
    head = record(tmp_path / "broken")
    assert head["complete"] is False
    assert head["counts"] == {"færdig": LETTERS, "mangler": (CASES - 1) * LETTERS}
    done = {each["file"] for each in head["letters"] if each["state"] == "færdig"}
    assert done == set(letters(tmp_path / "broken"))
    made(job)
    made(job_of(workspace, tmp_path / "whole"))
    assert bytes_in(tmp_path / "broken") == bytes_in(tmp_path / "whole")


def test_a_case_edited_meanwhile_gets_no_letters_and_the_record_says_so(workspace, output):
    job = job_of(workspace, output)
    ran = made(job, tick=once(lambda: edit(case_file(workspace, 4), "Kildevej", "Mosevej")))
    assert ran.counts == {LetterState.DONE: (CASES - 1) * LETTERS, LetterState.CHANGED: LETTERS}
    assert not ran.succeeded
    assert not list(output.glob("2026-004*"))
    assert {each["case"] for each in record(output)["letters"] if not each["sha256"]} == {
        "2026-004"
    }


def test_a_consent_withdrawn_meanwhile_stops_the_letters(workspace, output):
    def withdraw():
        path = case_file(workspace, 5, "samtykke.yaml")
        path.write_text(
            path.read_text("utf-8") + "tilbagekaldt: {dato: 2026-02-12, af: S}\n", "utf-8"
        )

    ran = made(job_of(workspace, output), tick=once(withdraw))
    assert ran.counts[LetterState.CHANGED] == LETTERS
    assert not list(output.glob("2026-005*"))


def test_a_template_replaced_meanwhile_is_noticed_and_not_used(workspace, tmp_path):
    path = own_template(workspace)
    made(job_of(workspace, tmp_path / "whole"))

    def replace():
        shutil.copy(shipped("templates") / "indkaldelse-opfølgning.docx", path)

    ran = made(job_of(workspace, tmp_path / "breve"), tick=once(replace))
    assert ran.replaced == [TEMPLATE]
    assert bytes_in(tmp_path / "breve") == bytes_in(tmp_path / "whole")


def test_settings_changed_meanwhile_are_noticed(workspace, output):
    ran = made(job_of(workspace, output), tick=once(lambda: changed_settings(workspace)))
    assert ran.replaced == ["samarbejde.yaml"]
    assert ran.succeeded


def test_a_folder_removed_meanwhile_stops_the_run_and_is_not_made_again(workspace, output):
    with pytest.raises(WriteError, match="mappen findes ikke mere"):
        made(job_of(workspace, output), tick=once(lambda: shutil.rmtree(output)))
    assert not output.exists()


@unix
@pytest.mark.parametrize("workers", [1, 2])
def test_without_room_nothing_half_is_left_and_the_next_run_ends_like_an_undisturbed_one(
    workspace, tmp_path, workers
):
    job = job_of(workspace, tmp_path / "full")
    plan = planned(job)
    with room_for(4_000), pytest.raises(WriteError, match="ikke plads"):
        made(job, plan, workers)
    left = bytes_in(tmp_path / "full")
    assert set(left) == {UNDER_WAY}
    made(job, plan)
    made(job_of(workspace, tmp_path / "whole"))
    assert bytes_in(tmp_path / "full") == bytes_in(tmp_path / "whole")


def test_a_letter_edited_by_hand_is_kept(workspace, output):
    job = job_of(workspace, output)
    made(job)
    name = letters(output)[0]
    edited = (output / letters(output)[1]).read_bytes()
    (output / name).write_bytes(edited)
    ran = made(job)
    assert ran.counts[LetterState.KEPT] == 1
    assert not ran.succeeded
    assert (output / name).read_bytes() == edited


def test_with_overwrite_it_is_kept_as_a_copy(workspace, output):
    made(job_of(workspace, output))
    name, other = letters(output)[:2]
    before, edited = (output / name).read_bytes(), (output / other).read_bytes()
    (output / name).write_bytes(edited)
    ran = made(job_of(workspace, output, overwrite=True))
    assert ran.succeeded
    assert (output / name).read_bytes() == before
    assert (output / name.replace(".docx", " (tidligere 1).docx")).read_bytes() == edited


def test_a_file_torn_by_a_power_cut_is_written_again(workspace, output):
    made(job_of(workspace, output))
    before = bytes_in(output)
    for size, name in zip((0, 500), letters(output), strict=False):
        (output / name).write_bytes(before[name][:size])
    ran = made(job_of(workspace, output))
    assert (ran.new, ran.succeeded) == (2, True)
    assert bytes_in(output) == before


def test_two_mailings_are_never_mixed_in_one_folder(workspace, output):
    made(job_of(workspace, output))
    before = bytes_in(output)
    job = job_of(workspace, output, selection=CaseSelection(numbers=("2026-001",)))
    with pytest.raises(WrongUseError, match="ikke hører til denne udsendelse"):
        made(job)
    assert bytes_in(output) == before


def test_two_runs_do_not_work_in_one_folder(workspace, output, monkeypatch):
    monkeypatch.setattr("samarbejde_cli.actions.batch.running.locked", lambda f: locked(f, 0.05))
    output.mkdir()
    with locked(output), pytest.raises(ConflictError):
        made(job_of(workspace, output))


def test_what_a_killed_run_left_behind_goes_away(workspace, output):
    output.mkdir()
    (output / f"{TEMPORARY}abc").write_bytes(b"half")
    made(job_of(workspace, output))
    assert not list(output.glob(f"{TEMPORARY}*"))
