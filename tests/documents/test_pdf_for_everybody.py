"""Papers as PDF keep to PDF/UA as far as a machine can say; LibreOffice makes them."""

import pytest
from paper_case import DAY, HELD, NEEDS, made

from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.files import pdf

pytest.importorskip("pikepdf")
import pikepdf
from pdf_ua import faults, tags

pytestmark = pytest.mark.skipif(pdf.find_converter() is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """One paper of each kind as PDF, made in one go."""
    folder, found = tmp_path_factory.mktemp("papirer"), {}
    for name in KINDS:
        root = folder / name
        day = HELD if name in ("journal", "experience") else DAY
        produced = made(root, NEEDS.get(name, ""), [name], day, draft=True)
        found[name] = produced.paths[0].rename(folder / f"{name}.docx")
    pdf.to_pdf(found.values())
    return {name: pdf.pdf_of(path) for name, path in found.items()}


ON_CARDS = {"leaflet", "roles"}
"""Papers that are folded or cut into cards: the first heading in them is no title."""


@pytest.mark.parametrize("kind", KINDS)
def test_paper_keeps_to_what_a_machine_can_check_of_pdf_ua(papers, kind):
    found = {each for each in faults(papers[kind]) if not (kind in ON_CARDS and "head" in each)}
    assert not found


def test_map_and_chart_say_in_words_what_they_show(papers):
    words = [alt for tag, alt in tags(papers["network-map"]) if tag == "/Figure"]
    assert words[0].startswith("Netværkskort med Silje i midten og 3 personer")
    assert "Birgit, moster" in words
    (chart,) = [alt for tag, alt in tags(papers["dialogue"]) if tag == "/Figure"]
    assert chart.startswith("Spindelvæv med syv områder fra 1 til 5.")
    assert "Kriminalitet 5" in chart


def test_cells_that_name_a_row_are_header_cells(papers):
    found = [tag for tag, _ in tags(papers["agenda"])]
    first_row = found.index("/TR")
    assert found[first_row + 1] == "/TH"


PAGES = {
    "agenda": 1, "invitation": 1, "pre-meeting": 1, "network-overview": 1, "parent-sheet": 1,
    "consent": 2, "meeting-checklist": 2, "dialogue": 2, "leaflet": 2, "screening": 2,
}  # fmt: skip
"""Sheets of a case as most are, and no last page with a line on it."""


def test_papers_are_as_long_as_a_sheet_or_two(papers):
    found = {}
    for kind in PAGES:
        with pikepdf.open(papers[kind]) as document:
            found[kind] = len(document.pages)
    assert found == PAGES
