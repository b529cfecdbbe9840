"""The letters of one case lie where they are sent from, under names that reveal nobody."""

import re
import shutil

import pytest
from mailing import LETTERS, bytes_in, edit, job_of, made, planned, ran_of, several

from samarbejde_cli.actions.batch import sample
from samarbejde_cli.actions.batch.job import Group
from samarbejde_cli.actions.batch.manifest import LetterState
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.errors import WriteError

PAPERS = ("invitation", "agenda")


@pytest.fixture
def workspace(by_post):
    return by_post


def folders(folder):
    return {path.parent.name for path in folder.rglob("*.docx")}


class TestFolders:
    @pytest.mark.parametrize(
        ("group", "wanted"),
        [
            (Group.CHANNEL, {"sikker-post", "print", "fælles"}),
            (Group.PRINT, {"print", "ikke-print", "fælles"}),
            (Group.CASE, {"2026-001", "2026-002", "2026-003"}),
        ],
    )
    def test_letters_lie_where_they_are_sent_from(self, workspace, tmp_path, group, wanted):
        ran_of(workspace, tmp_path / "ud", group)
        assert folders(tmp_path / "ud") == wanted

    def test_each_recipient_has_a_folder_that_tells_no_name(self, workspace, tmp_path):
        ran_of(workspace, tmp_path / "ud", Group.RECIPIENT)
        found = folders(tmp_path / "ud")
        assert len(found) == 3 * (LETTERS + 1)
        assert all(re.fullmatch(r"2026-00\d-[a-zæøå-]+(-\d)?", name) for name in found)
        assert {"2026-001-forælder", "2026-001-forælder-2", "2026-001-fælles"} <= found

    def test_only_the_paper_letter_is_printed(self, workspace, tmp_path):
        ran_of(workspace, tmp_path / "ud", Group.PRINT)
        (letter,) = (tmp_path / "ud" / "print").iterdir()
        assert letter.name == "2026-002-runde-1-indkaldelse-skole.docx"

    def test_the_letters_are_the_same_as_without_folders(self, workspace, tmp_path):
        ran_of(workspace, tmp_path / "a")
        ran_of(workspace, tmp_path / "b", Group.CHANNEL)
        plain, grouped = (
            {name.rpartition("/")[2]: data for name, data in bytes_in(tmp_path / each).items()
             if name.endswith(".docx")}
            for each in ("a", "b")
        )  # fmt: skip
        assert plain == grouped

    def test_the_mailing_can_be_checked_and_gone_on_with(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.CASE)
        gone = tmp_path / "ud" / "2026-002" / "2026-002-runde-1-dagsorden.docx"
        gone.unlink()
        assert [each.file for each in verify(workspace, tmp_path / "ud").found] == [
            f"2026-002/{gone.name}"
        ]
        assert ran_of(workspace, tmp_path / "ud", Group.CASE).new == 1
        assert verify(workspace, tmp_path / "ud").found == ()
        assert set(ran.counts) == {LetterState.DONE}

    def test_samples_lie_flat(self, workspace, tmp_path):
        job = job_of(workspace, tmp_path / "ud", PAPERS, group=Group.CASE)
        written = sample.write(planned(job), job)
        assert len(written) == 3
        assert {path.parent for path in written} == {tmp_path / "ud" / "prøver"}

    def test_an_output_folder_that_goes_away_is_not_made_again(self, workspace, tmp_path):
        job = job_of(workspace, tmp_path / "ud", PAPERS, group=Group.CASE)
        with pytest.raises(WriteError):
            made(job, planned(job), tick=lambda _: shutil.rmtree(job.output))
        assert not job.output.exists()


def test_each_person_has_a_folder_of_their_own_over_all_papers(tmp_path):
    workspace = several(tmp_path / "Ungeteam", 1)
    case = workspace.root / "sager/2026-001"
    edit(case / "sag.yaml", "720810-4001", "720812-4001")
    edit(case / "runder/1.yaml", "formøde:\n  dato: 2026-02-10", "formøde:\n  dato: 2026-02-26")
    plan = planned(job_of(workspace, tmp_path / "ud", ("pre-meeting", "invitation"),
                          group=Group.RECIPIENT))  # fmt: skip
    people = {}
    for letter in plan.letters:
        people.setdefault(letter.file.partition("/")[0], set()).add(letter.recipient)
    assert all(len(each) == 1 for each in people.values())
