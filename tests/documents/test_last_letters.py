"""An ended case gets a letter about its end, and no paper that calls to a meeting."""

import pytest
from example_case import case_folder
from paper_case import CLOSED, DAY, REJECTED, loaded, made, made_as_it_is, texts

from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.endings import is_end_announced
from samarbejde_cli.documents.catalogue import KINDS, due

CALLING = (
    "pre-meeting", "new-coordinator", "consent", "agenda", "invitation", "roles", "script",
    "leaflet", "parent-sheet",
)  # fmt: skip


def test_the_papers_that_look_ahead_are_these():
    assert {name for name, kind in KINDS.items() if kind.looks_ahead} == set(CALLING)


@pytest.mark.parametrize("kind", CALLING)
@pytest.mark.parametrize(("end", "letter"), [(CLOSED, "ending"), (REJECTED, "refusal")])
def test_ended_case_is_called_to_nothing(tmp_path, kind, end, letter):
    produced = made(tmp_path, end, [kind])
    assert not produced.documents
    assert not produced.succeeded
    (error,) = produced.errors
    assert f"papiret »{KINDS[kind].title}« bliver ikke lavet" in error.message
    assert f"`samarbejde render-{letter} 2026-001`" in error.hint


@pytest.mark.parametrize(("end", "letter"), [(CLOSED, "ending"), (REJECTED, "refusal")])
def test_letter_is_due_until_it_is_made(tmp_path, end, letter):
    _, case, profile = loaded(tmp_path, end)
    assert [kind.name for kind in due(case, profile, DAY)] == [letter]
    assert made_as_it_is(tmp_path, [letter]).succeeded
    again = load_case(case_folder(tmp_path))
    assert is_end_announced(again)
    assert due(again, profile, DAY) == []


@pytest.mark.parametrize("kind", ["ending", "refusal"])
def test_open_case_has_no_last_letter(tmp_path, kind):
    produced = made(tmp_path, "", [kind])
    assert not produced.succeeded
    assert "--to a" in produced.errors[0].hint


def test_no_reason_is_invented(tmp_path):
    example = REJECTED.replace("Silje har allerede en plan, som samler de samme mennesker.", "''")
    letters = texts(made(tmp_path, example, ["refusal"]))
    assert letters
    assert all("grund" not in text for text in letters.values())


def test_reason_that_the_consent_withholds_does_not_reach_the_parents(tmp_path):
    private = "Silje fortalte om sin kæreste"
    example = REJECTED.replace(
        "Silje har allerede en plan, som samler de samme mennesker.", private
    )
    example += f"# samtykke.yaml\nmå_ikke_udveksles: [{private}]\n"
    letters = texts(made(tmp_path, example, ["refusal"]))
    assert private in letters["runde-1-afslag-ung.docx"]
    assert not any(private in text for name, text in letters.items() if "forælder" in name)
