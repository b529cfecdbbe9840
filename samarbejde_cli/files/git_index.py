"""What git's index holds: files that are about to be committed, and those with several versions."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Final

from samarbejde_cli.files.git import asked

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
