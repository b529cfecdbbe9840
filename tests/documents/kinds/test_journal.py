"""The texts for the departments' systems: each its own, and no names of others."""

import re
from datetime import date

import pytest
from paper_case import MANY, made, texts

NAMES = ("Mette Ravn", "Henrik Ravn", "Birgit Kær", "Jonas Berg", "Maja Toft", "Karin Friis",
         "Anne Holm")  # fmt: skip
WITHOUT_MAJA = "# samtykke.yaml\nmodtagere:\n  - {person: Jonas Berg}\n"
HEALTH = "Jeg lægger telefonen ud i køkkenet"
ONLY_HOME = """\
# plan.yaml
mål:
  - {område: bolig, mål: Jeg vil bo et roligt sted, ansvarlige: [jeg]}
  - {område: fagligt, mål: Jeg vil i skole, ansvarlige: [Karin Friis]}
"""
WITH_BENEFITS = """\
# sag.yaml
koordinator: {navn: Anne Holm, afdeling: Borgerservice}
"""


def journals(folder, example="", day=None):
    return {
        name.removeprefix("runde-1-journaltekst-").removesuffix(".docx"): text
        for name, text in texts(made(folder, example, ["journal"], day)).items()
    }


def test_each_department_of_the_case_has_its_talk_and_its_plan(tmp_path):
    found = journals(tmp_path)
    assert set(found) == {"børn", "uddannelse", "beskæftigelse"}
    for kind, talk, plan in (
        ("børn", "Børnesamtale", "Handleplan"),
        ("beskæftigelse", "Børnesamtale", "Plan for uddannelse og job"),
        ("uddannelse", "Børnesamtale", "Uddannelsesplan"),
    ):
        assert f"1. {talk} (formøde)" in found[kind]
        assert f"3. {plan}\n" in found[kind]


NOT_FILED = "# runder/1.yaml\nformøde: {journalført: ''}\n"
SIGNED_SINCE = "# samtykke.yaml\nunderskrifter: [{navn: Silje Ravn, som: ung, dato: 2026-02-12}]\n"


@pytest.mark.parametrize(
    ("cpr", "children", "jobs"),
    [
        ("720810-4322", "Børnesamtale", "Samtale"),  # 15 years
        ("710208-4322", "Børnesamtale", "Samtale"),  # 18 years on the day after
        ("700208-4322", "Samtale", "Jobsamtale"),
    ],
)
def test_what_the_pre_meeting_is_filed_as_goes_by_the_age_on_its_day(tmp_path, cpr, children, jobs):
    found = journals(tmp_path, f"# sag.yaml\nung: {{cpr: {cpr}}}\n" + SIGNED_SINCE + NOT_FILED)
    assert f"1. {children} (formøde)" in found["børn"]
    assert f"1. {jobs} (formøde)" in found["beskæftigelse"]


@pytest.mark.parametrize(
    ("cpr", "filed", "talk"),
    [
        ("720810-4322", "samtale", "Samtale"),
        ("720810-4322", "børnesamtale", "Børnesamtale"),
        ("720810-4322", "jobsamtale", "Børnesamtale"),  # 15 years
        ("700208-4322", "jobsamtale", "Jobsamtale"),
        ("700208-4322", "børnesamtale", "Samtale"),  # grown up
    ],
)
def test_what_the_round_says_counts_unless_the_age_speaks_against_it(tmp_path, cpr, filed, talk):
    said = f"# runder/1.yaml\nformøde: {{journalført: {{dato: 2026-02-10, som: {filed}}}}}\n"
    found = journals(tmp_path, f"# sag.yaml\nung: {{cpr: {cpr}}}\n" + SIGNED_SINCE + said)
    assert f"1. {talk} (formøde)" in found["børn"]


def test_text_that_was_made_before_the_meeting_says_so_on_every_page(tmp_path):
    mark = "Udkast før mødet. Ikke til journalen."
    assert journals(tmp_path, day=date(2026, 3, 2))["børn"].count(mark) == 2
    assert mark not in journals(tmp_path / "after")["børn"]


def test_every_block_is_one_frame_with_the_day_it_is_true_for(tmp_path):
    frames = re.findall(r"^\| .* \|$", journals(tmp_path)["børn"], re.MULTILINE)
    days = ("Som sagen stod den 4. marts 2026", "Som planen stod den 4. marts 2026")
    assert len(frames) == 3
    assert [any(day in frame for day in days) for frame in frames] == [True, True, True]


def test_others_are_named_by_function_only(tmp_path):
    for text in journals(tmp_path).values():
        assert not [name for name in NAMES if name in text]
        assert "Ansvarlige: jeg, klasselærer og uddannelsesvejleder" in text


@pytest.mark.parametrize(
    ("example", "kind", "there", "gone"),
    [
        (ONLY_HOME, "børn", "bo et roligt sted", None),
        (ONLY_HOME, "uddannelse", "Jeg vil i skole", "bo et roligt sted"),
        (ONLY_HOME + WITH_BENEFITS, "ydelser", "bo et roligt sted", "Jeg vil i skole"),
    ],
)
def test_a_department_gets_the_goals_that_concern_it(tmp_path, example, kind, there, gone):
    text = journals(tmp_path, example)[kind]
    assert there in text
    assert gone is None or gone not in text


def test_a_department_without_anybody_in_the_consent_gets_nothing(tmp_path):
    produced = made(tmp_path, WITHOUT_MAJA, ["journal"])
    refused = [each.recipient for each in produced.documents if each.status == "refused"]
    assert refused == ["beskæftigelse"]
    (problem,) = produced.diagnoses
    assert (problem.code, problem.file.name) == ("SAM407", "samtykke.yaml")
    assert "Job og Uddannelse" in problem.message


BY_SETTINGS = (
    WITHOUT_MAJA
    + """\
# team.yaml
personer:
  - {navn: Maja Toft, rolle: beskæftigelsesmedarbejder}
  - {navn: Jonas Berg, rolle: uddannelsesvejleder}
# samarbejde.yaml
medarbejdere:
  - {navn: Maja Toft, funktion: andet, afdeling: Job og Uddannelse}
  - {navn: Jonas Berg, funktion: andet, afdeling: Ungevejledningen}
"""
)


@pytest.mark.parametrize(("named", "refused"), [("", ["beskæftigelse"]), ("Maja Toft", [])])
def test_the_department_that_the_settings_tell_of_somebody_counts(tmp_path, named, refused):
    example = (
        BY_SETTINGS.replace("}\n", f"}}\n  - {{person: {named}}}\n", 1) if named else BY_SETTINGS
    )
    produced = made(tmp_path, example, ["journal"])
    assert [each.recipient for each in produced.documents if each.status == "refused"] == refused
    assert len(produced.documents) == 3


IN_TEAM = """\
# samtykke.yaml
modtagere: [{person: Jonas Berg}]
# sag.yaml
visitation: {afdelinger: [Børn og Familier]}
# team.yaml
personer:
  - {navn: Maja Toft, rolle: beskæftigelsesmedarbejder, arbejdssted: WHERE}
  - {navn: Jonas Berg, rolle: uddannelsesvejleder, arbejdssted: Ungevejledningen}
"""
BY_PLACE = IN_TEAM.replace("WHERE", "Job og Uddannelse")
BY_STAFF = (
    IN_TEAM.replace(", arbejdssted: WHERE", "")
    + """\
# samarbejde.yaml
medarbejdere:
  - {navn: Maja Toft, funktion: andet, afdeling: Job og Uddannelse}
"""
)
BY_INTAKE = IN_TEAM.replace("[Børn og", "[Job og Uddannelse, Børn og").replace(
    "  - {navn: Maja Toft, rolle: beskæftigelsesmedarbejder, arbejdssted: WHERE}\n", ""
)
NAMED = ("[{person: Jonas Berg}", "[{person: Maja Toft}, {person: Jonas Berg}")
FOLLOWED = [
    (BY_PLACE, ("Har Silje sagt ja til Maja Toft", "`modtagere` i samtykke.yaml"), NAMED),
    (BY_PLACE, ("Arbejder Maja Toft et andet sted", "`arbejdssted` i team.yaml"),
     ("arbejdssted: Job og Uddannelse", "arbejdssted: FGU")),
    (BY_STAFF, ("Har Silje sagt ja til Maja Toft",), NAMED),
    (BY_STAFF, ("Arbejder Maja Toft et andet sted", "`medarbejdere` i samarbejde.yaml"),
     ("andet, afdeling: Job og Uddannelse", "andet, afdeling: Ungevejledningen")),
    (BY_INTAKE, ("slet afdelingen under `visitation` og `afdelinger` i sag.yaml",),
     ("[Job og Uddannelse, Børn", "[Børn")),
    (BY_INTAKE, ("Skriv en fra Job og Uddannelse under `personer` i team.yaml", "`modtagere`"),
     ("[{person: Jonas Berg}]", "[{person: Jonas Berg}, {person: Maja Toft}]"),
     ("personer:\n", ("personer:\n  - {navn: Maja Toft, rolle: beskæftigelsesmedarbejder, "
      "arbejdssted: Job og Uddannelse}\n"))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("example", "advice", "changes"), [(one, two, each) for one, two, *each in FOLLOWED]
)
def test_the_advice_about_a_department_names_the_place_and_works(
    tmp_path, example, advice, changes
):
    (problem,) = made(tmp_path / "before", example, ["journal"]).diagnoses
    assert all(each in problem.hint for each in advice), problem.hint
    assert ("sag.yaml" in problem.hint) == (example == BY_INTAKE)
    for change in changes:
        assert change[0] in example
        example = example.replace(*change)
    after = made(tmp_path / "after", example, ["journal"])
    assert not [each.recipient for each in after.documents if each.status == "refused"]


def test_several_of_one_function_are_counted(tmp_path):
    came = re.sub(r"(    - \{person: Person Nummer\d+)\}", r"\1, deltog: ja}", MANY)
    assert "anden (12)" in journals(tmp_path, came)["børn"]


HELD = "# runder/1.yaml\nformøde: {dato: 2026-02-05}\nmøde:\n  dato: 2026-03-03\n"
STAYED_AWAY = f"""{HELD}  den_unge_deltog: nej
  deltagere:
    - {{person: Karin Friis, deltog: ja}}
    - {{person: Birgit Kær, deltog: nej}}
    - {{person: Mette Ravn}}
"""


def test_a_meeting_that_has_not_been_has_nobody_present(tmp_path):
    text = journals(tmp_path, day=date(2026, 2, 1))["børn"]
    assert text.count("Til stede: ____________") == 2


def test_where_nobody_noted_who_came_there_is_a_line_to_write_on(tmp_path):
    nobody = f"{HELD}  den_unge_deltog:\n  deltagere:\n    - person: Karin Friis\n"
    text = journals(tmp_path, nobody)["børn"]
    assert "Torsdag den 5. februar 2026. Til stede: ____________" in text
    assert "Tirsdag den 3. marts 2026. Til stede: ____________" in text


def test_only_those_who_came_were_there(tmp_path):
    text = journals(tmp_path, STAYED_AWAY)["børn"]
    assert "Til stede: klasselærer, ____________ Silje Ravn var ikke med." in text


@pytest.mark.parametrize(("planned", "said"), [("2026-06-16", True), ("2026-03-03", False)])
def test_the_next_meeting_is_one_after_this(tmp_path, planned, said):
    text = journals(tmp_path, f"{HELD}opfølgning: {{næste_møde: {planned}}}\n")["børn"]
    assert ("Næste møde:" in text) is said


NAMED = """\
# team.yaml
netværk:
  - {navn: Rune, relation: træner, kreds: andre, nærhed: 2}
  - {navn: Mormor, relation: mormor, kreds: familie, nærhed: 1}
# plan.yaml
formål_med_støtten: Karin Friis' aftaler med Mette holder
den_unges_holdning: Ravn er også mit navn, siger Rune
mål:
  - område: fagligt
    mål: Jeg skal i skole
    delmål: [Karin følger mig]
    handlinger: [Mormor og Runes hund går med, "Friis ringer, Birgit svarer"]
    ansvarlige: [jeg]
    nået: nej
    årsag: Maja Toft var syg
# runder/1.yaml
formøde: {ønsker: [Jeg vil tale om Jonas]}
"""


def test_no_name_that_the_case_knows_is_left_in_the_text(tmp_path):
    text = journals(tmp_path, NAMED)["børn"]
    for sentence in (
        "Formål: [klasselærer]' aftaler med [mor] holder",
        "Silje siger om planen: »Ravn er også mit navn, siger [træner]«",
        "Delmål: [klasselærer] følger mig",
        "Mormor og [træner]s hund går med",
        "[klasselærer] ringer, [moster] svarer",
        "Nået: nej. [ungekonsulent] var syg",
        "»Jeg vil tale om [uddannelsesvejleder]«",
    ):
        assert sentence in text


SILENT = f"""{HELD}  mødeleder: ''
  referent: ''
  den_unge_deltog:
  deltagere:
    - {{person: Karin Friis, deltog: ja}}
    - {{person: Birgit Kær}}
"""


def test_nobody_is_said_to_have_been_there_whom_nobody_noted(tmp_path):
    text = journals(tmp_path, SILENT)["børn"]
    assert "Til stede: klasselærer, ____________" in text
    assert "var ikke med" not in text


def test_nobody_is_said_to_have_been_at_the_pre_meeting(tmp_path):
    assert "Til stede: ____________" in journals(tmp_path)["børn"]


@pytest.mark.parametrize("role", ["mødeleder", "referent"])
def test_who_leads_or_writes_is_not_said_to_have_come(tmp_path, role):
    named = f"{STAYED_AWAY.replace('Mette Ravn', 'Mette Ravn, deltog: nej')}  {role}: Maja Toft\n"
    text = journals(tmp_path, named)["børn"]
    assert "ungekonsulent" not in text.partition("3. Handleplan")[0]
    assert "klasselærer, ____________" in text


def test_of_somebody_on_the_network_map_no_more_is_told_than_a_word(tmp_path):
    example = """\
# team.yaml
netværk:
  - {navn: Elias, relation: ven fra anstalten, kreds: venner, nærhed: 2}
  - {navn: Sif, relation: klassekammerat, kreds: venner, nærhed: 2}
# plan.yaml
mål:
  - {område: fagligt, mål: Jeg skal til skole med Elias og Sif, ansvarlige: [jeg]}
"""
    found = texts(made(tmp_path, example, ["journal"])).values()
    assert any("med [anden] og [klassekammerat]" in text for text in found)
    assert not any("anstalten" in text for text in found)
