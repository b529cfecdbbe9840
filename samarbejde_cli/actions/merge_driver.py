"""Merge a case's file for git: by what it says, not by its lines."""

from collections.abc import Sequence
from pathlib import Path

from samarbejde_cli.case.identity import TIMES, identities
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.git_index import operation
from samarbejde_cli.files.git_program import run_git
from samarbejde_cli.lazy import frozen
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.merge import MergeConflict, merge, with_markers
from samarbejde_cli.source.page import Page
from samarbejde_cli.source.quoting import EditError
from samarbejde_cli.source.records import ordered

NAMES = ("din udgave", "den anden udgave")
"""What the user's own version and the other one are called."""
_MOST_CONFLICTS = 127
"""The highest number of conflicts that git counts; more is an error."""
DRIVER = "samarbejde"
"""The name of the driver in ``.gitattributes`` and in git's settings."""


@frozen
class MergeResult:
    """Result of a merge: the values in conflict, or that lines had to be merged instead.

    ``tree`` is the data of the first version with what came without conflict. In a rebase that is
    the others' version: ``is_mine_second``.
    """

    conflicts: tuple[MergeConflict, ...] = ()
    tree: Tree = None
    by_lines: bool = False
    is_clean: bool = True
    is_mine_second: bool = False


def merge_files(base: Path, ours: Path, theirs: Path, shown: str = "") -> MergeResult:
    """Merge three files and write the result into ``ours``, as git asks a driver to.

    By meaning where all three are YAML, with comments of both; else by lines, as git does it
    itself. ``shown`` is the file's path in the repository. Raises ``WrongUseError`` when a file
    cannot be read.
    """
    texts = [_text(path) for path in (base, ours, theirs)]
    now = operation(Path())
    is_mine_second = bool(now and now.is_rebase)
    names = side_names(is_mine_second=is_mine_second)
    lines, is_clean = _by_lines(base, ours, theirs, names)
    found = _by_meaning(*texts) if all(text is not None for text in texts) else None
    if found is None:
        ours.write_bytes(lines)
        return MergeResult(by_lines=True, is_clean=is_clean)
    text, conflicts = found
    if not conflicts and is_clean and _data(lines.decode("utf-8")) == _data(text):
        ours.write_bytes(lines)
        return MergeResult()
    stem = "" if conflicts else Path(shown).stem  # the conflicts count the records as they are
    written = with_markers(finished(text, texts, stem), conflicts, names)
    ours.write_bytes(written.encode())
    return MergeResult(
        conflicts, _data(text), is_clean=not conflicts, is_mine_second=is_mine_second
    )


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


def side_names(*, is_mine_second: bool) -> tuple[str, str]:
    """Return what the two versions are called beside git's markers, git's own one first."""
    return NAMES[::-1] if is_mine_second else NAMES


def _by_lines(base: Path, ours: Path, theirs: Path, names: tuple[str, str]) -> tuple[bytes, bool]:
    """Return the lines merged by git, and whether nothing is in conflict."""
    labels = [word for name in (names[0], "før", names[1]) for word in ("-L", name)]
    files = (str(ours), str(base), str(theirs))
    done = run_git(Path(), "merge-file", "-p", *labels, *files)
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


def finished(text: str, texts: Sequence[str | None], stem: str) -> str:
    """Return a merged text with the comments of both versions, and records ordered by time.

    ``texts`` are the version before both, the first and the second one; ``stem`` is the file's.
    """
    whole = _with_comments(text, texts)
    if stem not in TIMES:
        return whole
    return ordered(whole, [each or "" for each in texts[1:]], TIMES[stem])


def _with_comments(text: str, texts: Sequence[str | None]) -> str:
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
