"""Deadlines on their own: the table, pauses, files that cannot be read, far-off days."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from example_case import build

from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.deadlines.table import DEADLINES, tasks
from samarbejde_cli.rules.engine.judge import judge
from samarbejde_cli.rules.engine.registry import all_rules

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "frister.md").read_text("utf-8")
TODAY = date(2026, 3, 17)
NO_DATES = "# runder/1.yaml\nopfølgning: {næste_møde: '', næste_formøde: ''}\n"
SWITCHED_OFF = "# samarbejde.yaml\nregler: {SAM804: {alvor: fra, begrundelse: Det gør vi ikke}}\n"
NOT_FILED = "# runder/1.yaml\nopfølgning: {journalført: ''}\n"


def found(folder, example="", today=TODAY):
    """What is to be done in the complete case with an example laid over: name to first day."""
    case = load_case(build(folder, example))
    assert not list(case.findings)
    profile, _ = Workspace(folder).profile_of(case)
    return {task.name: task.day for task in reversed(tasks(case, profile, today))}


@pytest.mark.parametrize("deadline", DEADLINES, ids=lambda deadline: deadline.name)
def test_every_deadline_has_a_source_a_rule_that_exists_and_a_line_in_the_docs(deadline):
    assert deadline.source
    assert deadline.rule in ("", *all_rules())
    assert f"| `{deadline.name}` |" in PAGE


def test_the_docs_name_no_deadline_that_is_not_there():
    named = {line.split("`")[1] for line in PAGE.splitlines() if line.startswith("| `")}
    assert named == {deadline.name for deadline in DEADLINES}


@pytest.mark.parametrize("step", [step.value for step in Step if step.is_end])
def test_nothing_is_to_be_done_in_an_ended_case(tmp_path, step):
    assert found(tmp_path, f"# sag.yaml\ntrin: {step}\n") == {}


# --- what is due -------------------------------------------------------------------------------

OPEN_MEETING = """\
# sag.yaml
trin: møde
# runder/1.yaml
møde: {dato: 2026-03-24}
"""


@pytest.mark.parametrize(
    ("example", "name", "day"),
    [
        # asked on Wednesday before Easter: five working days later, over the holidays
        (
            "# sag.yaml\nvisitation: {jobcenter: {sendt: 2026-04-01, svar: '', sagsbehandler: ''}}",
            "jobcenter-svar", date(2026, 4, 13),
        ),
        ("# runder/1.yaml\nopfølgning: {plan_underskrevet: ''}", "plan-underskrives",
         date(2026, 3, 3)),
        (NOT_FILED, "møde-journal", date(2026, 3, 10)),
        ("# runder/1.yaml\nformøde: {journalført: ''}", "formøde-journal", date(2026, 2, 17)),
        ("# runder/1.yaml\nopfølgning: {kopi_sendt: []}", "kopi", date(2026, 3, 10)),
        (NO_DATES, "møde-aftales",
         date(2026, 6, 9)),
        # the youth is asked on the last working day before Constitution Day
        ("# samarbejde.yaml\nfrister: {indkald_den_unge_dage: 4}\n" + NO_DATES, "formøde-aftales",
         date(2026, 6, 4)),
        ("", "formøde-indkaldes", date(2026, 5, 19)),
        ("", "overdragelsesmøde", date(2028, 4, 12)),
        ("", "ungeplan", date(2026, 11, 12)),
        ("", "samtykke-fornyes", date(2028, 8, 12)),
        ("# samarbejde.yaml\nsamtykke: {fornyes_efter_måneder: 6}", "samtykke-fornyes",
         date(2026, 8, 10)),
        ("# sag.yaml\nkoordinator: {afdeling: Job og Uddannelse}", "koordinator-skifter",
         date(2026, 1, 13)),
    ],
)  # fmt: skip
def test_a_duty_is_due_on_its_day(tmp_path, example, name, day):
    assert found(tmp_path, example)[name] == day


@pytest.mark.parametrize(
    ("example", "name"),
    [
        ("# samarbejde.yaml\nfrister: {overdragelsesmøder_ved: []}", "overdragelsesmøde"),
        ("# samarbejde.yaml\nrytme: {højst_måneder_imellem: 0}\n" + NO_DATES, "møde-aftales"),
        ("# sag.yaml\nafslutning: {dato: 2026-04-01, årsag: Job}\n" + NO_DATES, "møde-aftales"),
        ("# samtykke.yaml\ntilbagekaldt: {dato: 2026-03-16, af: Silje Ravn}", "samtykke-fornyes"),
        (SWITCHED_OFF + NOT_FILED, "møde-journal"),
        ("# sag.yaml\nungestøtte: {besluttet: 2026-03-01, bevilget: nej}", "ungestøtte"),
    ],
)  # fmt: skip
def test_a_duty_that_does_not_apply_is_not_there(tmp_path, example, name):
    assert name not in found(tmp_path, example)


@pytest.mark.parametrize("weekday", ["mandag", "onsdag", "fredag", "hverdag"])
def test_the_last_day_is_one_on_which_meetings_are_held(tmp_path, weekday):
    example = f"# samarbejde.yaml\nrytme: {{ugedag: {weekday}}}\n"
    last = found(tmp_path, example + NO_DATES)["møde-aftales"] + timedelta(days=21)
    wanted = {"mandag": 29, "onsdag": 1, "fredag": 3, "hverdag": 3}[weekday]
    assert last.day == wanted


PLACED = """\
# team.yaml
personer: [{navn: Birgit Kær, rolle: anbringelsessted}]
"""
ADULT_SOON = "# sag.yaml\nung: {cpr: 751008-4322}\n"  # 18 on the 15th of October
REOPENED = """\
# sag.yaml
trin: formøde
runde: 2
# historik.yaml
- {tid: 2026-01-06T09:12, hvem: Dorte, til: visitation, runde: 1}
- {tid: 2026-01-13T13:40, hvem: Anne, fra: visitation, til: formøde, runde: 1}
- {tid: 2026-03-04T10:00, hvem: Anne, fra: opfølgning, til: afsluttet, runde: 1}
- {tid: 2026-03-16T10:00, hvem: Anne, hændelse: genåbnet, fra: afsluttet, til: formøde, runde: 2}
# runder/2.yaml
formøde:
  noter: Ingen datoer endnu
"""


def test_the_rhythm_of_a_reopened_case_runs_from_the_day_it_was_reopened(tmp_path):
    # four months after the 16th of March is a Thursday; the Tuesday before, less three weeks
    assert found(tmp_path, REOPENED)["møde-aftales"] == date(2026, 6, 23)


def test_a_placed_youth_has_a_decision_half_a_year_before_the_birthday(tmp_path):
    assert found(tmp_path, PLACED + ADULT_SOON)["ungestøtte"] == date(2026, 4, 15)
    aftercare = ADULT_SOON.replace("ung:", "visitation: {efterværn: ja}\nung:")
    assert "ungestøtte" not in found(tmp_path / "in", PLACED + aftercare)
    assert "ungestøtte" not in found(tmp_path / "of-age", PLACED + ADULT_SOON, date(2026, 10, 15))


@pytest.mark.parametrize(("signed", "stands"), [("2026-10-14", True), ("2026-10-15", False)])
def test_a_consent_given_on_the_birthday_is_the_youth_s_own(tmp_path, signed, stands):
    consent = "# samtykke.yaml\nunderskrifter: [{navn: Silje Ravn, som: ung, dato: DAY}]\n"
    assert (
        "samtykke-fornyes" in found(tmp_path, ADULT_SOON + consent.replace("DAY", signed))
    ) == stands


def test_the_jobcentre_has_answered_when_it_has_named_somebody(tmp_path):
    named = (
        "# sag.yaml\nvisitation: {jobcenter: {sendt: 2026-03-16, svar: '', sagsbehandler: Bo}}\n"
    )
    assert "jobcenter-svar" not in found(tmp_path, named)


@pytest.mark.parametrize(
    ("meeting", "today", "stands"),
    [
        (date(2026, 4, 14), TODAY, False),  # agreed, within two months of the 15th of April
        (date(2026, 6, 16), TODAY, True),  # agreed, but too late
        (date(2026, 6, 16), date(2026, 6, 17), False),  # too late, but held
        (date(2026, 1, 13), TODAY, True),  # held, but too early
    ],
)
def test_a_meeting_around_the_age_of_hand_over_is_enough(tmp_path, meeting, today, stands):
    youth = "# sag.yaml\nung: {cpr: 751010-4322}\n"  # 15½ on the 15th of April
    ages = '# samarbejde.yaml\nfrister: {overdragelsesmøder_ved: ["15½"]}\n'
    dates = f"# runder/1.yaml\nmøde: {{dato: {meeting}}}\nopfølgning: {{næste_møde: ''}}\n"
    names = found(tmp_path, youth + ages + dates, today)
    assert ("overdragelsesmøde" in names) == stands


# --- a pause -----------------------------------------------------------------------------------

RESTING = """\
# sag.yaml
pause: {fra: 2026-03-10, til: 2026-06-01, årsag: Højskole}
# runder/1.yaml
opfølgning: {journalført: ''}
"""


def test_a_pause_silences_the_rhythm_and_nothing_else(tmp_path):
    in_rhythm = {deadline.name for deadline in DEADLINES if deadline.rhythm}
    resting = found(tmp_path, RESTING)
    assert not set(resting) & in_rhythm
    assert {"møde-journal", "samtykke-fornyes", "pause-slutter"} <= set(resting)
    assert resting["pause-slutter"] == date(2026, 6, 1)


SET_IN_PAUSE = """\
# sag.yaml
trin: møde
pause: {fra: 2026-03-05, til: 2026-03-20, årsag: Højskole}
# runder/1.yaml
møde: {dato: 2026-03-10, den_unge_deltog: '', fravær_fordi: '', deltagere: [{person: Karin Friis}]}
opfølgning: ''
"""
AFTERWARDS = {"plan-underskrives", "møde-journal", "kopi"}


def test_a_meeting_set_for_a_day_of_rest_was_not_held(tmp_path):
    after = found(tmp_path / "a", SET_IN_PAUSE, date(2026, 3, 23))
    assert not AFTERWARDS & set(after)
    assert "møde-aftales" in after
    came = SET_IN_PAUSE.replace("Karin Friis}", "Karin Friis, deltog: ja}")
    assert "møde-journal" in found(tmp_path / "b", came, date(2026, 3, 23))


def test_an_earlier_pause_is_known_by_the_history(tmp_path):
    earlier = SET_IN_PAUSE.replace(
        "fra: 2026-03-05, til: 2026-03-20", "fra: 2026-06-01, til: 2026-06-08"
    )
    history = """\
# historik.yaml
- {tid: 2026-01-20T09:00, hvem: Anne Holm, fra: visitation, til: formøde, runde: 1}
- {tid: 2026-03-05T09:00, hvem: Anne Holm, hændelse: pause, fra: møde, til: møde, runde: 1,
   indtil: 2026-04-01}
- {tid: RESUMED, hvem: Anne Holm, hændelse: genoptaget, fra: møde, til: møde, runde: 1}
"""
    for number, (resumed, held) in enumerate(
        (("2026-03-20T09:00", False), ("2026-03-09T09:00", True))
    ):
        text = earlier + history.replace("RESUMED", resumed)
        later = found(tmp_path / str(number), text, date(2026, 3, 23))
        assert ("møde-journal" in later) is held


def test_a_lost_meeting_is_agreed_on_anew_where_no_rhythm_asks_for_one(tmp_path):
    text = "# samarbejde.yaml\nprofil: middelfart\n" + SET_IN_PAUSE
    assert found(tmp_path, text, date(2026, 3, 23))["møde-aftales"] == date(2026, 3, 20)


AGREED = """\
# plan.yaml
mål:
  - {område: fagligt, mål: Jeg skal møde, ansvarlige: [jeg, Karin Friis], frist: 2026-04-01}
  - {område: hverdag, mål: Jeg skal sove, ansvarlige: [Maja Toft], frist: 2026-04-02, nået: ja}
  - {område: sundhed, mål: Jeg skal løbe, ansvarlige: [], frist: 2026-04-03}
  - {område: sundhed, mål: Jeg skal svømme, ansvarlige: [Maja Toft]}
"""


def of_the_plan(folder, example, today=TODAY):
    case = load_case(build(folder, example))
    profile, _ = Workspace(folder).profile_of(case)
    return [
        (task.day, task.who, task.what)
        for task in tasks(case, profile, today)
        if task.name == "aftale"
    ]


def test_an_agreement_with_a_last_day_is_a_task_of_each_who_is_responsible(tmp_path):
    what = "Gør det, der er aftalt om målet »{}«".format
    assert of_the_plan(tmp_path, AGREED) == [
        (date(2026, 4, 1), "Silje Ravn", what("Jeg skal møde")),
        (date(2026, 4, 1), "Karin Friis", what("Jeg skal møde")),
        (date(2026, 4, 3), "Anne Holm", what("Jeg skal løbe")),
    ]


def test_whose_consent_was_taken_back_leaves_the_agreement_to_the_coordinator(tmp_path):
    gone = """\
# samtykke.yaml
modtagere: [{person: Maja Toft}, {person: Karin Friis, trukket_tilbage: 2026-03-10}]
"""
    only = AGREED.replace("[jeg, Karin Friis]", "[Karin Friis]")
    assert of_the_plan(tmp_path, only + gone)[0][1] == "Anne Holm"


def test_a_plan_before_the_first_meeting_is_a_draft(tmp_path):
    assert of_the_plan(tmp_path, "# sag.yaml\ntrin: formøde\n" + AGREED) == []


def test_what_fell_due_in_a_pause_is_due_when_the_case_goes_on(tmp_path):
    after = found(tmp_path, RESTING, date(2026, 6, 1))
    assert "pause-slutter" not in after
    assert after["formøde-holdes"] == date(2026, 6, 1)  # agreed for the 26th of May
    assert after["møde-holdes"] == date(2026, 6, 16)


# --- whatever the files say --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sag", "team", "samtykke", "plan", "historik", "runder/1"])
def test_a_file_that_cannot_be_read_stops_only_what_needs_it(tmp_path, name):
    folder = build(tmp_path, NOT_FILED)
    (folder / f"{name}.yaml").write_text("a: [\n", "utf-8")
    case = load_case(folder)
    names = {task.name for task in tasks(case, Workspace(tmp_path).profile, TODAY)}
    assert ("møde-journal" in names) == (name in ("team", "samtykke", "plan", "historik"))


@pytest.mark.parametrize(
    "day", [date(2025, 1, 1) + timedelta(days=61 * n) for n in range(16)], ids=str
)
def test_the_examples_have_a_list_on_every_day(day):
    workspace = Workspace(ROOT / "examples")
    for case in workspace.cases():
        listed = tasks(case, workspace.profile_of(case)[0], day)
        assert [task.day for task in listed] == sorted(task.day for task in listed)
        assert all(task.who and task.what and "None" not in task.what for task in listed)
        assert bool(listed) or case.step.is_end or case.step is Step.INTAKE


# --- the passage to adult life -----------------------------------------------------------------

# 17½ years on 10 March 2026
SOON_ADULT = """\
# sag.yaml
ung: {cpr: 700908-4322}
# team.yaml
personer:
  - {navn: Karin Friis, rolle: skole}
  - {navn: Trine Elk, rolle: voksenmyndighed}
  - {navn: Per Bro, rolle: skole, arbejdssted: Social og Sundhed}
indsatser: []
# runder/1.yaml
opfølgning: {næste_møde: 2026-09-01}
møde:
  deltagere:
"""
ORDINARY = "    - {person: Karin Friis, deltog: ja}\n"


@pytest.mark.parametrize(
    ("came", "counts"),
    [
        ("", False),
        ("    - {person: Trine Elk, deltog: ja}\n", True),
        ("    - {person: Trine Elk, svar: '2', deltog: nej}\n", False),
        ("    - {person: Trine Elk}\n", False),
        ("    - {person: Per Bro, deltog: ja}\n", True),
    ],
)
def test_at_17_and_a_half_one_from_the_adult_side_makes_it_a_hand_over(tmp_path, came, counts):
    due = found(tmp_path, SOON_ADULT + ORDINARY + came)
    assert (due.get("overdragelsesmøde") != date(2026, 5, 10)) is counts
    case = load_case(tmp_path / "sager" / "2026-001")
    profile, _ = Workspace(tmp_path).profile_of(case)
    said = [task.what for task in tasks(case, profile, TODAY) if "17½" in task.what]
    assert bool(said) is not counts
    assert all("En fra voksenområdet skal være med" in each for each in said)


@pytest.mark.parametrize("nobody", [True, False])
def test_the_rule_says_so_when_the_team_has_nobody_from_the_adult_side(tmp_path, nobody):
    others = """\
  - {navn: Trine Elk, rolle: voksenmyndighed}
  - {navn: Per Bro, rolle: skole, arbejdssted: Social og Sundhed}
"""
    text = (SOON_ADULT.replace(others, "") if nobody else SOON_ADULT) + ORDINARY
    case = load_case(build(tmp_path, text))
    profile, _ = Workspace(tmp_path).profile_of(case)
    assert ("SAM622" in {each.rule.code for each in judge(case, profile, TODAY)}) is nobody


def test_who_has_support_as_an_adult_needs_nobody_from_the_adult_side(tmp_path):
    granted = SOON_ADULT.replace(
        "# team.yaml", "ungestøtte: {besluttet: 2026-02-01, bevilget: ja}\n# team.yaml"
    )
    assert found(tmp_path, granted + ORDINARY).get("overdragelsesmøde") != date(2026, 5, 10)


@pytest.mark.parametrize(
    ("news", "is_asked"),
    [
        ("", False),
        ("indsatser: [{støtte: Kontaktperson to timer om ugen}]", True),
        ("indsatser: [{støtte: 'Ophold', tilbud: Opholdsstedet Skovly}]", True),
        ("indsatser: [{støtte: Kontaktperson, start: 2026-12-01}]", False),
        ("indsatser: [{støtte: Lektiehjælp}]", False),
    ],
)
def test_a_running_contact_person_or_placement_asks_for_the_decision(tmp_path, news, is_asked):
    text = SOON_ADULT.replace("indsatser: []", news or "indsatser: []") + ORDINARY
    due = found(tmp_path, text)
    assert ("ungestøtte" in due) is is_asked
    assert due.get("ungestøtte", date(2026, 3, 10)) == date(2026, 3, 10)
