"""A broken file is asked for in one way."""

import re
from pathlib import Path

import pytest

import samarbejde_cli
from samarbejde_cli.case.broken import BrokenFileError, unless_broken
from samarbejde_cli.case.case import load_case
from samarbejde_cli.errors import SamarbejdeError

PACKAGE = Path(samarbejde_cli.__file__).parent
CAUGHT = re.compile(r"(?:except|suppress)\b.*\bBrokenFileError")


def test_a_broken_file_is_taken_for_an_answer_in_one_place():
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if CAUGHT.search(path.read_text("utf-8"))
    }
    # the other one turns it into the file's findings
    assert found == {"case/broken.py", "actions/render.py"}


def test_what_a_broken_file_says_is_an_error_with_its_own_words(tmp_path):
    case = load_case(tmp_path)
    with pytest.raises(SamarbejdeError) as caught:
        case.plan  # noqa: B018 — asking is what is tried
    assert caught.value.message == f"Filen plan.yaml i sagen {tmp_path.name} kan ikke læses."
    assert caught.value.exit_code == 1
    assert f"samarbejde validate {tmp_path.name}" in caught.value.hint


def test_another_mistake_is_no_answer():
    def mistaken():
        raise KeyError

    with pytest.raises(KeyError):
        unless_broken(mistaken, None)
    assert unless_broken(lambda: 1, 2) == 1
    assert issubclass(BrokenFileError, SamarbejdeError)
