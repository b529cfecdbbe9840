"""What an older version wrote in another way: ``fix`` offers it, where it is certain."""

import shutil
import subprocess
from pathlib import Path

import pytest
from clones import Clone
from example_case import build

from samarbejde_cli.__main__ import main
from samarbejde_cli.actions.fix import mend, write
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.shipped import shipped

NUMBER = "2026-001"
ADDED = "  - oplysning: Gæld og rudekuvertsøkonomi\n"


@pytest.fixture
def workspace(tmp_path, monkeypatch, capsys):
    """An old workspace in git: a consent that was made, then signed, without fingerprints."""
    root = tmp_path / "kommune"
    shutil.copytree(shipped("examples"), root)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-04")
    monkeypatch.chdir(root)
    consent = root / "sager" / NUMBER / "samtykke.yaml"
    lines = consent.read_text("utf-8").splitlines(keepends=True)
    old = "".join(each for each in lines if "omfatter:" not in each)
    consent.write_text(old, "utf-8")
    subprocess.run(["git", "init", "-q", str(root)], check=True)  # noqa: S607 — any git
    Clone(root, "Mette").save("før")
    main(["render-consent", NUMBER])
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    capsys.readouterr()
    return root


def consent(root: Path) -> Path:
    return root / "sager" / NUMBER / "samtykke.yaml"


def covers(root: Path) -> list[int]:
    """Return how many items each signature covers by its fingerprints."""
    (case,) = (each for each in Workspace(root).cases() if each.number == NUMBER)
    return [len(each.shown) for each in case.consent.signatures]


def test_fix_writes_what_the_paper_said_that_was_signed(workspace, capsys):
    consent(workspace).write_text(
        consent(workspace).read_text("utf-8").replace("oplysninger:\n", f"oplysninger:\n{ADDED}"),
        "utf-8",
    )
    assert main(["validate", NUMBER]) == 0
    assert "Gæld" not in capsys.readouterr().out
    assert main(["fix", "--yes", NUMBER]) == 0
    assert "+    omfatter: [40b8dc1b" in capsys.readouterr().out
    assert covers(workspace) == [14, 14, 14]
    assert main(["validate", NUMBER]) == 1
    assert "SAM418" in capsys.readouterr().out
    assert main(["fix", "--yes", NUMBER]) == 0
    assert capsys.readouterr().out == "Der er intet at rette.\n"


def test_advance_keeps_what_the_paper_said_too(workspace):
    text = consent(workspace).read_text("utf-8")
    consent(workspace).write_text(text.replace("oplysninger:\n", f"oplysninger:\n{ADDED}"), "utf-8")
    assert main(["advance", NUMBER, "--back", "--reason", "prøve"]) == 0
    assert covers(workspace) == [14, 14, 14]


def test_without_the_paper_nothing_is_written_and_a_new_signature_settles_it(workspace, capsys):
    filed = workspace / "sager" / NUMBER / "breve.yaml"
    text = filed.read_text("utf-8")
    assert "dato: 2026-02-04" in text
    filed.write_text(text.replace("dato: 2026-02-04", "dato: 2026-02-20"), "utf-8")
    assert main(["fix", "--yes", NUMBER]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "SAM119 note" in out
    assert covers(workspace) == [0, 0, 0]
    command = out.partition("samarbejde sign ")[2].partition("`")[0]
    names = command.split('"')[1::2]
    assert len(names) == 3
    assert main(["sign", NUMBER, *names, "--consent"]) == 0
    capsys.readouterr()
    main(["fix", "--yes", NUMBER])
    assert "SAM119" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after"), [("fgu", "fgu"), ("stu", "stu"), ("intet", "ingen"), ("praktik", None)]
)
def test_the_checklists_education_is_moved_over_where_it_is_certain(tmp_path, before, after):
    checklist = f"# runder/1.yaml\nmøde: {{tjekliste: {{uddannelse_og_job: {before}}}}}\n"
    folder = build(tmp_path, checklist)
    write(mend(Workspace(tmp_path), [folder]).files)
    meeting = load_case(folder).round.meeting
    assert meeting.checklist.occupation.value == before
    assert (meeting.standing.education.value if meeting.standing else None) == after
