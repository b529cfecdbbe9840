"""Sentences on a screen of 60 columns: no word and no command is broken."""

import pytest

from samarbejde_cli.report.explain import page
from samarbejde_cli.report.findings import wrapped
from samarbejde_cli.report.folded import folded, lines_of, paragraphs
from samarbejde_cli.rules.engine.registry import all_rules


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


def test_no_rule_breaks_what_is_to_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for rule in all_rules().values():
        explained = page(rule, "Bilag 6").partition("\nForkert:")[0].replace("`` ` ``", "")
        lines = [*explained.splitlines(), *wrapped(f"hjælp: {rule.hint}", "  ", 80)]
        assert not [line for line in lines if line.count("`") % 2], rule.code


def test_git_in_a_sentence_stays_whole() -> None:
    said = "Gå tilbage til den nyeste udgave med: git switch --detach main og prøv igen."
    assert "git switch --detach main" in lines_of(said, 50)[1]


@pytest.mark.parametrize("width", range(1, 40))
def test_each_line_has_as_many_whole_words_as_fit(width: int) -> None:
    text = "  Der er noget, der skal gøres, før sagen flyttes: ungdomsuddannelsesvejledningen  "
    lines = lines_of(text, width, "- ", "    ")
    assert " ".join(line[4 if at else 2 :] for at, line in enumerate(lines)).split() == text.split()
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        assert len(line) <= width or len(line.removeprefix("- ").split()) == 1
        word = after.split()[0] if after else ""
        assert not word or len(line) + 1 + len(word) > width
