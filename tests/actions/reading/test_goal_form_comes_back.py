"""A form that was filled in changes what was changed in it, and nothing else."""

import re
from copy import deepcopy
from datetime import datetime

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from example_case import case_folder
from filled import W14, Filled
from paper_case import DAY, SECOND_ROUND, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice, Outcome
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.source.read import from_text

AT = datetime(2026, 3, 4, 12, 0)
BY = "Dorte Lundgaard"


@pytest.fixture
def form(tmp_path):
    return Filled(paper(tmp_path))


def paper(folder, example=""):
    papers = files(made(folder, example, ["goals"]))
    return papers[min(papers, key=len)]


def reader(folder, choice=Choice.LEFT, day=DAY):
    return FormReader(Workspace(folder), day, lambda _: choice)


def read(folder, form, choice=Choice.LEFT, name="skema.docx", using=None):
    path = folder / name
    path.write_bytes(form if isinstance(form, bytes) else form.data)
    using = using or reader(folder, choice)
    found = using.read(path)
    return using.write(found, BY, AT) if found.outcome is Outcome.PROPOSED else found


def plan(folder):
    return from_text(case_folder(folder) / "plan.yaml", text(folder)).data


def text(folder, stem="plan"):
    return (case_folder(folder) / f"{stem}.yaml").read_text("utf-8")


def edit(folder, old, new):
    path = case_folder(folder) / "plan.yaml"
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new), "utf-8")


def test_a_form_as_it_was_made_changes_nothing(tmp_path, form):
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    done = read(tmp_path, form)
    assert done.outcome is Outcome.UNCHANGED
    assert done.is_settled
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == before


@pytest.mark.parametrize("number", [0, 1])
def test_a_box_that_was_deleted_to_type_in_its_place_is_told(tmp_path, form, number):
    boxes = [*form.controls("mål[1].nået")[0].iter(f"{W14}checkbox")]
    control = boxes[number].getparent().getparent()
    Paragraph(control.getparent(), None).add_run("kun om mandagen")
    control.getparent().remove(control)
    done = read(tmp_path, form)
    assert not done.comparison.changes
    (left,) = done.comparison.leftovers
    assert left.text == "kun om mandagen (0 kryds i 1 kasser)"
    assert left.why == "Sæt ét kryds, ved ja eller ved nej."


def test_a_reason_that_stands_twice_below_a_goal_is_told(tmp_path):
    papers = files(made(tmp_path, SECOND_ROUND, ["goals"]))
    form = Filled(papers[min(papers, key=len)])
    name = next(tag for tag in form.tags() if tag.endswith("].årsag"))
    row = next(form.controls(name)[0].iterancestors(qn("w:tr")))
    row.addnext(deepcopy(row))
    (left,) = read(tmp_path, form.type(name, "Bussen kom ikke", at=1)).comparison.leftovers
    assert left.text == "Bussen kom ikke"


def test_what_is_to_happen_afterwards_is_a_field_where_it_is_printed(tmp_path):
    said = "Maja er min kontakt"
    form = Filled(paper(tmp_path, f"# plan.yaml\nefter_tilbuddet: {said}\n"))
    as_made = read(tmp_path, form)
    assert (as_made.outcome, as_made.is_settled) == (Outcome.UNCHANGED, True)
    done = read(tmp_path, form.type("efter_tilbuddet", "Karin er min kontakt"))
    assert (done.outcome, done.is_settled) == (Outcome.WRITTEN, True)
    assert plan(tmp_path)["efter_tilbuddet"] == "Karin er min kontakt"


@pytest.mark.parametrize(
    ("tag", "typed", "key", "value"),
    [
        ("mål[1].mål", ["Jeg vil i skole hver dag"], "mål", "Jeg vil i skole hver dag"),
        ("mål[1].delmål", ["Først én dag", "Så to"], "delmål", ["Først én dag", "Så to"]),
        ("mål[1].frist", ["d. 3/4"], "frist", "2026-04-03"),
        ("mål[1].frist", ["Senest fredag den 3. april"], "frist", "2026-04-03"),
        ("mål[1].frist", ["3.4.2026"], "frist", "2026-04-03"),
        ("mål[1].ansvarlige", ["jeg og mor"], "ansvarlige", ["jeg", "Mette Ravn"]),
        ("mål[1].ansvarlige", ["Karin F.", "Jeg"], "ansvarlige", ["Karin Friis", "jeg"]),
    ],
)
def test_what_is_typed_is_written_as_the_file_has_it(tmp_path, form, tag, typed, key, value):
    before = plan(tmp_path)
    assert read(tmp_path, form.type(tag, *typed)).outcome is Outcome.WRITTEN
    after = plan(tmp_path)
    assert after["mål"][0].pop(key) == value
    before["mål"][0].pop(key, None)
    assert after == before


def test_who_follows_up_is_asked_for_on_the_paper_while_the_file_says_nobody(tmp_path):
    form = Filled(paper(tmp_path, '# plan.yaml\nkøreplan: {ansvarlig: ""}\n'))
    assert read(tmp_path, form.type("køreplan.ansvarlig", "Anne")).outcome is Outcome.WRITTEN
    assert plan(tmp_path)["køreplan"]["ansvarlig"] == "Anne Holm"


@pytest.mark.parametrize("words", ["alle", "jeg og de andre", "Hele teamet", "?"])
def test_words_that_name_nobody_are_told(tmp_path, form, words):
    before = plan(tmp_path)
    done = read(tmp_path, form.type("mål[1].ansvarlige", words))
    assert "ikke et navn" in done.comparison.leftovers[0].why
    assert plan(tmp_path) == before


def test_boxes_are_answers(tmp_path, form):
    assert read(tmp_path, form.tick("mål[1].nået", False, True)).outcome is Outcome.WRITTEN
    assert plan(tmp_path)["mål"][0]["nået"] == "nej"


def test_both_boxes_are_no_answer(tmp_path, form):
    done = read(tmp_path, form.tick("mål[1].nået", True, True))
    assert done.outcome is Outcome.UNCHANGED
    assert "Både ja og nej" in done.comparison.leftovers[0].why


def test_comments_order_and_quotes_of_the_file_stay(tmp_path, form):
    edit(tmp_path, "\nmål:\n", "\n# vores egen note\nmål:\n")
    before = text(tmp_path).splitlines()
    read(tmp_path, form.type("mål[1].mål", "Jeg vil i skole"))
    after = text(tmp_path).splitlines()
    assert len([line for line in after if line not in before]) == 1


def test_a_new_goal_is_added_last(tmp_path, form):
    form.type("mål[].mål", "Jeg vil bo selv").type("mål[].område", "Bolig")
    form.type("mål[].handlinger.mine", "Jeg skriver mig op")
    form.type("mål[].handlinger.andres", "Karin hjælper mig")
    assert read(tmp_path, form).outcome is Outcome.WRITTEN
    assert plan(tmp_path)["mål"][-1] == {
        "område": "bolig",
        "mål": "Jeg vil bo selv",
        "handlinger": ["Jeg skriver mig op", "Karin hjælper mig"],
        "fra_runde": "1",
    }


def test_a_new_goal_without_an_area_is_told_with_its_text(tmp_path, form):
    done = read(tmp_path, form.type("mål[].mål", "Jeg vil bo selv"))
    (left,) = done.comparison.leftovers
    assert left.text == "Jeg vil bo selv"
    assert "område" in left.why


def test_a_copied_row_is_a_new_goal(tmp_path, form):
    count = len(plan(tmp_path)["mål"])
    form.copy_row("mål[1].mål").type("mål[1].mål", "Jeg vil spise morgenmad", at=1)
    assert read(tmp_path, form).outcome is Outcome.WRITTEN
    assert len(plan(tmp_path)["mål"]) == count + 1
    assert plan(tmp_path)["mål"][-1]["mål"] == "Jeg vil spise morgenmad"


def test_a_deleted_row_is_told_and_kept(tmp_path, form):
    done = read(tmp_path, form.delete_row("mål[1].mål"))
    assert "slettet" in done.comparison.leftovers[0].why
    assert done.outcome is Outcome.UNCHANGED


def test_rows_in_another_order_are_no_change(tmp_path, form):
    row = form.row("mål[1].mål")
    row.getparent().append(row)
    assert read(tmp_path, form).outcome is Outcome.UNCHANGED


def test_a_cell_without_names_is_read_by_its_column(tmp_path, form):
    form.type("mål[1].handlinger.mine", "Jeg går tidligt i seng").unwrap("mål[1].handlinger.mine")
    assert read(tmp_path, form).outcome is Outcome.WRITTEN
    assert plan(tmp_path)["mål"][0]["handlinger"][0] == "Jeg går tidligt i seng"


def test_goals_that_moved_in_the_file_are_found_again(tmp_path, form):
    edit(tmp_path, "\nmål:\n", "\nmål:\n- {område: bolig, mål: Jeg vil bo selv}\n")
    read(tmp_path, form.type("mål[1].mål", "Jeg vil i skole"))
    assert [each["mål"] for each in plan(tmp_path)["mål"]][:2] == [
        "Jeg vil bo selv", "Jeg vil i skole",
    ]  # fmt: skip


def test_a_change_on_both_sides_is_left_to_the_user(tmp_path, form):
    old = plan(tmp_path)["mål"][0]["mål"]
    edit(tmp_path, old, "Jeg vil det ene")
    form.type("mål[1].mål", "Jeg vil det andet")
    (conflict,) = read(tmp_path, form).comparison.conflicts
    assert (conflict.before, conflict.after) == (("Jeg vil det ene",), ("Jeg vil det andet",))
    assert plan(tmp_path)["mål"][0]["mål"] == "Jeg vil det ene"
    assert read(tmp_path, form, Choice.MINE).is_settled
    assert read(tmp_path, form, Choice.THEIRS).outcome is Outcome.WRITTEN
    assert plan(tmp_path)["mål"][0]["mål"] == "Jeg vil det andet"


def test_two_forms_that_disagree_are_a_conflict_whatever_is_chosen(tmp_path):
    data, using = paper(tmp_path), reader(tmp_path, Choice.THEIRS)
    first, second = (Filled(data).type("mål[1].mål", each) for each in ("Jeg vil A", "Jeg vil B"))
    assert read(tmp_path, first, name="a.docx", using=using).outcome is Outcome.WRITTEN
    assert read(tmp_path, second, name="b.docx", using=using).comparison.conflicts
    assert plan(tmp_path)["mål"][0]["mål"] == "Jeg vil A"


def test_reading_is_recorded(tmp_path, form):
    data = form.type("mål[1].mål", "Jeg vil i skole").data
    read(tmp_path, data)
    case = load_case(case_folder(tmp_path))
    assert case.history[-1].event.value == "skema-læst"
    assert [each.file for each in case.forms_read] == ["skema.docx"]
    assert all(not each.read for each in case.paper_records)
    again = read(tmp_path, data)
    assert again.again == DAY
    assert again.outcome is Outcome.UNCHANGED


def test_the_file_names_nobody(tmp_path):
    properties = Filled(paper(tmp_path)).document.part.package.iter_parts()
    (part,) = (each.blob.decode() for each in properties if "custom.xml" in str(each.partname))
    assert not any(name in part for name in ("Silje", "Ravn", "670310", "4321"))


def test_a_form_of_an_earlier_round_is_refused(tmp_path):
    data = paper(tmp_path / "a")
    paper(tmp_path / "b", SECOND_ROUND)
    done = read(tmp_path / "b", Filled(data).type("mål[1].mål", "Jeg vil"))
    assert done.outcome is Outcome.REFUSED
    assert "runde 1" in done.problem.message


def test_a_form_of_another_municipality_is_refused(tmp_path):
    data = paper(tmp_path / "a", "# samarbejde.yaml\nkommune: Havnby Kommune\n")
    paper(tmp_path / "b")
    assert "anden kommune" in read(tmp_path / "b", data).problem.message


def test_a_form_of_a_closed_case_is_refused(tmp_path):
    data = paper(tmp_path / "a")
    paper(tmp_path / "b")
    record = case_folder(tmp_path / "b") / "sag.yaml"
    closed = re.sub("(?m)^trin: .*", "trin: afsluttet", record.read_text("utf-8"))
    record.write_text(closed, "utf-8")
    done = read(tmp_path / "b", Filled(data).type("mål[1].mål", "Jeg vil"))
    assert "afsluttet" in done.problem.message
    assert done.outcome is Outcome.REFUSED


def test_a_day_that_could_be_two_is_asked_about(tmp_path, form):
    done = read(tmp_path, form.type("indsatser[1].start", "1/9"))
    assert done.comparison.leftovers[0].text == "1/9"


def test_a_deadline_without_a_year_is_the_next_of_its_kind(tmp_path, form):
    read(tmp_path, form.type("mål[1].frist", "1/10"))
    assert plan(tmp_path)["mål"][0]["frist"] == "2026-10-01"
