"""One wrong date is one finding, or two: what follows from it is not reported beside it."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from example_case import TODAY, build

from samarbejde_cli.actions.validate import check_case
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case

EXAMPLES = Path(__file__).parents[2] / "examples"
_DATE = re.compile(r"\b(20\d\d)(-\d\d-\d\d)")
_NUMBER = re.compile(r"(?<=cpr: )(['\"]?\d{4})(\d\d)(?=-?\d{4})")


def _found(folder, today, workspace=None):
    """Return each finding of a case by its code and its place."""
    workspace = workspace or Workspace(folder.parents[1])
    diagnoses = check_case(workspace, load_case(folder), today)
    return {(each.code, each.file.name, each.route) for each in diagnoses}


def _later(text, found, years):
    year = int(found[1]) + years
    return f"{text[: found.start()]}{year}{found[2]}{text[found.end() :]}"


def _unreadable(text, found):
    return f"{text[: found.start()]}{found[1]}-13{found[2][3:]}{text[found.end() :]}"


def _born(text, found, years):
    year = int(found[2]) + years
    return f"{text[: found.start()]}{found[1]}{year:02}{text[found.end() :]}"


def _wrong(folder):
    """Yield each file of a case with one of its dates wrong: its place, the file, the text."""
    for path in sorted(folder.rglob("*.yaml")):
        text = path.read_text("utf-8")
        for found in _DATE.finditer(text) if path.name != "breve.yaml" else ():
            for changed in (
                _later(text, found, -1),
                _later(text, found, 1),
                _unreadable(text, found),
            ):
                yield path, changed
        for found in _NUMBER.finditer(text):
            for years in (-1, 1):
                yield path, _born(text, found, years)


@pytest.mark.parametrize("name", ["2026-001", "2025-009", "2025-014", "2025-016", "2026-002"])
@pytest.mark.parametrize("day", [date(2026, 2, 24), date(2026, 3, 20)])
def test_a_date_that_is_wrong_in_an_example_is_told_once(tmp_path, name, day):
    shutil.copytree(EXAMPLES, tmp_path / "w")
    _try_each(tmp_path / "w" / "sager" / name, day)


def test_a_date_that_is_wrong_in_the_complete_case_is_told_once(tmp_path):
    _try_each(build(tmp_path), TODAY)


def _try_each(folder, day):
    workspace = Workspace(folder.parents[1])
    usual = _found(folder, day, workspace)
    for path, changed in _wrong(folder):
        before = path.read_text("utf-8")
        path.write_text(changed, "utf-8")
        new = _found(folder, day, workspace) - usual
        path.write_text(before, "utf-8")
        what = set(changed.splitlines()) - set(before.splitlines())
        assert len(new) <= 2, (path.name, what, sorted(new))


def test_the_one_that_several_contradict_is_the_place(tmp_path):
    """The plan was signed a year from now, and seven copies of it were sent before that."""
    wrong = "# runder/1.yaml\nopfølgning: {plan_underskrevet: 2027-03-03}\n"
    new = _found(build(tmp_path / "a", wrong), TODAY) - _found(build(tmp_path / "b"), TODAY)
    assert [(code, route[-1]) for code, _, route in new] == [("SAM912", "plan_underskrevet")]
    old = "# runder/1.yaml\nopfølgning: {plan_underskrevet: 2026-03-12}\n"
    new = _found(build(tmp_path / "c", old), TODAY) - _found(build(tmp_path / "b"), TODAY)
    assert [(code, route[-1]) for code, _, route in new] == [("SAM911", "plan_underskrevet")]


def test_two_wrong_dates_are_two_findings(tmp_path):
    both = (
        "# sag.yaml\nvisitation: {besluttet_dato: 2025-01-13}\n"
        "# runder/1.yaml\nformøde: {journalført: {dato: 2025-02-10, som: børnesamtale}}\n"
    )
    new = _found(build(tmp_path / "a", both), TODAY) - _found(build(tmp_path / "b"), TODAY)
    assert sorted((code, file) for code, file, _ in new) == [
        ("SAM911", "1.yaml"), ("SAM911", "sag.yaml"),
    ]  # fmt: skip


@pytest.mark.parametrize("years", [-20, -10, -5])
def test_a_year_of_birth_that_is_wrong_is_told_by_age_and_signatures(tmp_path, years):
    """Both parents signed, take part and get the plan: that is not told once for each of them."""
    folder = build(tmp_path)
    usual, path = _found(folder, TODAY), folder / "sag.yaml"
    text = path.read_text("utf-8")
    found = next(_NUMBER.finditer(text))
    year = (int(found[2]) + years) % 100
    path.write_text(f"{text[: found.start(2)]}{year:02}{text[found.end(2) :]}", "utf-8")
    new = _found(folder, TODAY) - usual
    assert len(new) == 2, sorted(new)
    assert "SAM404" in {code for code, _, _ in new}
