"""Any field of a case can be asked for, and what cannot be meant is explained."""

import pytest
from example_case import build
from mailing import DAY

from samarbejde_cli.actions.batch.selection import (
    CaseSelection,
)
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.conditions import condition, find_field
from samarbejde_cli.errors import WrongUseError


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return load_case(build(tmp_path_factory.mktemp("case")))


def holds(case, **asked):
    return CaseSelection(**asked).matches(case, "soroe-unge", DAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("koordinator.afdeling = Børn og Familier", True),
        ("koordinator.afdeling = børn og familier", True),
        ("koordinator.afdeling != Børn og Familier", False),
        ("Koordinator.Afdeling ~ familier", True),
        ("koordinator.afdeling = Job og Uddannelse", False),
        ("trin = opfølgning", True),
        ("trin != opfølgning", False),
        ("runde > 1", False),
        ("sag.runde = 2", False),
        ("møde.dato = 2026-03-03", True),
        ("runde.møde.dato < 2026-03-03", False),
        ("runde.møde.dato <= 2026-03-03", True),
        ("møde.start > 8.30", True),
        ("personer.rolle = skole", True),
        ("personer[].rolle = læge", False),
        ("personer.rolle != læge", True),
        ("personer.rolle != skole", False),
        ("forældre.navn ~ ravn", True),
        ("visitation.efterværn = nej", True),
        ("visitation.efterværn ~ ja", False),
        ("visitation.afdelinger = Ungevejledningen", True),
        ("samtykke.underskrifter.som = ung", True),
        ("plan.underskrifter.som = leder", True),
        ("historik.til = formøde", True),
        ("alder = 15", True),
        ("alder < 15", False),
        ("nummer = 2026-001", True),
        ("ung.sprog =", True),
        ("ung.skole =", False),
        ("ung.skole !=", True),
    ],
)
def test_any_field_can_be_asked_for(case, text, expected):
    assert holds(case, conditions=(condition(text),)) is expected


@pytest.mark.parametrize(
    ("text", "said", "help_text"),
    [
        (
            "kordinator.afdeling = x",
            "kordinator.afdeling er ikke et felt i en sag.",
            "Mente du `koordinator.afdeling`?",
        ),
        ("ung.nvn ~ x", "ung.nvn er ikke et felt i en sag.", "Mente du `ung.navn`?"),
        ("trin = mødet", "trin kan ikke være `mødet`.", "Mente du `møde`?"),
        ("møde.dato > 3.3.26", "møde.dato kan ikke være `3.3.26`.", "Skriv datoen som 2026-03-03."),
        ("runde = to", "runde kan ikke være `to`.", "Skriv et helt tal."),
        ("visitation.efterværn = måske", "visitation.efterværn kan ikke være `måske`.",
         "Skriv ja eller nej."),
        ("alder >", "Der mangler en værdi efter alder >.", ""),
    ],
)  # fmt: skip
def test_a_condition_that_cannot_be_meant_is_explained(text, said, help_text):
    with pytest.raises(WrongUseError) as problem:
        condition(text)
    assert (problem.value.message, problem.value.hint) == (said, help_text)


def test_a_group_is_no_field():
    with pytest.raises(WrongUseError, match="koordinator er en gruppe af felter") as problem:
        find_field("koordinator")
    assert "koordinator.navn" in problem.value.hint


def test_text_without_a_sign_is_no_condition():
    with pytest.raises(WrongUseError, match="er ikke en betingelse"):
        condition("koordinator.afdeling")
