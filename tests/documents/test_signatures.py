"""Who must sign the plan, and whose signature counts."""

from paper_case import DAY, OF_AGE, SECOND_ROUND, loaded, made, texts

from samarbejde_cli.documents.signatures import signatures


def of(tmp_path, example=""):
    _, case, profile = loaded(tmp_path, example)
    return {each["navn"]: (each["som"], each["dato"]) for each in signatures(case, profile, DAY)}


def test_each_who_must_sign_has_one_line_in_the_order_of_the_form(tmp_path):
    found = of(tmp_path)
    assert [(name, role) for name, (role, _) in found.items()] == [
        ("Silje Ravn", "Den unge"),
        ("Mette Ravn", "Har forældremyndighed"),
        ("Henrik Ravn", "Har forældremyndighed"),
        ("Peter Skovmand", "Leder"),
        ("Anne Holm", "Rådgiver"),
        ("Birgit Kær", "Øvrig deltager"),
        ("Jonas Berg", "Øvrig deltager"),
        ("Maja Toft", "Øvrig deltager"),
        ("Karin Friis", "Øvrig deltager"),
    ]


def test_a_signature_is_dated_and_the_others_are_open(tmp_path):
    found = of(tmp_path)
    assert found["Silje Ravn"][1].isoformat() == "2026-03-03"
    assert found["Karin Friis"][1] is None


def test_signatures_from_before_this_round_s_meeting_do_not_count(tmp_path):
    assert all(day is None for _, day in of(tmp_path, SECOND_ROUND).values())


def test_holders_of_custody_do_not_sign_when_the_meeting_is_after_the_birthday(tmp_path):
    late = "# runder/1.yaml\nmøde: {dato: 2026-09-01, deltagere: [{person: Karin Friis}]}\n"
    roles = [role for role, _ in of(tmp_path, OF_AGE + late).values()]
    assert roles == ["Den unge", "Leder", "Rådgiver", "Øvrig deltager"]


def test_who_stays_away_does_not_sign(tmp_path):
    example = """\
# runder/1.yaml
møde:
  deltagere:
    - {person: Birgit Kær}
    - {person: Jonas Berg, svar: "2"}
    - {person: Maja Toft, svar: "4"}
    - {person: Karin Friis, svar: "1", deltog: nej}
"""
    others = [name for name, (role, _) in of(tmp_path, example).items() if role == "Øvrig deltager"]
    assert others == ["Birgit Kær"]


def test_an_unknown_leader_has_a_line_to_write_on(tmp_path):
    example = "# samarbejde.yaml\nmedarbejdere: []\n"
    assert of(tmp_path, example)[""] == ("Leder", None)


CHANGED = """\
# runder/1.yaml
opfølgning:
  ændringer:
    - {dato: 2026-03-12, hvad: Praktikken begynder først i maj}
    - {dato: 2026-03-02, hvad: Rettet før mødet}
"""


def plan(tmp_path, example):
    return texts(made(tmp_path, example, ["goals"]))["runde-1-mål-og-aftaleskema.docx"]


def test_the_plan_says_what_was_changed_after_the_signatures(tmp_path):
    text = plan(tmp_path, CHANGED)
    assert "Ændret efter underskriften den 12. marts 2026: Praktikken begynder først i maj" in text
    assert "Rettet før mødet" not in text


def test_a_plan_that_nobody_signed_was_not_changed_after_signing(tmp_path):
    nobody = CHANGED.replace("opfølgning:", "opfølgning:\n  plan_underskrevet: ''")
    assert "Ændret" not in plan(tmp_path, nobody + "# plan.yaml\nunderskrifter: []\n")
