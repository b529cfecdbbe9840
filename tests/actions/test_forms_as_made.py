"""A paper that is just as it was made says nothing, and is compared with nothing."""

import pytest
from example_case import build, case_folder
from filled import Filled
from paper_case import DAY, SECOND_ROUND, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.proposals import Proposals
from samarbejde_cli.actions.reading.result import Choice, Outcome
from samarbejde_cli.actions.workspace import Workspace

KINDS = ["goals", "economy", "meeting-checklist", "network-overview"]


@pytest.fixture
def compared(monkeypatch):
    """The files that were compared with their case, by name."""
    names = []
    of_form = Proposals.of_form

    def note(self, about, *rest):
        names.append(about.path.name)
        return of_form(self, about, *rest)

    monkeypatch.setattr(Proposals, "of_form", note)
    return names


def read(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return FormReader(Workspace(folder), DAY, lambda _: Choice.LEFT).read(path)


def test_a_paper_as_it_was_made_is_not_compared(tmp_path, compared):
    papers = files(made(tmp_path, kinds=KINDS))
    assert len(papers) >= len(KINDS)
    for name, data in papers.items():
        found = read(tmp_path, name, data)
        assert (found.outcome, found.is_settled) == (Outcome.UNCHANGED, True)
    assert compared == []


def test_one_value_more_or_less_is_compared_and_found(tmp_path, compared):
    name, data = next(iter(files(made(tmp_path, kinds=["goals"])).items()))
    for value in ("Noget nyt", ""):
        found = read(tmp_path, name, Filled(data).type("sagsresumé", value).data)
        assert [each.after for each in found.comparison.changes] == [(value,) if value else ()]
    assert compared == [name, name]


def test_a_paper_of_an_earlier_round_as_it_was_made_is_blank(tmp_path):
    papers = files(made(tmp_path, kinds=["economy"]))
    register = (case_folder(tmp_path) / "breve.yaml").read_bytes()
    build(tmp_path, SECOND_ROUND)
    (case_folder(tmp_path) / "breve.yaml").write_bytes(register)
    for name, data in papers.items():
        assert read(tmp_path, name, data).is_blank
