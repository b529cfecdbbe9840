"""Which cases a mailing is about."""

from datetime import date

import pytest
from example_case import build
from mailing import DAY

from samarbejde_cli.actions.batch.selection import (
    Ages,
    CaseSelection,
    ages,
    numbers_in,
)
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.cli.batch_choices import ends_of
from samarbejde_cli.errors import SamarbejdeError, WrongUseError
from samarbejde_cli.profile.load import known_profile


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return load_case(build(tmp_path_factory.mktemp("case")))


def holds(case, **asked):
    return CaseSelection(**asked).matches(case, "soroe-unge", DAY)


ENDED = "# sag.yaml\ntrin: afsluttet\nafslutning: {dato: 2026-02-01, årsag: Flyttet}\n"


RESTING = "# sag.yaml\npause: {fra: 2026-02-01, til: 2026-03-01, årsag: Sygdom}\n"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"step": Step.FOLLOW_UP}, True),
        ({"step": Step.MEETING}, False),
        ({"days": (date(2026, 3, 2), date(2026, 3, 8))}, True),
        ({"days": (date(2026, 3, 4), date(2026, 3, 4))}, False),
        ({"coordinator": "holm"}, True),
        ({"coordinator": "toft"}, False),
        ({"department": "familier"}, True),
        ({"department": "job"}, False),
        ({"ages": Ages(15, 17)}, True),
        ({"ages": Ages(16, 17)}, False),
        ({"profile": "soroe-unge"}, True),
        ({"profile": "en-anden"}, False),
        ({"step": Step.FOLLOW_UP, "coordinator": "toft"}, False),
    ],
)
def test_everything_that_is_asked_for_must_hold(case, asked, expected):
    assert holds(case, **asked) is expected


@pytest.mark.parametrize("example", [ENDED, RESTING], ids=["ended", "resting"])
def test_a_case_that_is_not_at_work_must_be_asked_for(tmp_path, example):
    case = load_case(build(tmp_path, example))
    assert not holds(case, coordinator="holm")
    assert holds(case, numbers=("2026-001",))
    assert holds(case, step=case.step)


def test_what_cannot_be_read_speaks_for_the_case(tmp_path):
    folder = build(tmp_path)
    (folder / "sag.yaml").write_text("trin: [", "utf-8")
    assert holds(load_case(folder), coordinator="toft", ages=Ages(1, 2))


def test_a_list_holds_numbers_and_remarks(tmp_path):
    path = tmp_path / "liste.txt"
    path.write_bytes("\ufeff2026-002  # Silje\r\n\r\n# fra mødet\n2026-001\n2026-002\n".encode())
    assert numbers_in(path) == ("2026-001", "2026-002")


def test_a_list_without_numbers_is_wrong(tmp_path):
    path = tmp_path / "liste.txt"
    path.write_text("# ingen\n", "utf-8")
    with pytest.raises(WrongUseError, match="er tom"):
        numbers_in(path)
    with pytest.raises(SamarbejdeError, match="kan ikke læses"):
        numbers_in(tmp_path / "væk.txt")


def test_a_number_that_no_case_has_is_wrong(tmp_path):
    build(tmp_path)
    with pytest.raises(WrongUseError, match="2026-007") as problem:
        CaseSelection(numbers=("2026-007",)).folders(Workspace(tmp_path))
    assert problem.value.hint == "`samarbejde status` viser alle sager."
    with pytest.raises(WrongUseError, match="2026001") as problem:
        CaseSelection(numbers=("2026001",)).folders(Workspace(tmp_path))
    assert problem.value.hint == "Mente du `2026-001`?"


@pytest.mark.parametrize(("text", "found"), [("17", Ages(17, 17)), ("15 - 17", Ages(15, 17))])
def test_ages_are_one_or_a_span(text, found):
    assert ages(text) == found


@pytest.mark.parametrize("text", ["", "ung", "-15-17", "١٥"])
def test_other_ages_are_wrong(text):
    with pytest.raises(WrongUseError):
        ages(text)


def test_a_profile_that_does_not_ship_is_wrong():
    assert known_profile("soroe-unge") == "soroe-unge"
    with pytest.raises(WrongUseError, match="findes ikke") as problem:
        known_profile("soro-unge")
    assert problem.value.hint == "Mente du `soroe-unge`?"


@pytest.mark.parametrize(
    ("papers", "ends"),
    [
        (["ending"], {Step.CLOSED}),
        (["refusal"], {Step.REJECTED}),
        (["ending", "refusal"], {Step.CLOSED, Step.REJECTED}),
        (["invitation"], set()),
        (["ending", "invitation"], set()),
        (["cancellation"], set()),
    ],
)
def test_letters_about_an_end_are_for_the_cases_that_ended_so(papers, ends):
    assert ends_of(papers) == ends


def test_their_own_end_selects_ended_cases_and_nothing_else(case, tmp_path):
    ended, closed = load_case(build(tmp_path, ENDED)), frozenset({Step.CLOSED})
    assert holds(ended, ends=closed)
    assert not holds(ended, ends=frozenset({Step.REJECTED}))
    assert not holds(case, ends=closed)
