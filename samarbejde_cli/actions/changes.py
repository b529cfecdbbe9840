"""What was changed in a case, and how it was on a day, out of git."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli.case.case import APPEND_ONLY, Case
from samarbejde_cli.case.identity import identities
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.git_commits import listed_in
from samarbejde_cli.files.git_index import blobs
from samarbejde_cli.files.git_log import (
    FileChange,
    LoggedCommit,
    commit_on,
    logged,
    renamed_from,
)
from samarbejde_cli.files.git_repository import Repository, open_repository
from samarbejde_cli.lazy import frozen
from samarbejde_cli.source.fast_load import NotPlainError, load_plain
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.page import Page
from samarbejde_cli.source.quoting import EditError
from samarbejde_cli.source.tree_changes import TreeChange, tree_changes

_YAML = ".yaml"
_MOST_NAMES = 50


@frozen
class ChangedFile:
    """What a commit did to a file of a case.

    ``stem`` is the file's in the case, or its whole name when it is no YAML. ``values`` are the
    values that differ; ``trees`` the data before and after, None where there is none.
    """

    stem: str
    is_new: bool
    is_gone: bool
    is_broken: bool
    values: tuple[TreeChange, ...]
    trees: tuple[Tree, Tree]


@frozen
class CaseChange:
    """A commit that changed a case; ``former`` is the number that the case had before it."""

    commit: LoggedCommit
    files: tuple[ChangedFile, ...]
    number: str
    former: str = ""


def changes(workspace_root: Path, case: Case, until: date | None = None) -> list[CaseChange]:
    """Return every commit that changed a case, the oldest first, up to the end of a day.

    Raises ``GitError`` when the workspace is not in git.
    """
    repository = open_repository(workspace_root)
    commits = [
        commit
        for commit in reversed(_commits(repository, case))
        if until is None or commit.at.date() <= until
    ]
    return _changes(repository, commits)


def changes_in(repository: Repository, commit: str, number: str) -> list[CaseChange]:
    """Return what one commit changed in a case: one change or none."""
    return _changes(
        repository, logged(repository.top, f"{commit}^!", [_folder(repository, number)])
    )


def _changes(repository: Repository, commits: Sequence[LoggedCommit]) -> list[CaseChange]:
    names = (blob for one in commits for each in one.changes for blob in (*each.before, each.after))
    reading = _Reading(blobs(repository.top, filter(None, names)))
    found = (_change(repository, reading, commit) for commit in commits)
    return [each for each in found if each.files or each.former]


def _commits(repository: Repository, case: Case) -> list[LoggedCommit]:
    """Return the commits that changed a case, the newest first, under each number that it had."""
    numbers = [case.number, *case.former_numbers]
    found = logged(repository.top, "HEAD", [_folder(repository, number) for number in numbers])
    for _ in range(_MOST_NAMES):
        oldest = next((each for each in reversed(found) if _makes_case(each)), None)
        former = _former_folder(repository, oldest) if oldest else ""
        if oldest is None or not former:
            return found
        kept = [each for each in found if each is not oldest]
        renamed = logged(repository.top, oldest.name, [former, _case_folder(_record(oldest))])
        found = kept + renamed
    return found


def _folder(repository: Repository, number: str) -> str:
    return f"{repository.prefix}{CASES_FOLDER}/{number}"


def _record(commit: LoggedCommit) -> str:
    return next(each.path for each in commit.changes if _is_new_record(each))


def _makes_case(commit: LoggedCommit) -> bool:
    return any(map(_is_new_record, commit.changes))


def _is_new_record(change: FileChange) -> bool:
    return change.path.endswith("/sag.yaml") and not any(change.before) and not change.former


def _former_folder(repository: Repository, commit: LoggedCommit) -> str:
    """Return the folder that a case came from in the commit in which it seems to be new."""
    return _case_folder(renamed_from(repository.top, commit.name, _record(commit)))


def _case_folder(path: str) -> str:
    return path.removesuffix("/sag.yaml") if path.endswith("/sag.yaml") else ""


class _Reading:
    """Contents of files as data; each is read once."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self._contents = contents
        self._known: dict[str, Tree | EditError] = {}
        self._whole: dict[str, str] = {}

    def data(self, blob: str) -> Tree:
        """Return the data of a blob; None for none. Raises ``EditError`` when it is no YAML."""
        if not blob:
            return None
        if blob not in self._known:
            self._known[blob] = _loaded(self._contents.get(blob, b""))
        found = self._known[blob]
        if isinstance(found, EditError):
            raise found
        return found

    def whole_before(self, change: FileChange, blob: str) -> str:
        """Return the blob of a file before a change, or that of its last version without faults."""
        known = self._whole.get(change.former or change.path, "")
        self._whole[change.path] = known if self.is_broken(change.after) else change.after
        return known if self.is_broken(blob) else blob

    def is_broken(self, blob: str) -> bool:
        """Whether a blob is no YAML."""
        try:
            self.data(blob)
        except EditError:
            return True
        return False


def _loaded(content: bytes) -> "Tree | EditError":
    text = content.decode(errors="replace")
    try:
        return load_plain(text)
    except NotPlainError:
        pass
    try:
        return Page(text).data
    except EditError as problem:
        return problem


def _change(repository: Repository, reading: _Reading, commit: LoggedCommit) -> CaseChange:
    inside = f"{repository.prefix}{CASES_FOLDER}/"
    numbers = {
        (_number(each.path, inside), _number(each.former, inside))
        for each in commit.changes
        if each.former
    }
    moved = next(((new, old) for new, old in sorted(numbers) if new != old and old), None)
    files = (_file(reading, each, inside) for each in commit.changes)
    number = moved[0] if moved else _number(commit.changes[0].path, inside)
    return CaseChange(
        commit, tuple(each for each in files if each), number, moved[1] if moved else ""
    )


def _number(path: str, inside: str) -> str:
    return path.removeprefix(inside).split("/", 1)[0] if path.startswith(inside) else ""


def _file(reading: _Reading, change: FileChange, inside: str) -> ChangedFile | None:
    """Return what a commit did to a file; None where it only has another path."""
    name = change.path.removeprefix(inside).partition("/")[2]
    stem = name.removesuffix(_YAML)
    before, *others = change.before or ("",)
    if before == change.after and not others:
        return None
    is_new, is_gone = not before, not change.after
    if stem == name or is_new or is_gone:
        return ChangedFile(stem, is_new, is_gone, is_broken=False, values=(), trees=(None, None))
    before = reading.whole_before(change, before)
    if reading.is_broken(change.after):
        return ChangedFile(stem, False, False, is_broken=True, values=(), trees=(None, None))
    values, trees = _values(reading, before, change.after)
    for other in others:
        also = [(each.route, each.after) for each in _values(reading, other, change.after)[0]]
        values = tuple(each for each in values if (each.route, each.after) in also)
    if others and not values:
        return None
    return ChangedFile(stem, is_new, is_gone, is_broken=False, values=values, trees=trees)


def _values(
    reading: _Reading, before: str, after: str
) -> tuple[tuple[TreeChange, ...], tuple[Tree, Tree]]:
    """Return the values that differ, and the data before and after."""
    old, new = reading.data(before), reading.data(after)
    found = tree_changes(old, new, identities)
    return tuple(each for each in found if each.route[-1:] != ("nøgle",)), (old, new)


def is_only_added_to(stem: str) -> bool:
    """Whether a file of a case is only ever added to."""
    return stem in APPEND_ONLY


def files_on(workspace_root: Path, case: Case, day: date) -> tuple[str, dict[str, bytes]]:
    """Return the files of a case as git had them at the end of a day, and its number then.

    Raises ``SamarbejdeError`` when git had none of it, ``GitError`` without a repository.
    """
    repository = open_repository(workspace_root)
    commit = commit_on(repository.top, day)
    for number in _numbers(repository, case) if commit else ():
        folder = _folder(repository, number)
        names = listed_in(repository.top, commit, [folder])
        if names:
            found = blobs(repository.top, names.values())
            return number, {
                path.removeprefix(f"{folder}/"): found[blob] for path, blob in names.items()
            }
    raise SamarbejdeError(
        f"Sagen {case.number} stod ikke i git den {long_date(day)}.", _first_day(repository, case)
    )


def _numbers(repository: Repository, case: Case) -> Iterable[str]:
    """Yield the numbers that a case had: those it knows of, and those that only git knows."""
    known = [case.number, *case.former_numbers]
    yield from known
    inside = f"{repository.prefix}{CASES_FOLDER}/"
    for commit in _commits(repository, case):
        paths = (path for each in commit.changes for path in (each.path, each.former))
        yield from {_number(path, inside) for path in paths if path} - set(known)


def _first_day(repository: Repository, case: Case) -> str:
    commits = _commits(repository, case)
    if not commits:
        return "Den er ikke gemt i git endnu."
    return f"Den blev gemt første gang den {long_date(commits[-1].at.date())}."


def present_files(case: Case) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a case as they are on the disk, by their names in its folder."""
    for source in case.sources():
        if source.digest:
            yield source.path.relative_to(case.folder).as_posix(), source.text.encode()
