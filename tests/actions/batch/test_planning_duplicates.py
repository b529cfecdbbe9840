"""Two open cases with one CPR number: nobody knows whose letters they are, so there are none."""

import pytest
from mailing import LETTERS, edit, job_of, made, planned, several

from samarbejde_cli.actions.batch.selection import CaseSelection

NUMBER, OTHER = "720810-4001", "720810-4002"


@pytest.fixture
def workspace(tmp_path):
    found = several(tmp_path / "Ungeteam", 3)
    edit(found.root / "sager/2026-002/sag.yaml", OTHER, NUMBER)
    return found


def blocked(plan):
    return {case.number: [each.code for each in case.obstacles] for case in plan.hindered}


def close(workspace, number):
    edit(workspace.root / f"sager/{number}/sag.yaml", "trin: opfølgning", "trin: afsluttet")


@pytest.mark.parametrize("workers", [1, 2])
def test_both_cases_are_blocked_and_the_others_go_on(workspace, tmp_path, workers):
    job = job_of(workspace, tmp_path / "ud")
    plan = planned(job, workers)
    assert blocked(plan) == {"2026-001": ["SAM913"], "2026-002": ["SAM913"]}
    assert {letter.case for letter in plan.ready} == {"2026-003"}
    ran = made(job, plan)
    assert not ran.succeeded
    assert len(list(job.output.glob("*.docx"))) == LETTERS


def test_each_is_told_with_its_own_place_and_the_other_case(workspace, tmp_path):
    plan = planned(job_of(workspace, tmp_path / "ud"))
    told = {case.number: case.obstacles[0] for case in plan.hindered}
    assert "sag 2026-002" in told["2026-001"].message
    assert "sag 2026-001" in told["2026-002"].message
    assert told["2026-001"].place.startswith("sager/2026-001/sag.yaml:")


def test_a_case_that_is_not_selected_counts_too(workspace, tmp_path):
    edit(workspace.root / "sager/2026-002/sag.yaml", "afdeling: ", "afdeling: Anden ")
    selection = CaseSelection(department="Anden")
    plan = planned(job_of(workspace, tmp_path / "ud", selection=selection))
    assert blocked(plan) == {"2026-002": ["SAM913"]}


def test_a_case_that_has_ended_may_have_the_number(workspace, tmp_path):
    close(workspace, "2026-001")
    plan = planned(job_of(workspace, tmp_path / "ud"))
    assert "2026-002" not in blocked(plan)


def test_where_the_rule_is_switched_off_nothing_is_blocked(workspace, tmp_path):
    off = "\nregler:\n  SAM913: {alvor: fra, begrundelse: Prøve med to}\n"
    edit(workspace.root / "samarbejde.yaml", "\nregler:\n", off)
    assert blocked(planned(job_of(workspace, tmp_path / "ud"))) == {}


def test_what_tells_people_apart_does_not_tell_the_number(workspace, tmp_path):
    jobs = [job_of(workspace, tmp_path / "ud") for _ in range(2)]
    assert jobs[0].secret != jobs[1].secret
    assert all(job.secret.hex() not in repr(job) for job in jobs)
    assert planned(jobs[0]).hash == planned(jobs[1]).hash


def test_a_duplicate_that_came_after_the_sample_is_found(tmp_path):
    workspace = several(tmp_path / "Ungeteam", 3)
    job = job_of(workspace, tmp_path / "ud")
    known = {case.number: case for case in planned(job).cases}
    assert len(known) == 3
    edit(workspace.root / "sager/2026-002/sag.yaml", OTHER, NUMBER)
    again = planned(job_of(workspace, tmp_path / "ud"), known=known)
    assert blocked(again) == {"2026-001": ["SAM913"], "2026-002": ["SAM913"]}
