"""The git program: the one place that runs it, in English that nobody sees and without questions.

What git says is for this program only; every sentence that a user reads is written here in Danish.
"""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.lazy import frozen, lazy_pattern

MINIMUM = (2, 28)
"""The oldest git that is enough: the first that names the first branch as it is told."""
_SECONDS = 60
_NETWORK_SECONDS = 600
_SETTINGS = tuple(
    word
    for setting in (
        "core.quotepath=off",
        "core.safecrlf=false",
        "i18n.commitEncoding=UTF-8",
        "i18n.logOutputEncoding=UTF-8",
        "log.showSignature=false",
    )
    for word in ("-c", setting)
)
"""What a user's own settings would change in git's answers."""
_QUIET = {
    "LC_ALL": "C",
    "LANGUAGE": "",
    "GIT_EDITOR": ":",
    "GIT_MERGE_AUTOEDIT": "no",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
}
_VERSION = lazy_pattern(r"git version (\d+)\.(\d+)")


class GitError(SamarbejdeError):
    """Git cannot do what was asked of it; says why in Danish, and what to do."""


@frozen
class Answer:
    """What git answered: its exit code, its output as bytes, and its messages in English."""

    code: int
    data: bytes
    messages: str

    @property
    def is_well(self) -> bool:
        """Whether git did what it was told."""
        return self.code == 0

    @property
    def text(self) -> str:
        """The output without the line break at its end; file names come out as they went in."""
        return os.fsdecode(self.data).rstrip("\n")

    @property
    def names(self) -> list[str]:
        """The output of a command with ``-z``, as a list."""
        return [name for name in os.fsdecode(self.data).split("\0") if name]

    def says(self, *words: str) -> bool:
        """Whether one of these words is in git's messages, in any case."""
        told = self.messages.casefold()
        return any(word.casefold() in told for word in words)


def run_git(
    folder: Path,
    *words: str,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    network: bool = False,
) -> Answer:
    """Run git in a folder, without a shell, and return its answer whatever it is.

    Raises ``GitError`` when git is not installed or does not come to an end.
    """
    try:
        done = subprocess.run(  # noqa: S603 — fixed words and paths of the workspace, no shell
            ["git", "-C", str(folder), *_SETTINGS, *words],  # noqa: S607 — the user's own git, wherever it is
            input=stdin,
            capture_output=True,
            check=False,
            env=os.environ | _QUIET | dict(environment or {}),
            timeout=_NETWORK_SECONDS if network else _SECONDS,
        )
    except subprocess.TimeoutExpired as problem:
        raise GitError(
            "Git blev ikke færdig.",
            "Se efter, om et andet program arbejder i mappen, og prøv igen.",
        ) from problem
    except OSError as problem:
        raise GitError(
            "Git er ikke installeret, eller det kan ikke startes.",
            "Hent Git for Windows på git-scm.com, eller bed it-afdelingen om det. Åbn så et nyt "
            "vindue, og prøv igen.",
        ) from problem
    return Answer(done.returncode, done.stdout, done.stderr.decode(errors="replace"))


def version(folder: Path) -> tuple[int, int]:
    """Return the main numbers of git's version. Raises ``GitError`` when there is none."""
    found = _VERSION.search(run_git(folder, "version").text)
    return (int(found[1]), int(found[2])) if found else (0, 0)
