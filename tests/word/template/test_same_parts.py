"""A header that is the same as in the paper before is not rendered again, and any other is."""

import pytest
from word_files import docx, p, unpacked

from samarbejde_cli import word
from samarbejde_cli.word import TemplateError

HEADER = p("{{ by.navn }}{% if by.web %}, {{ by.web }}{% endif %} {{ nr }}")
TOWN = {"navn": "Birkeby", "web": None}
ROWS = [
    {"by": TOWN, "nr": 1},
    {"by": dict(TOWN), "nr": 1},
    {"by": TOWN, "nr": 2},
    {"by": TOWN, "nr": True},
    {"by": TOWN | {"web": "www.birkeby.example"}, "nr": 2},
    {"by": TOWN, "nr": 2},
    {"by": {"navn": "Birkeby"}, "nr": 2},
]


def template():
    return word.compile_template(docx(p("{{ til }}"), header=HEADER), "brev.docx")


def test_papers_in_a_row_are_what_each_is_alone():
    shared = template()
    contexts = [row | {"til": f"modtager {n}"} for n, row in enumerate([*ROWS, *ROWS])]
    together = [shared.render(each) for each in contexts]
    assert together == [template().render(each) for each in contexts]
    assert len({unpacked(each)["word/header.xml"] for each in together}) == 4


def test_what_is_missing_is_told_of_each_paper():
    shared = template()
    for _ in range(2):
        shared.render({"by": TOWN, "nr": 1, "til": "alle"})
        with pytest.raises(TemplateError, match=r"by\.navn"):
            shared.render({"by": {"navn": None}, "nr": 1, "til": "alle"})
        with pytest.raises(TemplateError, match="til"):
            shared.render({"by": TOWN, "nr": 1, "til": None})


def test_a_draft_is_no_finished_paper():
    shared, without = template(), {"by": {"navn": None}, "nr": 1, "til": "alle"}
    draft = shared.render(without, draft=True)
    with pytest.raises(TemplateError):
        shared.render(without)
    assert shared.render(without, draft=True) == draft
