"""Measures and people that are typed into the goal form are written into team.yaml."""

from datetime import datetime

import pytest
from example_case import case_folder
from filled import Filled
from paper_case import DAY, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice, Outcome
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.source.read import from_text

AT = datetime(2026, 3, 4, 12, 0)
MEASURES = """\
# team.yaml
indsatser:
  - støtte: Mentor to timer om ugen
    formål: At jeg kommer op om morgenen
    paragraf: § 31 b
    varighed: et halvt år
  - støtte: Kontaktperson
"""
NEW = {"navn": "Ida Bech", "rolle": "Mentor", "arbejdssted": "Fonden", "telefon": "12345678"}


@pytest.fixture
def form(tmp_path):
    papers = files(made(tmp_path, MEASURES, ["goals"]))
    return Filled(papers[min(papers, key=len)])


def read(folder, form, choice=Choice.LEFT):
    path = folder / "skema.docx"
    path.write_bytes(form.data)
    reader = FormReader(Workspace(folder), DAY, lambda _: choice)
    found = reader.read(path)
    is_proposed = found.outcome is Outcome.PROPOSED
    return reader.write(found, "Dorte Lundgaard", AT) if is_proposed else found


def tree(folder, stem="team"):
    path = case_folder(folder) / f"{stem}.yaml"
    return from_text(path, path.read_text("utf-8")).data


def edit(folder, old, new):
    path = case_folder(folder) / "team.yaml"
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def left(done):
    return [each.why for each in done.comparison.leftovers]


@pytest.mark.parametrize(
    ("tag", "typed", "items", "key", "value"),
    [
        ("indsatser[1].støtte", "Mentor", "indsatser", "støtte", "Mentor"),
        ("indsatser[1].formål", "Formål: At jeg sover", "indsatser", "formål", "At jeg sover"),
        ("indsatser[1].start", "3. april", "indsatser", "start", "2026-04-03"),
        ("indsatser[1].paragraf", "", "indsatser", "paragraf", None),
        ("personer[1].arbejdssted", "Havnen", "personer", "arbejdssted", "Havnen"),
    ],
)
def test_what_is_typed_changes_just_that_value(tmp_path, form, tag, typed, items, key, value):
    team, plan = tree(tmp_path), tree(tmp_path, "plan")
    assert read(tmp_path, form.type(tag, typed)).outcome is Outcome.WRITTEN
    after = tree(tmp_path)
    assert after[items][0].pop(key, None) == value
    team[items][0].pop(key, None)
    assert (after, tree(tmp_path, "plan")) == (team, plan)


def test_one_form_changes_two_files_at_once_with_one_line_of_history(tmp_path, form):
    before = len(load_case(case_folder(tmp_path)).history)
    form.type("mål[1].mål", "Jeg vil i skole").type("indsatser[2].støtte", "Kontaktperson Bo")
    done = read(tmp_path, form)
    assert [each.path.name for each in done.files] == ["plan.yaml", "team.yaml"]
    assert tree(tmp_path, "plan")["mål"][0]["mål"] == "Jeg vil i skole"
    assert tree(tmp_path)["indsatser"][1]["støtte"] == "Kontaktperson Bo"
    case = load_case(case_folder(tmp_path))
    assert (len(case.history), len(case.forms_read)) == (before + 1, 1)


def test_when_one_file_was_changed_meanwhile_neither_is_written(tmp_path, form):
    form.type("mål[1].mål", "Jeg vil i skole").type("indsatser[2].støtte", "Kontaktperson Bo")
    path = tmp_path / "skema.docx"
    path.write_bytes(form.data)
    reader = FormReader(Workspace(tmp_path), DAY, lambda _: Choice.LEFT)
    found = reader.read(path)
    edit(tmp_path, "Kontaktperson", "Støtteperson")
    before = {each: each.read_bytes() for each in case_folder(tmp_path).glob("*.yaml")}
    assert reader.write(found, "Dorte Lundgaard", AT).outcome is Outcome.REFUSED
    assert {each: each.read_bytes() for each in before} == before


def test_a_new_measure_and_a_new_person_are_added_last(tmp_path, form):
    for key, text in {"støtte": "Fritidspas", "start": "1/3", "tilbud": "Ungdomsskolen"}.items():
        form.type(f"indsatser[].{key}", text)
    for key, text in NEW.items():
        form.type(f"personer[].{key}", text)
    assert read(tmp_path, form).outcome is Outcome.WRITTEN
    after = tree(tmp_path)
    assert after["indsatser"][-1] == {
        "støtte": "Fritidspas", "start": "2026-03-01", "tilbud": "Ungdomsskolen",
    }  # fmt: skip
    assert after["personer"][-1] == NEW | {"rolle": "mentor"}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Karin Fris", "Mente du `Karin Friis`?"),
        ("Anne H.", "er koordinator"),
        ("jeg", "den unge selv"),
        ("Ida", "både fornavn og efternavn"),
        ("Ida Bech og Bo Dam", "flere navne"),
        ("Ida Bech", "rolle"),
    ],
)
def test_somebody_who_can_be_read_otherwise_is_told(tmp_path, form, name, why):
    before = tree(tmp_path)
    done = read(tmp_path, form.type("personer[].navn", name))
    assert any(why in each for each in left(done)), left(done)
    assert tree(tmp_path) == before


def test_somebody_of_the_team_in_another_spelling_is_that_person(tmp_path, form):
    form.type("personer[].navn", "Karin F.").type("personer[].telefon", "87654321")
    edit(tmp_path, "- navn: Karin Friis", "- navn: Karin Friis\n  # vores note")
    done = read(tmp_path, form)
    karin = next(each for each in tree(tmp_path)["personer"] if each["navn"] == "Karin Friis")
    if done.comparison.conflicts:
        assert karin["telefon"] != "87654321"
        assert read(tmp_path, form, Choice.THEIRS).outcome is Outcome.WRITTEN
    assert "# vores note" in (case_folder(tmp_path) / "team.yaml").read_text("utf-8")
    named = [each for each in tree(tmp_path)["personer"] if each["navn"] == "Karin Friis"]
    assert [each["telefon"] for each in named] == ["87654321"]


def test_a_deleted_measure_is_taken_out(tmp_path, form):
    done = read(tmp_path, form.delete_row("indsatser[1].støtte"))
    assert done.outcome is Outcome.WRITTEN
    assert [each["støtte"] for each in tree(tmp_path)["indsatser"]] == ["Kontaktperson"]


def test_a_deleted_measure_that_the_case_changed_is_a_conflict(tmp_path, form):
    edit(tmp_path, "et halvt år", "et helt år")
    done = read(tmp_path, form.delete_row("indsatser[1].støtte"))
    assert [each.route for each in done.comparison.conflicts] == ["indsatser[1]"]
    assert len(tree(tmp_path)["indsatser"]) == 2


def test_somebody_whom_the_case_names_elsewhere_stays_and_is_told(tmp_path, form):
    done = read(tmp_path, form.delete_row("personer[4].navn"))
    assert done.outcome is Outcome.UNCHANGED
    assert "samarbejde remove" in left(done)[0]


def test_rows_that_changed_places_or_were_copied_lose_nothing(tmp_path, form):
    row = form.row("indsatser[1].støtte")
    row.getparent().append(row)
    assert read(tmp_path, form).outcome is Outcome.UNCHANGED
    form.copy_row("indsatser[2].støtte").type("indsatser[2].støtte", "Fritidspas", at=1)
    assert read(tmp_path, form).outcome is Outcome.WRITTEN
    assert [each["støtte"] for each in tree(tmp_path)["indsatser"]][1:] == [
        "Kontaktperson", "Fritidspas",
    ]  # fmt: skip


def test_a_mistake_points_to_the_row_and_refuses_all(tmp_path, form):
    form.type("mål[1].mål", "Jeg vil i skole")
    for key, text in (NEW | {"telefon": "ved ikke"}).items():
        form.type(f"personer[].{key}", text)
    before = tree(tmp_path, "plan")
    done = read(tmp_path, form)
    assert done.outcome is Outcome.REFUSED
    (finding,) = (each for each in done.diagnoses if each.file.name == "team.yaml")
    assert done.place_of(finding).startswith("tabel")
    assert tree(tmp_path, "plan") == before


def test_the_coordinator_is_not_changed_by_the_form(tmp_path, form):
    done = read(tmp_path, form.type("koordinator.telefon", "11 22 33 44"))
    assert "hand-over" in left(done)[0]


def test_a_row_that_the_case_took_out_is_not_written_again(tmp_path, form):
    edit(tmp_path, "- støtte: Kontaktperson\n", "")
    assert read(tmp_path, form).is_settled
    done = read(tmp_path, form.type("indsatser[2].varighed", "et år"))
    assert "taget ud af sagen" in left(done)[0]
    assert len(tree(tmp_path)["indsatser"]) == 1
