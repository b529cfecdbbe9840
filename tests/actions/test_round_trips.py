"""Files that went through another program are checked as before."""

from datetime import date

import pytest
import yaml

from samarbejde_cli.actions.demo import copy_examples
from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace

DAY = date(2026, 2, 24)


def findings(root):
    return [
        (each.code, each.file.relative_to(root), each.route, each.weight, each.message)
        for each in check_workspace(Workspace(root), DAY).diagnoses
    ]


def through_python(text):
    """What a script does that reads a file, changes a value and writes it."""
    return yaml.safe_dump(yaml.safe_load(text), allow_unicode=True, sort_keys=False)


def as_text(text):
    """The same by a script that keeps every value a text."""
    data = yaml.load(text, yaml.BaseLoader)  # noqa: S506 — makes nothing but text
    return yaml.safe_dump(without_empty_text(data), allow_unicode=True)


def without_empty_text(data):
    if isinstance(data, dict):
        return {key: without_empty_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [without_empty_text(value) for value in data]
    return data or None


def with_quotes(text):
    """The same by a program that writes every text in quotes, as JSON."""
    return yaml.safe_dump(
        without_empty_text(yaml.load(text, yaml.BaseLoader)),  # noqa: S506 — makes nothing but text
        allow_unicode=True,
        default_style='"',
    ).replace('!!null "null"', "null")


@pytest.mark.parametrize("program", [through_python, as_text, with_quotes])
def test_the_examples_after_another_program_wrote_them(tmp_path, program):
    root = copy_examples(tmp_path / "mappe").root
    before = findings(root)
    assert before
    for path in root.rglob("*.yaml"):
        path.write_text(program(path.read_text("utf-8")), "utf-8", newline="\n")
    assert any(": null" in path.read_text("utf-8") for path in root.rglob("*.yaml"))
    assert sorted(findings(root)) == sorted(before)
