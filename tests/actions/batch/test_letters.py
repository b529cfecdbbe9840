"""The letters of one case lie where they are sent from, under names that reveal nobody."""

import re
import shutil

import pytest
from example_case import build
from mailing import LETTERS, bytes_in, edit, job_of, made, planned, ran_of, several

from samarbejde_cli.actions.batch import sample
from samarbejde_cli.actions.batch.job import Group
from samarbejde_cli.actions.batch.manifest import LetterState
from samarbejde_cli.actions.batch.send_ready import combine_letters
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.errors import WriteError
from samarbejde_cli.word import dump

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


EMPLOYERS = """\
# team.yaml
personer:
  - {navn: Karin Friis, rolle: skole, intern: nej}
  - {navn: Bo Chef, rolle: virksomhed}
  - {navn: Per Chef, rolle: virksomhed}
  - {navn: Ida Nabo, rolle: virksomhed}
# samtykke.yaml
modtagere: [{person: Karin Friis}, {person: Bo Chef}, {person: Per Chef}, {person: Ida Nabo}]
# plan.yaml
mål: [{område: fagligt, mål: Jeg skal i praktik, ansvarlige: [jeg]}]
sendes_til: [Karin Friis, Ida Nabo]
# runder/1.yaml
formøde: {ønsker: [Jeg vil tale om min gæld]}
møde: {deltagere: [{person: Karin Friis}, {person: Bo Chef}, {person: Per Chef}]}
"""


@pytest.mark.parametrize("group", list(Group))
def test_what_an_employer_may_not_read_is_not_with_the_employers_letters(tmp_path, group):
    build(tmp_path / "ws", EMPLOYERS)
    kinds = ("invitation", "agenda", "goals")
    ran = ran_of(Workspace(tmp_path / "ws"), tmp_path / "ud", group, kinds)
    combine_letters(ran)
    texts = {
        path.relative_to(tmp_path / "ud").as_posix(): dump(path.read_bytes())
        for path in (tmp_path / "ud").rglob("*.docx")
        if "prøver" not in path.parts
    }
    private = {name for name, text in texts.items() if "gæld" in text}
    assert any("skole" in name or "flere" in name for name in private)
    assert not any("virksomhed" in name or "fælles" in name for name in private)
    if group is Group.RECIPIENT:
        mine = [name for name in texts if "virksomhed" in name and "dagsorden" in name]
        assert len(mine) == 2
    assert verify(Workspace(tmp_path / "ws"), tmp_path / "ud").found == ()
