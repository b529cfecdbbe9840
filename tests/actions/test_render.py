"""Making documents: what is written, what is refused, and what is never lost."""

import json
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from example_case import case_folder
from paper_case import DAY, SECOND_ROUND, complete, files, made, made_as_it_is, template_with, texts

from samarbejde_cli.actions.output_folder import LEDGER
from samarbejde_cli.errors import WriteError

AGENDA = "runde-1-dagsorden.docx"
NO_DATE = "# runder/1.yaml\nmøde:\n  dato: ''\n  lokale: ''\n"
NOTHING_YET = """\
# sag.yaml
koordinator: ''
# runder/1.yaml
formøde: ''
møde: ''
"""


def documents_of(folder):
    return case_folder(folder) / "dokumenter"


def statuses(produced):
    return [each.status.value for each in produced.documents]


def own_template(folder, name, *paragraphs):
    path = folder / "skabeloner" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(template_with(*paragraphs))


def edited(path):
    """Change a document as somebody would in Word; return its bytes."""
    document = Document(path)
    document.add_paragraph("Rettet i Word")
    document.save(path)
    return path.read_bytes()


def test_all_papers_of_a_case_are_written(tmp_path):
    produced = made(tmp_path)
    assert produced.succeeded
    assert set(statuses(produced)) == {"written"}
    assert sorted(path.name for path in documents_of(tmp_path).iterdir()) == [
        LEDGER,
        AGENDA,
        "runde-1-indkaldelse-den-unges-voksne.docx",
        "runde-1-indkaldelse-forælder-2.docx",
        "runde-1-indkaldelse-forælder.docx",
        "runde-1-indkaldelse-skole.docx",
        "runde-1-mål-og-aftaleskema-flere-2.docx",
        "runde-1-mål-og-aftaleskema-flere.docx",
        "runde-1-mål-og-aftaleskema-forælder-2.docx",
        "runde-1-mål-og-aftaleskema-forælder.docx",
        "runde-1-mål-og-aftaleskema.docx",
    ]


def test_the_same_papers_again_are_left_alone(tmp_path):
    made(tmp_path)
    before = (documents_of(tmp_path) / AGENDA).stat().st_mtime_ns
    assert set(statuses(made(tmp_path))) == {"unchanged"}
    assert (documents_of(tmp_path) / AGENDA).stat().st_mtime_ns == before


def test_a_paper_that_only_we_wrote_is_written_anew_when_the_case_changed(tmp_path):
    made(tmp_path, "", ["agenda"])
    produced = made(tmp_path, "# runder/1.yaml\nmøde: {lokale: Bøgen}\n", ["agenda"])
    assert statuses(produced) == ["written"]
    assert "Bøgen" in texts(produced)[AGENDA]


def test_a_paper_that_was_changed_by_hand_is_kept(tmp_path):
    made(tmp_path)
    path = documents_of(tmp_path) / AGENDA
    by_hand = edited(path)
    produced = made(tmp_path)
    assert statuses(produced)[0] == "kept"
    assert path.read_bytes() == by_hand
    assert "rettet i Word" in produced.errors[0].message
    assert "--overwrite" in produced.errors[0].hint
    assert len(produced.errors) == 1


def test_overwrite_keeps_what_was_changed_by_hand_as_a_copy(tmp_path):
    made(tmp_path, "", ["agenda"])
    path = documents_of(tmp_path) / AGENDA
    for number in (1, 2):
        by_hand = edited(path)
        produced = made(tmp_path, "", ["agenda"], overwrite=True)
        assert statuses(produced) == ["written"]
        copy = path.with_name(f"runde-1-dagsorden (tidligere {number}).docx")
        assert copy.read_bytes() == by_hand
        assert "Rettet" not in texts(produced)[AGENDA]
    assert statuses(made(tmp_path, "", ["agenda"])) == ["unchanged"]


def test_a_file_that_we_never_wrote_is_kept(tmp_path):
    path = documents_of(tmp_path) / AGENDA
    path.parent.mkdir(parents=True)
    path.write_bytes(b"min egen")
    assert statuses(made(tmp_path, "", ["agenda"])) == ["kept"]
    assert path.read_bytes() == b"min egen"


@pytest.mark.parametrize("ledger", ["", "{", "[]", '"x"', "null"])
def test_a_broken_list_of_digests_makes_us_careful_not_fail(tmp_path, ledger):
    made(tmp_path, "", ["agenda"])
    (documents_of(tmp_path) / LEDGER).write_text(ledger)
    produced = made(tmp_path, "# runder/1.yaml\nmøde: {lokale: Bøgen}\n", ["agenda"])
    assert statuses(produced) == ["kept"]


def test_the_list_of_digests_tells_file_names_only(tmp_path):
    produced = made(tmp_path)
    ledger = json.loads((documents_of(tmp_path) / LEDGER).read_text("utf-8"))
    assert sorted(ledger) == sorted(files(produced))
    assert all(len(digest) == 64 for digest in ledger.values())


def test_everything_that_is_missing_is_told_at_once_with_its_place(tmp_path):
    produced = made(tmp_path, NOTHING_YET, ["agenda"])
    assert statuses(produced) == ["refused"]
    assert not produced.documents[0].path.exists()
    found = {(each.file.name, each.route) for each in produced.diagnoses}
    assert found == {
        ("1.yaml", ("formøde", "ønsker")),
        ("1.yaml", ("møde", "dato")),
        ("1.yaml", ("møde", "start")),
        ("1.yaml", ("møde", "slut")),
        ("1.yaml", ("møde", "lokale")),
        ("sag.yaml", ("koordinator",)),
    }
    assert {each.code for each in produced.diagnoses} == {"SAM102"}
    assert not produced.errors


def test_one_place_is_told_once_with_all_the_papers_that_need_it(tmp_path):
    produced = made(tmp_path, NO_DATE, ["agenda", "invitation", "goals"])
    by_route = {each.route: each for each in produced.diagnoses}
    assert set(by_route) == {("møde", "dato"), ("møde", "lokale")}
    hint = by_route["møde", "dato"].hint
    assert "runder/1.yaml" in hint
    assert "Dagsorden og Indkaldelse" in hint


def test_papers_that_lack_nothing_are_made_beside_one_that_does(tmp_path):
    produced = made(tmp_path, NO_DATE, ["agenda", "goals"])
    assert statuses(complete(produced)) == ["refused", "written"]


def test_the_form_can_be_made_before_anything_is_agreed(tmp_path):
    paper = texts(made(tmp_path, NOTHING_YET + "# plan.yaml\nmål: []\n", ["goals"]))
    assert "datoen er ikke aftalt" in paper["runde-1-mål-og-aftaleskema.docx"]


def test_a_draft_shows_its_gaps_and_is_a_file_of_its_own(tmp_path):
    produced = made(tmp_path, NO_DATE + "formøde: ''\n", ["agenda"], draft=True)
    assert produced.succeeded
    name = "runde-1-dagsorden-kladde.docx"
    assert [each.path.name for each in produced.documents] == [name]
    document = Document(BytesIO(files(produced)[name]))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    runs = [run for cell in cells for each in cell.paragraphs for run in each.runs]
    gaps = {run.text for run in runs if run.font.highlight_color}
    assert gaps == {"[mangler: møde.dato]", "[mangler: møde.lokale]", "[mangler: ønsker]"}


def test_a_broken_file_is_told_and_hinders_only_the_papers_that_need_it(tmp_path):
    made(tmp_path)
    (case_folder(tmp_path) / "plan.yaml").write_text("mål: [", "utf-8")
    produced = made_as_it_is(tmp_path)
    assert [each.kind for each in produced.documents] == ["agenda"] + ["invitation"] * 4
    assert {each.file.name for each in produced.diagnoses} == {"plan.yaml"}


def test_the_round_chooses_the_template(tmp_path):
    produced = made(tmp_path, SECOND_ROUND)
    text = texts(produced)
    assert "Siden sidst" in text["runde-2-dagsorden.docx"]
    assert "Vi mødtes sidst den 3. marts 2026" in text["runde-2-indkaldelse-skole.docx"]


def test_an_own_template_stands_in_for_ours(tmp_path):
    own_template(tmp_path, "dagsorden-første.docx", "Hej {{ ung.kaldenavn }}")
    assert texts(made(tmp_path, "", ["agenda"])) == {AGENDA: "Hej Silje\n"}


def test_a_misspelled_field_is_the_template_s_mistake_and_told_once(tmp_path):
    own_template(tmp_path, "indkaldelse-første.docx", "Hej {{ ung.nvan }}")
    produced = made(tmp_path, "", ["invitation"])
    assert set(statuses(produced)) == {"refused"}
    assert not produced.diagnoses
    assert len(produced.errors) == 1
    assert "indkaldelse-første.docx" in produced.errors[0].message
    assert "ung.nvan" in produced.errors[0].message


@pytest.mark.parametrize("text", ["{% if ung %}", "{{ ung. }}"])
def test_a_template_with_mistakes_hinders_only_its_own_kind(tmp_path, text):
    own_template(tmp_path, "dagsorden-første.docx", text)
    produced = made(tmp_path, "", ["agenda", "goals"])
    assert {each.kind for each in produced.documents} == {"goals"}
    assert "dagsorden-første.docx" in produced.errors[0].message


def test_a_template_that_is_no_word_file_is_told(tmp_path):
    path = tmp_path / "skabeloner" / "dagsorden-første.docx"
    path.parent.mkdir()
    path.write_bytes(b"%PDF-1.7")
    produced = made(tmp_path, "", ["agenda"])
    assert "PDF" in produced.errors[0].message


def test_another_folder_gets_files_with_the_case_number(tmp_path):
    out = tmp_path / "ud" / "papirer"
    produced = made(tmp_path, "", ["agenda"], output=out)
    assert [each.path for each in produced.documents] == [out / f"2026-001-{AGENDA}"]
    assert files(produced)
    assert not documents_of(tmp_path).exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "ud").write_text("en fil")
    with pytest.raises(WriteError, match="ud"):
        made(tmp_path, "", ["agenda"], output=tmp_path / "ud")


def test_title_and_author_tell_nobody_s_name_but_the_author_s(tmp_path):
    produced = made(tmp_path, author="Birkeby Kommune")
    for data in files(produced).values():
        about = Document(BytesIO(data)).core_properties
        assert about.author == "Birkeby Kommune"
        assert about.created.date() == DAY
        assert "Silje" not in about.title
        assert about.title


def test_laws_are_those_of_the_paper_s_own_day(tmp_path):
    now = texts(made(tmp_path / "nu", "", ["goals"]))["runde-1-mål-og-aftaleskema.docx"]
    then = texts(made(tmp_path / "da", "", ["goals"], day=date(2017, 9, 5)))
    assert "Serviceloven §§\N{NO-BREAK SPACE}140 og 141" in then["runde-1-mål-og-aftaleskema.docx"]
    assert "140 og 141" not in now
    assert "Barnets lov §§\N{NO-BREAK SPACE}91-92" in now


def test_the_deadline_is_told_only_while_it_can_be_kept(tmp_path):
    name = "runde-1-indkaldelse-skole.docx"
    soon = texts(made(tmp_path, "", ["invitation"], day=date(2026, 2, 23)))[name]
    late = texts(made(tmp_path, "", ["invitation"], day=date(2026, 2, 24)))[name]
    assert "senest tirsdag den 24. februar 2026" in soon
    assert "så hurtigt som muligt" in late
