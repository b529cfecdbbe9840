"""From which round a goal is, and meetings in a pause: what the rules say, and what they do not."""

import pytest
from example_case import found_in

from samarbejde_cli.rules.engine.registry import all_rules

WRONG = all_rules()["SAM708"].wrong
NEW_GOAL = """\
  - {område: sundhed, mål: Jeg skal løbe, handlinger: [Jeg løber], ansvarlige: [jeg]}
"""
ANSWERED = "    fra_runde: 1\n    nået: nej\n    årsag: Ikke endnu\n"


def said(tmp_path, example, code):
    found = found_in(tmp_path, example)
    return [each.finding for each in found if each.rule.code == code]


def test_a_goal_that_says_its_round_is_told_to_be_from_it(tmp_path):
    (finding,) = said(tmp_path, WRONG, "SAM708")
    assert finding.facts["fra"] == "er fra runde 1"


def test_a_goal_that_says_nothing_is_not_said_to_be_from_round_1(tmp_path):
    (finding,) = said(tmp_path, WRONG.replace("    fra_runde: 1\n", ""), "SAM708")
    assert "runde 1" not in finding.facts["fra"]
    assert "fra_runde: 2" in finding.facts["hjælp"]


@pytest.mark.parametrize("own", ["", "    fra_runde: 2\n"])
def test_a_goal_of_today_is_new_where_the_others_say_theirs(tmp_path, own):
    new = NEW_GOAL if not own else NEW_GOAL.replace("[jeg]}", "[jeg], fra_runde: 2}")
    assert said(tmp_path, WRONG.replace("    fra_runde: 1\n", ANSWERED) + new, "SAM708") == []


PAUSED = """\
# sag.yaml
trin: møde
pause: {fra: 2026-03-01, til: 2026-03-10, årsag: Højskole}
# runder/1.yaml
møde: {den_unge_deltog: '', deltagere: [{person: Karin Friis}]}
"""


def test_a_meeting_on_a_day_of_rest_keeps_the_gate_shut(tmp_path):
    (finding,) = said(tmp_path / "a", PAUSED, "SAM604")
    assert "lå i en pause" in finding.facts["problem"]
    came = PAUSED.replace("Karin Friis}", "Karin Friis, deltog: ja}")
    assert said(tmp_path / "b", came, "SAM604") == []
