"""Invitations that come back: the reply of exactly the participant whom the letter is to."""

import json
from datetime import date, datetime

import pytest
from docx.oxml.ns import qn
from example_case import build, case_folder
from filled import LO, Filled, resaved
from paper_case import CALLED_OFF, CLOSED, DAY, MOVED, SECOND_ROUND, files, made, template_with

from samarbejde_cli import word
from samarbejde_cli.actions.read import FormReader
from samarbejde_cli.actions.reading.result import Choice, Outcome
from samarbejde_cli.actions.reading.said_reply import reply_said
from samarbejde_cli.actions.reply import GivenReply, reply
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.case.round import Reply
from samarbejde_cli.source.read import from_text

TODAY = date(2026, 2, 13)
KARIN = "runde-1-indkaldelse-skole.docx"
UNANSWERED = """\
# sag.yaml
trin: møde
# runder/1.yaml
møde:
  deltagere:
    - {person: Mette Ravn, indkaldt: 2026-02-12}
    - {person: Karin Friis, indkaldt: 2026-02-12}
    - {person: Jonas Berg, indkaldt: 2026-02-12}
    - {person: Henrik Ravn, indkaldt: 2026-02-12}
"""


@pytest.fixture
def letter(tmp_path):
    """The letter to Karin, in a workspace where nobody has replied."""
    return Filled(files(made(tmp_path, UNANSWERED, ["invitation"], DAY))[KARIN])


def read(folder, filled, choose=Choice.LEFT, day=TODAY):
    path = folder / "svar.docx"
    path.write_bytes(filled.data)
    using = FormReader(Workspace(folder), day, lambda _: choose)
    found = using.read(path)
    if found.outcome is Outcome.PROPOSED:
        found = using.write(found, "Dorte Lundgaard", datetime(2026, 2, 13, 9))
    return found


def round_text(folder):
    return (case_folder(folder) / "runder/1.yaml").read_text("utf-8")


def participants(folder):
    return from_text(folder / "1.yaml", round_text(folder)).data["møde"]["deltagere"]


def answered(folder, number, day=TODAY, note=None):
    """What Karin said on the telephone."""
    given = GivenReply(Reply(number), day, note)
    reply(Workspace(folder), load_case(case_folder(folder)), "Karin", given, TODAY)


def change(folder, old, new):
    path = case_folder(folder) / "runder/1.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_what_is_written_in_a_copy_of_the_reply_is_told(tmp_path, letter):
    letter.copy_row("notat").type("notat", "Jeg har en ny telefon", at=1)
    done = read(tmp_path, letter)
    assert "Jeg har en ny telefon" in [each.text for each in done.comparison.leftovers]


def test_it_is_written_as_reply_writes_it(tmp_path, letter):
    before = round_text(tmp_path)
    done = read(tmp_path, letter.tick("svar", False, True, False, False).type("notat", "Se bilag"))
    assert (done.outcome, done.person) == (Outcome.WRITTEN, "Karin Friis")
    by_letter = round_text(tmp_path)
    (case_folder(tmp_path) / "runder/1.yaml").write_text(before, "utf-8")
    answered(tmp_path, "2", note="Se bilag")
    assert by_letter == round_text(tmp_path) != before
    case = load_case(case_folder(tmp_path))
    assert case.forms_read[-1].paper == "indkaldelse"
    assert "Indkaldelse" in [each.reason for each in case.history]


@pytest.mark.parametrize(
    ("words", "number", "note"),
    [
        ("ja tak", "1", None),
        ("Jeg kommer gerne til mødet!", "1", None),
        ("jeg kommer senere", "1", "jeg kommer senere"),
        ("Vi kommer kl. 10", "1", "Vi kommer kl. 10"),
        ("Svar 3.", "3", None),
        ("Kan det blive en anden dag?", "3", "Kan det blive en anden dag?"),
        ("Det er ikke relevant for mig", "4", None),
        ("Kan ikke komme, men sender et notat", "2", "Kan ikke komme, men sender et notat"),
    ],
)
def test_words_without_a_tick(tmp_path, letter, words, number, note):
    assert read(tmp_path, letter.type("notat", words)).outcome is Outcome.WRITTEN
    karin = participants(tmp_path)[1]
    assert (karin["svar"], karin.get("notat")) == (number, note)


@pytest.mark.parametrize(
    "words",
    [
        "nej tak",
        "Jeg kommer ikke",
        "måske",
        "Jeg kommer, hvis jeg kan",
        "Ring til mig",
        "5",
        "1 eller 3",
    ],
)
def test_words_with_several_meanings_are_told(tmp_path, letter, words):
    assert reply_said(words) is None
    done = read(tmp_path, letter.type("notat", words))
    (left,) = done.comparison.leftovers
    assert left.text == words
    assert 'samarbejde reply 2026-001 "Karin Friis" SVAR' in left.why
    assert not done.changes


def beside(letter, number, text):
    """Type something behind a box."""
    paragraph = letter.controls("svar")[0].findall(f".//{qn('w:p')}")[number - 1]
    run = paragraph.makeelement(qn("w:r"), {})
    written = run.makeelement(qn("w:t"), {})
    written.text = text
    run.append(written)
    paragraph.append(run)
    return letter


@pytest.mark.parametrize("text", ["x", " X", "ja", "Ja tak"])
def test_a_tick_that_was_typed(tmp_path, letter, text):
    read(tmp_path, beside(letter, 3, text))
    assert participants(tmp_path)[1]["svar"] == "3"


def test_words_behind_a_box_are_kept(tmp_path, letter):
    read(tmp_path, beside(letter.tick("svar", True, False, False, False), 1, "fra kl. 10"))
    karin = participants(tmp_path)[1]
    assert (karin["svar"], karin["notat"]) == ("1", "fra kl. 10")


def test_words_behind_the_label_are_read(tmp_path, letter):
    label = next(
        p for p in letter.body.iter(qn("w:p")) if "skriv det her:" in "".join(p.itertext())
    )
    run = label.makeelement(qn("w:r"), {})
    run.append(run.makeelement(qn("w:t"), {}))
    run[0].text = " jeg kommer senere"
    label.append(run)
    read(tmp_path, letter)
    karin = participants(tmp_path)[1]
    assert (karin["svar"], karin["notat"]) == ("1", "jeg kommer senere")


def test_what_is_written_outside_the_reply_is_told_and_the_reply_is_read(tmp_path, letter):
    letter.document.sections[0].header.add_paragraph("Ring til mor")
    letter.document.add_paragraph("Jeg kommer lidt for sent")
    done = read(tmp_path, letter.tick("svar", True, False, False, False))
    assert participants(tmp_path)[1]["svar"] == "1"
    told = {each.text: each.place for each in done.comparison.leftovers}
    assert set(told) == {"Jeg kommer lidt for sent", "Ring til mor"}
    assert told["Ring til mor"] == "sidehoved"
    assert all("samarbejde reply 2026-001" in each.why for each in done.comparison.leftovers)


def test_two_ticks_are_told(tmp_path, letter):
    done = read(tmp_path, letter.tick("svar", True, False, False, True))
    assert "flere svar" in done.comparison.leftovers[0].why
    assert not done.is_settled


def test_a_letter_as_it_was_made_says_nothing(tmp_path, letter):
    answered(tmp_path, "4")
    done = read(tmp_path, letter)
    assert (done.outcome, done.is_settled) == (Outcome.UNCHANGED, True)


@pytest.mark.parametrize(
    ("day", "choose", "svar"),
    [
        ("2026-02-13", Choice.LEFT, "1"), ("2026-02-13", Choice.MINE, "1"),
        ("2026-02-13", Choice.THEIRS, "4"), ("2026-02-11", Choice.LEFT, "4"),
    ],
)  # fmt: skip
def test_another_reply_since_the_letter_was_made_is_a_conflict(tmp_path, letter, day, choose, svar):
    answered(tmp_path, "1", date.fromisoformat(day))
    done = read(tmp_path, letter.tick("svar", False, False, False, True), choose)
    assert participants(tmp_path)[1]["svar"] == svar
    assert bool(done.comparison.conflicts) == (day == "2026-02-13" and choose is Choice.LEFT)


def test_the_same_letter_read_twice_changes_nothing(tmp_path, letter):
    letter.tick("svar", True, False, False, False)
    assert read(tmp_path, letter).outcome is Outcome.WRITTEN
    using = FormReader(Workspace(tmp_path), TODAY, lambda _: Choice.LEFT)
    again = using.read(tmp_path / "svar.docx")
    assert (again.outcome, again.again) == (Outcome.UNCHANGED, TODAY)


def test_a_letter_about_another_time_is_refused(tmp_path, letter):
    change(tmp_path, "start: '9.00'" if "start: '9.00'" in round_text(tmp_path) else "start: 9.00",
           "start: 9.30")  # fmt: skip
    before = round_text(tmp_path)
    done = read(tmp_path, letter.tick("svar", True, False, False, False))
    assert done.outcome is Outcome.REFUSED
    assert "kl. 9.00-10.30" in done.problem.message
    assert "kl. 9.30-10.30" in done.problem.message
    assert 'samarbejde reply 2026-001 "Karin Friis" SVAR' in done.problem.hint
    assert round_text(tmp_path) == before


def test_a_letter_about_the_new_time_counts_for_it(tmp_path):
    papers = files(made(tmp_path, MOVED, ["invitation"], date(2026, 2, 13)))
    read(tmp_path, Filled(papers[KARIN]).tick("svar", True, False, False, False))
    karin = participants(tmp_path)[2]
    assert (karin["svar"], karin["svaret"]) == ("1", "2026-02-13")


def test_a_letter_to_somebody_who_is_gone_is_refused(tmp_path, letter):
    change(tmp_path, "person: Karin Friis", "person: Maja Toft")
    done = read(tmp_path, letter.tick("svar", True, False, False, False))
    assert done.outcome is Outcome.REFUSED
    assert "ikke længere er deltager" in done.problem.message


def test_a_letter_of_an_earlier_round_is_refused(tmp_path, letter):
    build(tmp_path, SECOND_ROUND)
    done = read(tmp_path, letter.tick("svar", True, False, False, False))
    assert "fra runde 1" in done.problem.message


def test_the_key_tells_nothing_of_anybody(tmp_path):
    """The letters differ in their key by the reader and what was printed; it names nobody."""
    papers = files(made(tmp_path, UNANSWERED, ["invitation"], DAY))
    keys = {name: word.read_form(data, name).properties for name, data in papers.items()}
    about = {name: json.loads(key["samarbejde"]) for name, key in keys.items()}
    assert len({each["modtager"] for each in about.values()}) == len(papers) > 2
    printed = "modtager", "alt", "segl", "om"
    same = {k: v for k, v in next(iter(about.values())).items() if k not in printed}
    assert all(
        {k: v for k, v in each.items() if k not in printed} == same for each in about.values()
    )
    assert len({(*key.get("samarbejde.1", ""),) for key in keys.values()}) == 1
    for person in load_case(case_folder(tmp_path)).everybody:
        words = {*person.name.split(), person.name}
        assert not any(w in text for w in words for k in keys.values() for text in k.values())


def test_a_combined_file_is_nobodys_reply(tmp_path):
    papers = files(made(tmp_path, UNANSWERED, ["invitation"], DAY))
    whole = word.combine_documents(papers.values())
    assert word.read_form(whole, "samlet.docx").properties == {}
    assert read(tmp_path, Filled(whole)).problem is not None


def test_a_letter_without_a_key_tells_the_reply_and_the_command(tmp_path):
    """As the letters were before they had one: four loose lines that begin with a box."""
    made(tmp_path, UNANSWERED, ["invitation"], DAY)
    lines = ("Sagsnummer 2026-001", "Kære Karin Friis", "Dit svar: Sæt kryds", "{{ k }}\t1. Ja")
    template = word.compile_template(template_with(*lines), "brev")
    done = read(tmp_path, Filled(template.render({"k": word.Checkbox(checked=True)})))
    assert done.outcome is Outcome.REFUSED
    assert "»1. Ja«" in done.problem.message
    assert 'samarbejde reply 2026-001 "Karin Friis" 1' in done.problem.hint


def test_an_own_template_without_the_fields_is_told(tmp_path, letter):
    done = read(tmp_path, letter.unwrap("svar"))
    assert "ikke de fire svar" in done.comparison.leftovers[0].why


def test_a_letter_that_lost_its_key_tells_all_that_is_in_it(tmp_path, letter):
    relations = letter.document.part.package.rels
    relations.pop(next(n for n, r in relations.items() if r.reltype.endswith("custom-properties")))
    done = read(tmp_path, letter.tick("svar", False, True, False, False).type("notat", "Se bilag"))
    assert done.outcome is Outcome.REFUSED
    assert "kryds ved »2. " in done.problem.message
    assert "Der står: »Se bilag«." in done.problem.message
    assert done.problem.hint.endswith('samarbejde reply 2026-001 "Karin Friis" 2')


@pytest.mark.parametrize(("svar", "is_note"), [("1", False), ("2", True), ("3", True)])
def test_words_alone_are_the_note_of_somebody_who_said_that_it_would_come(
    tmp_path, letter, svar, is_note
):
    answered(tmp_path, svar, date(2026, 2, 11))
    done = read(tmp_path, letter.type("notat", "Karin er glad for skolen"))
    assert participants(tmp_path)[1].get("notat") == (
        "Karin er glad for skolen" if is_note else None
    )
    assert bool(done.comparison.leftovers) is not is_note


def test_a_meeting_that_was_called_off_is_not_replied_to(tmp_path, letter):
    build(tmp_path, CALLED_OFF)
    done = read(tmp_path, letter.tick("svar", True, False, False, False))
    assert done.outcome is Outcome.REFUSED
    assert "aflyst" in done.problem.message


def test_somebody_who_took_the_consent_back_is_not_replied_for(tmp_path, letter):
    gone = "modtagere: [{person: Karin Friis, trukket_tilbage: 2026-02-12}]"
    build(tmp_path, f"{UNANSWERED}# samtykke.yaml\n{gone}\n")
    done = read(tmp_path, letter.tick("svar", True, False, False, False))
    assert done.outcome is Outcome.REFUSED
    assert "trukket tilbage" in done.problem.message


@pytest.mark.parametrize("change_to", [MOVED, CALLED_OFF, SECOND_ROUND, CLOSED])
def test_a_letter_that_nobody_filled_in_is_known(tmp_path, letter, change_to):
    """Letters stay in the folder of a case, which is read whole."""
    build(tmp_path, change_to)
    done = read(tmp_path, letter)
    assert (done.outcome, done.is_blank) == (Outcome.REFUSED, True)
    assert not read(tmp_path, letter.tick("svar", True, False, False, False)).is_blank


@LO
def test_replies_come_through_libreoffice(tmp_path, letter):
    ticked = letter.tick("svar", False, False, True, False).type("notat", "Gerne i uge 12")
    names = {"krydset": ticked, "skrevet": Filled(ticked.data)}
    beside(names["skrevet"].tick("svar", False, False, False, False), 4, " x")
    names["skrevet"].type("notat", "Hilsen", "Karin")
    paths = []
    for name, filled in names.items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(filled.data)
    using = FormReader(Workspace(tmp_path), TODAY, lambda _: Choice.LEFT)
    for path, saved in zip(paths, resaved(tmp_path, *paths), strict=True):
        typed, found = (using.read(each).comparison.changes for each in (path, saved))
        assert [(e.route, e.after) for e in typed] == [(e.route, e.after) for e in found]
        assert len(typed) == 2
