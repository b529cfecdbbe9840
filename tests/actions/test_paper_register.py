"""What is filed on a case when a paper is made, and making the same paper again."""

import shutil
import subprocess
from datetime import date
from hashlib import sha256

import pytest
from example_case import build, case_folder
from paper_case import DAY, HELD, NEEDS, files, made, made_as_it_is, template_with

from samarbejde_cli import __version__
from samarbejde_cli.actions import rerender as rerendering
from samarbejde_cli.actions.rerender import rerender
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import load_case
from samarbejde_cli.documents.catalogue import KINDS
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.shipped import shipped

LATER = date(2026, 2, 20)
AGENDA = "runde-1-dagsorden.docx"


def filed(root):
    return load_case(case_folder(root)).paper_records


def change(root, name="runder/1.yaml", old="fritidsjob", new="sommerjob"):
    path = case_folder(root) / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def git(root, *words):
    who = ("-c", "user.name=Anne Holm", "-c", "user.email=anne@birkeby.example")
    done = subprocess.run(["git", "-C", root, *who, *words], check=True, capture_output=True)  # noqa: S607 — whichever git there is
    return done.stdout.decode().strip()


@pytest.fixture
def repository(tmp_path):
    """The complete case in a git repository that leaves out what a workspace leaves out."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    build(tmp_path)
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitignore").write_text("dokumenter/\n.laas\n", "utf-8")
    return tmp_path


def commit(root):
    git(root, "add", "-A")
    git(root, "commit", "-qm", "dag")
    return git(root, "rev-parse", "HEAD")


def again(root, until=None):
    found = rerender(Workspace(root), load_case(case_folder(root)), until, root / "igen")
    return {each.entry.file: each for each in found}


class TestFiling:
    def test_a_paper_is_filed_with_all_that_tells_what_it_was(self, tmp_path):
        produced = made(tmp_path, kinds=("agenda", "invitation"))
        data = files(produced)
        found = {each.file: each for each in filed(tmp_path)}
        assert set(found) == set(data)
        assert all(found[name].sha256 == sha256(data[name]).hexdigest() for name in data)
        agenda = found[AGENDA]
        assert (agenda.paper, agenda.date, agenda.round) == ("dagsorden", DAY, 1)
        assert (agenda.recipient, agenda.commit, agenda.tool) == (None, None, __version__)
        template = (shipped("templates") / "dagsorden-første.docx").read_bytes()
        assert agenda.template_sha256 == sha256(template).hexdigest()
        letter = found["runde-1-indkaldelse-skole.docx"]
        assert (letter.recipient, letter.role) == ("Karin Friis", "skole")
        assert letter.channel == "sikker-post"
        assert not list(load_case(case_folder(tmp_path)).findings)

    def test_the_same_paper_is_filed_once(self, tmp_path):
        made(tmp_path, kinds=("agenda",))
        before = (case_folder(tmp_path) / "breve.yaml").read_bytes()
        made_as_it_is(tmp_path, ("agenda",))
        assert (case_folder(tmp_path) / "breve.yaml").read_bytes() == before

    def test_lines_are_only_added_and_what_people_wrote_stays(self, tmp_path):
        made(tmp_path, kinds=("agenda",))
        path = case_folder(tmp_path) / "breve.yaml"
        before = path.read_text("utf-8") + "# sendt med bud"
        path.write_text(before, "utf-8")
        change(tmp_path)
        made_as_it_is(tmp_path, ("agenda",), LATER)
        assert path.read_text("utf-8").startswith(before)
        assert [each.date for each in filed(tmp_path)] == [DAY, LATER]

    def test_drafts_and_refused_papers_are_not_filed(self, tmp_path):
        made(tmp_path, kinds=("agenda",), draft=True)
        made_as_it_is(tmp_path, ("invitation",), reader="Jonas Berg")
        assert not (case_folder(tmp_path) / "breve.yaml").exists()

    def test_a_record_that_cannot_be_read_keeps_papers_from_being_made(self, tmp_path):
        build(tmp_path)
        path = case_folder(tmp_path) / "breve.yaml"
        path.write_text("- dato: [\n", "utf-8")
        with pytest.raises(SamarbejdeError, match=r"breve\.yaml"):
            made_as_it_is(tmp_path, ("agenda",))
        assert not (case_folder(tmp_path) / "dokumenter" / AGENDA).exists()
        assert path.read_text("utf-8") == "- dato: [\n"

    def test_a_mistake_in_the_record_is_a_finding_with_a_place(self, tmp_path):
        made(tmp_path, kinds=("agenda",))
        path = case_folder(tmp_path) / "breve.yaml"
        path.write_text(path.read_text("utf-8").replace("runde: 1", "runde: en"), "utf-8")
        (finding,) = load_case(case_folder(tmp_path)).findings
        assert (finding.code, finding.location.file, finding.location.route) == (
            "SAM110", path, (0, "runde"),
        )  # fmt: skip

    def test_the_commit_is_noted_only_when_it_holds_the_files_as_they_are(self, repository):
        head = commit(repository)
        made_as_it_is(repository, ("agenda",))
        change(repository)
        made_as_it_is(repository, ("agenda",), LATER)
        assert [each.commit for each in filed(repository)] == [head, None]

    @pytest.mark.parametrize("name", ["samarbejde.yaml", "sager/2026-001/team.yaml"])
    def test_an_untracked_or_ignored_file_is_in_no_commit(self, repository, name):
        with (repository / ".gitignore").open("a") as file:
            file.write(f"{name}\n")
        commit(repository)
        made_as_it_is(repository, ("agenda",))
        assert filed(repository)[0].commit is None


class TestMadeAgain:
    def test_the_same_bytes_come_from_history_after_a_change(self, repository):
        old = files(made_as_it_is(repository, ("agenda", "invitation")))
        commit(repository)
        change(repository)
        made_as_it_is(repository, ("agenda", "invitation"), LATER)
        commit(repository)
        found = again(repository, DAY)
        assert {name: each.path.read_bytes() for name, each in found.items()} == old
        assert all(each.path.parent == repository / "igen" for each in found.values())

    @pytest.mark.parametrize("kind", KINDS)
    def test_every_kind_of_paper_comes_again_to_every_reader(self, repository, kind):
        if kind in NEEDS:
            build(repository, NEEDS[kind])
        commit(repository)
        first = files(made_as_it_is(repository, (kind,), HELD))
        assert first
        commit(repository)
        change(repository, "sag.yaml", "Silje Ravn", "Silje Marie Ravn")
        found = again(repository)
        assert {name: found[name].reason for name in first} == dict.fromkeys(first, "")
        assert {name: found[name].path.read_bytes() for name in first} == first

    def test_without_a_day_the_latest_of_each_file_is_made(self, repository):
        made_as_it_is(repository, ("agenda",))
        change(repository)
        new = files(made_as_it_is(repository, ("agenda",), LATER))
        found = again(repository)
        assert {name: each.path.read_bytes() for name, each in found.items()} == new

    def test_one_s_own_template_comes_from_history_too(self, repository):
        own = repository / "skabeloner" / "dagsorden-første.docx"
        own.parent.mkdir()
        own.write_bytes(template_with("Dagsorden for {{ ung.navn }}"))
        old = files(made_as_it_is(repository, ("agenda",)))
        commit(repository)
        own.write_bytes(template_with("Program for {{ ung.navn }}"))
        commit(repository)
        assert again(repository)[AGENDA].path.read_bytes() == old[AGENDA]

    def test_line_breaks_of_windows_are_no_change(self, repository):
        old = files(made_as_it_is(repository, ("agenda",)))
        path = case_folder(repository) / "runder" / "1.yaml"
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        assert again(repository)[AGENDA].path.read_bytes() == old[AGENDA]

    def test_a_change_that_is_not_in_the_paper_does_no_harm(self, repository):
        old = files(made_as_it_is(repository, ("agenda",)))
        change(repository, "sag.yaml", "trin: opfølgning", "trin: møde")
        commit(repository)
        assert again(repository)[AGENDA].path.read_bytes() == old[AGENDA]

    def test_outside_git_it_works_as_long_as_nothing_changed(self, tmp_path):
        old = files(made(tmp_path, kinds=("agenda",)))
        assert again(tmp_path)[AGENDA].path.read_bytes() == old[AGENDA]
        change(tmp_path)
        lost = again(tmp_path)[AGENDA]
        assert lost.path is None
        assert "ligger ikke i git" in lost.reason

    def test_data_that_nobody_committed_is_told(self, repository):
        made_as_it_is(repository, ("agenda",))
        change(repository)
        commit(repository)
        lost = again(repository)[AGENDA]
        assert lost.path is None
        assert "ikke i git" in lost.reason
        assert "commit" in lost.reason

    def test_a_template_that_is_gone_is_told_by_name(self, repository):
        own = repository / "skabeloner" / "dagsorden-første.docx"
        own.parent.mkdir()
        own.write_bytes(template_with("Dagsorden for {{ ung.navn }}"))
        made_as_it_is(repository, ("agenda",))
        own.write_bytes(template_with("Program for {{ ung.navn }}"))
        commit(repository)
        lost = again(repository)[AGENDA]
        assert lost.reason.startswith("Skabelonen dagsorden-første.docx er ændret siden")

    @pytest.mark.parametrize(("tool", "words"), [("0.0.9", "0.0.9"), (__version__, "bibliotek")])
    def test_another_program_is_told_when_it_makes_another_paper(self, tmp_path, tool, words):
        made(tmp_path, kinds=("agenda",))
        (entry,) = filed(tmp_path)
        path = case_folder(tmp_path) / "breve.yaml"
        text = path.read_text("utf-8").replace(entry.sha256, "0" * 63 + "a")
        path.write_text(text.replace(f'program: "{__version__}"', f'program: "{tool}"'), "utf-8")
        lost = again(tmp_path)[AGENDA]
        assert lost.path is None
        assert words in lost.reason

    def test_a_paper_that_the_files_do_not_give_is_told_with_the_reason(self, tmp_path):
        made(tmp_path, kinds=("journal",))
        path = case_folder(tmp_path) / "breve.yaml"
        path.write_text(path.read_text("utf-8").replace("Job og Uddannelse", "Ole Vind"), "utf-8")
        reason = again(tmp_path)["runde-1-journaltekst-beskæftigelse.docx"].reason
        assert "Ole Vind findes hverken i sagen" in reason
        assert "Python" not in reason

    def test_nothing_filed_is_told(self, tmp_path):
        made(tmp_path, kinds=("agenda",))
        with pytest.raises(SamarbejdeError, match="ikke noteret papirer"):
            again(tmp_path, date(2026, 1, 1))

    def test_nothing_of_the_case_is_left_behind(self, repository):
        made_as_it_is(repository, ("agenda",))
        again(repository)
        left = {path.name for path in (repository / "igen").iterdir()}
        assert left == {AGENDA, ".skrevet.json"}

    def test_no_more_commits_are_tried_than_it_says(self, repository, monkeypatch):
        monkeypatch.setattr(rerendering, "_TRIES", 1)
        made_as_it_is(repository, ("agenda",))
        change(repository)
        commit(repository)
        assert again(repository)[AGENDA].path is None
