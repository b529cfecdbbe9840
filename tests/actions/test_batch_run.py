import json
import resource
import shutil
import sys
from contextlib import contextmanager

import pytest
from mailing import DAY, LETTERS, bytes_in, edit, job_of, made, planned, several

from samarbejde_cli.actions.batch import sample
from samarbejde_cli.actions.batch.manifest import LetterState
from samarbejde_cli.actions.batch.running import UNDER_WAY
from samarbejde_cli.actions.batch.selection import CaseSelection
from samarbejde_cli.case.steps import Step
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


@pytest.fixture
def output(tmp_path):
    return tmp_path / "breve"


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


# the plan


def test_a_plan_tells_every_letter_and_writes_nothing(workspace, output):
    plan = planned(job_of(workspace, output))
    found = list(plan.letters)
    assert len(found) == len(list(plan.ready)) == CASES * LETTERS
    assert (found[0].case, found[0].role, found[0].recipient, found[0].channel) == (
        "2026-001",
        "forælder",
        "sag.forældre[1]",
        "sikker-post",
    )
    assert found[0].file == "2026-001-runde-1-indkaldelse-forælder.docx"
    assert not output.exists()


def test_the_hash_is_the_same_for_the_same_and_however_many_workers(workspace, output):
    assert planned(job_of(workspace, output)).hash == planned(job_of(workspace, output), 2).hash


def changed_data(workspace):
    edit(case_file(workspace, 2), "Kildevej", "Mosevej")


def changed_template(workspace):
    path = own_template(workspace)
    path.write_bytes(path.read_bytes() + b"\n")


def changed_settings(workspace):
    with (workspace.root / "samarbejde.yaml").open("a", encoding="utf-8") as file:
        file.write("# en bemærkning\n")


@pytest.mark.parametrize("change", [changed_data, changed_template, changed_settings])
def test_the_hash_covers_data_templates_and_settings(workspace, output, change):
    before = planned(job_of(workspace, output)).hash
    change(workspace)
    assert planned(job_of(workspace, output)).hash != before


def test_the_hash_covers_the_program(workspace, output, monkeypatch):
    before = planned(job_of(workspace, output)).hash
    monkeypatch.setattr("samarbejde_cli.actions.batch.planning.__version__", "9.9.9")
    assert planned(job_of(workspace, output)).hash != before


def test_whoever_is_not_in_the_consent_gets_nothing_and_the_others_do(workspace, output):
    edit(case_file(workspace, 2, "samtykke.yaml"), "  - person: Karin Friisc\n", "")
    plan = planned(job_of(workspace, output))
    blocked = [each for each in plan.letters if each.is_blocked]
    assert [(each.case, each.role) for each in blocked] == [("2026-002", "skole")]
    assert blocked[0].obstacles[0].code == "SAM407"
    assert blocked[0].obstacles[0].place.startswith("sager/2026-002/samtykke.yaml:")
    assert len(list(plan.ready)) == CASES * LETTERS - 1


def test_a_missing_value_is_told_with_its_place(workspace, output):
    edit(case_file(workspace, 3, "runder/1.yaml"), "  lokale: Egen\n", "")
    plan = planned(job_of(workspace, output))
    (hindered,) = plan.hindered
    found = {each for letter in hindered.letters for each in letter.obstacles}
    assert {(each.code, each.file) for each in found} == {
        ("SAM102", "sager/2026-003/runder/1.yaml")
    }


def test_many_are_not_asked_to_a_day_that_is_past(workspace, output):
    edit(workspace.root / "sager/2026-002/runder/1.yaml", "dato: 2026-03-03", "dato: 2026-02-03")
    plan = planned(job_of(workspace, output, ("invitation", "agenda")))
    found = {each.kind: each.is_blocked for each in plan.letters if each.case == "2026-002"}
    assert found == {"invitation": True, "agenda": False}
    assert {e.code for each in plan.letters for e in each.obstacles} == {"SAM614"}


def test_a_withdrawn_consent_stops_the_whole_case(workspace, output):
    path = case_file(workspace, 4, "samtykke.yaml")
    path.write_text(
        path.read_text("utf-8") + "tilbagekaldt: {dato: 2026-02-11, af: Silje}\n", "utf-8"
    )
    plan = planned(job_of(workspace, output))
    (hindered,) = plan.hindered
    assert hindered.number == "2026-004"
    assert all(letter.is_blocked for letter in hindered.letters)


def test_a_broken_case_does_not_stop_the_others(workspace, output):
    case_file(workspace, 1).write_text("trin: [", "utf-8")
    ran = made(job_of(workspace, output))
    assert not ran.succeeded
    assert len(letters(output)) == (CASES - 1) * LETTERS
    (hindered,) = ran.plan.hindered
    assert hindered.obstacles[0].file == "sager/2026-001/sag.yaml"


def test_a_bug_in_one_case_names_no_person_and_does_not_stop_the_others(
    workspace, output, monkeypatch
):
    from samarbejde_cli.actions.batch import letters as making  # noqa: PLC0415 — patched here only

    real = making.judge

    def judge(case, profile, day):
        if case.number == "2026-002":
            raise ValueError(case.record.youth.name)
        return real(case, profile, day)

    monkeypatch.setattr(making, "judge", judge)
    plan = planned(job_of(workspace, output))
    (hindered,) = plan.hindered
    assert "ValueError" in hindered.obstacles[0].message
    assert "Silje" not in hindered.obstacles[0].message
    assert len(list(plan.ready)) == (CASES - 1) * LETTERS


def test_nothing_selected_is_an_empty_plan(workspace, output):
    assert planned(job_of(workspace, output, selection=CaseSelection(step=Step.INTAKE))).cases == ()


# the samples


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


# the approval


def test_an_unchanged_case_is_not_planned_again_but_gives_the_same_plan(workspace, output):
    job = job_of(workspace, output)
    plan = planned(job)
    sample.write(plan, job)
    known = sample.load_plan(job, output / sample.FOLDER)
    assert list(known) == [case.number for case in plan.cases]
    assert planned(job, known=known).cases == plan.cases


def test_a_remembered_plan_does_not_cover_a_changed_case(workspace, output):
    job = job_of(workspace, output)
    plan = planned(job)
    sample.write(plan, job)
    edit(case_file(workspace, 2), "Kildevej", "Mosevej")
    known = sample.load_plan(job, output / sample.FOLDER)
    again = planned(job, known=known)
    assert again.hash == planned(job).hash != plan.hash
    assert sample.differences(again, job, output / sample.FOLDER) == ["sag 2026-002"]


@pytest.mark.parametrize("change", [changed_template, changed_settings])
def test_a_remembered_plan_holds_under_its_own_conditions_only(workspace, output, change):
    job = job_of(workspace, output)
    sample.write(planned(job), job)
    change(workspace)
    new = job_of(workspace, output)
    assert sample.load_plan(new, output / sample.FOLDER) == {}
    assert len(sample.differences(planned(new), new, output / sample.FOLDER)) == 1


def test_a_remembered_plan_that_was_tampered_with_is_not_used(workspace, output):
    job = job_of(workspace, output)
    sample.write(planned(job), job)
    edit(output / sample.FOLDER / sample.PLAN, "skole", "sk0le")
    assert sample.load_plan(job, output / sample.FOLDER) == {}


def test_a_case_with_something_in_the_way_is_not_remembered(workspace, output):
    edit(case_file(workspace, 2, "samtykke.yaml"), "  - person: Karin Friisc\n", "")
    job = job_of(workspace, output)
    sample.write(planned(job), job)
    assert "2026-002" not in sample.load_plan(job, output / sample.FOLDER)
    assert "Karin" not in (output / sample.FOLDER / sample.PLAN).read_text("utf-8")


# the run


def test_a_run_writes_what_was_planned_and_a_record_of_it(workspace, output):
    ran = made(job_of(workspace, output))
    assert ran.succeeded
    assert ran.new == CASES * LETTERS
    assert letters(output) == sorted(each.file for each in ran.plan.letters)
    head = record(output)
    assert (head["complete"], head["plan"], head["day"]) == (True, ran.plan.hash, DAY.isoformat())
    assert head["counts"] == {"færdig": CASES * LETTERS}
    assert not (output / UNDER_WAY).exists()


def test_the_table_opens_in_a_danish_excel(workspace, output):
    made(job_of(workspace, output))
    data = (output / "manifest.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfsag;modtager;rolle;kanal;papir;fil;tilstand;")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert len(lines) == CASES * LETTERS + 2
    assert all(line.count(";") == lines[0].count(";") for line in lines[:-1])


def test_the_record_names_nobody(workspace, output):
    edit(case_file(workspace, 2, "samtykke.yaml"), "  - person: Karin Friisc\n", "")
    made(job_of(workspace, output))
    for name in ("manifest.json", "manifest.csv"):
        text = (output / name).read_text("utf-8-sig")
        assert "SAM407 sager/2026-002/samtykke.yaml" in text
        for token in ("Ravn", "Karin", "720810", "Kildevej", "post.example", "21 02"):
            assert token not in text


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


@contextmanager
def room_for(size):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


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
