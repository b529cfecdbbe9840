"""The meeting checklist, the dialogue form and the experience, filled in and read."""

from datetime import datetime

import pytest
from docx.oxml.ns import qn
from example_case import case_folder
from filled import W14, Filled
from paper_case import DAY, SECOND_ROUND, files, made

from samarbejde_cli.actions.read import Choice, FormReader, Outcome
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.source.read import from_text


def form(folder, kind, example=""):
    return Filled(next(iter(files(made(folder, example, [kind])).values())))


def read(folder, filled):
    path = folder / "skema.docx"
    path.write_bytes(filled.data)
    using = FormReader(Workspace(folder), DAY, lambda _: Choice.LEFT)
    found = using.read(path)
    assert found.problem is None, found.problem.message
    if found.outcome is Outcome.PROPOSED:
        found = using.write(found, "Dorte Lundgaard", datetime(2026, 3, 4, 9))
    return found


def round_(folder, number=1):
    path = case_folder(folder) / "runder" / f"{number}.yaml"
    return from_text(path, path.read_text("utf-8")).data


def tick(filled, tag, box):
    """Tick one of the boxes in the row of a question."""
    row = next(filled.controls(tag)[0].iterancestors(qn("w:tr")))
    checked = list(row.iter(f"{W14}checked"))[box]
    checked.set(f"{W14}val", "1")
    return filled


@pytest.mark.parametrize(("box", "answer"), [(0, "ja"), (1, "nej")])
def test_a_question_of_the_checklist(tmp_path, box, answer):
    before = form(tmp_path, "meeting-checklist")
    was = round_(tmp_path)
    tick(before, "møde.tjekliste.godt_ledet?", box)
    assert read(tmp_path, before).outcome is Outcome.WRITTEN
    now = round_(tmp_path)
    assert now["møde"].setdefault("tjekliste", {}).pop("godt_ledet") == answer
    was["møde"].setdefault("tjekliste", {}).pop("godt_ledet", None)
    assert {k: v for k, v in now["møde"].items() if v} == {
        k: v for k, v in was["møde"].items() if v
    }


def test_who_came_and_who_took_part(tmp_path):
    filled = form(tmp_path, "meeting-checklist")
    tick(tick(filled, "møde.deltagere[2]?", 0), "møde.deltagere[2]?", 3)
    read(tmp_path, filled)
    person = round_(tmp_path)["møde"]["deltagere"][1]
    assert (person["deltog"], person["bidrog"]) == ("ja", "nej")


def test_somebody_who_came_unasked_is_a_new_participant(tmp_path):
    filled = form(tmp_path, "meeting-checklist")
    filled.type("møde.deltagere[].person", "Per Nord")
    read(tmp_path, filled)
    assert round_(tmp_path)["møde"]["deltagere"][-1]["person"] == "Per Nord"


def test_one_of_several_ways(tmp_path):
    filled = form(tmp_path, "meeting-checklist")
    control = filled.controls("møde.status.uddannelse")[0]
    for number, checked in enumerate(control.iter(f"{W14}checked")):
        checked.set(f"{W14}val", str(int(number == 3)))
    read(tmp_path, filled)
    assert round_(tmp_path)["møde"]["status"]["uddannelse"] == "produktionsskole"


def test_two_ways_are_told(tmp_path):
    filled = form(tmp_path, "meeting-checklist")
    for checked in filled.controls("møde.tjekliste.anbringelse")[0].iter(f"{W14}checked"):
        checked.set(f"{W14}val", "1")
    done = read(tmp_path, filled)
    assert "flere kryds" in done.comparison.leftovers[0].why


def test_a_new_filling_of_the_dialogue(tmp_path):
    filled = form(tmp_path, "dialogue", "# runder/1.yaml\ndialogskema: []\n")
    filled.type("dialogskema[].dato", "12. februar 2026")
    tick(filled, "dialogskema[].kriminalitet?", 4)
    tick(filled, "dialogskema[].rusmidler?", 1)
    assert read(tmp_path, filled).outcome is Outcome.WRITTEN
    assert round_(tmp_path)["dialogskema"] == [
        {"dato": "2026-02-12", "kriminalitet": "5", "rusmidler": "2"}
    ]


def test_a_dialogue_without_a_day_is_told(tmp_path):
    filled = form(tmp_path, "dialogue", "# runder/1.yaml\ndialogskema: []\n")
    done = read(tmp_path, tick(filled, "dialogskema[].kriminalitet?", 4))
    assert "dato" in done.comparison.leftovers[0].why


def test_the_experience(tmp_path):
    filled = form(tmp_path, "experience", SECOND_ROUND)
    read(tmp_path, filled.type("formøde.oplevelse.generelt", "Det gav mening", "for mig"))
    found = round_(tmp_path, 2)["formøde"]["oplevelse"]
    assert found == {"generelt": "Det gav mening\nfor mig"}


def test_what_is_written_where_the_file_has_no_field_is_told(tmp_path):
    filled = form(tmp_path, "dialogue", "# runder/1.yaml\ndialogskema: []\n")
    done = read(tmp_path, filled.type("plads_til_mere", "Vi taler om søvn"))
    assert [each.text for each in done.comparison.leftovers] == ["Vi taler om søvn"]
