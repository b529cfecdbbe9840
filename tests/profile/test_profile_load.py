from datetime import date

import pytest

from samarbejde_cli.profile.laws import Situation, cited
from samarbejde_cli.profile.load import load_profile, shipped_laws, shipped_names, shipped_path
from samarbejde_cli.profile.model import Profile, Support

OWN = "kommune: Birkeby Kommune\nprofil: soroe-unge\n"


def loaded(folder, text):
    (folder / "samarbejde.yaml").write_text(text, "utf-8")
    return load_profile(folder)


def codes(found):
    return [(each.code, each.location.route) for each in found.findings]


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


def own_law(text="Vores", **dates):
    entries = ", ".join(f"{key}: {day}" for key, day in dates.items())
    lines = f"{{nøgle: handleplan, tekst: {text}, bruges_i: [plan], {entries}}}"
    return OWN + f"love: [{lines}]\n"


@pytest.mark.parametrize(
    ("dates", "day", "expected"),
    [
        ({"fra": "2025-01-01"}, date(2024, 12, 31), "Barnets lov"),
        ({"fra": "2025-01-01"}, date(2025, 1, 1), "Vores"),
        ({"til": "2020-12-31"}, date(2021, 1, 1), "Serviceloven §§ 140"),
        ({"til": "2020-12-31"}, date(2020, 12, 31), "Vores"),
        ({"fra": "2022-01-01", "til": "2024-06-30"}, date(2021, 12, 31), "Serviceloven §§ 140"),
        ({"fra": "2022-01-01", "til": "2024-06-30"}, date(2023, 6, 1), "Vores"),
        ({"fra": "2022-01-01", "til": "2024-06-30"}, date(2024, 7, 1), "Barnets lov"),
    ],
)
def test_an_own_law_text_takes_the_place_of_the_shipped_ones_on_its_days(
    dates, day, expected, tmp_path
):
    found = loaded(tmp_path, own_law(**dates))
    about = [law for law in found.profile.laws if law.key == "handleplan"]
    [text] = cited(about, "plan", day, Situation(17, frozenset()))
    assert text.startswith(expected)


YOUNG, SERVICES = Support.YOUNG_ADULT, Support.SERVICES
CHILD_PLAN = "Barnets lov §§ 91-92 (barnets plan)"
YOUTH_PLAN = "Barnets lov §§ 108-109 (ungeplan)"
AFTERCARE = f"{YOUTH_PLAN}, jf. §§ 114-116 og 120"
ADULT_PLAN = "Serviceloven § 141"
NOW, THEN = date(2026, 3, 3), date(2023, 12, 31)


@pytest.mark.parametrize(
    ("age", "support", "day", "plans"),
    [
        (14, (), NOW, [CHILD_PLAN]),
        (15, (), NOW, [CHILD_PLAN]),
        (15, (YOUNG, SERVICES), NOW, [CHILD_PLAN]),
        (16, (), NOW, [YOUTH_PLAN]),
        (17, (), NOW, [YOUTH_PLAN]),
        (17, (SERVICES,), NOW, [YOUTH_PLAN]),
        (18, (), NOW, []),
        (18, (YOUNG,), NOW, [AFTERCARE]),
        (22, (YOUNG,), NOW, [AFTERCARE]),
        (20, (YOUNG, SERVICES), NOW, [AFTERCARE, ADULT_PLAN]),
        (23, (YOUNG,), NOW, []),
        (24, (), NOW, []),
        (24, (SERVICES,), NOW, [ADULT_PLAN]),
        (40, (), NOW, []),
        (40, (SERVICES,), NOW, [ADULT_PLAN]),
        (15, (), THEN, ["Serviceloven §§ 140 og 141"]),
        (40, (SERVICES,), THEN, ["Serviceloven §§ 140 og 141"]),
    ],
)
def test_the_law_of_the_plan_goes_by_age_and_support_on_the_day(age, support, day, plans):
    laws = [law for law in shipped_laws() if law.key.startswith("handleplan")]
    assert cited(laws, "plan", day, Situation(age, frozenset(support))) == plans


@pytest.mark.parametrize(
    ("use", "age", "support", "expected"),
    [
        ("overgang", 15, (), []),
        ("overgang", 17, (), ["barnets lov §§ 108-109"]),
        ("overgang", 20, (), []),
        ("overgang", 20, (YOUNG,), ["barnets lov §§ 108-109"]),
        ("undersøgelse", 17, (), ["barnets lov §§ 18-20"]),
        ("undersøgelse", 18, (YOUNG,), []),
        ("forældrestøtte", 17, (), ["barnets lov §§ 75-79"]),
        ("forældrestøtte", 18, (), []),
    ],
)
def test_so_do_the_other_references_of_the_form(use, age, support, expected):
    assert cited(shipped_laws(), use, NOW, Situation(age, frozenset(support))) == expected


@pytest.mark.parametrize("age", [15, 17, 20, 24, 25, 40])
def test_the_law_for_those_under_25_stops_there(age):
    texts = cited(shipped_laws(), "plan", NOW, Situation(age, frozenset()))
    assert any("under 25" in text for text in texts) is (age < 25)


def test_grown_ups_get_no_law_about_children(tmp_path):
    found = loaded(tmp_path, "kommune: Birkeby Kommune\nprofil: soroe-voksne\n")
    texts = cited(found.profile.laws, "plan", date(2026, 3, 3))
    assert "Serviceloven § 141" in texts
    assert not [text for text in texts if "Barnets lov" in text or "under 25" in text]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("soroe-unge", ("den unge", 14, 29, 3, 4, "tirsdag", [192, 210, 222], False, False)),
        ("soroe-voksne", ("borgeren", 30, 120, 3, 4, "hverdag", [], False, False)),
        ("middelfart", ("den unge", 13, 30, 0, 0, "hverdag", [210], True, False)),
        ("national", ("den unge", 15, 23, 0, 3, "hverdag", [192, 210, 222], False, True)),
    ],
)
def test_each_way_of_working_has_its_own_numbers_and_words(name, expected, tmp_path):
    found = loaded(tmp_path, f"kommune: B\nprofil: {name}\n").profile
    assert expected == (
        found.words.person,
        found.target.youngest,
        found.target.oldest,
        found.rhythm.meetings,
        found.rhythm.longest_gap,
        found.rhythm.weekday,
        found.limits.hand_over_ages,
        found.team.adult_attends,
        found.dialogue.used,
    )


@pytest.mark.parametrize("name", shipped_names())
def test_what_a_profile_weighs_differently_is_a_rule_and_has_a_reason(name, tmp_path):
    found = loaded(tmp_path, f"kommune: B\nprofil: {name}\n").profile
    assert all(code.startswith("SAM") and each.reason for code, each in found.rules.items())


def test_a_shipped_profile_that_builds_on_another_tells_which_one_a_value_is_from(tmp_path):
    found = loaded(tmp_path, "kommune: B\nprofil: national\nrytme: {ugedag: onsdag}\n")
    assert found.is_own(("rytme", "ugedag"))
    assert found.shipped_by(("rytme", "ugedag")) == "national"
    assert found.shipped_by(("rytme", "møde_minutter")) == "soroe-unge"
    assert found.shipped_by(("enhed",)) is None


@pytest.mark.parametrize(
    ("own", "stands"),
    [("[1. maj]", ["1. maj"]), ("[24.  DECEMBER]", ["24. december"]), ("[5. jun]", ["5. juni"])],
)
def test_a_day_off_is_a_day_of_every_year(own, stands, tmp_path):
    assert loaded(tmp_path, f"{OWN}fridage: {own}\n").profile.days_off == stands


def test_a_day_off_that_is_no_day_is_a_finding(tmp_path):
    found = loaded(tmp_path, f"{OWN}fridage: [24-12]\n")
    assert codes(found) == [("SAM105", ("fridage", 0))]
