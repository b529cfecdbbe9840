"""What a rule makes of its example and of the facts of a finding."""

from datetime import date
from pathlib import Path

import pytest
from example_case import found_at_step

from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Location, Weight
from samarbejde_cli.rules.engine.registry import all_rules
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code="SAM000",
    name="prøve",
    severity=Weight.NOTE,
    message="{navn} har {antal} fra den {dato}.",
    hint="",
    explanation="",
    source="",
    example="""\
 # historik.yaml
-- {runde: 2}
+- {runde: 1}

 # plan.yaml
""",
)
HERE = Location(Path("plan.yaml"))
OPEN_ONLY = [rule for rule in all_rules().values() if rule.open_only and not rule.only_shown]


def test_an_example_has_a_wrong_and_a_right_side():
    assert RULE.wrong == "# historik.yaml\n- {runde: 2}\n\n# plan.yaml\n"
    assert RULE.right == "# historik.yaml\n- {runde: 1}\n\n# plan.yaml\n"


def test_facts_are_written_in_words():
    found = RULE.finding(HERE, navn="Silje", antal=3, dato=date(2026, 3, 3))
    facts = {"navn": "Silje", "antal": "3", "dato": "3. marts 2026"}
    assert found == Finding("SAM000", HERE, facts)


def test_a_finding_can_point_at_further_places():
    related = (("står også her", HERE),)
    assert RULE.finding(HERE, related, navn="Silje").related == related


def test_every_example_marks_each_of_its_lines():
    for rule in all_rules().values():
        for line in rule.example.split("\n"):
            assert line[:1] in ("", " ", "-", "+"), (rule.code, line)


@pytest.mark.parametrize("rule", OPEN_ONLY, ids=lambda rule: rule.code)
def test_a_rule_for_open_cases_is_silent_after_the_end(rule, tmp_path):
    found = found_at_step(tmp_path, rule.wrong, Step.CLOSED)
    assert rule.code not in {each.rule.code for each in found}
