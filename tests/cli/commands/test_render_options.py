"""``--for`` and ``--pdf`` on the render commands."""

import json

import pytest
from example_case import build, case_folder

from samarbejde_cli.cli.app import load
from samarbejde_cli.cli.command_table import COMMANDS
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.files import pdf

RENDER = {each.name: each for each in COMMANDS if each.name.startswith("render")}
OF_CASES = [name for name in RENDER if name.removeprefix("render-") in ("render", *KINDS)]
DAY = {"SAMARBEJDE_DAG": "2026-02-12"}


@pytest.mark.parametrize("name", OF_CASES)
def test_every_render_command_has_both(name):
    options = {option for parameter in load(RENDER[name]).params for option in parameter.opts}
    assert {"--for", "--pdf"} <= options


def test_an_unknown_name_is_wrong_use_with_the_nearest(run, tmp_path):
    build(tmp_path / "kommune")
    arguments = ("render-agenda", "2026-001", "--workspace", tmp_path / "kommune")
    screen = run(*map(str, arguments), "--for", "Karin Fris", **DAY)
    assert screen.code == 2
    assert "Mente du `Karin Friis`?" in screen.err
    assert not (case_folder(tmp_path / "kommune") / "dokumenter").exists()


def test_one_reader_s_papers_are_made(run, tmp_path):
    build(tmp_path)
    screen = run("render-agenda", "2026-001", "--workspace", str(tmp_path), "--for", "Karin Friis",
                 "--format", "json", **DAY)  # fmt: skip
    (case,) = json.loads(screen.out)["cases"]
    assert [each["recipient"] for each in case["documents"]] == ["skole"]
    assert screen.code == 0


def test_without_libreoffice_the_documents_are_there_and_the_user_is_told(
    run, tmp_path, monkeypatch
):
    build(tmp_path)
    monkeypatch.setattr(pdf, "_USUAL", ())
    screen = run("render-agenda", "2026-001", "--workspace", str(tmp_path), "--pdf",
                 PATH=str(tmp_path), **DAY)  # fmt: skip
    assert screen.code == 1
    assert "LibreOffice" in screen.err
    names = [path.name for path in (case_folder(tmp_path) / "dokumenter").glob("*.docx")]
    assert names == ["runde-1-dagsorden.docx"]


@pytest.mark.skipif(pdf.find_converter() is None, reason="LibreOffice er ikke installeret")
def test_a_pdf_lies_beside_each_document(run, tmp_path):
    build(tmp_path)
    arguments = ("render-agenda", "2026-001", "--workspace", str(tmp_path), "--pdf")
    assert run(*arguments, **DAY).code == 0
    path = case_folder(tmp_path) / "dokumenter" / "runde-1-dagsorden.pdf"
    assert path.read_bytes().startswith(b"%PDF")
