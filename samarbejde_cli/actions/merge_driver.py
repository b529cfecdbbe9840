"""Merge a case's file for git: by what it says, not by its lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samarbejde_cli.case.identity import identities
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.git_program import run_git
from samarbejde_cli.source.fast_load import Tree
from samarbejde_cli.source.merge import MergeConflict, merge, with_markers
from samarbejde_cli.source.page import Page
from samarbejde_cli.source.quoting import EditError

NAMES = ("din udgave", "den anden udgave")
"""What the two versions are called beside git's markers."""
_MOST_CONFLICTS = 127
"""The highest number of conflicts that git counts; more is an error."""
DRIVER = "samarbejde"
"""The name of the driver in ``.gitattributes`` and in git's settings."""
DRIVER_COMMAND = f'git config merge.{DRIVER}.driver "samarbejde merge-driver %O %A %B %P"'
"""The command that tells git of the driver; it holds for one clone of a repository."""


@dataclass(frozen=True)
class MergeResult:
    """Result of a merge: the values in conflict, or that lines had to be merged instead.

    ``tree`` is the data of the first version with what came without conflict.
    """

    conflicts: tuple[MergeConflict, ...] = ()
    tree: Tree = None
    by_lines: bool = False
    is_clean: bool = True


def merge_files(base: Path, ours: Path, theirs: Path) -> MergeResult:
    """Merge three files and write the result into ``ours``, as git asks a driver to.

    By meaning where all three are YAML, with comments of both; else by lines, as git does it
    itself. Raises ``WrongUseError`` when a file cannot be read.
    """
    texts = [_text(path) for path in (base, ours, theirs)]
    lines, is_clean = _by_lines(base, ours, theirs)
    found = _by_meaning(*texts) if all(text is not None for text in texts) else None
    if found is None:
        ours.write_bytes(lines)
        return MergeResult(by_lines=True, is_clean=is_clean)
    text, conflicts = found
    if not conflicts and is_clean and _data(lines.decode("utf-8")) == _data(text):
        ours.write_bytes(lines)
        return MergeResult()
    written = with_markers(with_comments(text, texts), conflicts, NAMES)
    ours.write_bytes(written.encode())
    return MergeResult(conflicts, _data(text), is_clean=not conflicts)


def _by_meaning(
    base: str | None, ours: str | None, theirs: str | None
) -> tuple[str, tuple[MergeConflict, ...]] | None:
    """Return the merged text and its conflicts; None when it cannot be merged by meaning."""
    try:
        found = merge(base or "", ours or "", theirs or "", identities)
        with_markers(found.text, found.conflicts, NAMES)
    except EditError:
        return None
    return found.text, found.conflicts


def _by_lines(base: Path, ours: Path, theirs: Path) -> tuple[bytes, bool]:
    """Return the lines merged by git, and whether nothing is in conflict."""
    labels = [word for name in (NAMES[0], "før", NAMES[1]) for word in ("-L", name)]
    names = (str(ours), str(base), str(theirs))
    done = run_git(Path(), "merge-file", "-p", *labels, *names)
    if not 0 <= done.code <= _MOST_CONFLICTS:
        return ours.read_bytes(), False
    return done.data, done.is_well


def _text(path: Path) -> str | None:
    """Return a file's text; None when it is no text. Raises ``WrongUseError`` without a file."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
    except OSError as problem:
        raise WrongUseError(
            f"Filen {path} kan ikke læses.", "Git kalder kommandoen selv med tre filer."
        ) from problem


def _data(text: str) -> Tree:
    try:
        return Page(text).data
    except EditError:
        return None


def with_comments(text: str, texts: Sequence[str | None]) -> str:
    """Return a text with the comments at its end that only the other version has added.

    ``texts`` are the version before both, the first and the second one.
    """
    base, _, theirs = (_comments(each or "") for each in texts)
    have = set(_comments(text))
    lost = [line for line in theirs if line not in base and line not in have]
    if not lost:
        return text
    end = "" if text.endswith("\n") or not text else "\n"
    return text + end + "".join(f"{line}\n" for line in lost)


def _comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]
