"""Another number for a case: everything goes along, nothing is told twice, kills are finished."""

import os
import shutil
from datetime import datetime

import pytest
from clones import two_clones
from example_case import build, case_folder
from paper_case import DAY

from samarbejde_cli.actions import renumber as renumbering
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.actions.calendar import calendar
from samarbejde_cli.actions.renumber import renumber
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.errors import WriteError, WrongUseError

NOW = datetime(2026, 3, 17, 9, 0)
NEW = "2026-050-kmtz"


@pytest.fixture
def root(tmp_path):
    build(tmp_path)
    return tmp_path


def given(root, number=None, folder=None):
    return renumber(Workspace(root), folder or case_folder(root), number, "Anne Holm", NOW)


def numbers(root):
    return sorted(path.name for path in (root / "sager").iterdir() if path.is_dir())


def test_the_folder_goes_whole_and_the_history_tells_it(root):
    (case_folder(root) / "dokumenter").mkdir()
    (case_folder(root) / "dokumenter" / "brev.docx").write_bytes(b"x")
    (case_folder(root) / "egne noter.txt").write_text("ringet", "utf-8")
    done = given(root, NEW)
    assert (done.before, done.after, done.completed) == ("2026-001", NEW, False)
    assert numbers(root) == [NEW]
    case = load_case(root / "sager" / NEW)
    assert (case.folder / "dokumenter" / "brev.docx").read_bytes() == b"x"
    assert (case.folder / "egne noter.txt").exists()
    assert case.history[-1].number == NEW
    assert case.former_numbers == ["2026-001"]
    assert not list(case.findings)


def test_without_a_number_the_program_chooses(root):
    assert given(root).after.startswith("2026-002-")


@pytest.mark.parametrize(
    "number", ["../x", "2026", "Silje", "670310-4321", "2026-014 ", "2026-1", "2026-014-Æ"]
)
def test_what_is_no_number_is_refused(root, number):
    with pytest.raises(WrongUseError, match="ikke et sagsnummer"):
        given(root, number)
    assert numbers(root) == ["2026-001"]


def test_a_number_that_is_taken_is_refused(root):
    shutil.copytree(case_folder(root), root / "sager" / NEW)
    before = (case_folder(root) / "historik.yaml").read_bytes()
    with pytest.raises(WrongUseError, match="allerede"):
        given(root, NEW)
    assert (case_folder(root) / "historik.yaml").read_bytes() == before


def test_one_that_was_killed_half_way_is_finished_by_the_next(root, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(renumbering, "_rename", killed)
        with pytest.raises(KeyboardInterrupt):
            given(root, NEW)
    assert numbers(root) == ["2026-001"]
    with pytest.raises(WrongUseError, match=NEW):
        given(root, "2026-051")
    assert given(root) == renumbering.Renumbered("2026-001", NEW, completed=True)
    assert numbers(root) == [NEW]
    case = load_case(root / "sager" / NEW)
    assert [each.number for each in case.history if each.number] == [NEW]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights that hold for the user")
def test_a_folder_that_cannot_be_renamed_is_told(root):
    (root / "sager").chmod(0o500)
    try:
        with pytest.raises(WriteError):
            given(root, NEW)
    finally:
        (root / "sager").chmod(0o700)


def test_the_same_meeting_goes_on_in_calendars(root):
    workspace = Workspace(root)
    ((_, _, before),) = calendar(workspace, load_case(case_folder(root)), DAY)
    given(root, NEW)
    ((path, _, after),) = calendar(workspace, load_case(root / "sager" / NEW), DAY)
    assert (after.uid, after.edition) == (before.uid, before.edition + 1)
    assert NEW.encode() in path.read_bytes()
    ((_, _, again),) = calendar(workspace, load_case(root / "sager" / NEW), DAY)
    assert again.edition == after.edition


def test_two_cases_that_had_one_number_are_two_meetings_in_calendars(root):
    folder = root / "other"
    shutil.copytree(case_folder(root), folder / "sager" / "2026-001")
    shutil.copy(root / "samarbejde.yaml", folder)
    given(root, NEW)
    ((_, _, mine),) = calendar(Workspace(root), load_case(root / "sager" / NEW), DAY)
    ((_, _, other),) = calendar(Workspace(folder), load_case(case_folder(folder)), DAY)
    assert mine.uid != other.uid


def test_papers_from_before_can_be_made_again(tmp_path, monkeypatch):
    anne, _ = two_clones(tmp_path, monkeypatch)
    assert anne.samarbejde("render-agenda", "2026-001") == 0
    (paper,) = (anne.case("2026-001") / "dokumenter").glob("*dagsorden*.docx")
    data = paper.read_bytes()
    assert anne.samarbejde("calendar", "2026-001") == 0
    anne.save()
    assert anne.samarbejde("renumber", "2026-001", NEW) == 0
    out = tmp_path / "igen"
    assert anne.samarbejde("rerender", NEW, "--output", str(out)) == 0
    assert (out / paper.name).read_bytes() == data


def test_what_a_colleague_changes_meanwhile_follows_the_folder(tmp_path, monkeypatch):
    anne, bo = two_clones(tmp_path, monkeypatch)
    assert anne.samarbejde("renumber", "2025-014", NEW) == 0
    anne.save()
    anne.send()
    assert bo.samarbejde("pause", "2025-014", "--until", "2026-04-01", "--reason", "Rejse") == 0
    bo.save()
    bo.fetch()
    assert bo.samarbejde("fix", NEW, "--yes") == 0
    assert not bo.case("2025-014").exists() or not any(bo.case("2025-014").glob("*.yaml"))
    case = load_case(bo.case(NEW))
    assert case.record.pause is not None
    assert {each.event.value for each in case.history} >= {"pause", "nyt-nummer"}


def test_a_mailing_from_before_is_still_right(tmp_path, monkeypatch, capsys):
    anne, _ = two_clones(tmp_path, monkeypatch)
    out = tmp_path / "breve"
    words = ("batch", "agenda", "--step", "møde", "--output", str(out))
    anne.samarbejde(*words)
    printed = capsys.readouterr().out
    code = printed.split("--approve ")[1].split()[0]
    assert anne.samarbejde(*words, "--approve", code) == 0
    workspace = Workspace(anne.root)
    assert not verify(workspace, out).found
    sent = {path.name.partition("-runde")[0] for path in out.rglob("*.docx")}
    anne.samarbejde("renumber", min(sent), NEW)
    assert not verify(workspace, out).found
