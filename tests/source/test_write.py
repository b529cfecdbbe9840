"""All files are written or none, never over a change of somebody else, whatever goes wrong."""

import os
import signal
import stat
import subprocess
import sys
import time

import pytest

from samarbejde_cli.errors import ConflictError, WriteError
from samarbejde_cli.files import write
from samarbejde_cli.files.single import remove_leftovers
from samarbejde_cli.files.write import LOCK_FILE, TEMPORARY, Change, digest_of, locked, write_all

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs the process control of POSIX")


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a name that is hard on careless code."""
    folder = tmp_path / "Ungesager på tværs"
    folder.mkdir()
    return folder


def put(path, text):
    path.write_bytes(text.encode())
    return digest_of(text.encode())


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def run(script, *arguments, **options):
    """Run a script in another process and return it when it has ended."""
    return subprocess.run(
        [sys.executable, "-B", "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
        timeout=60,
        check=False,
        **options,
    )


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
        ("when", "after"), [("write_new", "{}"), ("_verify", "{}"), ("replace_patiently", "ny {}")]
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


COUNTING = """
import sys
from pathlib import Path
from samarbejde_cli.source.read import read
from samarbejde_cli.files.write import *
folder = Path(sys.argv[1])
for _ in range(25):
    with locked(folder, timeout=50):
        source = read(folder / "tal.yaml")
        new = f"tal: {int(source.data['tal']) + 1}\\n"
        write_all([Change(source.path, new, source.digest)])
"""

HOLDING = """
import sys, time
from pathlib import Path
from samarbejde_cli.files.write import locked
with locked(Path(sys.argv[1])):
    print("låst", flush=True)
    sys.stdin.read()
"""


class TestLock:
    def test_two_processes_lose_no_change(self, folder):
        put(folder / "tal.yaml", "tal: 0\n")
        racers = [subprocess.Popen([sys.executable, "-c", COUNTING, str(folder)]) for _ in range(2)]
        assert [racer.wait(60) for racer in racers] == [0, 0]
        assert (folder / "tal.yaml").read_text() == "tal: 50\n"

    def test_a_folder_that_another_process_holds_is_a_conflict(self, folder):
        with subprocess.Popen(
            [sys.executable, "-c", HOLDING, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as other:
            assert other.stdout.readline()
            with (
                pytest.raises(ConflictError, match="Et andet program") as caught,
                locked(folder, timeout=0.1),
            ):
                pass
            assert caught.value.hint
            other.stdin.close()
            assert other.wait(60) == 0
        with locked(folder, timeout=5):
            pass

    def test_a_folder_that_is_gone_is_not_made(self, tmp_path):
        with pytest.raises(WriteError, match="mappen findes ikke"), locked(tmp_path / "væk"):
            pass
        assert names(tmp_path) == []

    def test_an_error_inside_opens_the_lock_again(self, folder):
        with pytest.raises(ZeroDivisionError), locked(folder):
            raise ZeroDivisionError
        with locked(folder, timeout=0.1):
            pass

    @pytest.mark.parametrize("where", ["runder", "dokumenter"])
    def test_also_in_the_folders_of_a_case(self, folder, where):
        (folder / where).mkdir()
        old, fresh = folder / where / f"{TEMPORARY}gammel", folder / where / f"{TEMPORARY}ny"
        put(old, "x"), put(fresh, "x")
        long_ago = time.time() - 2 * 3600
        os.utime(old, (long_ago, long_ago))
        with locked(folder):
            assert names(folder / where) == [fresh.name]

    def test_a_mailing_has_no_half_made_file_or_folder_left(self, folder):
        for where in (folder, folder / "sikker-post"):
            (where / f"{TEMPORARY}mappe").mkdir(parents=True)
            put(where / f"{TEMPORARY}mappe" / "brev.pdf", "x")
            put(where / f"{TEMPORARY}fil", "x")
        remove_leftovers(folder)
        assert not list(folder.rglob(f"{TEMPORARY}*"))

    def test_what_a_killed_process_left_long_ago_is_removed(self, folder):
        old, fresh = folder / f"{TEMPORARY}gammel", folder / f"{TEMPORARY}ny"
        put(old, "x"), put(fresh, "x")
        long_ago = time.time() - 2 * 3600
        os.utime(old, (long_ago, long_ago))
        with locked(folder):
            assert set(names(folder)) - {LOCK_FILE} == {fresh.name}
