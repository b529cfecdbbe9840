"""The texts for the departments' systems: each its own, and no names of others."""

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


def journals(folder, example=""):
    return {
        name.removeprefix("runde-1-journaltekst-").removesuffix(".docx"): text
        for name, text in texts(made(folder, example, ["journal"])).items()
    }


def test_each_department_of_the_case_has_its_talk_and_its_plan(tmp_path):
    found = journals(tmp_path)
    assert set(found) == {"børn", "uddannelse", "beskæftigelse"}
    for kind, talk, plan in (
        ("børn", "Børnesamtale", "Handleplan"),
        ("beskæftigelse", "Jobsamtale", "Plan for uddannelse og job"),
        ("uddannelse", "Samtale", "Uddannelsesplan"),
    ):
        assert f"1. {talk} (formøde)" in found[kind]
        assert f"3. {plan}\n" in found[kind]


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


def test_several_of_one_function_are_counted(tmp_path):
    assert "anden (12)" in journals(tmp_path, MANY)["børn"]
