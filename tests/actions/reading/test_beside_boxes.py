"""What is typed beside the boxes of a row, or in the place of one, is read or told."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from filled import NAMES, W14, Filled
from paper_case import DAY, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice
from samarbejde_cli.actions.workspace import Workspace

AREA = "dialogskema[1].fysisk_helbred?"
"""Of which 3 is ticked when the form is printed."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms")
    found = files(made(folder, "", ["dialogue", "meeting-checklist"]))
    return folder, {name.removeprefix("runde-1-"): data for name, data in found.items()}


@pytest.fixture
def form(printed):
    return Filled(printed[1]["dialogskema.docx"])


@pytest.fixture
def checklist(printed):
    return Filled(printed[1]["mødetjekliste.docx"])


@pytest.fixture
def read(printed):
    """Return what a form changes, by route, and what is told of it."""

    def read(form):
        folder, _ = printed
        path = folder / "skema.docx"
        path.write_bytes(form.data)
        found = FormReader(Workspace(folder), DAY, lambda _: Choice.LEFT).read(path)
        comparison = found.comparison
        assert not comparison.conflicts
        changes = {each.route.rpartition(".")[2]: each.after for each in comparison.changes}
        return changes, [each.text for each in comparison.leftovers]

    return read


def cells(form, question):
    return list(next(form.controls(question)[0].iterancestors(qn("w:tr"))).iter(qn("w:tc")))


def typed(form, question, cell, text, *, in_its_place=False):
    paragraph = cells(form, question)[cell].findall(f".//{qn('w:p')}")[-1]
    if in_its_place:
        for control in list(paragraph.iter(qn("w:sdt"))):
            control.getparent().remove(control)
    Paragraph(paragraph, None).add_run(text)
    return form


def without_ticks(form, question):
    for box in cells(form, question)[0].getparent().iter(f"{W14}checked"):
        box.set(f"{W14}val", "0")
    return form


@pytest.mark.parametrize("text", [" x", "4", " ja ", "fire", "✓", "ja tak"])
@pytest.mark.parametrize("in_its_place", [False, True])
def test_a_sign_or_the_number_of_the_box_is_a_tick(form, read, text, in_its_place):
    typed(without_ticks(form, AREA), AREA, 4, text, in_its_place=in_its_place)
    assert read(form) == ({"fysisk_helbred": ("4",)}, [])


@pytest.mark.parametrize("text", ["2", "nej", "næsten", "4 eller 5", "?"])
def test_what_may_mean_something_else_is_told(form, read, text):
    changes, told = read(typed(without_ticks(form, AREA), AREA, 4, text))
    assert not changes
    assert told == [f"»{text}« ved 4"]


def test_a_tick_and_another_number_are_told(form, read):
    changes, told = read(typed(form, AREA, 4, "x"))
    assert not changes
    assert told == ["3\n4"]


def test_a_deleted_box_does_not_move_the_others(form, read):
    typed(without_ticks(form, AREA), AREA, 2, "", in_its_place=True)
    next(iter(cells(form, AREA)[5].iter(f"{W14}checked"))).set(f"{W14}val", "1")
    assert read(form) == ({"fysisk_helbred": ("5",)}, [])


def test_a_row_that_lost_a_cell_is_told(form, read):
    row = cells(form, AREA)[0].getparent()
    row.remove(cells(form, AREA)[5])
    row.remove(cells(form, AREA)[2])
    changes, told = read(form)
    assert not changes
    assert told[0].startswith("Fysisk helbred")


@pytest.mark.parametrize(("cell", "text"), [(0, "4"), (0, "Ondt i ryggen"), (6, "4"), (6, "bedre")])
def test_what_is_typed_at_the_question_or_last_time_is_told(form, read, cell, text):
    changes, told = read(typed(form, AREA, cell, f" {text}"))
    assert not changes
    assert len(told) == 1
    assert told[0].endswith(text)


def test_a_number_that_is_printed_elsewhere_is_told(form, read):
    """``4`` is the heading of a column, so its fingerprint alone does not tell."""
    row = cells(form, AREA)[6]
    for run in list(row.iter(qn("w:r"))):
        run.getparent().remove(run)
    assert read(typed(form, AREA, 6, "4")) == ({}, ["4"])


LED = "møde.tjekliste.godt_ledet?"


@pytest.mark.parametrize(
    ("cell", "text", "answer"),
    [(1, "x", "ja"), (2, "X", "nej"), (1, "ja", "ja"), (2, "nej", "nej"), (2, "v", "nej")],
)
@pytest.mark.parametrize("in_its_place", [False, True])
def test_yes_and_no(checklist, read, cell, text, answer, in_its_place):
    typed(checklist, LED, cell, text, in_its_place=in_its_place)
    assert read(checklist) == ({"godt_ledet": (answer,)}, [])


@pytest.mark.parametrize(("cell", "text"), [(2, "ved ikke"), (0, "Nej, tværtimod"), (1, "måske")])
def test_neither_yes_nor_no_is_told(checklist, read, cell, text):
    changes, told = read(typed(checklist, LED, cell, text))
    assert not changes
    assert [each for each in told if each.endswith(text)] == told != []


def test_no_is_not_yes_when_the_box_of_yes_was_deleted(checklist, read):
    typed(checklist, LED, 1, "", in_its_place=True)
    next(iter(cells(checklist, LED)[2].iter(f"{W14}checked"))).set(f"{W14}val", "1")
    assert read(checklist) == ({"godt_ledet": ("nej",)}, [])


def test_who_took_part_is_told_when_a_box_was_deleted(checklist, read):
    """Somebody who was there and did not take part must not become one who was not there."""
    who = "møde.deltagere[1]?"
    cell = cells(checklist, who)[2]
    for box in list(cell.iter(qn("w:sdt")))[:1]:
        box.getparent().remove(box)
    changes, told = read(checklist)
    assert not changes
    assert "Mette Ravn" in told[0]


@pytest.mark.parametrize(("box", "answer"), [(0, "ja"), (1, "nej")])
def test_a_sign_between_two_boxes_ticks_the_one_before_it(checklist, read, box, answer):
    """``Ja ☐ x Nej ☐``: the boxes stand in one cell, each behind its own word."""
    cell = cells(checklist, "møde.deltagere[1]?")[3]
    control = list(cell.iter(qn("w:sdt")))[box]
    run = parse_xml(f"<w:r {NAMES}><w:t xml:space='preserve'> X</w:t></w:r>")
    control.addnext(run)
    assert read(checklist) == ({"bidrog": (answer,)}, [])
