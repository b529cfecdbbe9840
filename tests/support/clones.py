"""Two clones of one workspace, with the real git, as two colleagues have them."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samarbejde_cli.__main__ import main

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = "2026-02-24"


class Clone:
    """One colleague's clone; ``samarbejde`` runs the program in it, ``git`` git."""

    def __init__(self, root: Path, name: str) -> None:
        self.root = root
        self.name = name
        self.git("config", "user.name", name)
        self.git("config", "user.email", f"{name.lower()}@birkeby.example")

    def git(self, *words: str, check: bool = True) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.root), *words],  # noqa: S607 — whichever git there is
            check=False, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        assert done.returncode == 0 or not check, done.stdout + done.stderr
        return done.stdout

    def samarbejde(self, *words: str) -> int:
        command, *rest = words
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SAMARBEJDE_BRUGER", self.name)
            return main([command, *rest, "--workspace", str(self.root)])

    def save(self, message: str = "dagens arbejde") -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", message)

    def send(self) -> None:
        self.git("push", "-q", "origin", "HEAD:main")

    def fetch(self, *, strategy: str = "--no-rebase", check: bool = False) -> bool:
        """Pull, and return whether that went without conflict."""
        self.git("pull", "-q", "--no-edit", strategy, "origin", "main", check=check)
        return not self.git("diff", "--name-only", "--diff-filter=U").strip()

    def use_driver(self) -> None:
        """Let git merge the case files by what they say, as a workspace of the program has it."""
        program = shlex.join([sys.executable, "-m", "samarbejde_cli", "merge-driver"])
        self.git("config", "merge.samarbejde.driver", f"{program} %O %A %B %P")
        attributes = self.root / ".git" / "info" / "attributes"
        attributes.write_text("*.yaml merge=samarbejde\n", "utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Change the one place of a file that holds a text."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (name, old)
        path.write_text(text.replace(old, new), "utf-8")

    def case(self, number: str) -> Path:
        return self.root / "sager" / number


def two_clones(
    folder: Path, monkeypatch: pytest.MonkeyPatch, source: Path = EXAMPLES
) -> tuple[Clone, Clone]:
    """Return two clones of a workspace in a repository that both send to."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, str(folder / "no-config"))
    monkeypatch.setenv("SAMARBEJDE_DAG", DAY)
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    seed = folder / "seed"
    shutil.copytree(source, seed)
    origin = folder / "origin.git"
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", origin], check=True)  # noqa: S607
    subprocess.run(["git", "init", "-q", "-b", "main", seed], check=True)  # noqa: S607
    first = Clone(seed, "Seed")
    first.git("remote", "add", "origin", str(origin))
    first.save("begyndelsen")
    first.send()
    found = []
    for name in ("Anne", "Bo"):
        subprocess.run(["git", "clone", "-q", origin, folder / name], check=True)  # noqa: S607
        found.append(Clone(folder / name, name))
    return found[0], found[1]
