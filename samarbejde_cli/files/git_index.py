"""What git's index holds: files that are about to be committed, and those with several versions."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Final

from samarbejde_cli.files.git import asked
from samarbejde_cli.lazy import frozen

BASE: Final = 1
OURS: Final = 2
THEIRS: Final = 3
"""The stages of a path that git could not merge: as it was before, here, and there."""


class Operation(Enum):
    """What git is in the middle of, by the file that says so."""

    REBASE = "rebase-merge"
    APPLY = "rebase-apply"
    MERGE = "MERGE_HEAD"
    CHERRY_PICK = "CHERRY_PICK_HEAD"
    REVERT = "REVERT_HEAD"
    BISECT = "BISECT_LOG"

    @property
    def command(self) -> str:
        """The command of git that is not finished."""
        return "rebase" if self.is_rebase else self.name.casefold().replace("_", "-")

    @property
    def is_rebase(self) -> bool:
        """Whether the first version is the others', and the second one's own."""
        return self in (Operation.REBASE, Operation.APPLY)


def operation(folder: Path) -> Operation | None:
    """Return what the repository around a folder is in the middle of."""
    answer = os.fsdecode(asked(folder, "rev-parse", "--absolute-git-dir")).strip("\n")
    if not answer:
        return None
    return operation_in(Path(answer))


def began(folder: Path, now: Operation) -> float:
    """Return when git stopped in the middle of something, in seconds; 0 when it cannot be known."""
    answer = os.fsdecode(asked(folder, "rev-parse", "--absolute-git-dir")).strip("\n")
    try:
        return (Path(answer) / now.value).stat().st_mtime
    except OSError:
        return 0.0


def operation_in(git_folder: Path) -> Operation | None:
    """Return what a repository is in the middle of, by the folder that git keeps its own in."""
    return next((each for each in Operation if (git_folder / each.value).exists()), None)


def unmerged(folder: Path) -> dict[str, dict[int, str]]:
    """Return the blobs by stage of each path below a folder that git could not merge.

    Paths are relative to the folder, with slashes.
    """
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for entry in asked(folder, "ls-files", "--unmerged", "-z", "--", ".").split(b"\0"):
        about, _, name = entry.partition(b"\t")
        if name:
            _, blob, stage = about.decode().split()
            found[os.fsdecode(name)][int(stage)] = blob
    return found


def blobs(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return the content of blobs by what git is asked for: an id, ``HEAD:PATH``, ``:PATH``.

    What there is none of is left out. One process answers for all of them.
    """
    wanted = list(dict.fromkeys(names))
    if not wanted:
        return {}
    send = b"".join(os.fsencode(name) + b"\n" for name in wanted)
    answer = asked(folder, "cat-file", "--batch", send=send)
    return dict(_answered(wanted, answer))


def _answered(wanted: Iterable[str], answer: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    for name in wanted:
        end = answer.find(b"\n", at)
        if end < 0:
            return
        head = answer[at:end].split(b" ")
        at = end + 1
        if len(head) == 3 and head[1] == b"blob":  # noqa: PLR2004 — id, type and size
            size = int(head[2])
            yield name, answer[at : at + size]
            at += size + 1


def stage_files(folder: Path, paths: Iterable[str]) -> None:
    """Let git take files as they are now, those that are gone as gone."""
    asked(folder, "add", "--all", "--", *paths)


@frozen
class Staged:
    """A file that is about to be committed; ``path`` is relative to the top, with slashes.

    ``blob`` is its content in the index, empty when the file is going to be deleted. ``is_named``
    says that the name is new: the file is new or has another name than before.
    """

    path: str
    blob: str
    is_named: bool


def staged_files(top: Path) -> list[Staged]:
    """Return the files that differ from the last commit in the index, below the top folder."""
    answer = asked(top, "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "-M")
    found, entries = [], iter(answer.split(b"\0"))
    for about in entries:
        if not about:
            continue
        _, _, _, blob, status = about.decode().split(" ")
        path = next(entries)
        if status[0] in "RC":
            path = next(entries)
        gone = status[0] == "D"
        found.append(Staged(os.fsdecode(path), "" if gone else blob, status[0] in "ARC"))
    return found


def indexed(top: Path, paths: Iterable[str]) -> dict[str, str]:
    """Return the blobs in the index of the files at, or below, some paths."""
    listing = asked(top, "ls-files", "--stage", "-z", "--", *paths)
    return {os.fsdecode(name): blob for name, blob in _entries(listing)}


def _entries(listing: bytes) -> Iterator[tuple[bytes, str]]:
    for entry in listing.split(b"\0"):
        about, _, name = entry.partition(b"\t")
        if name:
            yield name, about.decode().split()[1]


def branch(top: Path) -> str:
    """Return the name of the present branch; empty on none."""
    return os.fsdecode(asked(top, "symbolic-ref", "--short", "-q", "HEAD")).strip()


def top_folder(folder: Path) -> Path | None:
    """Return the top folder of the repository around a folder; None when there is none."""
    answer = os.fsdecode(asked(folder, "rev-parse", "--show-toplevel")).strip("\n")
    return Path(answer) if answer else None


def restore_missing(folder: Path, inside: str, *, is_theirs: bool) -> None:
    """Bring back the files below a path that one version has and that are not there.

    The version is the one here, or the other of what git is in the middle of.
    """
    now = operation(folder)
    version = _OTHERS.get(now, "HEAD") if is_theirs and now else "HEAD"
    listing = asked(folder, "ls-tree", "-r", "-z", "--name-only", version, "--", inside)
    names = (os.fsdecode(each) for each in listing.split(b"\0") if each)
    if missing := [name for name in names if not (folder / name).exists()]:
        asked(folder, "--literal-pathspecs", "checkout", "-q", version, "--", *missing)


_OTHERS = {
    Operation.MERGE: "MERGE_HEAD",
    Operation.CHERRY_PICK: "CHERRY_PICK_HEAD",
    Operation.REBASE: "REBASE_HEAD",
    Operation.APPLY: "REBASE_HEAD",
}
"""What git calls the other version, by what it is in the middle of."""
