"""All files are written or none, never over a change of somebody else, whatever goes wrong."""

import os
import signal
import stat

import pytest
from plain_files import names, put, run

from samarbejde_cli.errors import ConflictError, WriteError
from samarbejde_cli.files import write
from samarbejde_cli.files.write import Change, digest_of, write_all, write_change

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs the process control of POSIX")


class TestWriting:
    def test_writes_every_byte_of_old_and_new_files(self, folder):
        old, new = folder / "sag.yaml", folder / "runde.yaml"
        digest = put(old, "a: 1\r\n")
        write_all([Change(old, "\ufeffa: å\r\n", digest), Change(new, b"\x00b", None)])
        assert old.read_bytes() == "\ufeffa: å\r\n".encode()
        assert new.read_bytes() == b"\x00b"
        assert names(folder) == ["runde.yaml", "sag.yaml"]

    def test_nothing_to_write_is_fine(self):
        write_all([])

    @POSIX
    @pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
    def test_a_file_keeps_its_mode(self, folder, mode):
        path = folder / "sag.yaml"
        digest = put(path, "a")
        path.chmod(mode)
        write_all([Change(path, "b", digest)])
        assert stat.S_IMODE(path.stat().st_mode) == mode

    @POSIX
    def test_a_link_stays_a_link_and_its_target_changes(self, folder):
        (folder / "rigtig").mkdir()
        target, link = folder / "rigtig" / "sag.yaml", folder / "sag.yaml"
        digest = put(target, "a")
        link.symlink_to(target)
        write_all([Change(link, "b", digest)])
        assert link.is_symlink()
        assert target.read_text() == "b"


class TestConflicts:
    def test_a_file_that_changed_stops_all(self, folder):
        first, second = folder / "sag.yaml", folder / "historik.yaml"
        digests = put(first, "a"), put(second, "b")
        put(second, "b2")
        changes = [Change(first, "x", digests[0]), Change(second, "y", digests[1])]
        with pytest.raises(ConflictError, match=r"historik\.yaml er ændret") as caught:
            write_all(changes)
        assert "Intet er skrevet" in caught.value.hint
        assert (first.read_text(), second.read_text()) == ("a", "b2")
        assert names(folder) == ["historik.yaml", "sag.yaml"]

    def test_a_file_that_is_gone_stops_all(self, folder):
        with pytest.raises(ConflictError, match=r"sag\.yaml er slettet"):
            write_all([Change(folder / "sag.yaml", "x", digest_of(b"a"))])
        assert names(folder) == []

    def test_a_new_file_never_takes_the_place_of_another(self, folder):
        put(folder / "sag.yaml", "a")
        with pytest.raises(ConflictError, match=r"sag\.yaml findes allerede"):
            write_all([Change(folder / "sag.yaml", "x", None)])
        assert (folder / "sag.yaml").read_text() == "a"


class TestTrouble:
    def test_a_folder_that_is_gone_stops_all(self, folder):
        path = folder / "sag.yaml"
        digest = put(path, "a")
        gone = folder / "væk" / "plan.yaml"
        with pytest.raises(WriteError, match=r"plan\.yaml kan ikke skrives: mappen findes ikke"):
            write_all([Change(path, "x", digest), Change(gone, "y", None)])
        assert path.read_text() == "a"
        assert names(folder) == ["sag.yaml"]

    def test_a_name_that_is_too_long_is_told(self, folder):
        with pytest.raises(WriteError, match="navnet er for langt"):
            write_all([Change(folder / ("x" * 300 + ".yaml"), "y", None)])
        assert names(folder) == []

    @POSIX
    def test_a_full_disk_changes_nothing(self, folder):
        path = folder / "sag.yaml"
        digest = put(path, "a")
        script = """
import resource, sys
from pathlib import Path
from samarbejde_cli.files.write import *
from samarbejde_cli.errors import WriteError
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
folder = Path(sys.argv[1])
try:
    write_all([Change(folder / "sag.yaml", "b", sys.argv[2]),
               Change(folder / "plan.yaml", "x" * 5000, None)])
except WriteError as problem:
    print(problem.message, problem.hint)
"""
        done = run(script, folder, digest)
        assert "plan.yaml kan ikke skrives: der er ikke plads" in done.stdout, done.stderr
        assert path.read_text() == "a"
        assert names(folder) == ["sag.yaml"]

    @POSIX
    def test_a_folder_that_is_read_only_is_told(self, open_folder):
        path = open_folder / "sag.yaml"
        digest = put(path, "a")
        open_folder.chmod(0o555)
        script = """
import os, sys
from pathlib import Path
from samarbejde_cli.files.lock import locked
from samarbejde_cli.files.write import *
from samarbejde_cli.errors import WriteError
import filelock
if os.getuid() == 0: os.setuid(65534)
path = Path(sys.argv[1])
try:
    write_all([Change(path, "b", sys.argv[2])])
except WriteError as problem:
    print(problem.message, problem.hint)
try:
    with locked(path.parent): print("inde")
except WriteError as problem:
    print(problem.message, problem.hint)
"""
        done = run(script, path, digest)
        assert "sag.yaml kan ikke skrives: du må ikke skrive der" in done.stdout, done.stderr
        assert f"{open_folder.name} kan ikke skrives: du må ikke skrive der" in done.stdout
        assert path.read_text() == "a"

    def test_files_that_took_their_places_go_back_when_a_later_one_cannot(self, folder):
        first, new, blocked = (folder / name for name in ("a.yaml", "b.yaml", "c.yaml"))
        digest = put(first, "a")
        changes = [Change(first, "x", digest), Change(new, "y", None), Change(blocked, "z", None)]
        staged: list[write._Staged] = []
        for change in changes:
            write._stage(change, staged)
            write._verify(staged[-1])
        blocked.mkdir()
        with pytest.raises(WriteError, match=r"c\.yaml kan ikke skrives"):
            write._replace_all(staged)
        assert first.read_text() == "a"
        assert not new.exists()


INTERRUPTED = """
import os, signal, sys, time
from pathlib import Path
from samarbejde_cli.files import write
from samarbejde_cli.files.write import *

folder, when = Path(sys.argv[1]), sys.argv[2]
before = getattr(write, when)
def press_then(*arguments):
    before(*arguments)
    os.kill(os.getpid(), signal.SIGINT)
setattr(write, when, press_then)
try:
    old = [digest_of(f"{n}".encode()) for n in range(3)]
    write_all([Change(folder / f"{n}.yaml", f"ny {n}", old[n]) for n in range(3)])
except KeyboardInterrupt:
    print("afbrudt")
    sys.exit(130)
"""


@POSIX
class TestCtrlC:
    @pytest.mark.parametrize(
        ("when", "after"), [("write_new", "{}"), ("_verify", "{}"), ("_replace", "ny {}")]
    )
    def test_leaves_all_files_old_or_all_new(self, folder, when, after):
        for number in range(3):
            put(folder / f"{number}.yaml", f"{number}")
        done = run(INTERRUPTED, folder, when)
        assert (done.returncode, done.stdout) == (130, "afbrudt\n"), done.stderr
        texts = [(folder / f"{number}.yaml").read_text() for number in range(3)]
        assert texts == [after.format(number) for number in range(3)]
        assert names(folder) == ["0.yaml", "1.yaml", "2.yaml"]

    def test_is_obeyed_again_afterwards(self, folder):
        before = signal.getsignal(signal.SIGINT)
        write_all([Change(folder / "sag.yaml", "a", None)])
        assert signal.getsignal(signal.SIGINT) is before


def test_a_record_that_somebody_changed_is_not_written_over(tmp_path):
    path = tmp_path / "breve.yaml"
    path.write_text("- dato: 2026-02-12\n", "utf-8")
    path.chmod(0o640)
    before = digest_of(path.read_bytes())
    write_change(Change(path, "nyt\n", before))
    assert path.stat().st_mode & 0o777 == 0o640
    with pytest.raises(ConflictError):
        write_change(Change(path, "igen\n", before))
