"""``export --pseudonymised``: the same shape, the same rules, and nobody of the original in it."""

import random
import shutil
from datetime import date
from pathlib import Path

import pytest

from samarbejde_cli.actions.batch.tokens import tokens_of
from samarbejde_cli.actions.export import export
from samarbejde_cli.actions.validate import check_workspace
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.danish.text import spaced, words_of
from samarbejde_cli.errors import WrongUseError

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = date(2026, 2, 24)


def copied(workspace, folder, seed=1):
    return export(workspace, folder, TODAY, random.Random(seed), workspace.folders())


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    shutil.copytree(EXAMPLES, folder / "ægte", ignore=shutil.ignore_patterns("dokumenter"))
    workspace = Workspace(folder / "ægte")
    assert copied(workspace, folder / "kopi").left_out == ()
    return workspace, Workspace(folder / "kopi")


def text_of(workspace):
    files = [path for path in workspace.root.rglob("*") if path.is_file()]
    return "\n".join([path.read_text("utf-8") for path in files] + [str(x) for x in files])


def test_no_token_of_the_originals_persons_is_in_the_copy(both):
    original, copy = both
    text = text_of(copy)
    found = spaced(text)
    for case in original.cases():
        for token, kind in tokens_of(case).items():
            assert f" {token} " not in found, kind
        names = [person.name for person in case.everybody]
        for word in {word for name in names for word in name.split() if word[0].isupper()}:
            assert f" {word.casefold()} " not in found
    for each in original.profile.staff:
        assert not {f" {word} " for word in words_of(each.name)} & {found}
        assert each.email not in text


def test_the_municipality_s_own_words_are_not_in_the_copy(tmp_path):
    shutil.copytree(EXAMPLES, tmp_path / "ægte", ignore=shutil.ignore_patterns("dokumenter"))
    for path in (tmp_path / "ægte").rglob("*.yaml"):
        text = path.read_text("utf-8").replace("navn: Fremmøde", "navn: Fremmøde på Nordmark")
        path.write_text(text.replace("navn: vinterferie", "navn: Nørlund vinterferie"), "utf-8")
    workspace = Workspace(tmp_path / "ægte")
    assert workspace.profile.school_holidays[0].name == "Nørlund vinterferie"
    copied(workspace, tmp_path / "kopi")
    copy = Workspace(tmp_path / "kopi")
    assert not {"nørlund", "nordmark"} & {*words_of(text_of(copy))}
    assert not {"SAM717", "SAM718"} & {x.code for x in check_workspace(copy, TODAY).diagnoses}


def test_the_copy_has_the_same_shape(both):
    original, copy = both
    shapes = []
    for workspace in both:
        cases = [
            (case.step, case.record.round, sorted(case.files), len(case.team.members),
             len(case.plan.goals), len(case.consent.signatures), len(case.history))
            for case in workspace.cases()
        ]  # fmt: skip
        shapes.append(sorted(cases, key=str))
    assert shapes[0] == shapes[1]
    assert "nøgle" not in text_of(copy)
    assert {x.name for x in original.folders()}.isdisjoint(x.name for x in copy.folders())


def test_the_copy_validates(both):
    before, after = (check_workspace(each, TODAY) for each in both)
    assert after.cases == before.cases == 8
    assert not after.has_errors, [each.message for each in after.diagnoses]


def test_the_days_of_a_person_are_moved_alike(both):
    original, copy = both

    def spans(workspace):
        found = []
        for case in workspace.cases():
            days = [x.at.date() for x in case.history] + [x.date for x in case.consent.signatures]
            born = case.record.youth.cpr.born
            assert {day.weekday() for day in days}
            found.append(([(day - born).days for day in days], [x.weekday() for x in days]))
        return sorted(found)

    assert spans(original) == spans(copy)
    first = {case.history[0].at.date() for case in original.cases()}
    assert first.isdisjoint({case.history[0].at.date() for case in copy.cases()})


def test_two_copies_are_different(both, tmp_path):
    original, copy = both
    other = copied(original, tmp_path / "anden", seed=2).folder
    assert text_of(Workspace(other)) != text_of(copy)


def test_it_is_not_written_over_anything_nor_beside_the_cases(both):
    original, copy = both
    with pytest.raises(WrongUseError, match="findes allerede"):
        copied(original, copy.root)
    with pytest.raises(WrongUseError, match="må ikke ligge i arbejdsmappen"):
        copied(original, original.root / "kopi")


def test_a_case_that_cannot_be_read_is_left_out(tmp_path):
    shutil.copytree(EXAMPLES, tmp_path / "ægte", ignore=shutil.ignore_patterns("dokumenter"))
    (tmp_path / "ægte/sager/2025-009/plan.yaml").write_text("mål: [", "utf-8")
    made = copied(Workspace(tmp_path / "ægte"), tmp_path / "kopi")
    assert (made.cases, made.left_out) == (7, ("2025-009",))


def test_somebody_with_two_cases_is_one_person_in_the_copy(tmp_path):
    shutil.copytree(EXAMPLES, tmp_path / "ægte", ignore=shutil.ignore_patterns("dokumenter"))
    cases = tmp_path / "ægte/sager"
    shutil.copytree(cases / "2025-003", cases / "2025-103")
    made = copied(Workspace(tmp_path / "ægte"), tmp_path / "kopi")
    closed = [load_case(x) for x in Workspace(made.folder).folders()]
    numbers = [case.record.youth.cpr for case in closed]
    assert len(numbers) - len(set(numbers)) == 1
