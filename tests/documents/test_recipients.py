"""Who gets a letter, by which channel, and on what ground."""

from datetime import date

import pytest
from paper_case import DAY, OF_AGE, loaded

from samarbejde_cli.case.sharing import may_receive
from samarbejde_cli.documents.recipients import externals


def of(tmp_path, example="", day=DAY):
    _, case, profile = loaded(tmp_path, example)
    return {each.name: each for each in externals(case, profile, day)}


def test_externals_and_holders_of_custody_get_letters(tmp_path):
    found = of(tmp_path)
    assert {name: each.role for name, each in found.items()} == {
        "Mette Ravn": "forælder",
        "Henrik Ravn": "forælder",
        "Birgit Kær": "den-unges-voksne",
        "Karin Friis": "skole",
    }
    assert not any(each.refusal for each in found.values())


def test_consent_is_the_ground_for_others_than_the_holders_of_custody(tmp_path):
    found = of(tmp_path)
    assert [name for name, each in found.items() if each.by_consent] == [
        "Birgit Kær",
        "Karin Friis",
    ]


@pytest.mark.parametrize(
    "who", ["Silje Ravn", "jeg", "Anne Holm", "Jonas Berg", "Dorte Lundgaard", "peter skovmand"]
)
def test_the_youth_and_colleagues_get_none(tmp_path, who):
    example = f"# runder/1.yaml\nmøde:\n  deltagere:\n    - {{person: {who}}}\n"
    assert of(tmp_path, example) == {}


def test_somebody_who_is_listed_twice_gets_one_letter(tmp_path):
    example = """\
# runder/1.yaml
møde:
  deltagere:
    - {person: Karin Friis}
    - {person: KARIN FRIIS}
"""
    assert list(of(tmp_path, example)) == ["Karin Friis"]


def test_who_is_exempt_from_digital_post_gets_paper(tmp_path):
    example = """\
# team.yaml
personer:
  - {navn: Karin Friis, rolle: skole, fritaget_digital_post: ja}
  - {navn: Birgit Kær, rolle: den-unges-voksne}
"""
    found = of(tmp_path, example)
    assert (found["Karin Friis"].channel.label, found["Birgit Kær"].channel.label) == (
        "Brev",
        "Sikker post",
    )


REFUSALS = [
    ("modtagere:\n  - {person: Birgit Kær}", ("modtagere",), "nævner ikke"),
    (
        "modtagere:\n  - {person: Karin Friis, trukket_tilbage: 2026-02-12}",
        ("modtagere", 0, "trukket_tilbage"),
        "trukket tilbage",
    ),
    ("tilbagekaldt: {dato: 2026-02-11, af: Silje Ravn}", ("tilbagekaldt",), "trukket tilbage"),
    ("udveksling: nej", ("udveksling",), "udveksles"),
    ("fælles_skema: nej", ("fælles_skema",), "fælles skema"),
]


@pytest.mark.parametrize(("consent", "route", "reason"), REFUSALS)
def test_a_refusal_points_at_what_stands_in_the_consent(tmp_path, consent, route, reason):
    refusal = of(tmp_path, f"# samtykke.yaml\n{consent}\n")["Karin Friis"].refusal
    assert (refusal.location.file.name, refusal.location.route) == ("samtykke.yaml", route)
    assert reason in refusal.facts["grund"]


def test_a_consent_for_one_person_counts_until_the_day_it_is_withdrawn(tmp_path):
    example = (
        "# samtykke.yaml\nmodtagere:\n  - {person: Karin Friis, trukket_tilbage: 2026-02-12}\n"
    )
    _, case, profile = loaded(tmp_path, example)
    assert may_receive(case, profile, "Karin Friis", date(2026, 2, 11))
    assert not may_receive(case, profile, "Karin Friis", date(2026, 2, 12))


def test_custody_counts_until_the_birthday(tmp_path):
    _, case, profile = loaded(tmp_path, OF_AGE)
    birthday = case.turns(18)
    assert may_receive(case, profile, "Mette Ravn", birthday.replace(day=birthday.day - 1))
    assert not may_receive(case, profile, "Mette Ravn", birthday)


def test_a_parent_whom_the_consent_names_still_gets_a_letter_at_18(tmp_path):
    consent = "# samtykke.yaml\nmodtagere:\n  - {person: Mette Ravn}\n"
    found = of(tmp_path, OF_AGE + consent, date(2026, 8, 20))
    assert found["Mette Ravn"].refusal is None
    assert found["Mette Ravn"].by_consent
    assert found["Henrik Ravn"].refusal is not None
