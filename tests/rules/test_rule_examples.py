"""Every rule finds what its own wrong example shows, and nothing in its right one."""

from pathlib import Path

import pytest
from example_case import (
    TODAY,
    build,
    build_all,
    case_folder,
    found_at_step,
    found_in,
    sections,
    write,
)

from samarbejde_cli.actions.validate import check_folders, check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.steps import ORDER
from samarbejde_cli.findings import Finding, Location
from samarbejde_cli.profile.load import load_profile
from samarbejde_cli.rules.engine.judge import Judged
from samarbejde_cli.rules.engine.registry import all_rules
from samarbejde_cli.rules.engine.rule import Rule

WITH_CHECK = [rule for rule in all_rules().values() if rule.check and not rule.only_shown]
ABOUT_FILES = [rule for rule in all_rules().values() if rule.about_form and not rule.only_shown]
ABOUT_ALL = [rule for rule in all_rules().values() if rule.check_workspace]


def codes_in_file(workspace: Path, example: str) -> set[str]:
    build(workspace)
    for name, text in sections(example).items():
        write(workspace, name, text.lstrip("\n"))
    in_profile = load_profile(workspace).findings
    in_case = load_case(case_folder(workspace)).findings
    return {finding.code for finding in (*in_profile, *in_case)}


def blocking(found: list[Judged]) -> set[str]:
    return {each.rule.code for each in found if each.weight.blocks}


def first_step(rule: Rule) -> int:
    return min((ORDER.index(step) for step in rule.steps), default=0)


def test_the_complete_case_has_no_findings(tmp_path):
    assert [(each.rule.code, each.finding.facts) for each in found_in(tmp_path, "")] == []


@pytest.mark.parametrize("rule", WITH_CHECK, ids=lambda rule: rule.code)
class TestRule:
    def test_finds_its_wrong_example_and_blames_nothing_else(self, rule: Rule, tmp_path):
        found = found_in(tmp_path, rule.wrong)
        allowed = {rule.code, *rule.also}
        assert rule.code in {each.rule.code for each in found}
        assert blocking(found) <= allowed

    def test_is_silent_on_its_right_example(self, rule: Rule, tmp_path):
        found = found_in(tmp_path, rule.right)
        assert rule.code not in {each.rule.code for each in found}

    def test_fills_its_texts_and_points_into_a_file(self, rule: Rule, tmp_path):
        own = [each for each in found_in(tmp_path, rule.wrong) if each.rule.code == rule.code]
        for finding in (each.finding for each in own):
            assert rule.message.format_map(finding.facts)
            assert "hjælp" in finding.facts or rule.hint.format_map(finding.facts)
            assert all(location.file.is_file() for location in locations(finding))


def locations(finding: Finding) -> list[Location]:
    return [finding.location, *(location for _, location in finding.related)]


@pytest.mark.parametrize(
    "rule", [rule for rule in WITH_CHECK if first_step(rule)], ids=lambda rule: rule.code
)
def test_a_case_hears_of_a_rule_from_its_first_step_on(rule: Rule, tmp_path):
    for step in ORDER[: first_step(rule)]:
        found = found_at_step(tmp_path / step.value, rule.wrong, step)
        assert rule.code not in {each.rule.code for each in found}


@pytest.mark.parametrize("rule", ABOUT_FILES, ids=lambda rule: rule.code)
class TestFileRule:
    def test_finds_its_wrong_example_and_nothing_else(self, rule: Rule, tmp_path):
        allowed = {rule.code, *rule.also}
        codes = codes_in_file(tmp_path, rule.wrong)
        assert rule.code in codes
        assert codes <= allowed

    def test_finds_nothing_in_its_right_example(self, rule: Rule, tmp_path):
        assert codes_in_file(tmp_path, rule.right) == set()


@pytest.mark.parametrize("rule", ABOUT_ALL, ids=lambda rule: rule.code)
class TestRuleOfAllCases:
    def test_finds_its_wrong_example_in_words(self, rule: Rule, tmp_path):
        build_all(tmp_path, rule.wrong)
        found = check_workspace(Workspace(tmp_path), TODAY).diagnoses
        assert [each for each in found if each.code == rule.code]

    def test_is_silent_on_its_right_example(self, rule: Rule, tmp_path):
        build_all(tmp_path, rule.right)
        found = check_workspace(Workspace(tmp_path), TODAY).diagnoses
        assert rule.code not in {each.code for each in found}

    def test_runs_only_when_the_whole_workspace_is_checked(self, rule: Rule, tmp_path):
        build_all(tmp_path, rule.wrong)
        workspace = Workspace(tmp_path)
        found = check_folders(workspace, workspace.folders(), TODAY).diagnoses
        assert rule.code not in {each.code for each in found}

    def test_can_be_weighed_in_the_settings(self, rule: Rule, tmp_path):
        build_all(tmp_path, rule.wrong)
        setting = f"regler: {{{rule.code}: {{alvor: fra, begrundelse: Vi ser selv efter}}}}\n"
        write(tmp_path, "samarbejde.yaml", settings_without_rules(tmp_path) + setting)
        found = check_workspace(Workspace(tmp_path), TODAY).diagnoses
        assert rule.code not in {each.code for each in found}


def settings_without_rules(workspace: Path) -> str:
    return (workspace / "samarbejde.yaml").read_text("utf-8").partition("regler:")[0]
