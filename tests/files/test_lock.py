"""One process at a time works in a folder, and what a killed one left is removed."""

import json
import os
import platform
import subprocess
import sys
import time

import pytest
from plain_files import names, put

from samarbejde_cli.errors import ConflictError, WriteError
from samarbejde_cli.files.lock import LOCK_FILE, TEMPORARY, locked, remove_leftovers
from samarbejde_cli.files.lock_holder import NOTE, holder_of

COUNTING = """
import sys
from pathlib import Path
from samarbejde_cli.source.read import read
from samarbejde_cli.files.lock import locked
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
from samarbejde_cli.files.lock import locked
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
            env=os.environ | {"SAMARBEJDE_BRUGER": "Bo"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as other:
            assert other.stdout.readline()
            with (
                pytest.raises(ConflictError, match="er i brug: Bo på denne computer") as caught,
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
            assert set(names(folder)) - {LOCK_FILE, NOTE} == {fresh.name}


class TestOtherComputers:
    """A synchronised folder: the system's lock is free, the note of the other computer is there."""

    def note(self, folder, *, machine="PC-12", age=0.0):
        path = folder / NOTE
        path.write_text(
            json.dumps({"hvem": "Anne Holm", "maskine": machine, "siden": time.time() - 600})
        )
        at = time.time() - age
        os.utime(path, (at, at))

    def test_one_that_renews_its_note_is_at_work(self, folder):
        self.note(folder, age=30)
        with (
            pytest.raises(
                ConflictError, match="er i brug: Anne Holm på computeren PC-12, siden den"
            ) as caught,
            locked(folder, timeout=0.1),
        ):
            pass
        assert "er mappen fri igen den" in caught.value.hint
        assert holder_of(folder).name == "Anne Holm", "the note is the other's"

    @pytest.mark.parametrize(
        ("machine", "age"), [("PC-12", 400), ("PC-12", -400), (platform.node(), 0)]
    )
    def test_a_dead_one_is_in_nobodys_way(self, folder, machine, age):
        self.note(folder, machine=machine, age=age)
        with locked(folder, timeout=0.1):
            assert holder_of(folder).machine == platform.node()
        assert holder_of(folder) is None

    @pytest.mark.parametrize("text", ["", "{", "[]", '{"hvem": 1}', '{"siden": "x"}'])
    def test_a_broken_note_is_none(self, folder, text):
        (folder / NOTE).write_text(text)
        with locked(folder, timeout=0.1):
            pass
        assert not (folder / NOTE).exists()

    def test_what_a_mailing_clears_away_is_not_the_note(self, folder):
        with locked(folder):
            remove_leftovers(folder)
            assert holder_of(folder)
