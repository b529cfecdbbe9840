"""One case in one worker: its letters are written and filed, or neither."""

import os
import sys
from contextlib import nullcontext

import pytest
from mailing import DAY, LETTERS, job_of, made, planned

from samarbejde_cli.actions.batch.job import Group
from samarbejde_cli.actions.batch.manifest import LetterState
from samarbejde_cli.case.case import load_case
from samarbejde_cli.files.lock import locked


def letters(output, number):
    return sorted(path.name for path in output.glob(f"{number}*.docx"))


PAPERS = ("invitation", "agenda")


def ran_of(workspace, folder, group=None, kinds=PAPERS):
    job = job_of(workspace, folder, kinds, group=group)
    ran = made(job)
    assert ran.succeeded
    return ran


@pytest.mark.parametrize("spoil", ["unreadable", "locked", "a folder"])
def test_what_cannot_be_filed_is_not_written_and_the_others_are(workspace, output, spoil):
    job, case = job_of(workspace, output), workspace.root / "sager/2026-002"
    plan = planned(job)
    if spoil == "unreadable":
        (case / "breve.yaml").write_text("- [", "utf-8")
    elif spoil == "a folder":
        (case / ".laas").unlink(missing_ok=True)
        (case / ".laas").mkdir()
    with locked(case) if spoil == "locked" else nullcontext():
        ran = made(job, plan)
    assert letters(output, "2026-002") == []
    assert ran.counts == {LetterState.DONE: 2 * LETTERS, LetterState.FAILED: LETTERS}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_case_that_cannot_be_written_to_does_not_stop_the_others(workspace, output):
    job, case = job_of(workspace, output), workspace.root / "sager/2026-002"
    plan = planned(job)
    case.chmod(0o500)
    try:
        ran = made(job, plan)
    finally:
        case.chmod(0o700)
    assert ran.counts == {LetterState.DONE: 2 * LETTERS, LetterState.FAILED: LETTERS}


class TestFiled:
    def test_every_letter_is_filed_once_on_its_own_case(self, workspace, tmp_path):
        for _ in range(2):
            ran = ran_of(workspace, tmp_path / "ud", Group.CASE)
        for folder in workspace.folders():
            filed = load_case(folder).paper_records
            wanted = [each for each in ran.plan.ready if each.case == folder.name]
            assert [(each.file, each.sha256) for each in filed] == [
                (each.file.rpartition("/")[2], each.sha256) for each in wanted
            ]
            assert {each.date for each in filed} == {DAY}
            own = {person.name for person in load_case(folder).everybody}
            assert {each.recipient for each in filed if each.recipient} <= own

    def test_what_a_killed_run_did_not_file_is_filed_by_the_next(self, workspace, tmp_path):
        ran_of(workspace, tmp_path / "ud")
        before = (workspace.root / "sager/2026-002/breve.yaml").read_bytes()
        (workspace.root / "sager/2026-002/breve.yaml").unlink()
        assert ran_of(workspace, tmp_path / "ud").new == 0
        assert (workspace.root / "sager/2026-002/breve.yaml").read_bytes() == before

    def test_filing_changes_neither_the_plan_nor_its_approval(self, workspace, tmp_path):
        job = job_of(workspace, tmp_path / "ud", PAPERS)
        before = planned(job).hash
        made(job)
        assert planned(job).hash == before

    def test_letters_of_a_case_that_cannot_be_filed_are_not_done(self, workspace, tmp_path):
        job = job_of(workspace, tmp_path / "ud", PAPERS)
        plan = planned(job)
        (workspace.root / "sager/2026-002/breve.yaml").write_text("- [", "utf-8")
        ran = made(job, plan)
        assert not ran.succeeded
        assert ran.counts == {LetterState.DONE: 2 * (LETTERS + 1), LetterState.FAILED: LETTERS + 1}
