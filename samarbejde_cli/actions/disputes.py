"""The files of a workspace of which there are two versions, and what the two disagree on."""

from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path

from samarbejde_cli.actions.diagnosing import Places, diagnoses_of
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import FILES, OPTIONAL, ROUNDS
from samarbejde_cli.case.case_file import closed_folder, round_numbers
from samarbejde_cli.case.conflicts import about_two_people
from samarbejde_cli.case.identity import identities
from samarbejde_cli.files.find import WORKSPACE_FILE
from samarbejde_cli.files.git_index import BASE, OURS, THEIRS, began, blobs, operation, unmerged
from samarbejde_cli.files.write import digest_of
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.lazy import frozen
from samarbejde_cli.source.conflicts import MARKER, sides
from samarbejde_cli.source.line_load import Tree
from samarbejde_cli.source.merge import MergeConflict, Merged, merge
from samarbejde_cli.source.page import Page
from samarbejde_cli.source.quoting import EditError
from samarbejde_cli.source.read import read
from samarbejde_cli.source.strays import Stray, StrayKind, strays_in_case, strays_like


class Cause(Enum):
    """Why a file has two versions."""

    VALUES = "values"
    COPY = "copy"
    DELETED = "deleted"
    WHOLE = "whole"


@frozen
class Versions:
    """The versions of a file as git calls them; None where a version has no such file."""

    base: bytes | None
    ours: bytes | None
    theirs: bytes | None

    @property
    def texts(self) -> tuple[str, str, str]:
        """The versions as text; an empty one where there is none, or no YAML as it was before.

        Raises ``UnicodeError`` when a version is not in UTF-8.
        """
        ours, theirs = ((each or b"").decode() for each in (self.ours, self.theirs))
        return _as_yaml(self.base or b""), ours, theirs


def _as_yaml(data: bytes) -> str:
    try:
        text = data.decode()
        Page(text)
    except (EditError, UnicodeError):
        return ""
    return text


@frozen
class Disputed:
    """A file with two versions that somebody must make one of.

    ``digest`` is that of the file as it was read. ``merged`` has what the versions do not disagree
    on; it is None when only a whole version can be chosen. ``copy`` is the other version where it
    lies beside the file. ``is_mine_second`` says that the user's own version is git's ``theirs``.
    ``refusal`` is what to do first, if anything.
    """

    path: Path
    cause: Cause
    versions: Versions
    digest: str | None
    merged: Merged | None = None
    copy: Path | None = None
    is_in_git: bool = False
    is_mine_second: bool = False
    refusal: str = ""

    @property
    def conflicts(self) -> tuple[MergeConflict, ...]:
        """The values that the versions disagree on."""
        return self.merged.conflicts if self.merged else ()

    @property
    def case_folder(self) -> Path:
        """The folder of the case that the file belongs to."""
        return _case_folder(self.path)

    @property
    def tree(self) -> Tree:
        """The data of the first version with what came without dispute."""
        return Page(self.merged.text).data if self.merged else None

    @property
    def choices(self) -> int:
        """How many times the user has to choose."""
        is_one_left = (self.versions.ours, self.versions.theirs) != (None, None)
        return len(self.conflicts) if self.merged else int(is_one_left)


_STEMS = (*FILES, *OPTIONAL)
_COPIES = (StrayKind.COPY, StrayKind.CONFLICT_COPY)


def disputed_files(workspace: Workspace, folder: Path | None = None) -> list[Disputed]:
    """Return the files of a workspace, or of one case, of which there are two versions."""
    root = workspace.root
    in_git = unmerged(root)
    paths = {root / name for name in in_git}
    folders = [folder] if folder else workspace.folders()
    paths.update(path for each in folders for path in _marked(each))
    now = operation(root) if in_git else None
    since = began(root, now) if now else None
    contents = blobs(root, (blob for stages in in_git.values() for blob in stages.values()))
    found = []
    for path in sorted(each for each in paths if folder is None or folder in each.parents):
        stages = in_git.get(path.relative_to(root).as_posix(), {})
        of_git = Versions(*(contents.get(stages.get(n, "")) for n in (BASE, OURS, THEIRS)))
        found.append(_disputed(path, of_git, since, bool(now and now.is_rebase)))
    strays = [stray for each in folders for stray in strays_in_case(each, _STEMS, ROUNDS)]
    strays += [] if folder else strays_like(root, Path(WORKSPACE_FILE).stem)
    return [*found, *_copies(root, strays)]


def closed_folders(folders: Iterable[Path]) -> list[Diagnosis]:
    """Return the folders of cases that cannot be looked into."""
    found = [
        finding
        for each in folders
        for finding in closed_folder(each) or round_numbers(each / ROUNDS)[1]
    ]
    return diagnoses_of(found, Places({}))


def _marked(folder: Path) -> Iterator[Path]:
    """Yield the files of a case in which git's markers stand."""
    for path in (*folder.glob("*.yaml"), *folder.glob(f"{ROUNDS}/*.yaml")):
        if MARKER.encode() in (_content(path) or b""):
            yield path


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _digest(data: bytes | None) -> str | None:
    return None if data is None else digest_of(data)


def _disputed(
    path: Path,
    of_git: Versions,
    since: float | None,
    is_mine_second: bool,  # noqa: FBT001 — one of four facts
) -> Disputed:
    """Return the dispute about a file: by its own markers where they stand, else by git."""
    is_in_git = of_git != Versions(None, None, None)
    present = _content(path)
    both = sides(present.decode(errors="replace")) if present else None
    refusal = about_two_people(read(_case_folder(path) / "sag.yaml"))
    cause, versions, merged = Cause.WHOLE, of_git, None
    if both is not None:
        versions = Versions(of_git.base, both[0].encode(), both[1].encode())
        merged = _merged(versions)
    elif None in (of_git.ours, of_git.theirs):
        cause = Cause.DELETED
    elif _is_settled(path, present, of_git, since):
        versions = Versions(present, present, present)
        merged = _merged(versions)
    else:
        merged = _merged(versions)
    cause = Cause.VALUES if merged else cause
    return Disputed(
        path, cause, versions, _digest(present), merged, None, is_in_git, is_mine_second, refusal
    )


def _is_settled(path: Path, present: bytes | None, of_git: Versions, since: float | None) -> bool:
    """Whether somebody has settled a file without markers by hand.

    It is neither version, or was saved after git stopped. A file that git left as one version,
    because it is no text or the driver could not be started, is not settled.
    """
    if present is None:
        return False
    versions = (of_git.ours, of_git.theirs)
    return present.replace(b"\r\n", b"\n") not in versions or (
        since is not None and path.stat().st_mtime > since
    )


def _case_folder(path: Path) -> Path:
    return path.parent.parent if path.parent.name == ROUNDS else path.parent


def _merged(versions: Versions) -> Merged | None:
    """Return two versions merged by meaning; None when one is not whole YAML in UTF-8."""
    try:
        return merge(*versions.texts, identities)
    except (EditError, UnicodeError):
        return None


def _copies(root: Path, strays: Iterable[Stray]) -> Iterator[Disputed]:
    """Yield the copies that stand beside a file and are read by no command."""
    found = [
        (each.path, each.path.parent / each.meant)
        for each in strays
        if each.kind in _COPIES and each.is_there and not each.is_folder
    ]
    names = {path: f"HEAD:./{path.relative_to(root).as_posix()}" for _, path in found}
    before = blobs(root, names.values())
    for copy, path in found:
        if MARKER.encode() not in (_content(path) or MARKER.encode()):
            versions = Versions(before.get(names[path]), _content(path), _content(copy))
            digest = _digest(versions.ours)
            yield Disputed(path, Cause.COPY, versions, digest, _merged(versions), copy)
