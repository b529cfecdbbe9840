"""New files are their owner's alone, and what a killed command leaves reaches no repository."""

import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from samarbejde_cli.files.lock import locked

EXAMPLES = Path(__file__).parents[2] / "examples"
CPR = "671111-4321"
NEW_CASE = ("new-case", "--name", "Åse Bækgård", "--cpr", CPR)

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has rights of another kind")


@pytest.fixture
def samarbejde(tmp_path):
    """Run the program in a process whose umask lets everybody read."""

    def samarbejde(*words, program="-m samarbejde_cli", cwd=tmp_path):
        start = ["-c", program] if "\n" in program else program.split()
        return subprocess.run(
            [sys.executable, *start, *map(str, words)],
            cwd=cwd, capture_output=True, check=False, umask=0o022 if os.name != "nt" else -1,
            env=os.environ | {
                "PYTHONPATH": str(Path(__file__).parents[2]),
                "SAMARBEJDE_DAG": "2026-02-24",
                "XDG_STATE_HOME": str(tmp_path / "state"),
            },
        )  # fmt: skip

    return samarbejde


def readable_by_others(folder):
    return [
        str(path.relative_to(folder))
        for path in (folder, *sorted(folder.rglob("*")))
        if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]


@posix
def test_a_workspace_and_a_new_case_are_their_owners_alone(samarbejde, tmp_path):
    folder = tmp_path / "Ungesager"
    assert samarbejde("init", folder, "--municipality", "Birkeby").returncode == 0
    assert samarbejde(*NEW_CASE, "--workspace", folder).returncode == 0
    assert samarbejde("demo", tmp_path / "demo").returncode == 0
    assert readable_by_others(folder) == []
    assert readable_by_others(tmp_path / "demo") == []


@posix
def test_papers_mailings_tables_and_calendars_are_too(samarbejde, tmp_path):
    root = shutil.copytree(EXAMPLES, tmp_path / "ws")
    old = set(root.rglob("*"))
    at = ("--workspace", root)
    commands = (
        ("render", "2026-004", *at),
        ("render-agenda", "2026-002", "--output", tmp_path / "out" / "a", *at),
        ("calendar", "2026-002", *at),
        ("schema", "--output", tmp_path / "out" / "b"),
        ("status", "--format", "csv", "--output", tmp_path / "out" / "a.csv", *at),
        ("batch", "agenda", "--step", "møde", "--output", tmp_path / "out" / "mail", "--plan", *at),
        ("templates", "copy", "leaflet", *at),
    )
    (tmp_path / "out").mkdir(mode=0o700)
    for command in commands:
        done = samarbejde(*command)
        assert done.returncode in (0, 1), (command, done.stderr.decode())
    new = [path for path in root.rglob("*") if path not in old]
    assert new
    assert [str(path) for path in new if stat.S_IMODE(path.stat().st_mode) & 0o077] == []
    assert readable_by_others(tmp_path / "out") == []


@posix
def test_a_file_that_is_written_again_keeps_its_rights(samarbejde, tmp_path):
    root = shutil.copytree(EXAMPLES, tmp_path / "ws")
    paths = (root / "sager/2025-014/sag.yaml", root / "sager/2025-014/historik.yaml")
    for path, mode in zip(paths, (0o664, 0o640), strict=True):
        path.chmod(mode)
    command = ("hand-over", "2025-014", "--to", "Karsten Bøgh", "--workspace", root)
    assert samarbejde(*command).returncode == 0
    assert [stat.S_IMODE(path.stat().st_mode) for path in paths] == [0o664, 0o640]


@pytest.fixture
def killed(samarbejde, tmp_path):
    """Return a workspace in which new-case was killed when all its files were written."""
    if os.name == "nt" or shutil.which("git") is None:
        pytest.skip("needs git, and signals that kill")

    def killed(ignored):
        root = shutil.copytree(EXAMPLES, tmp_path / "ws")
        (root / ".gitignore").write_text(ignored, "utf-8")
        git(root, "init", "-q")
        program = """\
import os, signal
from pathlib import Path
Path.rename = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
from samarbejde_cli.__main__ import main
raise SystemExit(main())
"""
        done = samarbejde(*NEW_CASE, "--workspace", root, program=program)
        assert done.returncode == -signal.SIGKILL
        assert half_made(root)
        return root

    return killed


def git(root, *words):
    done = subprocess.run(["git", "-C", root, *words], check=True, capture_output=True)  # noqa: S607 — whichever git there is
    return done.stdout.decode()


def half_made(root):
    return [path for path in root.rglob("sag.yaml") if CPR in path.read_text("utf-8")]


@pytest.mark.parametrize("ignored", ["dokumenter/\n.laas\n.samarbejde-*\n", "*.tmp\n", ""])
def test_what_a_killed_new_case_leaves_is_never_committed(killed, ignored):
    root = killed(ignored)
    (root / "sager" / "2026-001" / "dokumenter").mkdir(exist_ok=True)
    (root / "sager" / "2026-001" / "dokumenter" / "a.docx").write_bytes(b"x")
    git(root, "add", "-A")
    names = [name for name in git(root, "ls-files", "-z").split("\0") if name.startswith("sager/")]
    assert "sager/2026-001/sag.yaml" in names
    assert not [name for name in names if ".samarbejde-" in name]
    assert not [name for name in names if name.endswith((".docx", ".laas"))]


@pytest.mark.parametrize("command", ["validate", "status", "todo"])
def test_the_next_command_takes_it_away(killed, samarbejde, command):
    root = killed("")
    samarbejde(command, "--workspace", root)
    assert not half_made(root)


def test_a_case_that_is_just_being_made_is_left_alone(killed, samarbejde):
    root = killed("")
    with locked(root / "sager"):
        samarbejde("status", "--workspace", root)
    assert half_made(root)
