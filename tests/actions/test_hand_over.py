"""Another coordinator: what changes in which file, and what stays."""

from datetime import datetime

import pytest
import yaml
from example_case import TODAY, build, found_in

from samarbejde_cli.__main__ import main
from samarbejde_cli.actions.hand_over import HandOverOrder, hand_over
from samarbejde_cli.actions.readable import UnreadableCaseError
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.history import Event
from samarbejde_cli.deadlines.table import tasks
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.rules.engine.judge import judge

NOW = datetime(2026, 3, 1, 10, 30)
NEW = """\
# samarbejde.yaml
medarbejdere:
  - {navn: Dorte Lundgaard, funktion: tovholder, titel: socialrådgiver}
  - {navn: Anne Holm, funktion: koordinator, afdeling: Børn og Familier}
  - {navn: Rikke Dam, funktion: koordinator, titel: rådgiver, afdeling: børn og familier,
     telefon: 57 00 00 99}
"""


def given(folder, name="Rikke Dam", department=None, reason=None, at=NOW):
    workspace = Workspace(folder.parents[1])
    wanted = HandOverOrder(name, department, reason)
    return hand_over(workspace, load_case(folder), wanted, "Dorte Lundgaard", at)


def changed(done):
    return {f"{path.stem}:{'.'.join(map(str, route))}" for path, route in done.changed}


def test_the_new_coordinator_has_all_that_the_old_one_had_before_him(tmp_path):
    folder = build(tmp_path, NEW)
    done = given(folder, reason="Orlov")
    case = load_case(folder)
    assert not list(case.findings)
    new = case.record.coordinator
    assert (new.name, new.department, new.title) == ("Rikke Dam", "Børn og Familier", "rådgiver")
    assert (new.phone, new.email) == ("57 00 00 99", None)
    assert case.plan.road_map.responsible == "Rikke Dam"
    assert case.plan.goals[2].responsible == ["jeg", "Maja Toft", "Rikke Dam"]
    assert case.team.measures[0].responsible == "Rikke Dam"
    assert case.round.meeting.leader == "Rikke Dam"
    assert changed(done) == {
        "sag:koordinator", "plan:køreplan.ansvarlig", "plan:mål.2.ansvarlige.2",
        "team:indsatser.0.ansvarlig", "1:møde.mødeleder",
    }  # fmt: skip


def test_what_is_signed_reached_or_held_keeps_the_old_name(tmp_path):
    reached = """\
# plan.yaml
mål:
  - {område: fagligt, mål: Jeg møder, handlinger: [Jeg går], ansvarlige: [Anne Holm], nået: ja,
     årsag: Det gik}
# runder/1.yaml
møde: {dato: 2026-02-24}
"""
    folder = build(tmp_path, NEW + reached)
    before = (folder / "samtykke.yaml").read_bytes()
    given(folder)
    case = load_case(folder)
    assert case.plan.goals[0].responsible == ["Anne Holm"]
    assert "Anne Holm" in {each.name for each in case.plan.signatures}
    assert case.round.meeting.leader == "Anne Holm"
    assert (folder / "samtykke.yaml").read_bytes() == before


def test_the_history_tells_who_got_it_and_why(tmp_path):
    folder = build(tmp_path, NEW)
    given(folder, reason="Orlov")
    last = load_case(folder).files["historik"].value[-1]
    assert (last.event, last.by, last.at) == (Event.HANDED_OVER, "Dorte Lundgaard", NOW)
    assert (last.coordinator, last.department) == ("Rikke Dam", "Børn og Familier")
    assert (last.reason, last.origin, last.target) == ("Orlov", last.target, last.target)


def test_the_rules_find_nothing_new_in_a_case_that_was_handed_over(tmp_path):
    old = {each.finding.code for each in found_in(tmp_path / "old", NEW)}
    folder = build(tmp_path, NEW)
    given(folder, at=datetime(2026, 3, 17, 9, 0))
    profile, _ = Workspace(tmp_path).profile_of(load_case(folder))
    assert {each.finding.code for each in judge(load_case(folder), profile, TODAY)} <= old


def test_only_the_department_can_change(tmp_path):
    folder = build(tmp_path, NEW)
    given(folder, "Anne Holm", "Job og Uddannelse")
    case = load_case(folder)
    assert case.record.coordinator.department == "Job og Uddannelse"
    assert case.plan.road_map.responsible == "Anne Holm"


def test_a_case_without_a_coordinator_gets_its_first(tmp_path):
    folder = build(tmp_path, NEW)
    text = (folder / "sag.yaml").read_text("utf-8")
    tree = yaml.safe_load(text)
    del tree["koordinator"]
    (folder / "sag.yaml").write_text(yaml.safe_dump(tree, allow_unicode=True), "utf-8")
    given(folder)
    assert load_case(folder).record.coordinator.name == "Rikke Dam"


def test_comments_and_all_other_lines_stay(tmp_path):
    folder = build(tmp_path, NEW)
    text = (folder / "sag.yaml").read_text("utf-8") + "# husk tolken\n"
    text = text.replace("  navn: Anne Holm\n", "  navn:   Anne Holm   # siden januar\n")
    (folder / "sag.yaml").write_text(text, "utf-8", newline="\n")
    given(folder)
    after = (folder / "sag.yaml").read_text("utf-8")
    assert "  navn:   Rikke Dam   # siden januar\n" in after
    assert after.endswith("# husk tolken\n")
    gone = set(text.splitlines()) - set(after.splitlines())
    assert all(line.split(":")[0].strip() in {
        "navn", "afdeling", "titel", "telefon", "email"} for line in gone)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "department", "message", "hint"),
    [
        ("Rikke Dahm", None, "ingen medarbejder", "Mente du `Rikke Dam`?"),
        ("Zzz Qqq", None, "står ikke under medarbejdere", "--department"),
        ("Rikke Dam", "Borgerservic", "Afdelingen Borgerservic findes ikke", "Borgerservice"),
        ("Dorte Lundgaard", None, "ikke til at vide", "--department"),
        ("Anne Holm", None, "er allerede koordinator", "ikke ændret"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(tmp_path, name, department, message, hint):
    folder = build(tmp_path, NEW)
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    with pytest.raises(WrongUseError, match=message) as caught:
        given(folder, name, department)
    assert hint in caught.value.hint
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_a_closed_case_stays_where_it_is(tmp_path):
    closed = "# sag.yaml\ntrin: afsluttet\nafslutning: {dato: 2026-03-01, årsag: Flyttet}\n"
    with pytest.raises(WrongUseError, match="kan ikke overdrages"):
        given(build(tmp_path, NEW + closed))


def test_a_broken_file_stops_it(tmp_path):
    folder = build(tmp_path, NEW)
    (folder / "plan.yaml").write_text("mål: [\n", "utf-8")
    with pytest.raises(UnreadableCaseError):
        given(folder)


INVITED = """\
# runder/1.yaml
møde:
  dato: 2026-03-10
  referent: Anne Holm
  deltagere:
    - {person: Anne Holm, indkaldt: 2026-02-10, svar: "1", svaret: 2026-02-12}
    - {person: Karin Friis, indkaldt: 2026-02-10, svar: "1"}
# plan.yaml
sendes_til: [Karin Friis, Anne Holm]
uden_aftale: [Anne Holm, Rikke Dam]
"""


def test_the_new_coordinator_is_asked_to_the_coming_meeting_instead_and_has_not_answered(tmp_path):
    folder = build(tmp_path, NEW + INVITED)
    given(folder)
    case = load_case(folder)
    first = case.round.meeting.participants[0]
    assert (first.person, first.invited, first.reply, first.replied) == (
        "Rikke Dam", None, None, None,
    )  # fmt: skip
    assert case.round.meeting.writer == "Rikke Dam"
    assert case.plan.sent_to == ["Karin Friis", "Rikke Dam"]
    assert case.plan.without_agreement == ["Rikke Dam"]
    assert "SAM407" not in codes(folder, NOW.date())


def test_who_is_asked_already_is_asked_once(tmp_path):
    both = INVITED.replace(
        "    - {person: Karin", "    - person: Rikke Dam\n      svar: '1'\n    - {person: Karin"
    )
    folder = build(tmp_path, NEW + both)
    given(folder)
    people = load_case(folder).round.meeting.participants
    assert [(each.person, bool(each.reply)) for each in people] == [
        ("Rikke Dam", True), ("Karin Friis", True),
    ]  # fmt: skip


def codes(folder, today=TODAY):
    case = load_case(folder)
    profile, _ = Workspace(folder.parents[1]).profile_of(case)
    return {each.finding.code for each in judge(case, profile, today)}


WITHOUT_THE_OLD = NEW.replace(
    "{navn: Anne Holm, funktion: koordinator, afdeling: Børn og Familier}",
    "{navn: Peter Skovmand, funktion: leder}",
)
TOOK_PART = """\
# runder/1.yaml
møde:
  deltagere:
    - {person: Anne Holm, indkaldt: 2026-02-10, svar: "1", deltog: ja}
    - {person: Karin Friis, indkaldt: 2026-02-10, svar: "1", deltog: ja}
opfølgning:
  kopi_sendt:
    - {person: Anne Holm, dato: 2026-03-04}
"""


def test_what_the_former_coordinator_signed_got_or_took_part_in_stays_true(tmp_path):
    folder = build(tmp_path, WITHOUT_THE_OLD + TOOK_PART)
    given(folder, at=datetime(2026, 3, 16, 9, 0))
    assert codes(folder).isdisjoint({"SAM407", "SAM605", "SAM713", "SAM807"})
    assert load_case(folder).round.meeting.participants[0].person == "Anne Holm"


def test_a_former_coordinator_may_still_be_named_in_the_consent(tmp_path):
    named = """\
# samtykke.yaml
modtagere:
  - {person: Anne Holm}
  - {person: Birgit Kær}
  - {person: Jonas Berg}
  - {person: Maja Toft}
  - {person: Karin Friis}
"""
    folder = build(tmp_path, WITHOUT_THE_OLD + TOOK_PART + named)
    given(folder, at=datetime(2026, 3, 16, 9, 0))
    assert "SAM406" not in codes(folder)


def test_a_name_that_never_was_in_the_case_is_still_found(tmp_path):
    odd = "# plan.yaml\nunderskrifter: [{navn: Anna Holm, som: rådgiver, dato: 2026-03-03}]\n"
    folder = build(tmp_path, NEW + odd)
    given(folder, at=datetime(2026, 3, 16, 9, 0))
    assert "SAM713" in codes(folder)


@pytest.mark.parametrize("written", range(5))
def test_a_hand_over_that_was_killed_is_finished_by_the_same_command(tmp_path, written):
    """The files are written one after the other; a killed one has written only the first."""
    folder = build(tmp_path, NEW + INVITED)
    order = ["historik.yaml", "sag.yaml", "plan.yaml", "team.yaml", "runder/1.yaml"]
    before = {name: (folder / name).read_bytes() for name in order}
    given(folder, reason="Orlov")
    whole = {name: (folder / name).read_bytes() for name in order}
    for name in order[written:]:
        (folder / name).write_bytes(before[name])
    done = given(folder, reason="Orlov")
    assert {name: (folder / name).read_bytes() for name in order} == whole
    assert done.completed is (written > 0)
    with pytest.raises(WrongUseError, match="er allerede koordinator"):
        given(folder)


def test_the_letter_about_it_is_a_task_until_it_is_made(tmp_path, monkeypatch):
    folder = build(tmp_path, NEW)
    assert "ny-koordinator" not in due(folder)
    given(folder)
    assert "ny-koordinator" in due(folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-02")
    assert main(["render-new-coordinator", "2026-001"]) == 0
    assert "ny-koordinator" not in due(folder)
    names = {path.name for path in (folder / "dokumenter").glob("*.docx")}
    assert names == {
        "runde-1-ny-koordinator-ung.docx",
        "runde-1-ny-koordinator-forælder.docx",
        "runde-1-ny-koordinator-forælder-2.docx",
    }


def test_no_letter_tells_of_a_new_coordinator_where_there_is_none(tmp_path, monkeypatch, capsys):
    folder = build(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["render-new-coordinator", "2026-001", "--draft"]) == 1
    assert "Sagen 2026-001 er ikke overdraget" in capsys.readouterr().err
    assert not list(folder.glob("dokumenter/*.docx"))


def test_another_hand_over_must_be_told_again(tmp_path, monkeypatch):
    folder = build(tmp_path, NEW)
    given(folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-03-02")
    main(["render-new-coordinator", "2026-001"])
    given(folder, "Anne Holm", at=datetime(2026, 3, 10, 9, 0))
    assert "ny-koordinator" in due(folder)


def test_another_department_alone_is_no_new_coordinator(tmp_path):
    folder = build(tmp_path, NEW)
    given(folder, "Anne Holm", "Job og Uddannelse")
    assert "ny-koordinator" not in due(folder)


def due(folder):
    case = load_case(folder)
    profile, _ = Workspace(folder.parents[1]).profile_of(case)
    return {each.name for each in tasks(case, profile, TODAY)}


def test_keys_in_another_order_are_no_obstacle(tmp_path):
    folder = build(tmp_path, NEW + INVITED)
    path = folder / "runder" / "1.yaml"
    text = path.read_text("utf-8").replace("- person: Anne Holm\n", "- svar: '1'\n", 1)
    text = text.replace("svaret: '2026-02-12'", "person: Anne Holm", 1)
    text = text.replace("      svar: '1'\n      person", "      person", 1)
    path.write_text(text, "utf-8")
    given(folder)
    people = load_case(folder).round.meeting.participants
    assert [each.person for each in people] == ["Karin Friis", "Rikke Dam"]
    assert people[1].reply is None
