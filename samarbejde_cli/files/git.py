"""What git knows of files: whether they are committed as they are, and how they were before.

Git is asked for facts and never told to change anything. Where there is no git, or no repository,
there is no history: that is no mistake.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath

from samarbejde_cli.files.git_program import GitError, run_git
from samarbejde_cli.lazy import frozen


@frozen
class History:
    """The history of the files below a folder that lies in a git repository.

    Paths go in and out relative to the folder, with slashes.
    """

    folder: Path

    @cached_property
    def head(self) -> str | None:
        """The commit that the repository is at; None without a repository or a commit."""
        return asked(self.folder, "rev-parse", "--verify", "HEAD").decode().strip() or None

    def commit_of(self, paths: Iterable[str]) -> str | None:
        """Return the present commit when it holds all these files as they are now, else None."""
        return self.head if self.head and not any(map(self._differs, paths)) else None

    def commits(self, paths: Sequence[str]) -> list[str]:
        """Return the commits that changed any of these paths, the newest first."""
        if not self.head:
            return []
        return asked(self.folder, "log", "--all", "--format=%H", "--", *paths).decode().split()

    def commit_on(self, day: date) -> str | None:
        """Return the last commit that was made by the end of a day; None when there is none."""
        end = f"--before={day.isoformat()}T23:59:59"
        return asked(self.folder, "rev-list", "-1", end, "HEAD").decode().strip() or None

    def archive(self, commit: str, paths: Sequence[str]) -> bytes:
        """Return the files below some paths as they were in a commit, as a tar file."""
        return asked(self.folder, "archive", "--format=tar", commit, "--", *paths)

    def files(self, commit: str, paths: Sequence[str]) -> dict[str, bytes]:
        """Return the files below some paths as they were in a commit; empty when it is unknown."""
        listing = asked(self.folder, "ls-tree", "-r", "-z", commit, "--", *paths)
        return {name: self._content(blob) for name, blob in _blobs(listing)}

    def _content(self, blob: str) -> bytes:
        if blob not in self._contents:
            self._contents[blob] = asked(self.folder, "cat-file", "blob", blob)
        return self._contents[blob]

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        """What was asked for already: most files are the same in many commits."""
        return {}

    def _differs(self, path: str) -> bool:
        steps = PurePosixPath(path)
        return any(str(each) in self._changed for each in (steps, *steps.parents))

    @cached_property
    def _changed(self) -> frozenset[str]:
        """The files that git does not hold as they are; folders that it holds nothing of."""
        listing = asked(
            self.folder, "status", "--porcelain", "-z", "--untracked-files=all", "--ignored",
            "--no-renames", "--", ".",
        )  # fmt: skip
        prefix = os.fsdecode(asked(self.folder, "rev-parse", "--show-prefix")).strip("\n")
        names = (os.fsdecode(each[3:]).rstrip("/") for each in listing.split(b"\0") if each)
        found = frozenset(name.removeprefix(prefix) for name in names)
        whole = prefix.rstrip("/") in found or any(
            str(each) in found for each in PurePosixPath(prefix).parents
        )
        return found | {"."} if prefix and whole else found


def _blobs(listing: bytes) -> Iterator[tuple[str, str]]:
    for line in listing.split(b"\0"):
        about, _, name = line.partition(b"\t")
        if name:
            yield os.fsdecode(name), about.split()[2].decode()


def asked(folder: Path, *words: str, send: bytes = b"") -> bytes:
    """Return what git answers, given some input; nothing when it cannot."""
    try:
        answer = run_git(folder, *words, stdin=send)
    except GitError:
        return b""
    return answer.data if answer.is_well else b""
