"""The rules about hand-over, rhythm, roles, agreements and dates at their edges."""

from datetime import date

import pytest
from example_case import SECOND, TODAY, build_all, case_folder, found_in, write

from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.findings import Weight
from samarbejde_cli.profile.load import load_profile
from samarbejde_cli.rules.engine.judge import judge

SECOND_ROUND = """\
# sag.yaml
trin: formøde
runde: 2
# historik.yaml
- {tid: 2026-03-10T09:00, hvem: Anne Holm, fra: opfølgning, til: formøde, runde: 2}
# runder/2.yaml
formøde: {dato: 2026-03-17, start: 9.00, orienteret_om_modellen: ja, ønsker: [Jeg vil have ro]}
"""
PAUSED = SECOND_ROUND.replace("runde: 2\n", "runde: 2\nPAUSE\n", 1)
PAUSED = PAUSED.replace("PAUSE", "pause: {fra: 2026-03-01, til: 2026-05-01, årsag: Rejse}")
FIRST_LONG_AGO = "# runder/1.yaml\nmøde: {dato: 2025-10-28}\n"
NO_GAP = "# samarbejde.yaml\nrytme: {højst_måneder_imellem: 0}\n"


def profile(*lines):
    return "\n".join(["# samarbejde.yaml", *lines, ""])


def coming(*lines):
    """A meeting that is not held yet."""
    return "\n".join(["# runder/1.yaml", "møde:", "  dato: 2026-03-24", *lines, ""])


def after(*lines):
    return "\n".join(["# runder/1.yaml", "opfølgning:", *(f"  {line}" for line in lines), ""])


def guest(name, answers):
    return f"# runder/1.yaml\nmøde: {{deltagere: [{{person: {name}, {answers}}}]}}\n"


def plan(*lines):
    return "\n".join(["# plan.yaml", *lines, ""])


def goal_of(names):
    goal = f"område: fagligt, mål: Jeg går i skole, handlinger: [Jeg går], ansvarlige: [{names}]"
    return plan(f"mål: [{{{goal}}}]")


def team(*roles):
    names = ("Birgit Kær", "Jonas Berg", "Maja Toft", "Karin Friis")
    pairs = zip(names, roles, strict=True)
    lines = [f"  - {{navn: {name}, rolle: {role}, telefon: 20 00 00 09}}" for name, role in pairs]
    return "\n".join(["# team.yaml", "personer:", *lines, ""])


WITHOUT_JOB = team("den-unges-voksne", "uddannelsesvejleder", "mentor", "skole")
AT_18 = "# sag.yaml\nung: {cpr: 770608-4322}\n"
"""Turns 18 on 17 June 2026."""

CASES = {
    "SAM311": [
        ("nobody from the next department, three months before", AT_18 + WITHOUT_JOB, True),
        ("somebody from it is in the team", AT_18, False),
        ("seven months before", AT_18.replace("7706", "7710") + WITHOUT_JOB, False),
        (
            "at 23 aftercare ends",
            "# sag.yaml\nung: {cpr: 610603-4322}\nvisitation: {efterværn: ja}\n" + WITHOUT_JOB,
            True,
        ),
        (
            "at 18 aftercare is planned",
            "# sag.yaml\nung: {cpr: 770608-4322}\nvisitation: {efterværn: ja}\n" + WITHOUT_JOB,
            False,
        ),
        ("where no age decides", AT_18 + WITHOUT_JOB + profile("koordinatorer: []"), False),
    ],
    "SAM313": [
        ("17½ and a bit", AT_18.replace("770608", "780808"), True),
        ("17½ tomorrow", AT_18.replace("770608", "780908"), False),
        ("aftercare follows", AT_18.replace("}", "}\nvisitation: {efterværn: ja}"), False),
        ("the social department is there", AT_18 + team("ven", "skole", "voksenmyndighed", "ven"),
         False),
        ("already of age", "# sag.yaml\nung: {cpr: 660308-4322}\n", False),
    ],
    "SAM315": [
        ("the coordinator covers the own department",
         profile("team: {faste_roller: [{en_af: [familierådgiver]}]}"), False),
        ("for older ones only",
         profile("team: {faste_roller: [{en_af: [læge], fra_år: 16}]}"), False),
        ("for younger ones only",
         profile("team: {faste_roller: [{en_af: [læge], til_år: 14}]}"), False),
        ("nobody has it", profile("team: {faste_roller: [{en_af: [læge, psykiatri]}]}"), True),
    ],
    "SAM415": [
        ("three months before", AT_18, True),
        ("a day more than three months before", AT_18.replace("770608", "780608"), False),
    ],
    "SAM506": [
        ("never filled in",
         profile("dialogskema: {bruges: ja}") + "# runder/1.yaml\ndialogskema:\n", True),
        ("not in use", "# runder/1.yaml\ndialogskema:\n", False),
        ("only at the start",
         profile("dialogskema: {bruges: ja, højst_måneder_imellem: 0}"), False),
    ],
    "SAM620": [
        ("nothing agreed after the longest gap", SECOND_ROUND + FIRST_LONG_AGO, True),
        ("no gap is too long here", SECOND_ROUND + FIRST_LONG_AGO + NO_GAP, False),
        ("the case rests", PAUSED + FIRST_LONG_AGO, False),
        ("a day is agreed",
         SECOND_ROUND + "møde: {dato: 2026-03-24}\n" + FIRST_LONG_AGO, False),
    ],
    "SAM621": [
        ("no number is promised",
         SECOND_ROUND + "møde: {dato: 2026-03-24}\n# runder/1.yaml\nmøde: {dato: 2025-03-04}\n"
         + profile("rytme: {møder: 0}"), False),
        ("not a whole year yet",
         SECOND_ROUND + "møde: {dato: 2026-03-24}\n# runder/1.yaml\nmøde: {dato: 2025-03-18}\n",
         False),
    ],
    "SAM622": [
        ("an age from before the case began",
         profile('frister: {overdragelsesmøder_ved: ["15"]}'), False),
        ("an age far ahead", profile("frister: {overdragelsesmøder_ved: [17½]}"), False),
        ("the case rests",
         PAUSED + FIRST_LONG_AGO
         + profile('frister: {overdragelsesmøder_ved: ["16"], overdragelse_måneder: 5}'), False),
    ],
    "SAM623": [
        ("a pre-meeting on a Sunday", after("næste_formøde: 2026-05-31"), True),
        ("a meeting on a Sunday is told by the rule of the weekday",
         after("næste_møde: 2026-06-14"), False),
        ("a meeting on a Sunday where any day will do",
         profile("rytme: {ugedag: hverdag}") + after("næste_møde: 2026-06-14"), True),
        ("the municipality's own day off",
         profile("fridage: [26. maj]") + after("næste_formøde: 2026-05-26"), True),
        ("store bededag is an ordinary day", after("næste_formøde: 2026-05-01"), False),
        ("a holiday that is past", "# runder/1.yaml\nformøde: {dato: 2026-01-01}\n", False),
    ],
    "SAM624": [
        ("a grown-up", profile("skoleferier: [{navn: a, fra: 2026-05-25, til: 2026-05-27}]",
                               "samtykke: {myndig_år: 15}"), False),
        ("the last day of the holiday",
         profile("skoleferier: [{navn: a, fra: 2026-05-01, til: 2026-05-26}]"), True),
        ("the day after it",
         profile("skoleferier: [{navn: a, fra: 2026-05-01, til: 2026-05-25}]"), False),
    ],
    "SAM626": [
        ("half an hour more", coming('  slut: "11.00"'), False),
        ("31 minutes more", coming('  slut: "11.01"'), True),
        ("a meeting that is held", "# runder/1.yaml\nmøde: {slut: '12.00'}\n", False),
    ],
    "SAM627": [
        ("coordinator and administrator have the roles", coming("  mødeleder:", "  referent:"),
         False),
        ("no administrator", profile("medarbejdere: []") + coming("  referent:"), True),
        ("agreed each time", profile("møderoller: {aftales_hver_gang: ja}") + coming("  referent:"),
         True),
        ("the meeting is held",
         profile("møderoller: {aftales_hver_gang: ja}") + "# runder/1.yaml\nmøde: {referent: ''}\n",
         False),
    ],
    "SAM628": [
        ("an employee", coming("  mødeleder: Peter Skovmand"), False),
        ("a stranger", coming("  referent: Bodil Trane"), True),
    ],
    "SAM629": [
        ("the usual writer leads", coming("  mødeleder: Dorte Lundgaard", "  referent:"), True),
        ("two people", coming(), False),
    ],
    "SAM630": [
        ("came", profile("team: {voksen_deltager: ja}"), False),
        ("stayed away", profile("team: {voksen_deltager: ja}")
         + "# runder/1.yaml\nmøde: {deltagere: [{person: birgit kær, deltog: nej}]}\n", True),
    ],
    "SAM631": [
        ("only goals from before",
         SECOND_ROUND.replace("formøde\n", "opfølgning\n", 1)
         + "møde: {dato: 2026-03-17, den_unge_deltog: nej, fravær_fordi: Syg}\n", False),
        ("goals of this round",
         "# runder/1.yaml\nmøde: {den_unge_deltog: nej, fravær_fordi: Syg}\n", True),
    ],
    "SAM712": [
        ("a measure is an agreement too",
         "# team.yaml\nindsatser: [{støtte: Mentor, ansvarlig: Jonas Berg}]\n"
         + goal_of("Karin Friis, Maja Toft"), False),
        ("who did not come needs none",
         guest("Jonas Berg", "deltog: nej") + goal_of("jeg"), False),
    ],
    "SAM713": [
        ("a signature of a stranger",
         plan("underskrifter: [{navn: Bodil Trane, som: øvrige, dato: 2026-03-03}]"), True),
        ("the youth by short name", "# plan.yaml\nsendes_til: [Silje, min mor]\n", True),
        ("an employee", "# plan.yaml\nsendes_til: [Peter Skovmand, jeg]\n", False),
    ],
    "SAM811": [
        ("where only the youth signs",
         profile("plan: {underskrifter: [ung]}")
         + "# plan.yaml\nunderskrifter:\n"
         + "".join(f"  - {{navn: {name}, som: {role}, dato: 2026-03-03}}\n" for name, role in
                   (("Silje Ravn", "ung"), ("Mette Ravn", "forældremyndighed"),
                    ("Henrik Ravn", "forældremyndighed"))), False),
    ],
    "SAM812": [
        ("the same amount, another payer",
         after("økonomi: [{bevilling: A, betaler: B, beløb: 1, ville_have_kostet: 1, hos: C,"
               " sendt: 2026-03-04}]"), False),
    ],
    "SAM911": [
        ("answered before being asked",
         guest("Karin Friis", "indkaldt: 2026-02-12, svaret: 2026-02-11, deltog: ja"), True),
        ("answered on the same day",
         guest("Karin Friis", "indkaldt: 2026-02-12, svaret: 2026-02-12, deltog: ja"), False),
        ("decided before the referral",
         "# sag.yaml\nvisitation: {besluttet_dato: 2026-01-05}\n", True),
        ("the jobcentre answered first",
         "# sag.yaml\nvisitation: {jobcenter: {sendt: 2026-01-14, svar: 2025-01-19}}\n", True),
        ("told before it was changed",
         after("ændringer: [{dato: 2026-03-12, hvad: A, fortalt: 2026-03-11}]"), True),
        ("a pre-meeting before the meeting of the round before",
         SECOND_ROUND.replace("2026-03-17, start", "2026-03-02, start"), True),
        ("copies before the signatures",
         after("plan_underskrevet: 2026-03-05"), True),
    ],
    "SAM912": [
        ("today", after("journalført: {dato: 2026-03-17, som: samtale}"), False),
        ("tomorrow", after("journalført: {dato: 2026-03-18, som: samtale}"), True),
        ("referred tomorrow", "# sag.yaml\nvisitation: {henvist_dato: 2026-03-18}\n", True),
        ("a signature next year",
         "# plan.yaml\nunderskrifter: [{navn: Silje Ravn, som: ung, dato: 2027-03-03}]\n", True),
        ("a form filled in tomorrow",
         "# runder/1.yaml\ndialogskema: [{dato: 2026-03-18, rusmidler: 5}]\n", True),
        ("the next meeting", after("næste_møde: 2026-06-16"), False),
    ],
}  # fmt: skip
TABLE = [(code, *case) for code, cases in CASES.items() for case in cases]


def merged(example):
    """Join the parts of an example that are about the same file."""
    texts, name = {}, ""
    for line in example.splitlines(keepends=True):
        if line.startswith("# ") and line.strip().endswith(".yaml"):
            name = line
        else:
            texts[name] = texts.get(name, "") + line
    return "".join(name + text for name, text in texts.items())


@pytest.mark.parametrize(
    ("code", "why", "example", "found"), TABLE, ids=[f"{each[0]} {each[1]}" for each in TABLE]
)
def test_a_rule_speaks_and_is_silent_where_it_should(code, why, example, found, tmp_path):
    del why
    codes = {each.rule.code for each in found_in(tmp_path, merged(example))}
    assert (code in codes) is found


FOUND = {code: example for code, _, example, found in TABLE if found}


@pytest.mark.parametrize(("code", "example"), FOUND.items(), ids=FOUND.keys())
def test_a_soft_rule_is_no_gate_unless_the_settings_say_so(code, example, tmp_path):
    soft = [each for each in found_in(tmp_path, merged(example)) if each.rule.code == code]
    assert not any(each.weight.blocks for each in soft)
    hard = profile(f"regler: {{{code}: {{alvor: fejl, begrundelse: Hos os er det et krav}}}}")
    strict = [each for each in found_in(tmp_path, merged(example + hard)) if each.rule.code == code]
    assert {each.weight for each in strict} == {Weight.ERROR}


def test_a_round_that_is_missing_is_told_at_the_case(tmp_path):
    found_in(tmp_path, SECOND_ROUND)
    (case_folder(tmp_path) / "runder" / "1.yaml").unlink()
    settings = load_profile(tmp_path).profile
    found = judge(load_case(case_folder(tmp_path)), settings, TODAY)
    [gap] = [each.finding for each in found if each.rule.code == "SAM910"]
    assert gap.facts["problem"] == "Sagen er i runde 2, men runder/1.yaml findes ikke"


def test_the_jobcentre_has_no_less_time_because_of_a_day_off(tmp_path):
    asked = (
        "# sag.yaml\nvisitation: {jobcenter: {sendt: 2026-03-09, svar: '', sagsbehandler: ''}}\n"
    )
    late = {each.rule.code for each in found_in(tmp_path / "a", asked)}
    off = profile("fridage: [16. marts]")
    assert "SAM211" in late
    assert "SAM211" not in {each.rule.code for each in found_in(tmp_path / "b", asked + off)}


def in_all(folder, example, today=TODAY):
    build_all(folder, example)
    return [each.code for each in check_workspace(Workspace(folder), today).diagnoses]


OTHER = f"# {SECOND}/sag.yaml\nung: {{navn: Asger Dam, cpr: 740810-4329}}\n"
BOTH_ON_TUESDAY = f"# runder/1.yaml\nmøde: {{dato: 2026-03-24}}\n# {SECOND}/runder/1.yaml\nmøde:\n"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("  dato: 2026-03-24", True),
        ("  dato: 2026-03-31", False),
        ('  {dato: 2026-03-24, start: "10.30", slut: "12.00"}', False),
        ('  {dato: 2026-03-24, start: "10.29", slut: "12.00"}', True),
    ],
)
def test_the_same_people_at_the_same_time_are_told_once_for_two_cases(lines, found, tmp_path):
    codes = in_all(tmp_path, OTHER + BOTH_ON_TUESDAY + lines + "\n")
    assert codes.count("SAM632") == int(found)


def test_a_room_and_everybody_who_works_there_is_named(tmp_path):
    build_all(tmp_path, OTHER + BOTH_ON_TUESDAY + "  dato: 2026-03-24\n")
    found = check_workspace(Workspace(tmp_path), TODAY).diagnoses
    [clash] = [each for each in found if each.code == "SAM632"]
    assert clash.message == (
        "Egen, Anne Holm, Dorte Lundgaard, Jonas Berg, Karin Friis og Maja Toft "
        "er optaget på samme tid i sag 2026-001, kl. 9.00-10.30."
    )


def test_a_closed_case_may_have_the_number_of_an_open_one(tmp_path):
    closed = (
        f"# {SECOND}/sag.yaml\ntrin: afsluttet\nafslutning: {{dato: 2026-03-10, årsag: Flyttet}}\n"
    )
    assert "SAM913" in in_all(tmp_path / "a", f"# {SECOND}/sag.yaml\nrunde: 1\n")
    assert "SAM913" not in in_all(tmp_path / "b", closed)


def test_a_broken_case_does_not_stop_the_comparison_of_the_others(tmp_path):
    build_all(tmp_path, OTHER)
    write(tmp_path, "sag.yaml", "trin: [\n")
    codes = [each.code for each in check_workspace(Workspace(tmp_path), TODAY).diagnoses]
    assert "SAM913" not in codes
    assert "SAM014" in codes


def test_the_years_without_school_holidays_are_told_once_at_the_settings(tmp_path):
    example = OTHER + "# samarbejde.yaml\nskoleferier: []\n# runder/1.yaml\nopfølgning:\n"
    build_all(tmp_path, example + "  næste_møde: 2027-01-05\n")
    found = check_workspace(Workspace(tmp_path), date(2026, 3, 17)).diagnoses
    [years] = [each for each in found if each.code == "SAM625"]
    assert years.message.startswith("Der er aftalt møder i 2026 og 2027,")
    assert years.file.name == "samarbejde.yaml"
