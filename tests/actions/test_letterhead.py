"""One's own template, changed and saved with the real LibreOffice, is used in the next render."""

import subprocess
from io import BytesIO

import pytest
from docx import Document
from paper_case import build, files, made_as_it_is

from samarbejde_cli import word
from samarbejde_cli.actions import templates
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.files import pdf

OWN_LINE = "Vi hjælpes ad i {{ kommune.navn }}"


def save_with_libreoffice(path, folder):
    """Let LibreOffice open a Word file as a text of its own and save it as a Word file again."""
    program = pdf.find_converter()
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    start = [program, "--headless", profile, "--convert-to"]
    subprocess.run([*start, "odt", "--outdir", folder, path], check=True, timeout=120)
    written = folder / f"{path.stem}.odt"
    subprocess.run([*start, "docx", "--outdir", path.parent, written], check=True, timeout=120)


@pytest.mark.skipif(pdf.find_converter() is None, reason="LibreOffice is not installed")
def test_a_letterhead_changed_in_libreoffice_is_in_the_next_agenda(tmp_path):
    root = tmp_path / "mappe"
    build(root)
    (copied, _), _ = templates.copy_template(KINDS["agenda"], Workspace(root), overwrite=False)
    document = Document(copied)
    document.sections[0].first_page_header.add_paragraph(OWN_LINE)
    document.save(copied)
    before = copied.read_bytes()
    save_with_libreoffice(copied, tmp_path)

    (paper,) = files(made_as_it_is(root, ["agenda"])).values()
    (header, *_) = word.dump(paper).partition("\n# ")
    assert copied.read_bytes() != before
    assert "Vi hjælpes ad i Birkeby Kommune" in header
    assert "Rådhuspladsen 1, 4999 Birkeby" in header
    text = "\n".join(cell.text for cell in Document(BytesIO(paper)).tables[-1].columns[0].cells)
    assert "9.10" in text
    assert "»Jeg vil have et fritidsjob«" in word.dump(paper)
