"""What keeps a mailing from doing harm: found by trying to make it do some."""

import os
import sys
from contextlib import nullcontext
from itertools import pairwise

import pytest
from mailing import LETTERS, edit, job_of, made, planned, several

from samarbejde_cli.actions.batch.executors import SerialExecutor
from samarbejde_cli.actions.batch.inspection import Fault
from samarbejde_cli.actions.batch.job import Group
from samarbejde_cli.actions.batch.manifest import LetterState, read
from samarbejde_cli.actions.batch.send_ready import TABLE, combine_letters, write_calendars
from samarbejde_cli.actions.batch.tokens import words_in_part
from samarbejde_cli.actions.batch.verify import verify
from samarbejde_cli.actions.output_folder import is_torn
from samarbejde_cli.errors import ConflictError
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import Change, digest_of, write_change

CPR = "Jeg vil i skole som Silje, 720810-4999"


@pytest.fixture
def workspace(tmp_path):
    return several(tmp_path / "Ungeteam", 3)


@pytest.fixture
def output(tmp_path):
    return tmp_path / "breve"


def blocked(plan):
    return {case.number: {each.code for each in case.obstacles} for case in plan.hindered}


def letters(output, number):
    return sorted(path.name for path in output.glob(f"{number}*.docx"))


def test_a_cpr_number_in_free_text_blocks_whatever_its_weight(workspace, output):
    edit(workspace.root / "sager/2026-002/plan.yaml", "Jeg skal møde op", f"{CPR} Jeg skal møde op")
    assert blocked(planned(job_of(workspace, output))) == {"2026-002": {"SAM901"}}


def test_a_talk_that_is_past_is_not_invited_to(workspace, output):
    plan = planned(job_of(workspace, output, ("pre-meeting",)))
    assert {e.code for letter in plan.letters for e in letter.obstacles} == {"SAM614"}


@pytest.mark.parametrize("spoil", ["unreadable", "locked", "a folder"])
def test_what_cannot_be_noted_is_not_written_and_the_others_are(workspace, output, spoil):
    job, case = job_of(workspace, output), workspace.root / "sager/2026-002"
    plan = planned(job)
    if spoil == "unreadable":
        (case / "breve.yaml").write_text("- [", "utf-8")
    elif spoil == "a folder":
        (case / ".laas").unlink(missing_ok=True)
        (case / ".laas").mkdir()
    with locked(case) if spoil == "locked" else nullcontext():
        ran = made(job, plan)
    assert letters(output, "2026-002") == []
    assert ran.counts == {LetterState.DONE: 2 * LETTERS, LetterState.FAILED: LETTERS}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_case_that_cannot_be_written_to_does_not_stop_the_others(workspace, output):
    job, case = job_of(workspace, output), workspace.root / "sager/2026-002"
    plan = planned(job)
    case.chmod(0o500)
    try:
        ran = made(job, plan)
    finally:
        case.chmod(0o700)
    assert ran.counts == {LetterState.DONE: 2 * LETTERS, LetterState.FAILED: LETTERS}


def test_a_case_that_cannot_be_read_stands_in_the_manifest(workspace, output):
    (workspace.root / "sager/2026-002/team.yaml").write_text("personer: [", "utf-8")
    made(job_of(workspace, output))
    assert list(read(output).head["without_letters"]) == ["2026-002"]


def test_a_twin_that_came_after_the_sample_is_noticed(workspace, output):
    job = job_of(workspace, output)
    known = {case.number: case for case in planned(job).cases}
    edit(workspace.root / "sager/2026-003/sag.yaml", "720810-4003", "720810-4001")
    again = planned(job_of(workspace, output), known=known)
    assert blocked(again) == {"2026-001": {"SAM913"}, "2026-003": {"SAM913"}}


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


def test_the_agenda_goes_along_in_its_own_case_only(tmp_path):
    workspace = several(tmp_path / "Ungeteam", 2)
    (workspace.root / "sager/2026-002").rename(workspace.root / "sager/2026-001-b")
    job = job_of(workspace, tmp_path / "ud", ("invitation", "agenda"), group=Group.RECIPIENT)
    combine_letters(made(job), Group.RECIPIENT, job.output)
    rows = (job.output / "samlet" / TABLE).read_text("utf-8-sig").splitlines()[1:]
    for row in rows:
        bundle, _, case, *_ = row.split(";")
        assert bundle.startswith("2026-001-b-") is (case == "2026-001-b")


def test_a_calendar_file_is_of_the_approved_day(workspace, output):
    job = job_of(workspace, output, ("agenda",))
    ran = made(job)
    edit(workspace.root / "sager/2026-002/runder/1.yaml", "dato: 2026-03-03", "dato: 2026-03-05")
    assert write_calendars(ran, SerialExecutor(job), output) == (2, ["2026-002"])


def test_a_new_logo_needs_a_new_approval(workspace, output):
    root = workspace.root
    edit(root / "samarbejde.yaml", "\nlokaler:", "\nudseende:\n  logo: logo.svg\n\nlokaler:")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="10"/>'
    hashes = set()
    for width in (20, 30):
        (root / "logo.svg").write_text(svg.format(width), "utf-8")
        (root / "logo.png").write_bytes(PNG)
        hashes.add(planned(job_of(workspace, output)).profile)
    assert len(hashes) == 2


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


class TestVerify:
    def test_a_letter_that_was_kept_is_looked_at(self, workspace, output):
        job = job_of(workspace, output)
        made(job)
        one, other = (output / letters(output, f"2026-00{n}")[0] for n in (1, 2))
        one.write_bytes(other.read_bytes())
        made(job)
        troubles = {each.fault for each in verify(workspace, output).found}
        assert troubles == {Fault.CHANGED, Fault.FOREIGN}

    def test_a_case_that_cannot_be_searched_for_is_told(self, workspace, output):
        made(job_of(workspace, output))
        (workspace.root / "sager/2026-002/sag.yaml").write_text("ung: [", "utf-8")
        found = verify(workspace, output).found
        assert Fault.UNSEARCHED in {each.fault for each in found}

    def test_another_workspace_is_noticed(self, workspace, output, tmp_path):
        made(job_of(workspace, output))
        other = several(tmp_path / "anden", 1)
        found = {each.file for each in verify(other, output).found}
        assert {"sager/2026-002", "sager/2026-003"} <= found

    def test_a_damaged_letter_is_told_and_the_others_are_looked_at(self, workspace, output):
        made(job_of(workspace, output))
        path = output / letters(output, "2026-001")[0]
        data = bytearray(path.read_bytes())
        middle = data.index(b"word/document.xml") + 400
        data[middle : middle + 20] = b"\xff" * 20
        path.write_bytes(bytes(data))
        assert {each.file for each in verify(workspace, output).found} == {path.name}

    def test_a_manifest_without_a_letter_is_not_consistent(self, workspace, output):
        made(job_of(workspace, output))
        lines = (output / "manifest.json").read_text("utf-8").splitlines(keepends=True)
        at = next(n for n, line in enumerate(lines) if "2026-002" in line)
        (output / "manifest.json").write_text("".join(lines[:at] + lines[at + 1 :]), "utf-8")
        assert Fault.COUNTS in {each.fault for each in verify(workspace, output).found}

    @pytest.mark.parametrize(
        ("part", "xml"),
        [
            ("docProps/core.xml", b"<a>x</a><dc:title>Silje Ravnb</dc:title><b>y</b>"),
            ("word/charts/chart1.xml", b"<c:v>Silje Ravnb</c:v><c:v>2</c:v>"),
            ("word/comments.xml", b"<w:comment w:author='Silje Ravnb'/>"),
            ("word/document.xml", b"<!-- Silje Ravnb --><w:t>x</w:t>"),
            ("word/document.xml", "<w:t>Silje Ra\u00advnb</w:t>".encode()),
        ],
    )
    def test_values_that_stand_side_by_side_are_words_of_their_own(self, part, xml):
        words = words_in_part(part, xml)
        assert ("silje", "ravnb") in pairwise(words)


def test_a_file_in_another_format_is_somebodys(tmp_path):
    path = tmp_path / "a.docx"
    for data, torn in ((b"\xd0\xcf\x11\xe0 locked", False), (b"", True), (b"\0" * 9, True),
                       (b"PK\x03\x04", True)):  # fmt: skip
        path.write_bytes(data)
        assert is_torn(path) is torn


def test_a_record_that_somebody_changed_is_not_written_over(tmp_path):
    path = tmp_path / "breve.yaml"
    path.write_text("- dato: 2026-02-12\n", "utf-8")
    path.chmod(0o640)
    before = digest_of(path.read_bytes())
    write_change(Change(path, "nyt\n", before))
    assert path.stat().st_mode & 0o777 == 0o640
    with pytest.raises(ConflictError):
        write_change(Change(path, "igen\n", before))
