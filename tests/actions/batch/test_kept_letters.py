"""What was made for a plan is moved into place by its run; only its bytes are trusted."""

import shutil
import stat
import sys
from dataclasses import replace

import pytest
from mailing import LETTERS, bytes_in, case_file, edit, job_of, made, own_template, planned, several

from samarbejde_cli.actions.batch import kept
from samarbejde_cli.actions.batch.kept import FOLDER, keeping
from samarbejde_cli.actions.batch.letters import CaseLetters
from samarbejde_cli.actions.batch.manifest import LetterState

CASES = 3
KINDS = ("invitation", "agenda")


def kept_plan(job):
    with keeping(job.output, job.workspace.root, job.day):
        return planned(job)


def records(workspace):
    return [path.read_bytes() for path in sorted(workspace.root.glob("sager/*/breve.yaml"))]


@pytest.fixture(scope="module")
def mailing(tmp_path_factory):
    """Return a workspace, a plan with all that it keeps, and what a run without that writes."""
    folder = tmp_path_factory.mktemp("kept")
    workspace = several(folder / "workspace", CASES)
    made(job_of(workspace, folder / "made", KINDS))
    whole = bytes_in(folder / "made"), records(workspace)
    job = job_of(workspace, folder / "planned", KINDS, keeps=True)
    return workspace, kept_plan(job), folder / "planned" / FOLDER, whole


@pytest.fixture
def ready(mailing, output):
    """Return the workspace without records, and a job whose plan and letters are kept."""
    workspace, plan, folder, _ = mailing
    for path in workspace.root.glob("sager/*/breve.yaml"):
        path.unlink()
    shutil.copytree(folder, output / FOLDER)
    return workspace, job_of(workspace, output, KINDS), plan


@pytest.fixture
def nothing_is_made(monkeypatch):
    """Let a letter that is made again be an error."""
    monkeypatch.setattr(CaseLetters, "again", lambda *_: 1 / 0)


@pytest.mark.usefixtures("nothing_is_made")
def test_kept_letters_are_moved_and_filed_as_if_they_were_made(mailing, ready):
    workspace, job, plan = ready
    ran = made(job, plan)
    assert ran.succeeded
    assert ran.new == sum(1 for _ in plan.ready)
    assert (bytes_in(job.output), records(workspace)) == mailing[3]
    assert not (job.output / FOLDER).exists()


def damage_letters(folder, plan):
    for number, letter in enumerate(plan.ready):
        path = folder / letter.sha256
        whole = path.read_bytes()
        path.write_bytes([b"", whole[:-1], whole.replace(b"a", b"b"), whole + b" "][number % 4])


def lose_letters(folder, plan):
    for letter in list(plan.ready)[::2]:
        (folder / letter.sha256).unlink()


def damage_filings(folder, plan):
    for number, case in enumerate(plan.cases):
        path = folder / case.number
        whole = path.read_bytes()
        path.write_bytes([b"", whole[:-1], whole.replace(b"Ravn", b"Krage")][number % 3])


def exchange_filings(folder, plan):
    first, second, *_ = (folder / case.number for case in plan.cases)
    second.write_bytes(first.read_bytes())


def lose_everything(folder, plan):
    del plan
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    "spoil", [damage_letters, lose_letters, damage_filings, exchange_filings, lose_everything]
)
def test_what_is_lost_or_damaged_is_made_again(mailing, ready, spoil):
    workspace, job, plan = ready
    spoil(job.output / FOLDER, plan)
    assert made(job, plan).succeeded
    assert (bytes_in(job.output), records(workspace)) == mailing[3]


def test_a_case_that_was_changed_after_the_approval_gets_no_kept_letter(tmp_path, output):
    workspace = several(tmp_path / "workspace", 2)
    job = job_of(workspace, output, KINDS, keeps=True)
    plan = kept_plan(job)
    edit(case_file(workspace, 1), "Kildevej", "Mosevej")
    ran = made(job, plan)
    assert ran.counts == {LetterState.CHANGED: LETTERS + 1, LetterState.DONE: LETTERS + 1}
    assert not list(output.glob("2026-001*.docx"))
    assert not (output / FOLDER).exists()


def test_another_plan_keeps_its_own_letters_only(mailing, ready):
    workspace, job, plan = ready
    agendas = kept_plan(job_of(workspace, job.output, ("agenda",), keeps=True))
    wanted = {each.sha256 for each in agendas.ready} | {each.number for each in agendas.cases}
    assert {path.name for path in (job.output / FOLDER).iterdir()} == {*wanted, ".gitignore"}
    assert made(job, plan).succeeded
    assert records(workspace) == mailing[3][1]


def test_git_and_other_people_do_not_see_them_and_no_name_is_that_of_a_letter(mailing):
    folder = mailing[2]
    assert (folder / ".gitignore").read_text("utf-8") == "*\n"
    for path in folder.iterdir():
        assert path.suffix == ""
        assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sys.platform == "win32" or stat.S_IMODE(folder.stat().st_mode) == 0o700


def stopped(job):
    with keeping(job.output, job.workspace.root, job.day):
        planned(job)
        raise KeyboardInterrupt


def test_a_plan_that_is_stopped_leaves_nothing(mailing, output):
    with pytest.raises(KeyboardInterrupt):
        stopped(job_of(mailing[0], output / "uge 10", keeps=True))
    assert not output.exists()


def test_a_plan_without_letters_leaves_nothing(tmp_path, output):
    workspace = several(tmp_path / "workspace", 1)
    own_template(workspace).write_bytes(b"PK\x03\x04rod")
    assert not list(kept_plan(job_of(workspace, output, keeps=True)).ready)
    assert not output.exists()


def test_on_a_disk_that_is_nearly_full_nothing_is_kept(ready, monkeypatch):
    _, job, plan = ready
    assert kept.size_in(job.output) > sum(each.size for each in plan.ready)
    monkeypatch.setattr(kept, "_ROOM", 1 << 62)
    assert kept.size_in(job.output) == 0
    assert not (job.output / FOLDER).exists()
    assert kept_plan(replace(job, keeps=True)) == plan
    assert not (job.output / FOLDER).exists()
