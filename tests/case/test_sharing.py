"""Who may hear of a case: every standing, and what it sees."""

from datetime import date

import pytest
from paper_case import DAY, OF_AGE, loaded

from samarbejde_cli.case.sharing import (
    ACCESS,
    obstacle,
    reader_role,
    shown_parents,
    shows_number,
    unsigned,
)
from samarbejde_cli.profile.sight import ReaderRole

WITHDRAWN = "# samtykke.yaml\nmodtagere:\n  - {person: Karin Friis, trukket_tilbage: 2026-02-01}\n"
ALL_BACK = "# samtykke.yaml\ntilbagekaldt: {dato: 2026-02-01, af: Silje Ravn}\n"


@pytest.mark.parametrize(
    ("name", "example", "expected"),
    [
        ("Silje Ravn", "", ReaderRole.YOUTH),
        ("SILJE RAVN", ALL_BACK, ReaderRole.YOUTH),
        ("Anne Holm", "", ReaderRole.RUNS_IT),
        ("Dorte Lundgaard", "", ReaderRole.RUNS_IT),
        ("Mette Ravn", ALL_BACK, ReaderRole.CUSTODY),
        ("Karin Friis", "", ReaderRole.PROFESSIONAL),
        ("Karin Friis", WITHDRAWN, ReaderRole.WITHDRAWN),
        ("Karin Friis", ALL_BACK, ReaderRole.WITHDRAWN),
        ("Birgit Kær", WITHDRAWN, ReaderRole.OUTSIDE),
        ("Peter Skovmand", "", ReaderRole.OUTSIDE),
        ("Ingen Kendt", "", ReaderRole.OUTSIDE),
    ],
)
def test_standing(tmp_path, name, example, expected):
    _, case, profile = loaded(tmp_path, example)
    assert reader_role(case, profile, name, DAY) is expected


LAPSED = """\
# sag.yaml
ung: {cpr: 660308-4322}
# samtykke.yaml
underskrifter:
  - {navn: Silje Ravn, som: ung, dato: 2026-02-10}
"""


@pytest.mark.parametrize(
    ("day", "expected", "others"),
    [
        (date(2026, 3, 5), ReaderRole.PROFESSIONAL, ReaderRole.CUSTODY),
        (date(2026, 3, 6), ReaderRole.OUTSIDE, ReaderRole.OUTSIDE),
    ],
)
def test_a_consent_from_before_18_reaches_nobody_from_that_day(tmp_path, day, expected, others):
    _, case, profile = loaded(tmp_path, LAPSED)
    assert reader_role(case, profile, "Karin Friis", day) is expected
    assert reader_role(case, profile, "Mette Ravn", day) is others
    assert reader_role(case, profile, "Silje Ravn", day) is ReaderRole.YOUTH


def test_why_a_lapsed_consent_keeps_somebody_out_is_told(tmp_path):
    _, case, profile = loaded(tmp_path, LAPSED)
    found = obstacle(case, profile, "Karin Friis", date(2026, 3, 6))
    assert found == (("underskrifter",), "samtykket er fra før Silje blev 18")


def test_every_standing_has_its_sight():
    assert set(ACCESS) == set(ReaderRole)
    assert {each for each, access in ACCESS.items() if not access.may_receive} == {
        ReaderRole.WITHDRAWN,
        ReaderRole.OUTSIDE,
    }
    assert {each for each, access in ACCESS.items() if access.sees_withheld} == {
        ReaderRole.YOUTH,
        ReaderRole.RUNS_IT,
    }


def test_parents_leave_the_papers_at_18_but_for_those_whom_the_youth_names(tmp_path):
    consent = "# samtykke.yaml\nmodtagere:\n  - {person: Mette Ravn}\n"
    _, case, profile = loaded(tmp_path, OF_AGE + consent)
    birthday = case.turns(18)
    before = birthday.replace(day=birthday.day - 1)
    assert [each.name for each in shown_parents(case, profile, before)] == [
        "Mette Ravn",
        "Henrik Ravn",
    ]
    assert [each.name for each in shown_parents(case, profile, birthday)] == ["Mette Ravn"]


@pytest.mark.parametrize(
    ("secure", "asked", "shown"),
    [(True, False, True), (False, True, True), (True, True, True), (False, False, False)],
)
def test_numbers_are_for_secure_channels_and_forms_that_ask(secure, asked, shown):
    assert shows_number(secure=secure, asked=asked) is shown


SHORT_NAMES = """\
# samtykke.yaml
underskrifter:
  - {navn: Silje, som: ung, dato: 2026-02-10}
  - {navn: min mor, som: forældremyndighed, dato: 2026-02-10}
"""


def test_a_signature_under_a_short_name_counts(tmp_path):
    _, case, profile = loaded(tmp_path, SHORT_NAMES)
    assert "Silje Ravn" not in unsigned(case, profile, DAY)
    assert "Henrik Ravn" in unsigned(case, profile, DAY)
