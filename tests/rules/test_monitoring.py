"""What a profile wants written down: at the start, after meetings, at the end, before the limit.

And what the sources say of the target group, of a pre-meeting that is no fixed step, and of what
the administrator noticed, which is on no paper.
"""

from datetime import date

import pytest
from example_case import build, found_at_step, found_in
from paper_case import loaded, made, texts

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.deadlines.table import tasks
from samarbejde_cli.documents.catalogue import KINDS

TODAY = date(2026, 3, 17)
NATIONAL = "# samarbejde.yaml\nprofil: national\n"
STATUS = "{uddannelse: 9-klasse, beskæftigelse: ikke-relevant, forsørgelse: ingen}"
CLOSING = "# sag.yaml\nafslutning: {dato: 2026-03-17, årsag: Job%s}\n"


def codes(folder, example, today=TODAY):
    return {each.finding.code for each in found_in(folder, example, today)}


def messages(folder, example, code):
    return [each.finding.facts for each in found_in(folder, example) if each.finding.code == code]


def due(folder, example, today=TODAY):
    case = load_case(build(folder, example))
    assert not list(case.findings)
    profile, _ = Workspace(folder).profile_of(case)
    return {task.name: task.day for task in tasks(case, profile, today)}


# --- after each meeting -------------------------------------------------------------------------


def test_the_checklist_is_asked_for_after_each_meeting_where_it_is_used(tmp_path):
    answered = NATIONAL + "# runder/1.yaml\nmøde: {tjekliste: {godt_ledet: nej}}\n"
    assert "SAM816" in codes(tmp_path / "a", NATIONAL)
    assert due(tmp_path / "b", NATIONAL)["mødetjekliste"] == date(2026, 3, 10)
    assert "SAM816" not in codes(tmp_path / "c", answered)
    assert "mødetjekliste" not in due(tmp_path / "d", answered)
    assert "mødetjekliste" not in due(tmp_path / "e", "")


def test_education_and_work_are_noted_at_the_start_and_at_each_meeting(tmp_path):
    start = f"# sag.yaml\nvisitation: {{status: {STATUS}}}\n"
    met = f"# runder/1.yaml\nmøde: {{status: {STATUS}}}\n"
    where = [each["under"] for each in messages(tmp_path / "a", NATIONAL, "SAM716")]
    assert where == ["visitation", "møde"]
    where = [each["under"] for each in messages(tmp_path / "b", NATIONAL + start, "SAM716")]
    assert where == ["møde"]
    assert "status" in due(tmp_path / "c", NATIONAL + start)
    assert "SAM716" not in codes(tmp_path / "d", NATIONAL + start + met)
    assert "status" not in due(tmp_path / "e", NATIONAL + start + met)
    assert "SAM716" not in codes(tmp_path / "f", "")


def test_the_checklists_paper_has_the_reports_own_words_as_two_questions(tmp_path):
    met = f"# runder/1.yaml\nmøde: {{status: {STATUS}}}\n"
    (text,) = texts(made(tmp_path, met, ["meeting-checklist"])).values()
    for word in ("9. klasse", "10. klasse", "VUC", "Produktionsskole", "Gymnasial uddannelse"):
        assert word in text
    for word in ("Deltidsjob", "Løntilskud", "Ledig, aktivitetsparat", "Revalideringsforløb"):
        assert word in text
    assert text.count("☒") >= 3


def test_the_areas_have_numbers_under_them(tmp_path):
    talk = """\
# runder/1.yaml
dialogskema:
  - dato: 2026-02-10
    fysisk_helbred: 3
    indikatorer:
      - {område: skole_uddannelse_og_beskæftigelse, navn: Fremmøde, tal: 2}
"""
    (text,) = texts(made(tmp_path, talk, ["dialogue"])).values()
    assert "Fremmøde" in text
    (text,) = texts(made(tmp_path / "b", "", ["dialogue"])).values()
    assert "Tal under områderne" not in text
    follows = "# samarbejde.yaml\nmåling: {indikatorer: [{område: fysisk_helbred, navn: Søvn}]}\n"
    (text,) = texts(made(tmp_path / "c", talk + follows, ["dialogue"])).values()
    under = text.partition("Tal under områderne")[2]
    assert "Fremmøde" in under
    assert "Søvn" in under


# --- at the end ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ("", ["udfaldet", "uddannelse og beskæftigelse", "evalueringen", "det sidste"]),
        (", udfald: i-job", ["uddannelse og beskæftigelse", "det sidste dialogskema"]),
        (f", udfald: i-job, status: {STATUS}", ["det sidste dialogskema"]),
    ],
)
def test_the_end_asks_for_what_the_profile_wants(tmp_path, more, missing):
    example = NATIONAL + CLOSING % more
    (facts,) = messages(tmp_path / "a", example, "SAM815")
    assert all(words in facts["mangler"] for words in missing)
    assert due(tmp_path / "b", example)["det-sidste"] == date(2026, 3, 17)


def test_it_is_silent_when_all_is_there_or_nothing_is_asked(tmp_path):
    last = "# runder/1.yaml\ndialogskema: [{dato: 2026-02-10}, {dato: 2026-03-16}]\n"
    whole = NATIONAL + CLOSING % f", udfald: i-job, status: {STATUS}, evaluering: Godt" + last
    assert "SAM815" not in codes(tmp_path / "a", whole)
    assert "SAM815" not in codes(tmp_path / "b", "")
    assert "det-sidste" not in due(tmp_path / "c", whole)


def test_the_last_plan_is_sent(tmp_path):
    unsent = CLOSING % ", udfald: i-job" + "# runder/1.yaml\nopfølgning: {kopi_sendt: []}\n"
    (facts,) = messages(tmp_path, unsent, "SAM815")
    assert "den sidste plan" in facts["mangler"]


# --- too old for the offer ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "born", "last"),
    [
        ("national", "031002", date(2026, 4, 3)),  # 24 on the 3rd of October 2026
        ("soroe-unge", "031096", date(2026, 4, 3)),  # 30
    ],
)
def test_the_time_after_is_on_the_list_half_a_year_before(tmp_path, profile, born, last):
    cpr = f"{int(born[:2]) + 60}{born[2:]}-{'4' if born.endswith('02') else '1'}322"
    example = f"# samarbejde.yaml\nprofil: {profile}\n# sag.yaml\nung: {{cpr: {cpr}}}\n"
    assert due(tmp_path / "a", example)["efter-tilbuddet"] == last
    assert "SAM715" not in codes(tmp_path / "b", example)
    assert "SAM715" in codes(tmp_path / "c", example, date(2026, 4, 3))
    said = example + "# plan.yaml\nefter_tilbuddet: Maja er min kontakt\n"
    assert "efter-tilbuddet" not in due(tmp_path / "d", said)
    assert "SAM715" not in codes(tmp_path / "e", said, date(2026, 4, 3))
    papers = texts(made(tmp_path / "f", said, ["goals"])).values()
    assert any("Maja er min kontakt" in text for text in papers)


# --- what the administrator noticed -------------------------------------------------------------

CANARY = "Kanariefugl"
SEEN = f"""\
# runder/1.yaml
møde:
  iagttagelser:
    udfordringer: {CANARY} et
    ensartethed: {CANARY} to
    opbakning: {CANARY} tre
    til_ledelsen: {CANARY} fire
"""


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("step", ["møde", "opfølgning"])
def test_it_is_on_no_paper_of_the_case(tmp_path, name, step):
    _, case, profile = loaded(tmp_path, SEEN + f"# sag.yaml\ntrin: {step}\n")
    assert case.round.meeting.observations.challenges == f"{CANARY} et"
    kind = KINDS[name]
    for reader in (None, *kind.recipients(case, profile, TODAY)):
        if reader is None or not reader.refusal:
            assert CANARY not in repr(kind.context(case, profile, reader, TODAY))


def test_it_is_not_in_a_finished_paper_either(tmp_path):
    for text in texts(made(tmp_path, SEEN, list(KINDS))).values():
        assert CANARY not in text


# --- the target group ---------------------------------------------------------------------------

TICKED = """\
# sag.yaml
ung: {{cpr: {cpr}}}
visitation:
  beslutning: tilbydes
  tjekliste: [{{udsagn: skolefravær}}, {{udsagn: {key}}}]
"""


@pytest.mark.parametrize(
    ("key", "cpr", "counts"),
    [
        ("misbrug", "720810-4322", False),
        ("misbrug", "750403-4322", True),
        ("ingen-problemfri-plan", "720810-4322", True),
        ("samlet-indsats", "720810-4322", True),
        ("senere-sag", "720810-4322", True),
        ("senere-sag", "750403-4322", False),
    ],
)
def test_a_statement_counts_at_its_ages(tmp_path, key, cpr, counts):
    found = codes(tmp_path, TICKED.format(cpr=cpr, key=key))
    assert "SAM204" not in found
    assert ("SAM207" in found) is not counts


def test_the_screening_asks_only_what_is_for_the_age(tmp_path):
    (text,) = texts(made(tmp_path, "", ["screening"])).values()
    assert "Har brug for en samlet indsats" in text
    assert "Misbrug" not in text


MIDDELFART = "# samarbejde.yaml\nprofil: middelfart\n"


def test_another_guide_up_to_the_ninth_form_is_a_reason_that_only_warns(tmp_path):
    intake = "# sag.yaml\nvisitation: {beslutning: tilbydes, udelukket_fordi: [handleguiden]}\n"
    found = found_in(tmp_path, MIDDELFART + intake)
    (one,) = [each for each in found if each.finding.code == "SAM202"]
    assert one.weight.value == "advarsel"


NO_TALK = """\
# runder/1.yaml
formøde: {dato: '', start: '', slut: '', lokale: '', orienteret_om_modellen: '', journalført: '',
  ønsker: []}
opfølgning: {næste_formøde: ''}
"""


@pytest.mark.parametrize("step", [Step.PRE_MEETING, Step.MEETING, Step.FOLLOW_UP])
def test_a_pre_meeting_that_is_no_fixed_step_bars_no_way(tmp_path, step):
    about = {"SAM501", "SAM502", "SAM503", "SAM504", "SAM505", "SAM803", "SAM805"}

    def bars(folder, example):
        found = found_at_step(folder, example, step)
        return {each.finding.code for each in found if each.weight.blocks} & about

    assert bars(tmp_path / "a", MIDDELFART + NO_TALK) == set()
    assert bars(tmp_path / "b", NO_TALK)


def test_no_pre_meeting_is_to_be_agreed_on(tmp_path):
    dates = "# runder/1.yaml\nopfølgning: {næste_formøde: ''}\n"
    assert "formøde-aftales" not in due(tmp_path / "a", MIDDELFART + dates)
    assert "formøde-aftales" in due(tmp_path / "b", dates)
