"""The papers under each profile that ships: what differs from soroe-unge, line by line.

After a wanted change run SAMARBEJDE_GOLDEN=1 pytest, read the diff. A paper without a file reads
the same under both profiles.
"""

import os
from difflib import unified_diff

import pytest
from paper_case import GOLDEN, NEEDS, SECOND_ROUND, complete, made, texts, together

from samarbejde_cli.documents.catalogue import KINDS

FOLDER = GOLDEN / "profiler"
PROFILES = ("soroe-voksne", "middelfart", "national")
CITIZEN = """\
# sag.yaml
ung: {cpr: 720885-4322, skole: ''}
forældre: ''
koordinator: {navn: Anne Holm, afdeling: Job og Uddannelse}
# plan.yaml
overgang_til_voksenlivet: ''
# runder/1.yaml
møde: {deltagere: [{person: Karin Friis}]}
"""
"""Somebody of 40 without parents in the case."""
LATER = """\
# runder/2.yaml
formøde: {start: "14.00", slut: "15.00", lokale: Bøgen}
"""


def papers(folder, profile, kind, *examples):
    chosen = together(f"# samarbejde.yaml\nprofil: {profile}\n", *examples)
    return texts(complete(made(folder, chosen, [kind])))


def changed(folder, profile, kind, rounds):
    """Return the lines of a kind's papers that read otherwise than under soroe-unge."""
    case = (CITIZEN, *rounds) if profile == "soroe-voksne" else rounds
    base = papers(folder / "soroe", "soroe-unge", kind, *case)
    for name, text in papers(folder / profile, profile, kind, *case).items():
        before = base.get(name.replace("-borgeren", "-ung"), "").splitlines()
        lines = list(unified_diff(before, text.splitlines(), n=0, lineterm=""))[2:]
        yield name, [line for line in lines if not line.startswith("@@")]


CASES = [
    (profile, kind.name, number)
    for profile in PROFILES
    for kind in KINDS.values()
    for number in ((1, 2) if kind.later_template else (1,))
    if (profile, kind.name) != ("soroe-voksne", "parent-sheet")  # no parents act for a grown-up
]


@pytest.mark.parametrize(("profile", "kind", "number"), CASES)
def test_paper_differs_from_that_of_soroe_unge_as_it_should(tmp_path, profile, kind, number):
    rounds = (SECOND_ROUND, LATER) if number == 2 else ()
    rounds = (NEEDS[kind],) if kind in NEEDS else rounds
    found = dict(changed(tmp_path, profile, kind, rounds))
    assert found
    different = sorted({"\n".join(lines) for lines in found.values() if lines})
    text = "".join(f"{each}\n" for each in different)
    golden = FOLDER / f"{profile}-{KINDS[kind].stem}-{number}.diff"
    if os.environ.get("SAMARBEJDE_GOLDEN"):
        FOLDER.mkdir(exist_ok=True)
        golden.unlink(missing_ok=True)
        if text:
            golden.write_text(text, "utf-8")
    assert text == (golden.read_text("utf-8") if golden.exists() else "")
