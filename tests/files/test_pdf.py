"""PDF by LibreOffice: the real program where it is installed, and what happens when it fails."""

import os
import stat
import sys
import time

import pytest
from paper_case import complete, made

from samarbejde_cli.files import pdf

needs_libreoffice = pytest.mark.skipif(
    pdf.find_converter() is None, reason="LibreOffice er ikke installeret"
)
needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="stand-ins are shell scripts")


def stand_in(folder, script):
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


def document(folder, name="a.docx"):
    path = folder / name
    path.write_bytes(b"PK")
    return path


@needs_libreoffice
def test_libreoffice_makes_a_tagged_pdf_beside_each_document(tmp_path):
    produced = complete(made(tmp_path, "", ["agenda", "goals"]))
    found = pdf.to_pdf(produced.paths)
    assert [each.name for each in found] == [
        "runde-1-dagsorden.pdf",
        "runde-1-mål-og-aftaleskema.pdf",
    ]
    for each in found:
        data = each.read_bytes()
        assert data.startswith(b"%PDF-")
        assert b"/StructTreeRoot" in data
    left = {path.name for path in produced.paths[0].parent.iterdir()}
    assert not any(name.startswith(".samarbejde-") for name in left), "nothing else is left behind"


@needs_scripts
def test_a_pdf_that_is_newer_than_its_document_is_left_alone(tmp_path):
    path = document(tmp_path)
    pdf.pdf_of(path).write_bytes(b"%PDF")
    later = time.time() + 5
    os.utime(pdf.pdf_of(path), (later, later))
    assert pdf.to_pdf([path], stand_in(tmp_path, "exit 1")) == [tmp_path / "a.pdf"]


def test_without_libreoffice_the_user_is_told_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "_USUAL", ())
    with pytest.raises(pdf.NoConverterError) as problem:
        pdf.to_pdf([document(tmp_path)])
    assert "LibreOffice" in problem.value.message
    assert "Word" in problem.value.hint


@needs_scripts
def test_libreoffice_is_started_again_once_for_what_failed(tmp_path):
    tries = tmp_path / "tries"
    script = f"""\
echo x >> '{tries}'
[ "$(wc -l < '{tries}')" -lt 2 ] && exit 1
while [ "$1" != --outdir ]; do shift; done
for last; do :; done
echo '%PDF' > "$2/$(basename "$last" .docx).pdf"
"""
    found = pdf.to_pdf([document(tmp_path)], stand_in(tmp_path, script))
    assert found[0].read_text() == "%PDF\n"
    assert tries.read_text() == "x\nx\n"


@needs_scripts
@pytest.mark.parametrize("script", ["exit 1", "exit 0", "sleep 60 & sleep 60"])
def test_what_fails_twice_is_told_by_its_name_within_the_limit(tmp_path, script):
    began = time.monotonic()
    with pytest.raises(pdf.ConversionError, match=r"a\.docx"):
        pdf.to_pdf([document(tmp_path)], stand_in(tmp_path, script), {"start": 0, "each": 1})
    assert time.monotonic() - began < 20
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.docx", "soffice"]


@needs_scripts
def test_a_program_that_does_not_start_is_told_too(tmp_path):
    program = tmp_path / "soffice"
    program.write_bytes(b"")
    with pytest.raises(pdf.ConversionError):
        pdf.to_pdf([document(tmp_path)], str(program))
