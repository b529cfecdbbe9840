"""Letters that are ready to send: in folders, put together, filed, with calendar files."""

import csv
import re
import shutil
from collections import defaultdict
from io import StringIO
from zipfile import ZipFile

import pytest
from docx import Document
from icalendar import Calendar
from mailing import DAY, LETTERS, bytes_in, edit, job_of, made, planned, several

from samarbejde_cli.actions.batch import sample
from samarbejde_cli.actions.batch.executors import SerialExecutor, executor_for
from samarbejde_cli.actions.batch.job import Group
from samarbejde_cli.actions.batch.manifest import LetterState
from samarbejde_cli.actions.batch.send_ready import (
    MOST,
    TABLE,
    bundles,
    combine_letters,
    write_calendars,
)
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.case.case import load_case
from samarbejde_cli.errors import SamarbejdeError, WriteError

PAPERS = ("invitation", "agenda")


@pytest.fixture
def workspace(tmp_path):
    """Three cases; the teacher of the second gets letters on paper."""
    found = several(tmp_path / "Ungeteam", 3)
    edit(found.root / "sager/2026-002/team.yaml", "  intern: nej\n",
         "  intern: nej\n    fritaget_digital_post: ja\n")  # fmt: skip
    return found


def ran_of(workspace, folder, group=None, kinds=PAPERS):
    job = job_of(workspace, folder, kinds, group=group)
    ran = made(job)
    assert ran.succeeded
    return ran


def folders(folder):
    return {path.parent.name for path in folder.rglob("*.docx")}


def text_of(path):
    return "\n".join(each.text for each in Document(path).paragraphs)


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


class TestCombined:
    def test_each_folder_gives_one_file_with_all_its_letters(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.CHANNEL)
        files = combine_letters(ran, Group.CHANNEL, tmp_path / "ud")
        assert [path.name for path in files] == ["fælles.docx", "print.docx", "sikker-post.docx"]
        secure = text_of(files[2])
        assert secure.count("Kære ") == 3 * LETTERS - 1
        assert "Kære Karin Friisc" not in secure
        assert text_of(files[1]).count("Kære Karin Friisc") == 1

    def test_workers_write_the_same_as_one_process(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.CASE)
        alone = [path.read_bytes() for path in combine_letters(ran, Group.CASE, tmp_path / "ud")]
        executor, told = executor_for(None, 2), []
        try:
            files = combine_letters(ran, Group.CASE, tmp_path / "ud", executor, told.append)
        finally:
            executor.stop()
        assert [path.read_bytes() for path in files] == alone
        assert told == [LETTERS + 1, 2 * (LETTERS + 1), 3 * (LETTERS + 1)]

    def test_a_recipient_gets_the_papers_for_all_as_well(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.RECIPIENT)
        files = combine_letters(ran, Group.RECIPIENT, tmp_path / "ud")
        assert len(files) == 3 * LETTERS
        for path in files:
            text = text_of(path)
            assert text.index("Invitation") < text.index("Dagsorden")

    def test_nobody_gets_papers_of_the_case_along_with_a_letter(self, workspace, tmp_path):
        kinds = ("invitation", "agenda", "screening", "dialogue", "script", "goals")
        ran = ran_of(workspace, tmp_path / "ud", Group.RECIPIENT, kinds)
        combine_letters(ran, Group.RECIPIENT, tmp_path / "ud")
        data = (tmp_path / "ud" / "samlet" / TABLE).read_text("utf-8-sig")
        kind_of = {letter.file: letter.kind for letter in ran.plan.ready}
        found = defaultdict(set)
        for row in list(csv.reader(StringIO(data), delimiter=";"))[1:]:
            found[row[0].removesuffix(".docx")[len("2026-001-") :]].add(kind_of[row[3]])
        assert found.pop("sagen") == {"screening", "dialogue", "script", "goals"}
        assert len(found) == LETTERS
        assert all(kinds == {"invitation", "agenda"} for kinds in found.values())

    def test_the_table_tells_where_each_letter_is(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.CHANNEL)
        combine_letters(ran, Group.CHANNEL, tmp_path / "ud")
        data = (tmp_path / "ud" / "samlet" / TABLE).read_text("utf-8-sig")
        rows = list(csv.reader(StringIO(data), delimiter=";"))[1:]
        assert [row[:2] for row in rows if row[0] == "fælles.docx"] == [
            ["fælles.docx", str(number)] for number in (1, 2, 3)
        ]
        assert {row[3] for row in rows} == {letter.file for letter in ran.plan.ready}

    def test_many_letters_give_several_files(self, workspace, tmp_path, monkeypatch):
        monkeypatch.setattr("samarbejde_cli.actions.batch.send_ready.MOST", 5)
        ran = ran_of(workspace, tmp_path / "ud", kinds=("invitation",))
        found = bundles(ran, None)
        assert [(each.name, len(each.letters)) for each in found] == [
            ("alle-01.docx", 5), ("alle-02.docx", 5), ("alle-03.docx", 2),
        ]  # fmt: skip
        assert MOST > 5

    def test_files_of_an_earlier_run_go_and_the_check_still_holds(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.CASE)
        combine_letters(ran, Group.CASE, tmp_path / "ud")
        old = tmp_path / "ud" / "samlet" / "2026-001.pdf"
        own = tmp_path / "ud" / "samlet" / "egne noter.txt"
        old.write_bytes(b"")
        own.write_bytes(b"")
        combine_letters(ran, Group.CASE, tmp_path / "ud")
        assert not old.exists()
        assert own.exists()
        assert verify(workspace, tmp_path / "ud").found == ()
        assert ran_of(workspace, tmp_path / "ud", Group.CASE).new == 0

    def test_a_letter_that_was_changed_is_not_sent_along(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.CASE)
        path = tmp_path / "ud" / "2026-001" / "2026-001-runde-1-dagsorden.docx"
        with ZipFile(path, "a") as archive:
            archive.writestr("mere.txt", "rettet")
        with pytest.raises(SamarbejdeError, match="er ændret, siden den blev lavet"):
            combine_letters(ran, Group.CASE, tmp_path / "ud")


class TestFiled:
    def test_every_letter_is_filed_once_on_its_own_case(self, workspace, tmp_path):
        for _ in range(2):
            ran = ran_of(workspace, tmp_path / "ud", Group.CASE)
        for folder in workspace.folders():
            filed = load_case(folder).paper_records
            wanted = [each for each in ran.plan.ready if each.case == folder.name]
            assert [(each.file, each.sha256) for each in filed] == [
                (each.file.rpartition("/")[2], each.sha256) for each in wanted
            ]
            assert {each.date for each in filed} == {DAY}
            own = {person.name for person in load_case(folder).everybody}
            assert {each.recipient for each in filed if each.recipient} <= own

    def test_what_a_killed_run_did_not_file_is_filed_by_the_next(self, workspace, tmp_path):
        ran_of(workspace, tmp_path / "ud")
        before = (workspace.root / "sager/2026-002/breve.yaml").read_bytes()
        (workspace.root / "sager/2026-002/breve.yaml").unlink()
        assert ran_of(workspace, tmp_path / "ud").new == 0
        assert (workspace.root / "sager/2026-002/breve.yaml").read_bytes() == before

    def test_filing_changes_neither_the_plan_nor_its_approval(self, workspace, tmp_path):
        job = job_of(workspace, tmp_path / "ud", PAPERS)
        before = planned(job).hash
        made(job)
        assert planned(job).hash == before

    def test_letters_of_a_case_that_cannot_be_filed_are_not_done(self, workspace, tmp_path):
        job = job_of(workspace, tmp_path / "ud", PAPERS)
        plan = planned(job)
        (workspace.root / "sager/2026-002/breve.yaml").write_text("- [", "utf-8")
        ran = made(job, plan)
        assert not ran.succeeded
        assert ran.counts == {LetterState.DONE: 2 * (LETTERS + 1), LetterState.FAILED: LETTERS + 1}


class TestCalendars:
    def test_each_agenda_has_a_calendar_file_for_colleagues_beside_it(self, workspace, tmp_path):
        job = job_of(workspace, tmp_path / "ud", PAPERS)
        ran = made(job)
        for _ in range(2):
            assert write_calendars(ran, SerialExecutor(job), job.output) == (3, [])
        files = sorted((tmp_path / "ud" / "outlook").iterdir())
        assert [path.name for path in files] == [
            f"2026-00{number}-runde-1-møde.ics" for number in (1, 2, 3)
        ]
        events = [Calendar.from_ical(path.read_bytes()).walk("VEVENT")[0] for path in files]
        assert len({event["UID"] for event in events}) == 3
        assert {int(event["SEQUENCE"]) for event in events} == {0}
        filed = load_case(workspace.folders()[0]).paper_records
        assert [each.paper for each in filed].count("kalender") == 1

    def test_a_mailing_without_agendas_has_none(self, workspace, tmp_path):
        job = job_of(workspace, tmp_path / "ud", ("invitation",))
        assert write_calendars(made(job), SerialExecutor(job), job.output) == (0, [])
        assert not (tmp_path / "ud" / "outlook").exists()
