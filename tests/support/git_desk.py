"""A desk with a workspace in git: the real git, the real command line, nobody's own settings."""

import atexit
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from samarbejde_cli.__main__ import main

ROOT = Path(__file__).parents[2]
NAMED = "[user]\n\tname = Anne Eksempel\n\temail = anne@birkeby.example\n"


class Said(NamedTuple):
    """What a command line came to: exit code and everything on the screen, on one line."""

    code: int
    text: str


class Desk:
    """One person's workspace; ``samarbejde`` runs the program in it, ``git`` git."""

    def __init__(self, root, capsys):
        self.root = root
        self.capsys = capsys

    def samarbejde(self, *words):
        command, *rest = words
        code = main([command, *rest, "--workspace", str(self.root)])
        return Said(code, " ".join(" ".join(self.capsys.readouterr()).split()))

    def git(self, *words, check=True):
        return git(self.root, *words, check=check)

    def write(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="")

    def change(self, path, old, new):
        text = (self.root / path).read_text("utf-8")
        assert old in text, path
        self.write(path, text.replace(old, new, 1))

    def subjects(self):
        return self.git("log", "--format=%s").splitlines()


def git(folder, *words, check=True):
    done = subprocess.run(
        ["git", "-C", folder, *words],  # noqa: S607 — whichever git there is
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0 or not check, done.stdout + done.stderr
    return done.stdout


def alone(folder, monkeypatch, settings=NAMED):
    """Take this machine's own settings of git away, and have the program found by hooks."""
    folder.joinpath("gitconfig").write_text(settings, "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in [*os.environ]:
        if name.startswith(("GIT_AUTHOR_", "GIT_COMMITTER_")) or name == "EMAIL":
            monkeypatch.delenv(name)
    monkeypatch.setenv("SAMARBEJDE_DAG", "2026-02-24")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@cache
def _made():
    """Return the examples in a repository, as ``doctor --fix`` makes it; copied for each test."""
    folder = Path(mkdtemp(prefix="desk-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    root = folder / "ws"
    shutil.copytree(ROOT / "examples", root, ignore=shutil.ignore_patterns("dokumenter", ".laas"))
    assert main(["doctor", "--fix", "--workspace", str(root)]) == 0
    subprocess.run([sys.executable, "-m", "samarbejde_cli", "schema"], cwd=root, check=True)
    git(root, "add", "-A")
    git(root, "commit", "-qnm", "begyndelsen")
    return root


def examples_in_git(folder, capsys, name="ws"):
    """Return a desk with the examples in a repository."""
    root = shutil.copytree(_made(), folder / name, symlinks=True)
    capsys.readouterr()
    return Desk(root, capsys)


def shared_copy(folder, desk, name="faelles.git"):
    """Return the bare repository of a desk, made as docs/git.md says, that it sends to."""
    git(folder, "clone", "-q", "--bare", str(desk.root), name)
    desk.git("remote", "add", "origin", str(folder / name))
    assert desk.samarbejde("sync").code == 0
    return folder / name


def colleague(folder, shared, capsys, name="bo"):
    """Return another desk with a clone, made ready as docs/git.md says."""
    git(folder, "clone", "-q", str(shared), name)
    desk = Desk(folder / name, capsys)
    assert desk.samarbejde("doctor", "--fix").code == 0
    return desk
