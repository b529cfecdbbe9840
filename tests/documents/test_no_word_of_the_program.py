"""No paper speaks of files, fields, rounds or the program: its reader knows none of them."""

import re

import pytest
from paper_case import ANSWERED, GOLDEN, NEEDS, SECOND_ROUND, made, texts, together

from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.profile.load import shipped_names

WORDS = re.compile(
    r"""
    \S*\.(?:ya?ml|docx|json|py)\b       # files
    | \brunder?n?s?(?:/\w+|\b)          # what people call a meeting
    | \brunderne\b
    | \b[a-zæøå]+(?:_[a-zæøå]+)+\b      # fields
    | \{[{%\#] | [%\#}]\}               # tags
    | \b(?:None|True|False)\b
    | \bprogram(?:met|mets)?\b | \bskabelon(?:en|er|ens)?\b | \bprofil(?:en|ens)?\b
    | \bsamarbejde\ (?:render|advance|validate|batch|todo|read|fill)\b
    | (?:skrevet|lavet)\ til\ dette\ skema
    | SAM\d{3}
    """,
    re.VERBOSE | re.IGNORECASE,
)


CASES = {
    "first meeting": "",
    "later meeting": together(SECOND_ROUND, ANSWERED),
    **{f"case for {name}": example for name, example in NEEDS.items()},
}


@pytest.mark.parametrize("profile", shipped_names())
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_paper_speaks_of_the_program(tmp_path, profile, case):
    chosen = together(f"# samarbejde.yaml\nprofil: {profile}\n", case)
    papers = texts(made(tmp_path, chosen, list(KINDS)))
    assert papers
    found = {name: [each[0] for each in WORDS.finditer(text)] for name, text in papers.items()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_no_golden_paper_speaks_of_the_program(golden):
    assert [found[0] for found in WORDS.finditer(golden.read_text("utf-8"))] == []
