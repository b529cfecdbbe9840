"""A plan lists every letter and what blocks it; its hash covers all that letters depend on."""

import pytest
from mailing import LETTERS, case_file, edit, job_of, made, own_template, planned

from samarbejde_cli.actions.batch.selection import CaseSelection
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.steps import Step

CASES = 5


@pytest.fixture
def workspace(five_cases):
    return five_cases


def changed_data(workspace):
    edit(case_file(workspace, 2), "Kildevej", "Mosevej")


def changed_template(workspace):
    path = own_template(workspace)
    path.write_bytes(path.read_bytes() + b"\n")


def changed_settings(workspace):
    with (workspace.root / "samarbejde.yaml").open("a", encoding="utf-8") as file:
        file.write("# en bemærkning\n")


CPR = "Jeg vil i skole som Silje, 720810-4999"


def blocked(plan):
    return {case.number: {each.code for each in case.obstacles} for case in plan.hindered}


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


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
    assert len(list(output.glob("*.docx"))) == (CASES - 1) * LETTERS
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


def test_a_cpr_number_in_free_text_blocks_whatever_its_weight(workspace, output):
    edit(workspace.root / "sager/2026-002/plan.yaml", "Jeg skal møde op", f"{CPR} Jeg skal møde op")
    assert blocked(planned(job_of(workspace, output))) == {"2026-002": {"SAM901"}}


def test_a_talk_that_is_past_is_not_invited_to(workspace, output):
    plan = planned(job_of(workspace, output, ("pre-meeting",)))
    assert {e.code for letter in plan.letters for e in letter.obstacles} == {"SAM614"}


def test_a_workspace_with_a_logo_can_be_moved_between_plan_and_approval(workspace, output):
    edit(workspace.root / "samarbejde.yaml", "\nlokaler:", "\nudseende:\n  logo: l.png\n\nlokaler:")
    (workspace.root / "l.png").write_bytes(PNG)
    before = planned(job_of(workspace, output)).hash
    moved = workspace.root.rename(workspace.root.with_name("flyttet"))
    assert planned(job_of(Workspace(moved), output)).hash == before


def test_a_new_logo_needs_a_new_approval(workspace, output):
    root = workspace.root
    edit(root / "samarbejde.yaml", "\nlokaler:", "\nudseende:\n  logo: logo.svg\n\nlokaler:")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="10"/>'
    hashes = set()
    for width in (20, 30):
        (root / "logo.svg").write_text(svg.format(width), "utf-8")
        (root / "logo.png").write_bytes(PNG)
        hashes.add(planned(job_of(workspace, output)).profile)
    assert len(hashes) == 2
