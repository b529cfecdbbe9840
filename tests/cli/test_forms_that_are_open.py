"""Which files ``samarbejde read`` takes for forms: those that are open, not old copies."""

import json
import shutil

import pytest
from example_case import case_folder
from filled import Filled
from paper_case import files, made

DAY = "2026-02-12"


@pytest.fixture
def paper(tmp_path):
    papers = files(made(tmp_path, "", ["goals"]))
    return papers[min(papers, key=len)]


@pytest.fixture
def read(run, tmp_path):
    def read(*words):
        return run("read", *map(str, words), "--workspace", str(tmp_path), SAMARBEJDE_DAG=DAY)

    return read


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("skemaerne.docx", "~$emaerne.docx"),
        ("skemaer.docx", "~$kemaer.docx"),
        ("skema.docx", "~$skema.docx"),
        ("skema.docx", ".~lock.skema.docx#"),
    ],
)
def test_of_a_form_that_is_open_it_is_said(read, tmp_path, paper, name, mark):
    folder = tmp_path / "skemaer"
    folder.mkdir()
    (folder / name).write_bytes(paper)
    (folder / mark).write_bytes(b"Word")
    words = "note: Skemaet er åbent i Word eller LibreOffice."
    for given in ([folder], [folder / name], [folder / mark, folder / name]):
        screen = read(*given)
        assert screen.code == 0
        assert words in screen.out
        assert mark not in screen.out
    assert json.loads(read(folder, "--format", "json").out)["forms"][0]["open"]
    (folder / mark).unlink()
    assert words not in read(folder / name).out


def test_the_mark_of_an_open_form_alone_is_no_broken_form(read, tmp_path, paper):
    del paper
    (tmp_path / "~$skema.docx").write_bytes(b"Word")
    screen = read(tmp_path / "~$skema.docx")
    assert screen.code == 2
    assert "~$skema.docx er kun et tegn på, at et skema er åbent" in " ".join(screen.err.split())


def test_papers_that_were_made_again_and_drafts_are_no_forms_of_the_case(
    run, read, tmp_path, paper
):
    case = case_folder(tmp_path)
    again = case / "dokumenter/genskabt"
    again.mkdir(parents=True)
    old = again / "runde-1-mål-og-aftaleskema.docx"
    old.write_bytes(Filled(paper).type("mål[1].mål", "Jeg vil i skole").data)
    where = "--workspace", str(tmp_path)
    assert run("render-goals", case.name, "--draft", *where, SAMARBEJDE_DAG=DAY).code == 0
    assert list(again.parent.glob("*kladde.docx"))
    assert read(case.name).code == 2
    assert "Jeg vil i skole" not in read(again.parent).out
    assert "Jeg vil i skole" in read(again, "--diff").out
    shutil.copy(old, again.parent)
    assert "Jeg vil i skole" in read(case.name, "--diff").out


def test_files_of_other_kinds_in_a_folder_are_named(read, tmp_path, paper):
    folder = tmp_path / "skemaer"
    (folder / "mere").mkdir(parents=True)
    for name in ("a.docx", "a.pdf", "fars.ODT", "noter.txt", ".skjult.odt", "mere/scan.pdf"):
        (folder / name).write_bytes(paper)
    screen = read(folder)
    assert screen.code == 0
    told = " ".join(screen.out.split())
    assert "Ikke .docx, så de er ikke læst: fars.ODT og scan.pdf. hjælp: Er der et skema" in told
    assert json.loads(read(folder, "--format", "json").out)["not_read"] == ["fars.ODT", "scan.pdf"]
    (folder / "a.docx").unlink()
    alone = read(folder)
    assert alone.code == 2
    assert "Gem skemaerne som .docx: a.pdf, fars.ODT, scan.pdf" in alone.err
