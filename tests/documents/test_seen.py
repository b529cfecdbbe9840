"""What one reader was shown of a group is shown to others only where they see the same."""

import pytest

from samarbejde_cli.documents.seen import Seen

GROUP = {"navn": "Karin Friis", "ansvarlige": ["Maja Toft"], "mål": "Jeg vil"}
SHOWN = {"navn": "Karin Friis", "ansvarlige": [], "mål": ""}


@pytest.mark.parametrize(
    ("reader", "youth", "expected"),
    [
        ("jonas berg", "silje ravn", True),
        ("karin friis", "silje ravn", False),
        ("maja toft", "silje ravn", False),
        ("jonas berg", "emil dam", True),
        ("jonas berg", "karin friis", False),
    ],
)
def test_a_group_counts_for_those_who_are_not_mentioned(reader, youth, expected):
    seen = Seen(GROUP, SHOWN, "bo chef", "silje ravn")
    assert seen.is_of(dict(GROUP))
    assert seen.holds_for(reader, youth) is expected


def test_what_somebody_mentioned_was_shown_counts_for_nobody_else():
    assert not Seen(GROUP, SHOWN, "maja toft", "silje ravn").holds_for("x y", "silje ravn")


def test_another_value_is_another_group():
    seen = Seen(GROUP, SHOWN, "bo chef", "silje ravn")
    assert not seen.is_of(GROUP | {"mål": "Jeg skal"})
    assert not seen.is_of({"navn": GROUP["navn"]})


def test_everybody_gets_a_group_of_their_own():
    seen = Seen(GROUP, SHOWN, "bo chef", "silje ravn")
    seen.copy["navn"] = "en anden"
    assert seen.copy == SHOWN
