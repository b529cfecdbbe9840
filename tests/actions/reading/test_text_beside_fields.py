"""What is written where a form has no field is told with its row, or read by its column."""

from copy import deepcopy
from datetime import datetime

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from example_case import case_folder
from filled import BOXES, NAMES, Filled, written_around
from paper_case import ANSWERED, DAY, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice, Outcome
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.source.read import from_text

ALL = [kind.name for kind in KINDS.values() if kind.form]
FORMS = [name for name in ALL if not KINDS[name].form.letter]
NEW = "Ring efter klokken tre"
TEAM = """\
# team.yaml
indsatser:
  - støtte: Mentor to timer om ugen
    varighed: et halvt år
  - støtte: Kontaktperson
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The workspace, and each form's bytes by its kind."""
    folder = tmp_path_factory.mktemp("forms")
    found = files(made(folder, ANSWERED + TEAM, ALL))
    by_stem = sorted(found, key=len)
    return folder, {n: found[next(f for f in by_stem if KINDS[n].stem in f)] for n in ALL}


def read(folder, form, *, writes=False):
    path = folder / "skema.docx"
    path.write_bytes(form.data)
    reader = FormReader(Workspace(folder), DAY, lambda _: Choice.LEFT)
    found = reader.read(path)
    if writes and found.outcome is Outcome.PROPOSED:
        return reader.write(found, "Dorte Lundgaard", datetime(2026, 3, 4, 12))
    return found


def told(found):
    comparison = found.comparison
    changes = [line for each in comparison.changes for line in each.after]
    items = [line for each in comparison.new_items for line in each.lines]
    conflicts = [line for each in comparison.conflicts for line in each.after]
    return "\n".join((*changes, *items, *conflicts, *(e.text for e in comparison.leftovers)))


def tables(form):
    return [Table(each, form.document) for each in form.body.iter(qn("w:tbl"))]


@pytest.mark.parametrize("kind", FORMS)
def test_text_in_any_printed_cell_is_told(printed, kind):
    folder, forms = printed
    cells = [c for t in tables(Filled(forms[kind])) for c in t._tbl.iter(qn("w:tc"))]
    numbers = [n for n, c in enumerate(cells) if not c.findall(f".//{qn('w:sdt')}")]
    for number in numbers[:: max(1, len(numbers) // 12)]:
        form = Filled(forms[kind])
        cell = [c for t in tables(form) for c in t._tbl.iter(qn("w:tc"))][number]
        last = Paragraph(cell.findall(qn("w:p"))[-1], None)
        last.add_run(f" {NEW}")
        assert NEW in told(read(folder, form)), (number, "".join(cell.itertext()))


@pytest.mark.parametrize("kind", FORMS)
def test_a_column_more_is_told_with_its_rows(printed, kind):
    folder, forms = printed
    form = Filled(forms[kind])
    for number, table in enumerate(tables(form)):
        for row in table._tbl.iter(qn("w:tr")):
            cell = deepcopy(row.findall(f".//{qn('w:tc')}")[-1])
            for control in list(cell.iter(qn("w:sdt"))):
                control.getparent().remove(control)
            for extra in cell.findall(qn("w:p"))[1:]:
                cell.remove(extra)
            paragraph = cell.find(qn("w:p"))
            for run in list(paragraph.iter(qn("w:r"))):
                run.getparent().remove(run)
            Paragraph(paragraph, None).add_run(f"{NEW} {number}")
            row.append(cell)
    found = read(folder, form)
    text = told(found)
    assert all(f"{NEW} {number}" in text for number in range(len(tables(form))))
    assert not found.changes


def test_text_between_the_tables_is_told(printed):
    folder, forms = printed
    form = Filled(forms["goals"])
    form.document.add_paragraph(NEW)
    assert NEW in told(read(folder, form))


@pytest.mark.parametrize("kind", ALL)
def test_text_around_the_body_is_told_by_where_it_stands(printed, kind):
    folder, forms = printed
    around = {
        "header": "Ring til mor", "footer": "Ring til far", "note": "Kun om morgenen",
        "new_box": "Husk tolk", "old_box": "Husk hunden",
    }  # fmt: skip
    form = written_around(Filled(forms[kind]), **around)
    form.document.add_paragraph("Vi ses")
    found = read(folder, form)
    places = {(left.text, left.place) for left in found.comparison.leftovers}
    assert {(around["header"], "sidehoved"), (around["footer"], "sidefod")} <= places
    assert {(around["note"], "fodnoter"), (around["new_box"], "tekstboks")} <= places
    assert (around["old_box"], "tekstboks") in places
    (place,) = (place for text, place in places if text == "Vi ses")
    assert place.startswith("efter »")
    assert len(places) == len(around) + 1
    assert not found.comparison.changes
    assert not found.is_blank


def test_a_text_box_in_a_field_is_told_and_not_read_into_it(printed):
    folder, forms = printed
    form = Filled(forms["goals"]).type("sagsresumé", "Går i skole")
    paragraph = next(form.controls("sagsresumé")[0].iter(qn("w:p")))
    inside = f"<w:txbxContent><w:p><w:r><w:t>{NEW}</w:t></w:r></w:p></w:txbxContent>"
    paragraph.append(parse_xml(f"<w:r {NAMES}>{BOXES[0].format(inside)}</w:r>"))
    comparison = read(folder, form).comparison
    assert [each.after for each in comparison.changes] == [("Går i skole",)]
    assert [(each.place, each.text) for each in comparison.leftovers] == [("tekstboks", NEW)]


@pytest.mark.parametrize("text", ["4", "ja"])
def test_a_short_text_that_is_part_of_another_is_told(printed, text):
    folder, forms = printed
    form = Filled(forms["goals"]).type("sagsresumé", f"Det går godt, {text}")
    form.document.add_paragraph(f"  {text} ")
    assert [each.text for each in read(folder, form).comparison.leftovers] == [text]


def test_a_form_that_does_not_know_its_headers_tells_nothing_of_them(printed):
    """As forms were before their key had the headers: those that are printed are not new."""
    folder, forms = printed
    form = Filled(forms["goals"])
    custom = next(p for p in form.document.part.package.iter_parts() if "custom" in p.partname)
    custom._blob = custom.blob.replace(b'"alt"', b'"tekst"')
    form.document.sections[0].footer.add_paragraph("Ring")
    assert not told(read(folder, form))


def test_a_row_that_word_added_without_controls_is_read_by_its_columns(printed):
    folder, forms = printed
    form = Filled(forms["goals"])
    row = form.row("indsatser[2].støtte")
    new = deepcopy(row)
    for control in list(new.iter(qn("w:sdt"))):
        for child in list(control.find(qn("w:sdtContent"))):
            control.addprevious(child)
        control.getparent().remove(control)
    for mark in [*new.iter(qn("w:bookmarkStart")), *new.iter(qn("w:bookmarkEnd"))]:
        mark.getparent().remove(mark)
    for cell, text in zip(new.findall(qn("w:tc")), ("Fritidspas", "§ 18"), strict=False):
        paragraph = cell.find(qn("w:p"))
        for run in list(paragraph.iter(qn("w:r"))):
            run.getparent().remove(run)
        Paragraph(paragraph, None).add_run(text)
    row.addnext(new)
    (item,) = read(folder, form).comparison.new_items
    assert item.values == {"støtte": ("Fritidspas",), "paragraf": ("§ 18",)}


def test_a_measure_whose_row_lost_its_names_is_the_same_measure(tmp_path):
    papers = files(made(tmp_path, TEAM, ["goals"]))
    form = Filled(papers[min(papers, key=len)])
    form.type("indsatser[1].varighed", "et helt år")
    for tag in [tag for tag in form.tags() if tag.startswith("indsatser[1].")]:
        form.unwrap(tag)
    read(tmp_path, form, writes=True)
    path = case_folder(tmp_path) / "team.yaml"
    measures = from_text(path, path.read_text("utf-8")).data["indsatser"]
    assert len(measures) == 2
    assert measures[0]["støtte"] == "Mentor to timer om ugen"


def test_a_field_that_was_deleted_is_told(printed):
    folder, forms = printed
    form = Filled(forms["goals"])
    table = next(form.controls("sagsresumé")[0].iterancestors(qn("w:tbl")))
    table.getparent().remove(table)
    (left,) = read(folder, form).comparison.leftovers
    assert left.place == "sagsresumé"
    assert "slettet" in left.why


@pytest.mark.parametrize("where", ["sagsresumé", "mål[1].mål", "personer[1].arbejdssted"])
def test_a_table_that_was_pasted_into_a_cell_is_read(printed, where):
    folder, forms = printed
    form = Filled(forms["goals"])
    content = form.controls(where)[0].find(qn("w:sdtContent"))
    table = form.document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Ring", "Efter tre"
    content.append(table._tbl)
    text = told(read(folder, form))
    assert "Ring" in text
    assert "Efter tre" in text


def test_a_cell_whose_deletion_is_tracked_is_gone(printed):
    folder, forms = printed
    form = Filled(forms["goals"])
    cell = next(form.controls("indsatser[1].varighed")[0].iterancestors(qn("w:tc")))
    cell.find(qn("w:tcPr")).append(OxmlElement("w:cellDel"))
    assert "et halvt år" not in told(read(folder, form))
