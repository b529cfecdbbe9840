"""Text stands before each box: a screen reader says it first, and no program loses its name.

A named paragraph that begins with a box loses the name in LibreOffice (docs/skemaet-i-word.md).
"""

import re

import pytest
from paper_case import GOLDEN

PAPERS = sorted(GOLDEN.glob("*.txt"))
STYLE = re.compile(r"^(?:# |- |\[[^\]]+\] )*")
BEGINS_WITH_BOX = re.compile(r"[☐☒]")


def paragraphs(cell):
    return [STYLE.sub("", each.strip()) for each in cell.split(" / ")]


@pytest.mark.parametrize("paper", PAPERS, ids=[each.stem for each in PAPERS])
def test_no_paper_has_a_box_before_its_text(paper):
    for line in paper.read_text("utf-8").splitlines():
        cells = line.removeprefix("|").removesuffix("|").split(" | ")
        texts = [each for cell in cells for each in paragraphs(cell) if each]
        if texts:
            assert not BEGINS_WITH_BOX.match(texts[0]), line
        for text in texts:
            assert not BEGINS_WITH_BOX.match(text) or not text.strip("☐☒ "), line
