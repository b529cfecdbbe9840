from datetime import date

import pytest

from samarbejde_cli.profile.laws import cited
from samarbejde_cli.profile.load import load_profile, shipped_laws, shipped_names, shipped_path
from samarbejde_cli.profile.model import Profile

OWN = "kommune: Birkeby Kommune\nprofil: soroe-unge\n"


def loaded(folder, text):
    (folder / "samarbejde.yaml").write_text(text, "utf-8")
    return load_profile(folder)


def codes(found):
    return [(each.code, each.spot.route) for each in found.findings]


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_profile_is_complete(name, tmp_path):
    found = loaded(tmp_path, f"kommune: Birkeby Kommune\nprofil: {name}\n")
    assert isinstance(found.profile, Profile)


def test_own_values_lie_over_the_shipped_ones_and_lists_replace(tmp_path):
    found = loaded(
        tmp_path, OWN + "rytme: {ugedag: onsdag}\nafdelinger: [{navn: A, slags: børn}]\n"
    )
    assert found.profile.rhythm.weekday == "onsdag"
    assert found.profile.rhythm.meetings == 3
    assert [each.name for each in found.profile.departments] == ["A"]


def test_every_value_knows_the_file_that_it_came_from(tmp_path):
    found = loaded(tmp_path, OWN + "rytme: {ugedag: onsdag}\n")
    assert found.origin(("rytme", "ugedag")) == tmp_path / "samarbejde.yaml"
    assert found.origin(("rytme", "møder")) == shipped_path("soroe-unge")


@pytest.mark.parametrize(
    ("text", "code", "route"),
    [
        (OWN + "rytme: {ugedagg: onsdag}\n", "SAM101", ("rytme", "ugedagg")),
        (OWN + "rytme: {ugedag: onsd}\n", "SAM104", ("rytme", "ugedag")),
        (OWN + "målgruppe: {fra_år: fjorten}\n", "SAM110", ("målgruppe", "fra_år")),
        ("profil: soroe-unge\n", "SAM102", ("kommune",)),
        ("kommune: B\nprofil: soroe-ung\n", "SAM104", ("profil",)),
        ("kommune: B\nkommune: C\n", "SAM019", ()),
        ("", "SAM007", ()),
        ("- a\n", "SAM103", ()),
    ],
)
def test_a_mistake_is_a_finding_with_its_route(text, code, route, tmp_path):
    found = loaded(tmp_path, text)
    assert found.profile is None
    assert codes(found) == [(code, route)]


def test_a_profile_that_is_missing_is_a_finding(tmp_path):
    assert codes(load_profile(tmp_path)) == [("SAM001", ())]


@pytest.mark.parametrize(
    ("use", "day", "there", "gone"),
    [
        ("plan", date(2017, 9, 5), "Serviceloven §§ 140 og 141", "Barnets lov"),
        ("plan", date(2023, 12, 31), "Serviceloven §§ 140 og 141", "Barnets lov"),
        ("plan", date(2024, 1, 1), "Barnets lov", "Serviceloven §§ 140"),
        ("samtykke", date(2018, 5, 24), "Persondataloven", "Databeskyttelsesforordningen"),
        ("samtykke", date(2018, 5, 25), "Databeskyttelsesforordningen", "Persondataloven"),
        ("plan", date(2019, 7, 31), "Lov om vejledning", "Lov om kommunal indsats"),
        ("plan", date(2019, 8, 1), "Lov om kommunal indsats", "Lov om vejledning"),
    ],
)
def test_a_document_cites_the_law_of_its_own_day(use, day, there, gone):
    texts = " | ".join(cited(shipped_laws(), use, day))
    assert there in texts
    assert gone not in texts


def test_a_municipality_replaces_a_law_text_by_its_key(tmp_path):
    own = "love: [{nøgle: retssikkerhed, tekst: Vores henvisning, bruges_i: [plan]}]\n"
    found = loaded(tmp_path, OWN + own)
    texts = cited(found.profile.laws, "plan", date(2026, 3, 3))
    assert "Vores henvisning" in texts
    assert not any("Retssikkerhedsloven" in text for text in texts)
