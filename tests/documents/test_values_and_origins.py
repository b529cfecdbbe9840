"""Values under Danish names, and the way back to the file that they come from."""

import pytest
from paper_case import DAY, NEEDS, SECOND_ROUND, loaded

from samarbejde_cli import word
from samarbejde_cli.case.people import Member, Role, Youth
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.documents.missing import is_known
from samarbejde_cli.documents.origin import origin, spot_of
from samarbejde_cli.documents.values import danish, genitive, opening, postal
from samarbejde_cli.shipped import shipped


def test_a_choice_is_printed_by_its_label():
    member = Member.model_validate({"navn": "Karin Friis", "rolle": "ssp"})
    assert danish(member)["rolle"] == Role.CRIME_PREVENTION.label


def test_a_protected_address_is_empty_text_and_the_number_is_masked():
    youth = Youth.model_validate({
        "navn": "Silje Ravn", "cpr": "670310-4321", "adresse": "Vej 1", "by": "Sorø",
        "adressebeskyttelse": "ja",
    })  # fmt: skip
    found = danish(youth)
    assert [found[key] for key in ("adresse", "postnummer", "by", "postadresse")] == [""] * 4
    assert found["cpr"] == "670310-xxxx"


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Silje", "Siljes"),
        ("Jonas", "Jonas'"),
        ("Max", "Max'"),
        ("Moritz", "Moritz'"),
        ("Bo", "Bos"),
    ],
)
def test_genitive(name, owner):
    assert genitive(name) == owner


def test_small_texts():
    assert opening("sSP-konsulent i Sorø") == "SSP-konsulent i Sorø"
    assert opening("") == ""
    assert postal("Vej 1", "4180", "Sorø") == "Vej 1, 4180 Sorø"
    assert postal(None, None, "Sorø") == "Sorø"
    assert postal(None, None, None) == ""


@pytest.mark.parametrize(
    ("field", "stem", "route"),
    [
        ("møde.dato", "runde", ("møde", "dato")),
        ("møde.adresse", "samarbejde", ("adresse",)),
        ("møde.mødeleder", "sag", ("koordinator",)),
        ("svarfrist", "runde", ("møde", "dato")),
        ("ønsker", "runde", ("formøde", "ønsker")),
        ("koordinator.telefon", "sag", ("koordinator", "telefon")),
        ("kommune.telefon", "samarbejde", ("telefon",)),
        ("tider.velkomst", "runde", ("møde", "slut")),
        ("ung.skole", "sag", ("ung", "skole")),
        ("ung.kaldenavn", "sag", ("ung", "navn")),
        ("plan.sagsresumé", "plan", ("sagsresumé",)),
        ("mål.uddannelse[].frist", "plan", ("mål",)),
    ],
)
def test_origin_of_a_field(field, stem, route):
    assert origin(field) == (stem, route)


def test_a_field_that_comes_from_no_file_has_no_origin():
    assert origin("dokument.dato") is None
    assert origin("hundenavn") is None


def test_a_field_of_the_reader_points_at_the_reader(tmp_path):
    _, case, profile = loaded(tmp_path)
    reader = KINDS["invitation"].recipients(case, profile, DAY)[-1]
    location = spot_of(case, tmp_path, reader, "modtager.titel")
    assert (location.file.name, location.route) == ("team.yaml", ("personer", 3))


def test_a_misspelled_field_is_told_from_an_empty_one():
    context = {"ung": {"navn": "Silje", "skole": None}, "mål": [{"frist": None}]}
    known = [("ung", "skole"), ("ung", "skole", "klasse"), ("mål", 0, "frist"), ("mål", 7, "frist")]
    unknown = [("ung", "nvan"), ("hund",), ("mål", 0, "first"), ("ung", "navn", "efternavn")]
    assert all(is_known(context, route) for route in known)
    assert not any(is_known(context, route) for route in unknown)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("example", ["", SECOND_ROUND], ids=["first", "later"])
def test_every_field_of_a_template_is_in_its_context(tmp_path, kind, example):
    _, case, profile = loaded(tmp_path, NEEDS.get(kind.name, example))
    name = kind.template_for(case)
    fields = word.compile_template((shipped("templates") / name).read_bytes(), name).fields()
    reader = kind.recipients(case, profile, DAY)[0]
    context = kind.context(case, profile, reader, DAY)
    paths = {tuple(field.path.replace("[]", ".0").split(".")) for field in fields}
    routes = {tuple(int(s) if s == "0" else s for s in path) for path in paths}
    assert [route for route in routes if not is_known(context, route)] == []
