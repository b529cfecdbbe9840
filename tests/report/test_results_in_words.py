"""Results of commands in words, where the screen of a whole workspace does not show them."""

from datetime import date
from pathlib import Path

import pytest

from samarbejde_cli.actions.renumber import Renumbered
from samarbejde_cli.actions.rerender import Again
from samarbejde_cli.actions.todo import Todo
from samarbejde_cli.case.paper_register import PaperRecord
from samarbejde_cli.report import advance, batch, new_case, pause, renumber, rerender, status, todo

DAY = date(2026, 3, 3)


def filed(name):
    return PaperRecord(dato=DAY, papir="dagsorden", runde=1, fil=name, sha256="0", program="1")


@pytest.mark.parametrize(
    ("number", "failed", "is_dry", "said"),
    [
        (0, [], False, "Der står ingen sager i det trin."),
        (2, [], False, "2 af 2 sager er flyttet."),
        (1, ["2026-001"], True, "0 af 1 sag kan flyttes. Ikke flyttet: 2026-001."),
    ],
)
def test_how_many_of_several_cases_moved(number, failed, is_dry, said):
    assert advance.summary(number, failed, dry_run=is_dry) == said


def test_papers_that_are_lost_for_one_reason_are_named_together():
    papers = [Again(filed("a.docx"), None, "x"), Again(filed("b.docx"), None, "y")]
    papers.append(Again(filed("c.docx"), None, "x"))
    assert list(rerender.lost(papers)) == [
        ("a.docx (2026-03-03) og c.docx (2026-03-03) kan ikke laves igen.", "x"),
        ("b.docx (2026-03-03) kan ikke laves igen.", "y"),
    ]


def test_many_combined_files_are_counted_and_few_are_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    files = [tmp_path / f"samlet/{number}.docx" for number in range(21)]
    assert list(batch.sent_along(files[:1], 1, tmp_path)) == [
        "1 kalenderfil til kollegerne ligger i outlook.",
        "samlet: samlet/0.docx",
    ]
    assert list(batch.sent_along(files, 0, tmp_path)) == ["21 samlede filer ligger i samlet."]


def test_an_empty_overview_says_why():
    assert "new-case" in status.as_text([], 5, is_empty=True)
    assert status.as_text([], 5, is_empty=False) == "Ingen sager passer til det."


def test_a_list_that_is_not_whole_says_so():
    assert list(todo.as_lines(Todo(DAY, (), ("2026-001",)))) == [
        "Der er ingen frister her.",
        "Listen er ikke hel: 2026-001 kan ikke læses. Se hvorfor med `samarbejde validate`.",
    ]


def test_a_case_in_a_sentence_names_the_next_command():
    assert new_case.created(Path("sager/2026-014")).endswith("validate 2026-014")
    assert pause.paused("2026-014", date(2026, 8, 10)).startswith(
        "2026-014 holder pause og går i gang igen den 10. august 2026.\n"
    )
    assert renumber.renumbered(Renumbered("2026-1", "2026-2", completed=False)).endswith(
        "samarbejde calendar 2026-2"
    )
