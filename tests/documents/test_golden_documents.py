"""Every paper word by word. After a wanted change run SAMARBEJDE_GOLDEN=1 pytest, read the diff."""

import os

import pytest
from paper_case import GOLDEN, LATER, OF_AGE, SECOND_ROUND, made, texts

PAPERS = [
    ("dagsorden-første", "", "agenda", "runde-1-dagsorden.docx"),
    ("dagsorden-opfølgning", SECOND_ROUND, "agenda", "runde-2-dagsorden.docx"),
    ("indkaldelse-første", "", "invitation", "runde-1-indkaldelse-skole.docx"),
    ("indkaldelse-forælder", "", "invitation", "runde-1-indkaldelse-forælder-2.docx"),
    ("indkaldelse-opfølgning", SECOND_ROUND, "invitation", "runde-2-indkaldelse-skole.docx"),
    ("skema", "", "goals", "runde-1-mål-og-aftaleskema.docx"),
    ("skema-runde-2", SECOND_ROUND, "goals", "runde-2-mål-og-aftaleskema.docx"),
    ("skema-myndig", OF_AGE + LATER, "goals", "runde-1-mål-og-aftaleskema.docx"),
]


@pytest.mark.parametrize(("name", "example", "kind", "file"), PAPERS, ids=[p[0] for p in PAPERS])
def test_paper_reads_as_it_should(tmp_path, name, example, kind, file):
    golden = GOLDEN / f"{name}.txt"
    text = texts(made(tmp_path, example, [kind]))[file]
    if os.environ.get("SAMARBEJDE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
