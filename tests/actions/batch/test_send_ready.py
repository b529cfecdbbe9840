"""What goes with finished letters: combined files and calendar files."""

import csv
from collections import defaultdict
from io import StringIO
from zipfile import ZipFile

import pytest
from docx import Document
from icalendar import Calendar
from mailing import LETTERS, edit, job_of, made, ran_of, several

from samarbejde_cli.actions.batch.job import Group
from samarbejde_cli.actions.batch.send_ready import (
    MOST,
    TABLE,
    bundles,
    combine_letters,
    write_calendars,
)
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.actions.executors import executor_for
from samarbejde_cli.case.case import load_case
from samarbejde_cli.errors import SamarbejdeError

PAPERS = ("invitation", "agenda")


@pytest.fixture
def workspace(by_post):
    return by_post


def text_of(path):
    return "\n".join(each.text for each in Document(path).paragraphs)


class TestCombined:
    def test_each_folder_gives_one_file_with_all_its_letters(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.CHANNEL)
        files = combine_letters(ran)
        assert [path.name for path in files] == ["fælles.docx", "print.docx", "sikker-post.docx"]
        secure = text_of(files[2])
        assert secure.count("Kære ") == 3 * LETTERS - 1
        assert "Kære Karin Friisc" not in secure
        assert text_of(files[1]).count("Kære Karin Friisc") == 1

    def test_workers_write_the_same_as_one_process(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.CASE)
        alone = [path.read_bytes() for path in combine_letters(ran)]
        executor, told = executor_for(ran.job, 2), []
        try:
            files = combine_letters(ran, executor, told.append)
        finally:
            executor.stop()
        assert [path.read_bytes() for path in files] == alone
        assert told == [LETTERS + 1, 2 * (LETTERS + 1), 3 * (LETTERS + 1)]

    def test_a_recipient_gets_the_papers_for_all_as_well(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.RECIPIENT)
        files = combine_letters(ran)
        assert len(files) == 3 * LETTERS
        for path in files:
            text = text_of(path)
            assert text.index("Invitation") < text.index("Dagsorden")

    def test_nobody_gets_papers_of_the_case_along_with_a_letter(self, workspace, tmp_path):
        kinds = ("invitation", "agenda", "screening", "dialogue", "script", "goals")
        ran = ran_of(workspace, tmp_path / "ud", Group.RECIPIENT, kinds)
        combine_letters(ran)
        data = (tmp_path / "ud" / "samlet" / TABLE).read_text("utf-8-sig")
        kind_of = {letter.file: letter.kind for letter in ran.plan.ready}
        found = defaultdict(set)
        for row in list(csv.reader(StringIO(data), delimiter=";"))[1:]:
            found[row[0].removesuffix(".docx")[len("2026-001-") :]].add(kind_of[row[3]])
        assert found.pop("sagen") == {"screening", "dialogue", "script", "goals"}
        colleagues = ("uddannelsesvejleder", "beskæftigelsesmedarbejder")
        assert all(found.pop(name) == {"goals"} for name in colleagues)
        assert found.pop("fælles", {"agenda"}) == {"agenda"}
        assert len(found) == LETTERS
        assert all(kinds - {"goals"} == {"invitation", "agenda"} for kinds in found.values())

    def test_the_table_tells_where_each_letter_is(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.CHANNEL)
        combine_letters(ran)
        data = (tmp_path / "ud" / "samlet" / TABLE).read_text("utf-8-sig")
        rows = list(csv.reader(StringIO(data), delimiter=";"))[1:]
        assert [row[:2] for row in rows if row[0] == "fælles.docx"] == [
            ["fælles.docx", str(number)] for number in (1, 2, 3)
        ]
        assert {row[3] for row in rows} == {letter.file for letter in ran.plan.ready}

    def test_many_letters_give_several_files(self, workspace, tmp_path, monkeypatch):
        monkeypatch.setattr("samarbejde_cli.actions.batch.send_ready.MOST", 5)
        ran = ran_of(workspace, tmp_path / "ud", kinds=("invitation",))
        found = bundles(ran)
        assert [(each.name, len(each.letters)) for each in found] == [
            ("alle-01.docx", 5), ("alle-02.docx", 5), ("alle-03.docx", 2),
        ]  # fmt: skip
        assert MOST > 5

    def test_files_of_an_earlier_run_go_and_the_check_still_holds(self, workspace, tmp_path):
        ran = ran_of(workspace, tmp_path / "ud", Group.CASE)
        combine_letters(ran)
        old = tmp_path / "ud" / "samlet" / "2026-001.pdf"
        own = tmp_path / "ud" / "samlet" / "egne noter.txt"
        old.write_bytes(b"")
        own.write_bytes(b"")
        combine_letters(ran)
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
            combine_letters(ran)


class TestCalendars:
    def test_each_agenda_has_a_calendar_file_for_colleagues_beside_it(self, workspace, tmp_path):
        job = job_of(workspace, tmp_path / "ud", PAPERS)
        ran = made(job)
        for _ in range(2):
            assert write_calendars(ran) == (3, [])
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
        assert write_calendars(made(job)) == (0, [])
        assert not (tmp_path / "ud" / "outlook").exists()


def test_the_agenda_goes_along_in_its_own_case_only(tmp_path):
    workspace = several(tmp_path / "Ungeteam", 2)
    (workspace.root / "sager/2026-002").rename(workspace.root / "sager/2026-001-b")
    job = job_of(workspace, tmp_path / "ud", ("invitation", "agenda"), group=Group.RECIPIENT)
    combine_letters(made(job))
    rows = (job.output / "samlet" / TABLE).read_text("utf-8-sig").splitlines()[1:]
    for row in rows:
        bundle, _, case, *_ = row.split(";")
        assert bundle.startswith("2026-001-b-") is (case == "2026-001-b")


def test_a_calendar_file_is_of_the_approved_day(workspace, output):
    job = job_of(workspace, output, ("agenda",))
    ran = made(job)
    edit(workspace.root / "sager/2026-002/runder/1.yaml", "dato: 2026-03-03", "dato: 2026-03-05")
    assert write_calendars(ran) == (2, ["2026-002"])
