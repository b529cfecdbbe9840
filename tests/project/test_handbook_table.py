"""The table of the handbook's duties names every rule, and only rules that are there."""

import re
from pathlib import Path

from samarbejde_cli.cli.command_table import COMMANDS
from samarbejde_cli.rules.engine.registry import all_rules

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "handbog-og-regler.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith("| Sted")
]
CODE = re.compile(r"SAM\d{3}")
TEST = re.compile(r"tests/[\w/]+\.py")
TICKED = re.compile(r"`([^`]+)`")
RANGE = re.compile(r"SAM(\d{3}) til SAM(\d{3})")


def named() -> set[str]:
    ranges = [range(int(a), int(b) + 1) for a, b in RANGE.findall(PAGE)]
    known = all_rules()
    within = {f"SAM{n:03}" for each in ranges for n in each} & set(known)
    return within | set(CODE.findall(PAGE))


def test_every_code_in_the_table_is_a_rule():
    assert named() - set(all_rules()) == set()


def test_every_rule_is_in_the_table():
    assert set(all_rules()) - named() == set()


def test_every_row_has_a_source_a_duty_and_a_rule_or_a_reason():
    for source, duty, answer in ROWS:
        assert source, duty
        assert duty, answer
        assert CODE.search(answer) or len(answer) > 3, duty


def test_commands_in_the_table_exist():
    known = {command.name for command in COMMANDS} | {"tillad"}
    mentioned = set(re.findall(r"`(?:samarbejde )?((?:render-)?[a-z][a-z-]+)`", PAGE))
    fields = {"notat", "dagsorden", "regler", "fagcentre", "evaluering", "fordi", "love"}
    fields |= {"iagttagelser", "udfald", "handleguiden", "grupper", "indikatorer", "samtykke"}
    assert mentioned - known - fields <= {"render"}


def test_the_tests_that_rows_name_are_there():
    assert [each for each in TEST.findall(PAGE) if not (ROOT / each).is_file()] == []


def test_what_works_beside_a_rule_names_the_test_that_shows_it():
    """A row that names a command or a field, or only the list, says that the program does it."""
    unshown = [
        duty
        for _, duty, answer in ROWS
        if not TEST.search(answer)
        and (set(TICKED.findall(answer)) - {"todo"} or answer.startswith("`todo`"))
    ]
    assert unshown == []
