"""The tests lie as the package does."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PACKAGE = TESTS.parent / "samarbejde_cli"
OWN = {"benchmarks", "examples", "language", "project", "support"}
"""Folders about the whole of the project, not about a part of the package."""
DATA = {"bad", "golden", "naughty_strings", "profiler"}


def folders():
    return sorted(
        each.relative_to(TESTS)
        for each in TESTS.rglob("*")
        if each.is_dir() and not ({*each.parts} & {"__pycache__", *DATA})
        if each.relative_to(TESTS).parts[0] not in OWN
    )


@pytest.mark.parametrize("folder", folders(), ids=str)
def test_a_folder_of_tests_has_its_part_of_the_package(folder):
    assert (PACKAGE / folder).is_dir()


def test_no_two_files_of_tests_have_one_name():
    names = [each.name for each in TESTS.rglob("test_*.py")]
    assert len(names) == len(set(names)), sorted({each for each in names if names.count(each) > 1})
