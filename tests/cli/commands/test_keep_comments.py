"""``--keep-comments``: a template's review comments leave the template only when asked for."""

from io import BytesIO

import pytest
from docx import Document
from example_case import build, case_folder

DAY = {"SAMARBEJDE_DAG": "2026-02-12"}


@pytest.fixture
def workspace(tmp_path):
    build(tmp_path)
    (tmp_path / "skabeloner").mkdir()
    document, stream = Document(), BytesIO()
    document.add_heading("Dagsorden", 1)
    document.add_paragraph("{%p for ønske in ønsker %}")
    paragraph = document.add_paragraph("»{{ ønske }}«")
    document.add_paragraph("{%p endfor %}")
    document.add_comment(paragraph.runs, "Spørg {{ ung.navn }} først", "Bo", "B")
    document.save(stream)
    (tmp_path / "skabeloner" / "dagsorden-første.docx").write_bytes(stream.getvalue())
    return tmp_path


def made(workspace, folder="dokumenter"):
    document = Document(case_folder(workspace) / folder / "runde-1-dagsorden.docx")
    return [each.text for each in document.comments], len(document.paragraphs)


def test_papers_have_no_comments_unless_asked_for(workspace, run):
    arguments = ("render-agenda", "2026-001", "--workspace", str(workspace))
    screen = run(*arguments, **DAY)
    assert screen.code == 0
    assert "Kommentar" not in screen.out
    comments, wishes = made(workspace)
    assert comments == []
    screen = run(*arguments, "--keep-comments", "--overwrite", **DAY)
    assert screen.code == 0
    assert "Kommentarerne i dagsorden-første.docx er med i dokumentet" in screen.out
    assert made(workspace)[0] == ["Spørg {{ ung.navn }} først"] * (wishes - 1) != []


def test_check_names_the_option_and_a_paper_with_comments_is_made_again(workspace, run):
    at = ("--workspace", str(workspace))
    assert "--keep-comments" in run("templates", "check", *at).out
    assert run("render-agenda", "2026-001", *at, "--keep-comments", **DAY).code == 0
    screen = run("rerender", "2026-001", *at, "--output", str(workspace / "igen"), **DAY)
    assert screen.code == 0, screen
    document = Document(workspace / "igen" / "runde-1-dagsorden.docx")
    assert len(list(document.comments)) > 0
