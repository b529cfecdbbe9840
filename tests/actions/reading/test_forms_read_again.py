"""A form that was read, was corrected in the same file and is read again gives newer answers."""

import re
from datetime import datetime

import pytest
from example_case import case_folder
from filled import Filled
from paper_case import ANSWERED, DAY, files, made

from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice, Outcome
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents.catalogue import KINDS

KINDS_HERE = ["goals", "consent", "meeting-checklist", "dialogue", "network-overview", "invitation"]
UNSIGNED = (
    ANSWERED
    + """\
# samtykke.yaml
underskrifter: []
# sag.yaml
trin: møde
"""
)
MINE = "handlinger.mine"


@pytest.fixture
def forms(tmp_path):
    found = files(made(tmp_path, UNSIGNED, KINDS_HERE))
    by_stem = sorted(found, key=len)
    return {n: Filled(found[next(f for f in by_stem if KINDS[n].stem in f)]) for n in KINDS_HERE}


def read(folder, form, name="skema.docx", *, choose=Choice.LEFT):
    path = folder / name
    path.write_bytes(form.data)
    reader = FormReader(Workspace(folder), DAY, lambda _: choose)
    found = reader.read(path)
    if found.outcome is Outcome.PROPOSED:
        found = reader.write(found, "Dorte Lundgaard", datetime(2026, 2, 12, 12))
    return found


def settled(found, outcome=Outcome.WRITTEN):
    assert (found.outcome, found.comparison.conflicts) == (outcome, [])
    assert found.comparison.leftovers == []
    return found


def goals(folder):
    return load_case(case_folder(folder)).plan.goals


def new_goal(form, text, **others):
    form.type("mål[].område", "Fagligt").type("mål[].mål", text)
    form.type("mål[].ansvarlige", others.pop("ansvarlige", "jeg"))
    for key, value in others.items():
        form.type(f"mål[].{key}", value)
    return form


def test_a_field_that_was_corrected_is_a_newer_answer(tmp_path, forms):
    form = forms["goals"].type("mål[1].mål", "Jeg vil i skole").type("mål[1].frist", "3/4 2026")
    first = settled(read(tmp_path, form))
    assert first.corrected is None
    again = settled(read(tmp_path, form.type("mål[1].mål", "Jeg vil i skole hver dag")))
    assert again.corrected == DAY
    assert goals(tmp_path)[0].goal == "Jeg vil i skole hver dag"
    settled(read(tmp_path, form), Outcome.UNCHANGED)


def test_a_field_that_is_as_it_was_printed_again_is_a_newer_answer(tmp_path, forms):
    form = forms["goals"]
    before = goals(tmp_path)[0].goal
    settled(read(tmp_path, form.type("mål[1].mål", "Jeg vil i skole")))
    settled(read(tmp_path, form.type("mål[1].mål", before)))
    assert goals(tmp_path)[0].goal == before


def test_a_field_that_was_filled_in_and_is_empty_again_is_emptied(tmp_path, forms):
    form = forms["goals"]
    settled(read(tmp_path, form.type("mål[1].delmål", "Jeg ringer")))
    settled(read(tmp_path, form.type("mål[1].delmål", "…")))
    assert not goals(tmp_path)[0].steps


def test_what_somebody_changed_in_the_case_since_is_a_conflict(tmp_path, forms):
    form = forms["goals"].type("mål[1].mål", "Jeg vil i skole")
    settled(read(tmp_path, form))
    path = case_folder(tmp_path) / "plan.yaml"
    path.write_text(path.read_text("utf-8").replace("Jeg vil i skole", "Jeg vil ud"), "utf-8")
    settled(read(tmp_path, form), Outcome.UNCHANGED)
    again = read(tmp_path, form.type("mål[1].mål", "Jeg vil i skole hver dag"))
    (conflict,) = again.comparison.conflicts
    assert (conflict.before, conflict.after) == (("Jeg vil ud",), ("Jeg vil i skole hver dag",))


def test_a_reading_that_was_undone_is_read_again(tmp_path, forms):
    form = new_goal(forms["goals"], "Jeg skal svømme", **{MINE: "Jeg køber badebukser"})
    form.type("mål[1].mål", "Jeg vil i skole").type("sagsresumé", "Går i skole")
    path = case_folder(tmp_path) / "plan.yaml"
    before = path.read_bytes()
    settled(read(tmp_path, form))
    after = path.read_bytes()
    path.write_bytes(before)
    settled(read(tmp_path, form))
    assert path.read_bytes() == after
    path.write_bytes(before)
    settled(read(tmp_path, form.type("mål[1].mål", "Jeg vil ud").type("mål[].mål", "Jeg vil løbe")))
    assert [each.goal for each in goals(tmp_path)][::3] == ["Jeg vil ud", "Jeg vil løbe"]


def test_ticks_that_were_undone_are_read_again(tmp_path, forms):
    form = forms["consent"]
    tag = next(tag for tag in form.tags() if tag.startswith("modtagere="))
    box = next(form.controls(tag)[0].iter(f"{W14}checked"))
    box.set(f"{W14}val", "0" if box.get(f"{W14}val") == "1" else "1")
    path = case_folder(tmp_path) / "samtykke.yaml"
    before = path.read_bytes()
    settled(read(tmp_path, form))
    after = path.read_bytes()
    path.write_bytes(before)
    settled(read(tmp_path, form))
    assert path.read_bytes() == after != before


def test_another_copy_of_the_form_is_no_newer_answer(tmp_path, forms):
    form = forms["goals"].type("mål[1].mål", "Jeg vil i skole")
    settled(read(tmp_path, form))
    form.type("mål[1].mål", "Jeg vil ud")
    assert read(tmp_path, form, "fars.docx").comparison.conflicts


@pytest.mark.parametrize(
    ("key", "text"),
    [("mål", "Jeg skal lære at svømme"), ("handlinger.mine", "Jeg går i vandet")],
)
def test_a_new_row_that_was_corrected_is_the_same_item(tmp_path, forms, key, text):
    form = new_goal(forms["goals"], "Jeg skal svømme", **{MINE: "Jeg køber badebukser"})
    settled(read(tmp_path, form))
    before = len(goals(tmp_path))
    settled(read(tmp_path, form.type(f"mål[].{key}", text)))
    assert len(goals(tmp_path)) == before
    goal = goals(tmp_path)[-1]
    assert text in (goal.goal, *goal.actions)
    settled(read(tmp_path, form), Outcome.UNCHANGED)


def test_a_new_row_all_of_which_was_written_again_in_its_place_is_the_same_item(tmp_path, forms):
    form = new_goal(forms["goals"], "Jeg skal svømme")
    settled(read(tmp_path, form))
    before = len(goals(tmp_path))
    new_goal(form, "Jeg vil cykle", ansvarlige="Karin")
    settled(read(tmp_path, form))
    assert len(goals(tmp_path)) == before
    assert goals(tmp_path)[-1].goal == "Jeg vil cykle"


def test_a_new_row_that_was_emptied_or_deleted_is_told(tmp_path, forms):
    form = new_goal(forms["goals"], "Jeg skal svømme")
    settled(read(tmp_path, form))
    emptied = Filled(form.data).type("mål[].mål", "…").type("mål[].ansvarlige", "…")
    for each in (emptied, Filled(form.data).delete_row("mål[].mål")):
        (left,) = read(tmp_path, each).comparison.leftovers
        assert "Jeg skal svømme" in left.text
        assert "står stadig" in left.why or "står, som den var" in left.why
    assert goals(tmp_path)[-1].goal == "Jeg skal svømme"


def test_a_second_new_row_is_one_item_more(tmp_path, forms):
    form = new_goal(forms["goals"], "Jeg skal svømme")
    settled(read(tmp_path, form))
    form.copy_row("mål[].mål").type("mål[].mål", "Jeg vil cykle", at=1)
    settled(read(tmp_path, form))
    assert [each.goal for each in goals(tmp_path)][-2:] == ["Jeg skal svømme", "Jeg vil cykle"]
    form.type("mål[].mål", "Jeg vil cykle til skole", at=1)
    settled(read(tmp_path, form))
    assert [each.goal for each in goals(tmp_path)][-2:] == [
        "Jeg skal svømme", "Jeg vil cykle til skole",
    ]  # fmt: skip


def test_a_new_goal_that_got_another_name_in_the_case_is_not_written_twice(tmp_path, forms):
    form = new_goal(forms["goals"], "Jeg skal svømme", **{MINE: "Jeg køber badebukser"})
    settled(read(tmp_path, form))
    path = case_folder(tmp_path) / "plan.yaml"
    path.write_text(path.read_text("utf-8").replace("Jeg skal svømme", "Jeg vil svømme"), "utf-8")
    before = len(goals(tmp_path))
    settled(read(tmp_path, form), Outcome.UNCHANGED)
    assert len(goals(tmp_path)) == before


def test_a_tick_that_was_taken_away_again_is_a_newer_answer(tmp_path, forms):
    form = forms["consent"]
    tag = next(tag for tag in form.tags() if tag.startswith("modtagere="))
    box = next(form.controls(tag)[0].iter(f"{W14}checked"))
    was = box.get(f"{W14}val")
    counts = [len(load_case(case_folder(tmp_path)).consent.recipients)]
    for state in ("0" if was == "1" else "1", was):
        box.set(f"{W14}val", state)
        settled(read(tmp_path, form))
        counts.append(len(load_case(case_folder(tmp_path)).consent.recipients))
    assert counts[0] == counts[2] != counts[1]


def test_a_reply_that_was_corrected_is_a_newer_one(tmp_path, forms):
    path = case_folder(tmp_path) / "runder/1.yaml"
    path.write_text(re.sub(r"(?m)^ +svar: .*\n", "", path.read_text("utf-8")), "utf-8")
    form = forms["invitation"]
    for number in range(3):
        boxes = [at == number for at in range(4)]
        found = settled(read(tmp_path, form.tick("svar", *boxes)))
        case = load_case(case_folder(tmp_path))
        people = case.round.meeting.participants
        (mine,) = (each for each in people if case.full_name(each.person) == found.person)
        assert mine.reply.value == str(number + 1)
    (left,) = read(tmp_path, form.tick("svar", *[False] * 4)).comparison.leftovers
    assert "samarbejde reply" in left.why


W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
