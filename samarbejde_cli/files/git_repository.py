"""The repository around a folder: where it is, where its branch stands, and what is under way."""

import os
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from pathlib import Path, PurePosixPath

from samarbejde_cli.files.git_index import Operation, blobs, operation_in
from samarbejde_cli.files.git_program import MINIMUM, Answer, GitError, run_git, version
from samarbejde_cli.lazy import frozen

_FEW = 100
"""So many paths fit in a command line on every system."""
_UNMERGED = frozenset({"DD", "AU", "UD", "UA", "DU", "AA", "UU"})


class State(StrEnum):
    """How a file differs from what git keeps."""

    NEW = "ny"
    CHANGED = "ændret"
    GONE = "slettet"
    CONFLICT = "konflikt"


class NoRepositoryError(GitError):
    """The folder is in no repository."""


@frozen
class Repository:
    """The repository around ``folder``; paths go in and out relative to that folder."""

    folder: Path
    git_folder: Path
    top: Path
    prefix: str
    is_shallow: bool
    outer: Path | None

    def ask(self, *words: str, stdin: bytes = b"") -> Answer:
        """Return git's answer, whatever it is."""
        return run_git(self.folder, *words, stdin=stdin)

    @cached_property
    def branch(self) -> str | None:
        """The branch that is checked out, also before its first commit; None for a lone commit."""
        return self.ask("symbolic-ref", "--short", "-q", "HEAD").text or None

    @cached_property
    def head(self) -> str | None:
        """The commit that is checked out; None before the first."""
        return self.ask("rev-parse", "--verify", "-q", "HEAD").text or None

    @property
    def under_way(self) -> Operation | None:
        """What git is in the middle of."""
        return operation_in(self.git_folder)

    @property
    def has_identity(self) -> bool:
        """Whether git knows whose name and address to write on a commit, without guessing."""
        return self.ask("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT").is_well

    def setting(self, name: str) -> str:
        """Return a setting of git, empty when it has none."""
        return self.ask("config", "--get", name).text

    def changes(self, *paths: str) -> dict[str, State]:
        """Return the files that differ from the last commit, new ones too, but none ignored.

        Below some paths only, if any are given.
        """
        few = paths if 0 < len(paths) <= _FEW else (".",)
        found = self.ask(
            "--literal-pathspecs", "status", "--porcelain", "-z", "--untracked-files=all",
            "--no-renames", "--", *few,
        ).names  # fmt: skip
        states = {each[3:].removeprefix(self.prefix): _state(each[:2]) for each in found}
        if len(paths) <= _FEW:
            return states
        return {path: state for path, state in states.items() if _is_below(path, set(paths))}

    def contents(self, commit: str, paths: Iterable[str]) -> dict[str, bytes]:
        """Return files as they were in a commit; those that it does not have are left out."""
        names = {f"{commit}:./{path}": path for path in paths}
        return {names[name]: data for name, data in blobs(self.folder, names).items()}


def _is_below(path: str, above: set[str]) -> bool:
    return path in above or any(str(each) in above for each in PurePosixPath(path).parents)


def _state(letters: str) -> State:
    if letters in _UNMERGED:
        return State.CONFLICT
    if letters == "??":
        return State.NEW
    return State.GONE if "D" in letters else State.CHANGED


def open_repository(folder: Path) -> Repository:
    """Return the repository around a folder.

    Raises ``GitError`` without git, with one that is too old, and for a repository that git does
    not trust; ``NoRepositoryError`` when there is none.
    """
    found = version(folder)
    if found < MINIMUM:
        raise GitError(
            f"Git er for gammelt: version {_dotted(found)}. Programmet skal bruge "
            f"{_dotted(MINIMUM)} eller nyere.",
            "Hent den nyeste Git for Windows på git-scm.com, eller bed it-afdelingen om det.",
        )
    answer = run_git(
        folder, "rev-parse", "--absolute-git-dir", "--is-shallow-repository", "--show-toplevel",
        "--show-prefix", "--show-superproject-working-tree",
    )  # fmt: skip
    if not answer.is_well:
        raise _closed(folder, answer)
    git_folder, shallow, top, prefix, *outer = os.fsdecode(answer.data).split("\n")
    return Repository(
        folder, Path(git_folder), Path(top), prefix, shallow == "true",
        Path(outer[0]) if outer and outer[0] else None,
    )  # fmt: skip


def _dotted(numbers: tuple[int, int]) -> str:
    return ".".join(map(str, numbers))


def _closed(folder: Path, answer: Answer) -> GitError:
    if answer.says("dubious ownership", "unsafe repository"):
        path = next(
            (each for each in (folder, *folder.parents) if (each / ".git").exists()), folder
        )
        return GitError(
            "Git rører ikke mappen, fordi en anden bruger ejer den.",
            "Er mappen jeres, så skriv denne linje, og prøv igen: "
            f'git config --global --add safe.directory "{path.as_posix()}"',
        )
    return NoRepositoryError(
        "Arbejdsmappen ligger ikke i git.", "`samarbejde doctor --fix` lægger den i git."
    )
