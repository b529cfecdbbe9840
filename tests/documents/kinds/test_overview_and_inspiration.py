"""The overview of network and measures, and the two sheets for inspiration."""

import re

import pytest
from paper_case import DAY, OF_AGE, OTHER_WORDS, complete, files, loaded, made, texts

from samarbejde_cli.case.steps import Step
from samarbejde_cli.documents.catalogue import KINDS, due
from samarbejde_cli.documents.kinds.inspiration import three_houses
from samarbejde_cli.documents.kinds.network_overview import network_overview

TASKS = """\
# team.yaml
personer:
  - {navn: Birgit Kær, rolle: den-unges-voksne, relation: moster, opgave: Kører med til møder}
  - {navn: Anne Holm, rolle: familierådgiver}
  - {navn: Karin Friis, rolle: skole, intern: nej}
  - {navn: Jonas Berg, rolle: uddannelsesvejleder, telefon: 57 00 00 21}
netværk:
  - {navn: birgit kær, kreds: familie, nærhed: 1, note: Min moster}
  - {navn: Freja, kreds: venner, nærhed: 2, telefon: 20 00 00 09}
indsatser:
  - {støtte: Støtteperson i klassen, ansvarlig: Karin Friis}
  - {støtte: Kontaktperson, ansvarlig: Jonas Berg}
"""
HOUSES = """\
# runder/1.yaml
formøde:
  tre_huse:
    bekymringer: [Jeg sover for lidt, Matematik]
    håb: [Et fritidsjob]
"""
INSIDE = ("dialogue", "network-map", "three-houses", "vitalisation")
FIVE = (*INSIDE, "network-overview")


def context(build, tmp_path, example=""):
    _, case, profile = loaded(tmp_path, example)
    return build(case, profile, None, DAY)


def people(found, group):
    return {each["navn"]: each for each in found[group]}


def test_the_coordinator_stands_first_and_once(tmp_path):
    found = context(network_overview, tmp_path, TASKS)["fagpersoner"]
    assert [each["navn"] for each in found] == ["Anne Holm", "Karin Friis", "Jonas Berg"]
    assert [each["er_koordinator"] for each in found] == [True, False, False]


def test_without_a_coordinator_the_overview_is_made_all_the_same(tmp_path):
    (text,) = texts(
        complete(made(tmp_path, "# sag.yaml\nkoordinator: ''\n", ["network-overview"]))
    ).values()
    assert "Leder forløbet" not in text
    assert "Jonas Berg" in text


def test_what_somebody_does_is_told_or_else_the_measure_they_answer_for(tmp_path):
    found = context(network_overview, tmp_path, TASKS)
    assert people(found, "private")["Birgit Kær"]["opgave"] == "Kører med til møder"
    assert people(found, "fagpersoner")["Karin Friis"]["støtte"] == "Støtteperson i klassen"
    assert people(found, "fagpersoner")["Anne Holm"]["opgave"] is None


SAME_PEOPLE = """\
# team.yaml
netværk:
  - {navn: Freja, relation: veninde, kreds: venner, nærhed: 2, telefon: 20 00 00 09}
  - {navn: Mor, kreds: familie, nærhed: 1, note: Vi griner meget}
"""


def test_the_private_network_and_its_telephones_are_on_the_map_alone(tmp_path):
    (text,) = texts(complete(made(tmp_path, SAME_PEOPLE, ["network-overview"]))).values()
    (of_map,) = texts(made(tmp_path / "kort", SAME_PEOPLE, ["network-map"])).values()
    for private in ("Freja", "Vi griner meget"):
        assert private in of_map
        assert private not in text
    for phone in ("20 00 00 01", "20 00 00 02", "20 00 00 09"):
        assert phone not in text


def test_a_measure_does_not_name_somebody_who_is_out_of_the_consent(tmp_path):
    gone = "# samtykke.yaml\nmodtagere:\n  - {person: Jonas Berg, trukket_tilbage: 2026-02-10}\n"
    found = context(network_overview, tmp_path, TASKS + gone)
    assert [each["ansvarlig"] for each in found["indsatser"]] == ["Karin Friis", None]
    assert "Jonas Berg" not in people(found, "fagpersoner")


def test_a_measure_tells_how_to_reach_the_one_who_answers_for_it(tmp_path):
    measures = context(network_overview, tmp_path, TASKS)["indsatser"]
    assert [each["telefon"] for each in measures] == [None, "57 00 00 21"]


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("", ["Mette Ravn", "Henrik Ravn"]),
        (OF_AGE, []),
        (OF_AGE + "# samtykke.yaml\nmodtagere: [{person: Mette Ravn}]\n", ["Mette Ravn"]),
    ],
)
def test_parents_are_gone_from_18_unless_the_consent_names_them(tmp_path, example, expected):
    assert list(people(context(network_overview, tmp_path, example), "familie")) == expected


def test_the_overview_has_neither_number_nor_address(tmp_path):
    (text,) = texts(complete(made(tmp_path, "", ["network-overview"]))).values()
    assert not re.search(r"\d{6}-", text)
    assert "Kildevej" not in text
    assert "Engvej" not in text


@pytest.mark.parametrize("name", FIVE)
def test_no_cpr_number_is_in_any_of_the_five(tmp_path, name):
    for data in files(made(tmp_path, HOUSES, [name])).values():
        assert b"720810" not in data
    assert "720810" not in "".join(texts(complete(made(tmp_path, HOUSES, [name]))).values())


@pytest.mark.parametrize("name", FIVE)
def test_the_words_of_the_municipality_are_used(tmp_path, name):
    (text,) = texts(complete(made(tmp_path, OTHER_WORDS, [name]))).values()
    assert "den unge" not in text.casefold().replace("den unges voksne", "")
    assert "samarbejdsmøde" not in text


@pytest.mark.parametrize("name", INSIDE)
def test_what_is_said_in_confidence_stays_with_youth_and_coordinator(name):
    assert KINDS[name].stays_inside
    assert not KINDS["network-overview"].stays_inside


def test_what_was_said_stands_in_its_house(tmp_path):
    assert context(three_houses, tmp_path, HOUSES)["huse"] == {
        "bekymringer": ["Jeg sover for lidt", "Matematik"],
        "det_der_virker": [],
        "håb": ["Et fritidsjob"],
    }


def test_the_three_houses_are_empty_before_they_are_used(tmp_path):
    assert context(three_houses, tmp_path)["huse"] == {
        "bekymringer": [], "det_der_virker": [], "håb": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("", set()),
        ("# runder/1.yaml\nformøde: {tre_huse: {håb: []}}\n", set()),
        (HOUSES, {"three-houses"}),
    ],
)
def test_a_sheet_for_inspiration_is_made_by_itself_only_when_it_was_used(
    tmp_path, example, expected
):
    _, case, profile = loaded(tmp_path, "# sag.yaml\ntrin: formøde\n" + example)
    every = profile.model_copy(update={"papers": {}})
    names = {kind.name for kind in due(case, every, DAY)}
    assert names & {"three-houses", "vitalisation"} == expected
    assert {"dialogue", "network-map"} <= names


def test_the_overview_belongs_to_the_meeting():
    assert KINDS["network-overview"].steps == (Step.MEETING,)


def test_each_sheet_fits_four_headings_or_three_houses(tmp_path):
    (sheet,) = texts(made(tmp_path, "", ["vitalisation"])).values()
    assert len(re.findall(r"# Det ", sheet)) == 4
    (houses,) = texts(made(tmp_path, "", ["three-houses"])).values()
    assert houses.count("[billede: Taget på huset") == 3
