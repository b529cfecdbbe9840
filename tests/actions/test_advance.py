"""Moving a case: the gate, what is written, and what is refused."""

import multiprocessing
from datetime import date, datetime

import pytest
from example_case import build

from samarbejde_cli.actions.advance import Order, advance
from samarbejde_cli.actions.readable import UnreadableCaseError
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.history import Event
from samarbejde_cli.case.steps import Step
from samarbejde_cli.errors import ConflictError, SamarbejdeError, WrongUseError

TODAY = date(2026, 3, 17)
NOW = datetime(2026, 3, 17, 10, 30)

IN_MEETING = """\
# sag.yaml
trin: møde
# historik.yaml
- {tid: 2026-01-06T09:12, hvem: Dorte Lundgaard, til: visitation, runde: 1}
- {tid: 2026-02-12T10:05, hvem: Anne Holm, fra: formøde, til: møde, runde: 1}
# plan.yaml
mål:
  - {område: bolig, mål: Jeg vil bo alene, handlinger: [Jeg leder], ansvarlige: [jeg]}
"""


def order(target=None, **other):
    return Order(target, "Anne Holm", NOW, TODAY, **other)


def moved(folder, wanted):
    workspace = Workspace(folder.parents[1])
    return advance(workspace, load_case(folder), wanted)


def snapshot(folder):
    """All files of a case with their bytes, without the lock file."""
    files = (path for path in folder.rglob("*.yaml"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_complete_case_begins_its_next_round(tmp_path):
    folder = build(tmp_path)
    before = snapshot(folder)
    result = moved(folder, order())
    case = load_case(folder)
    assert (result.blocking, result.target, result.round) == ((), Step.PRE_MEETING, 2)
    assert (case.step, case.record.round) == (Step.PRE_MEETING, 2)
    assert case.history[-1].by == "Anne Holm"
    assert case.history[-1].at == NOW
    assert (case.history[-1].origin, case.history[-1].target) == (Step.FOLLOW_UP, Step.PRE_MEETING)
    assert not list(case.findings)
    untouched = {"plan.yaml", "team.yaml", "runder/1.yaml"}
    assert all(each.shown for each in case.consent.signatures)
    after = snapshot(folder)
    assert {name for name in before if before[name] == after[name]} == untouched


def test_the_next_round_takes_over_dates_and_people(tmp_path):
    folder = build(tmp_path)
    agreed = load_case(folder).round.follow_up
    people = [each.person for each in load_case(folder).round.meeting.participants]
    moved(folder, order())
    new = load_case(folder).round
    assert new.pre_meeting.date == agreed.next_pre_meeting
    assert new.meeting.date == agreed.next_meeting
    assert [each.person for each in new.meeting.participants] == people
    assert all(each.reply is None for each in new.meeting.participants)


def test_only_the_characters_of_step_and_round_change(tmp_path):
    folder = build(tmp_path)
    record = folder / "sag.yaml"
    text = record.read_text("utf-8").replace("trin: opfølgning", "trin:   'opfølgning'  # bemærk")
    record.write_bytes(("\ufeff" + text).replace("\n", "\r\n").encode())
    expected = record.read_bytes().replace("opfølgning".encode(), "formøde".encode(), 1)
    moved(folder, order())
    old_round = next(line for line in text.splitlines() if line.startswith("runde:"))
    expected = expected.replace(old_round.encode(), old_round.replace("1", "2").encode(), 1)
    assert record.read_bytes() == expected


def test_what_is_missing_stops_the_case_and_nothing_is_written(tmp_path):
    folder = build(tmp_path, IN_MEETING)
    before = snapshot(folder)
    result = moved(folder, order())
    assert "SAM702" in {each.code for each in result.blocking}
    assert {each.weight for each in result.blocking} == {"mangler"}
    assert snapshot(folder) == before


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path):
    folder = build(tmp_path)
    before = snapshot(folder)
    result = moved(folder, order(dry_run=True))
    assert (result.blocking, result.target) == ((), Step.PRE_MEETING)
    assert snapshot(folder) == before


def test_a_forced_move_is_recorded_and_shown_ever_after(tmp_path):
    folder = build(tmp_path, IN_MEETING)
    result = moved(folder, order(force_reason="Den unge var syg"))
    last = load_case(folder).history[-1]
    assert "SAM702" in last.waived
    assert (last.forced, last.reason) == (True, "Den unge var syg")
    assert {each.code for each in result.waived} == set(last.waived)
    again = moved(folder, order(dry_run=True))
    assert not {each.code for each in again.blocking} & set(last.waived)


@pytest.mark.parametrize("target", [Step.INTAKE, Step.MEETING, Step.FOLLOW_UP, Step.REJECTED])
def test_a_way_that_is_not_in_the_table_is_refused(tmp_path, target):
    with pytest.raises(WrongUseError, match="kan ikke flyttes til"):
        moved(build(tmp_path), order(target))


@pytest.mark.parametrize("step", ["afsluttet", "afvist"])
def test_an_ended_case_stays_where_it_is(tmp_path, step):
    folder = build(tmp_path, f"# sag.yaml\ntrin: {step}\n")
    with pytest.raises(WrongUseError, match="kan ikke flyttes videre"):
        moved(folder, order())


def test_closing_demands_a_date_and_a_reason(tmp_path):
    folder = build(tmp_path, "# sag.yaml\ntrin: møde\n")
    assert moved(folder, order(Step.CLOSED)).blocking
    closing = "# sag.yaml\ntrin: møde\nafslutning: {dato: 2026-03-17, årsag: Flyttet}\n"
    assert not moved(build(tmp_path, closing), order(Step.CLOSED)).blocking
    assert load_case(folder).step is Step.CLOSED


def test_a_refusal_follows_the_decision_by_itself(tmp_path):
    refused = "# sag.yaml\ntrin: visitation\nvisitation: {beslutning: afvises}\n"
    history = "# historik.yaml\n- {tid: 2026-01-06T09:12, hvem: Dorte, til: visitation, runde: 1}\n"
    folder = build(tmp_path, refused + history)
    result = moved(folder, order())
    assert (result.target, result.blocking) == (Step.REJECTED, ())


@pytest.mark.parametrize("name", ["sag", "team", "samtykke", "plan", "historik", "runder/1"])
@pytest.mark.parametrize("damage", ["missing", "empty", "junk", "folder"])
def test_a_broken_file_stops_the_case_even_with_force(tmp_path, name, damage):
    folder = build(tmp_path)
    path = folder / f"{name}.yaml"
    path.unlink()
    if damage == "folder":
        path.mkdir()
    elif damage != "missing":
        path.write_bytes(b"" if damage == "empty" else bytes(range(256)))
    before = snapshot_of_files(folder)
    with pytest.raises(UnreadableCaseError) as caught:
        moved(folder, order(force_reason="prøv"))
    assert path in {each.file for each in caught.value.diagnoses}
    assert snapshot_of_files(folder) == before


def snapshot_of_files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*.yaml") if path.is_file()}


def test_two_processes_move_a_case_once(tmp_path):
    folder = build(tmp_path)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        results = pool.map(_try_to_move, [folder] * 2)
    case = load_case(folder)
    assert not list(case.findings)
    # whoever came second found a case in its new step, where the gate was closed
    assert sorted(results) == ["blocked", "moved"]
    assert len(case.history) == 5
    assert case.record.round == 2


def _try_to_move(folder):
    try:
        result = moved(folder, order())
    except ConflictError:
        return "blocked"
    except SamarbejdeError as problem:
        return str(problem)
    return "blocked" if result.blocking else "moved"


# --- back, out of an end, and a youth who comes of age -------------------------------------------

CLOSED = """\
# sag.yaml
trin: afsluttet
afslutning: {dato: 2026-03-16, årsag: Flyttet}
# historik.yaml
- {tid: 2026-01-06T09:12, hvem: Dorte Lundgaard, til: visitation, runde: 1}
- {tid: 2026-03-03T11:20, hvem: Anne Holm, fra: møde, til: opfølgning, runde: 1}
- {tid: 2026-03-16T10:00, hvem: Anne Holm, fra: opfølgning, til: afsluttet, runde: 1}
"""


def test_a_case_goes_back_a_step_at_a_time_without_a_gate(tmp_path):
    folder = build(tmp_path, IN_MEETING)
    for target in (Step.PRE_MEETING, Step.INTAKE):
        result = moved(folder, order(back=True, reason="Mødet er aflyst"))
        assert (result.blocking, result.target, result.event) == ((), target, Event.BACK)
    case = load_case(folder)
    assert (case.step, case.record.round, case.history[-1].reason) == (
        Step.INTAKE, 1, "Mødet er aflyst",
    )  # fmt: skip
    assert not list(case.findings)
    with pytest.raises(WrongUseError, match="kan ikke flyttes tilbage"):
        moved(folder, order(back=True, reason="x"))


def test_back_and_on_again_keeps_what_was_written_in_the_round(tmp_path):
    folder = build(tmp_path)
    moved(folder, order())
    text = (folder / "runder" / "2.yaml").read_text("utf-8") + "# vores bemærkning\n"
    (folder / "runder" / "2.yaml").write_text(text, "utf-8")
    assert moved(folder, order(back=True, reason="For tidligt")).round == 1
    assert moved(folder, order()).round == 2
    assert (folder / "runder" / "2.yaml").read_text("utf-8") == text


@pytest.mark.parametrize(
    ("target", "number"), [(Step.PRE_MEETING, 2), (Step.MEETING, 1), (Step.FOLLOW_UP, 1)]
)
def test_a_closed_case_opens_again_where_it_is_asked_to(tmp_path, target, number):
    folder = build(tmp_path, CLOSED)
    result = moved(folder, order(target, reason="Vil i gang igen"))
    case = load_case(folder)
    assert (result.event, case.step, case.record.round) == (Event.REOPENED, target, number)
    assert case.record.closing is None
    assert case.history[-1].reason == "Vil i gang igen"
    assert not list(case.findings)


def test_opening_again_demands_a_target_and_a_reason(tmp_path):
    folder = build(tmp_path, CLOSED)
    for wanted in (order(), order(Step.MEETING), order(reason="x")):
        with pytest.raises(WrongUseError, match="kan ikke flyttes videre") as caught:
            moved(folder, wanted)
        assert "--to" in caught.value.hint
    with pytest.raises(WrongUseError, match="kan ikke flyttes til visitation"):
        moved(folder, order(Step.INTAKE, reason="x"))


def test_a_rejected_case_goes_back_to_the_intake(tmp_path):
    folder = build(tmp_path, "# sag.yaml\ntrin: afvist\nvisitation: {beslutning: afvises}\n")
    assert moved(folder, order(Step.INTAKE, reason="Nye oplysninger")).target is Step.INTAKE


def test_why_a_case_ended_stays_in_the_history(tmp_path):
    closing = "# sag.yaml\ntrin: møde\nafslutning: {dato: 2026-03-17, årsag: Flyttet}\n"
    folder = build(tmp_path, closing)
    moved(folder, order(Step.CLOSED))
    assert load_case(folder).history[-1].reason == "Flyttet"


def test_a_line_of_an_old_history_is_a_move(tmp_path):
    assert {each.event for each in load_case(build(tmp_path)).history} == {Event.MOVED}


OF_AGE = """\
# sag.yaml
trin: møde
ung: {cpr: 750308-4322}
koordinator: {afdeling: Job og Uddannelse}
# historik.yaml
- {tid: 2026-01-06T09:12, hvem: Dorte Lundgaard, til: visitation, runde: 1}
- {tid: 2026-02-12T10:05, hvem: Anne Holm, fra: formøde, til: møde, runde: 1}
"""


def test_who_comes_of_age_in_a_round_is_asked_for_the_consent_anew(tmp_path):
    folder = build(tmp_path, OF_AGE)  # 18 on the 8th of March, between meeting and follow-up
    assert {each.code for each in moved(folder, order(dry_run=True)).blocking} == {"SAM405"}
    signed = """\
# samtykke.yaml
underskrifter: [{navn: Silje Ravn, som: ung, dato: 2026-03-16}]
"""
    folder = build(tmp_path / "signed", OF_AGE + signed)
    assert moved(folder, order()).blocking == ()
