"""The year is on one page: all appointments, columns of rooms, type of seven points or more."""

import re
from datetime import date, time, timedelta
from pathlib import Path
from shutil import copytree

import docx
import pikepdf
import pytest
from docx.shared import Pt

from samarbejde_cli.actions.plan import Order, YearPlan
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.files.pdf import find_converter, to_pdf
from samarbejde_cli.planning.values import Booked, Hours, Place, Plan, Problem, Proof, Spot
from samarbejde_cli.report.plan_document import as_document
from samarbejde_cli.report.plan_pages import Detail, pages

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST = date(2026, 1, 6)
STARTS = (time(8, 30), time(10, 15), time(12), time(13, 45), time(15, 30))


def year(rooms, a_day, weeks=50, letters=""):
    """A year of so many meetings a Tuesday and pre-meetings a Thursday in each room."""
    booked = []
    for week in range(weeks):
        for room in range(rooms):
            for n in range(2 * a_day):
                day = FIRST + timedelta(weeks=week, days=0 if n < a_day else 2)
                hours = Hours(STARTS[n % a_day], time(STARTS[n % a_day].hour + 1, 45))
                which_one = (week * 2 * a_day + n * rooms + room) % 300
                case = f"{2024 + which_one // 120}-{which_one % 120 + 1:03}{letters}"
                spot = Spot(day, hours, f"Lokale {room + 1}")
                booked.append(Booked(spot, frozenset(), n < a_day, case, 1))
    places = tuple(Place(f"Lokale {n + 1}") for n in range(rooms))
    names = {each.case: "Aleksandra" for each in booked}
    problem = Problem((), places, tuple(booked), {})
    plan = Plan({}, (), Proof.OPTIMAL, 0, 0)
    return YearPlan(Order(FIRST), FIRST, problem, plan, {}, {}, (), names, {})


@pytest.mark.parametrize(
    ("rooms", "a_day", "paper", "detail"),
    [(3, 1, "A4", Detail.HOURS), (5, 2, "A4", Detail.SHORT), (5, 5, "A3", Detail.SHORT)],
)
def test_the_year_is_on_one_page_as_large_as_it_can_be(rooms, a_day, paper, detail):
    planned = year(rooms, a_day, letters="-kqzv")
    (page,) = pages(planned, 6, "Calibri", {})
    assert (page.paper, page.detail, page.rooms[-1]) == (paper, detail, f"Lokale {rooms}")
    found = re.findall(r"\d\d-\d{3}", " ".join(cell for _, cells in page.weeks for cell in cells))
    assert len(found) == len(planned.rows)


def test_a_few_meetings_have_their_day_and_hour_in_large_type():
    (page,) = pages(year(2, 1, weeks=3), 6, "Calibri", {})
    assert page.detail is Detail.LARGE
    week, cells = page.weeks[0]
    assert week == "2 · 2026"
    assert cells[0] == "ti 6.1 8.30 2024-001\nto 8.1 8.30 2024-003 f"


def test_what_no_page_holds_is_on_several_and_nothing_is_lost():
    planned = year(8, 5)
    found = list(pages(planned, 6, "Verdana", planned.names))
    assert [len(page.rooms) for page in found] == [4] * len(found)
    assert {page.paper for page in found} == {"A3"}
    said = " ".join(cell for page in found for _, cells in page.weeks for cell in cells)
    assert said.count("Aleksandra") == len(planned.rows)


@pytest.mark.skipif(find_converter() is None, reason="LibreOffice is not installed")
def test_the_pages_of_300_cases_are_as_many_in_the_file(tmp_path):
    workspace = Workspace(copytree(EXAMPLES, tmp_path / "e"))
    path = tmp_path / "årsplan.docx"
    planned = year(5, 5)
    data = as_document(planned, workspace.profile, workspace.root, ["Om"], {}, names=False)
    path.write_bytes(data)
    document = docx.Document(str(path))
    table = document.tables[0]
    assert len(table.rows) == 51
    style = table.cell(1, 1).paragraphs[0].style
    assert style.font.size >= Pt(7)
    assert document.sections[0].page_width < document.sections[0].page_height
    to_pdf([path])
    with pikepdf.open(path.with_suffix(".pdf")) as printed:
        heights = [round(float(page.mediabox[3])) for page in printed.pages]
    assert heights == [1191, 842]
