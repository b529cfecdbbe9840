"""The commits that changed some files, with what each file was before and after."""

import os
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from samarbejde_cli.files.git import asked
from samarbejde_cli.lazy import frozen

_FORMAT = "--format=%x01%H%x00%aN%x00%aI"
_HEAD = "\x01"


@frozen
class FileChange:
    """A file that a commit changed; blobs are empty where there was, or is, no file.

    ``before`` has one blob for each commit that this one follows: a merge has several. ``former``
    is the path it had before, where it has another one now.
    """

    path: str
    before: tuple[str, ...]
    after: str
    former: str = ""


@frozen
class LoggedCommit:
    """A commit: whose it is, when it was made, and the files that it changed."""

    name: str
    author: str
    at: datetime
    changes: tuple[FileChange, ...]


def logged(top: Path, start: str, paths: Sequence[str]) -> list[LoggedCommit]:
    """Return the commits up to ``start`` that changed some paths, the newest first.

    Of a merge only the files are named that are like none of those it was made of. Paths are
    relative to the top folder, with slashes.
    """
    answer = asked(
        top, "log", "-z", "--raw", "--no-abbrev", "-M", "-c", _FORMAT, start, "--", *paths
    )
    return [each for each in _commits(os.fsdecode(answer).split("\0")) if each.changes]


def renamed_from(top: Path, commit: str, path: str) -> str:
    """Return the path that a file had before a commit that gave it this one; empty for a new file.

    Looks at the whole commit, not at some paths.
    """
    answer = asked(top, "show", "-z", "--raw", "--no-abbrev", "-M", _FORMAT, commit)
    found = (each for one in _commits(os.fsdecode(answer).split("\0")) for each in one.changes)
    return next((each.former for each in found if each.path == path), "")


def commit_on(top: Path, day: date) -> str:
    """Return the last commit of the present branch at the end of a day; empty before the first."""
    before = f"--before={day.isoformat()} 23:59:59"
    return asked(top, "rev-list", "-1", before, "HEAD").decode().strip()


def _commits(words: list[str]) -> Iterator[LoggedCommit]:
    at = 0
    while at < len(words) - 2:
        name, author, moment = words[at : at + 3]
        at += 3
        changes = []
        while at < len(words) and not words[at].startswith(_HEAD):
            about = words[at].lstrip("\n")
            at += 1
            if about.startswith(":"):
                change, used = _change(about, words[at : at + 2])
                changes.append(change)
                at += used
        yield LoggedCommit(
            name.lstrip(_HEAD), author, datetime.fromisoformat(moment.strip()), tuple(changes)
        )


def _change(about: str, names: Sequence[str]) -> tuple[FileChange, int]:
    """Return a change from a line of ``--raw`` and the names after it, and how many names it has.

    The line has a colon, a mode and a blob for each commit before, then those of this one.
    """
    count = len(about) - len(about.lstrip(":"))
    *fields, status = about.lstrip(":").split(" ")
    blobs = [_blob(each) for each in fields[count + 1 :]]
    before, after = tuple(blobs[:count]), blobs[count]
    if count == 1 and status[0] in "RC":
        return FileChange(names[1], before, after, names[0]), 2
    return FileChange(names[0], before, after), 1


def _blob(name: str) -> str:
    return "" if not name.strip("0") else name
