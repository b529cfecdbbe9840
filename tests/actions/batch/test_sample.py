"""Three samples represent a plan, and the plan is saved beside them until it is approved."""

import pytest
from mailing import case_file, edit, job_of, made, own_template, planned, several

from samarbejde_cli.actions.batch import sample

CASES = 5


@pytest.fixture
def workspace(five_cases):
    return five_cases


def changed_template(workspace):
    path = own_template(workspace)
    path.write_bytes(path.read_bytes() + b"\n")


def changed_settings(workspace):
    with (workspace.root / "samarbejde.yaml").open("a", encoding="utf-8") as file:
        file.write("# en bemærkning\n")


def test_three_samples_are_the_shortest_the_longest_and_one_that_the_plan_decides(
    workspace, output
):
    job = job_of(workspace, output)
    plan = planned(job)
    paths = sample.write(plan, job)
    assert [path.name.split("-")[1] for path in paths] == ["kortest", "længst", "tilfældig"]
    sizes = [path.stat().st_size for path in paths]
    assert sizes[0] == min(each.size for each in plan.letters)
    assert sizes[1] == max(each.size for each in plan.letters)
    assert sample.choose(plan) == sample.choose(planned(job))
    assert {path.name for path in output.iterdir()} == {sample.FOLDER}


def test_samples_are_the_letters_of_the_run(workspace, output):
    job = job_of(workspace, output)
    plan = planned(job)
    sample.write(plan, job)
    made(job, plan)
    for name, letter in sample.choose(plan).items():
        assert (output / sample.FOLDER / name).read_bytes() == (output / letter.file).read_bytes()


def test_new_samples_take_the_places_of_the_old(workspace, output):
    job = job_of(workspace, output)
    sample.write(planned(job), job)
    edit(case_file(workspace, 1), "Kildevej", "En meget lang og snoet vej gennem skoven")
    sample.write(planned(job), job)
    assert len(list((output / sample.FOLDER).glob("*.docx"))) == 3


def test_one_letter_alone_is_one_sample(tmp_path, output):
    workspace = several(tmp_path / "one", 1)
    job = job_of(workspace, output, ("agenda",))
    assert len(sample.write(planned(job), job)) == 1


def test_an_unchanged_case_is_not_planned_again_but_gives_the_same_plan(workspace, output):
    job = job_of(workspace, output)
    plan = planned(job)
    sample.write(plan, job)
    known = sample.load_plan(job, output / sample.FOLDER)
    assert list(known) == [case.number for case in plan.cases]
    assert planned(job, known=known).cases == plan.cases


def test_a_saved_plan_does_not_cover_a_changed_case(workspace, output):
    job = job_of(workspace, output)
    plan = planned(job)
    sample.write(plan, job)
    edit(case_file(workspace, 2), "Kildevej", "Mosevej")
    known = sample.load_plan(job, output / sample.FOLDER)
    again = planned(job, known=known)
    assert again.hash == planned(job).hash != plan.hash
    assert sample.differences(again, job, output / sample.FOLDER) == ["sag 2026-002"]


@pytest.mark.parametrize("change", [changed_template, changed_settings])
def test_a_saved_plan_holds_under_its_own_conditions_only(workspace, output, change):
    job = job_of(workspace, output)
    sample.write(planned(job), job)
    change(workspace)
    new = job_of(workspace, output)
    assert sample.load_plan(new, output / sample.FOLDER) == {}
    assert len(sample.differences(planned(new), new, output / sample.FOLDER)) == 1


def test_a_saved_plan_that_was_tampered_with_is_not_used(workspace, output):
    job = job_of(workspace, output)
    sample.write(planned(job), job)
    edit(output / sample.FOLDER / sample.PLAN, "skole", "sk0le")
    assert sample.load_plan(job, output / sample.FOLDER) == {}


def test_a_blocked_case_is_not_in_the_saved_plan(workspace, output):
    edit(case_file(workspace, 2, "samtykke.yaml"), "  - person: Karin Friisc\n", "")
    job = job_of(workspace, output)
    sample.write(planned(job), job)
    assert "2026-002" not in sample.load_plan(job, output / sample.FOLDER)
    assert "Karin" not in (output / sample.FOLDER / sample.PLAN).read_text("utf-8")
