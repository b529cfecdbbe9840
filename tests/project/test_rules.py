"""What is promised of the rule files: known codes, honest names, no rule that speaks too early."""

import ast
import re
from pathlib import Path

import pytest

from samarbejde_cli import codes
from samarbejde_cli.case.steps import ORDER
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine import judge
from samarbejde_cli.rules.engine.registry import all_rules
from samarbejde_cli.rules.engine.rule import Rule

PACKAGE = Path(__file__).parents[2] / "samarbejde_cli"
CODES = {value: name for name, value in vars(codes).items() if name.isupper()}
FAMILIES = (
    "file", "form", "target_group", "people", "consent",
    "pre_meeting", "meeting", "plan", "follow_up", "privacy",
)  # fmt: skip
RULES = list(all_rules().values())


def test_a_misspelt_attribute_of_a_rule_is_an_error():
    with pytest.raises(TypeError, match="stpes"):
        Rule(code="", name="", stpes=())  # type: ignore[call-arg]


def test_a_rule_names_only_rules_that_there_are():
    for rule in RULES:
        assert {*rule.requires, *rule.also} <= set(all_rules()), rule.code
        assert rule.code not in rule.requires


def test_a_rule_with_steps_is_silent_before_the_first_of_them():
    active = [{each.code for each, *_ in judge._active(step, False)} for step in ORDER]
    for rule in RULES:
        first = min((ORDER.index(step) for step in rule.steps), default=0)
        speaks = [rule.code in codes_of_step for codes_of_step in active]
        looks = rule.check is not None
        assert speaks == [looks and n >= first for n in range(len(ORDER))], rule.code


def test_a_rule_counts_in_the_words_that_are_printed():
    for rule in RULES:
        assert rule.severity in (Weight.ERROR, Weight.WARNING, Weight.NOTE), rule.code


def test_a_rule_lies_in_the_folder_and_has_the_name_of_its_code():
    for rule in RULES:
        name = CODES[rule.code].lower()
        path = PACKAGE / "rules" / FAMILIES[int(rule.code[3])] / f"{rule.code.lower()}_{name}.py"
        assert path.is_file()


def test_every_code_belongs_to_a_rule():
    assert set(CODES) == set(all_rules())


def test_a_code_is_written_in_one_module_only():
    written = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"SAM\d{3}", node.value)
    }
    assert written == {"codes.py"}
