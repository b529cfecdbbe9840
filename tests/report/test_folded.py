"""Sentences on a screen of 60 columns: no word and no command is broken."""

import pytest

from samarbejde_cli.report.folded import folded, paragraphs


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def test_later_lines_of_a_sentence_are_further_in() -> None:
    text = "  Det er en lang sætning, som ikke kan stå på en enkelt linje af skærmen."
    assert folded(text).splitlines() == [
        "  Det er en lang sætning, som ikke kan stå på en enkelt",
        "    linje af skærmen.",
    ]


def test_paragraphs_and_bullets_keep_their_depth() -> None:
    words = "noget, der skal gøres, før sagen kan flyttes til næste trin"
    assert list(paragraphs(["", f"Der er {words}.", f"  - Gør {words}."])) == [
        "",
        "Der er noget, der skal gøres, før sagen kan flyttes til\nnæste trin.",
        "  - Gør noget, der skal gøres, før sagen kan flyttes til\n    næste trin.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Skal sagen slutte, så skriv dato og luk den: samarbejde advance 2026-001 --to afsluttet",
        "Skriv det i mappen, og kør så `samarbejde advance 2026-001 --to afsluttet`.",
    ],
)
def test_a_command_stays_on_one_line(text: str) -> None:
    command = "samarbejde advance 2026-001 --to afsluttet"
    assert sum(command in line for line in folded(text).splitlines()) == 1
