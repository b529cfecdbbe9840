"""What is about to be committed, as a workspace of its own: the staged files, not those on disk."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from samarbejde_cli.actions.provenance import logo_paths
from samarbejde_cli.actions.validate import check_folders
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE
from samarbejde_cli.files.git_commits import listed_in
from samarbejde_cli.files.git_index import Staged, blobs, indexed
from samarbejde_cli.files.lock import TEMPORARY
from samarbejde_cli.files.os_errors import in_danish
from samarbejde_cli.files.private import make_folder
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.lazy import frozen


@frozen
class Commit:
    """A repository's index or a commit, of which a workspace is a part.

    ``top`` is the repository's top folder, ``inside`` the workspace's path in it: empty, or with a
    slash at its end. ``name`` is the commit; empty for the index.
    """

    top: Path
    inside: str
    name: str = ""

    @property
    def root(self) -> Path:
        """The folder of the workspace."""
        return self.top / self.inside

    def files(self, numbers: Iterable[str]) -> dict[str, bytes]:
        """Return the settings and the files of some cases, by their paths in the workspace."""
        folders = [f"{CASES_FOLDER}/{number}" for number in numbers]
        found = self._contents([WORKSPACE_FILE, *folders])
        pictures = [str(each) for each in logo_paths(found.get(WORKSPACE_FILE, b""))]
        return found | self._contents(pictures) if pictures else found

    def _contents(self, paths: list[str]) -> dict[str, bytes]:
        whole = [f"{self.inside}{path}" for path in paths]
        names = listed_in(self.top, self.name, whole) if self.name else indexed(self.top, whole)
        found = blobs(self.top, names.values())
        inside = len(self.inside)
        return {path[inside:]: found[blob] for path, blob in names.items() if blob in found}


def workspaces_in(top: Path) -> list[str]:
    """Return where in a repository there are workspaces: paths with a slash at the end."""
    if (top / WORKSPACE_FILE).is_file():
        return [""]
    paths = indexed(top, [f":(glob)**/{WORKSPACE_FILE}"])
    return sorted(path.removesuffix(WORKSPACE_FILE) for path in paths)


def case_of(staged: Staged, inside: str) -> str | None:
    """Return the number of the case that a file lies in; None for one outside all cases."""
    steps = PurePosixPath(staged.path.removeprefix(inside)).parts
    is_in_case = len(steps) > 2 and steps[0] == CASES_FOLDER  # noqa: PLR2004 — sager, its number, the file
    return steps[1] if staged.path.startswith(inside) and is_in_case else None


@contextmanager
def laid_out(commit: Commit, numbers: Iterable[str]) -> Iterator[Workspace]:
    """Lay out the settings and some cases of a commit in a folder that is gone afterwards."""
    root = commit.root
    with in_danish(root), TemporaryDirectory(prefix=TEMPORARY, dir=root) as name:
        folder = Path(name)
        for path, content in commit.files(numbers).items():
            make_folder((folder / path).parent)
            (folder / path).write_bytes(content)
        yield Workspace(folder)


def errors_in(commit: Commit, numbers: Iterable[str], today: date) -> list[Diagnosis]:
    """Return the errors in some cases as a commit has them, with the places of the real files."""
    wanted = sorted(set(numbers))
    with laid_out(commit, wanted) as workspace:
        if not (workspace.root / WORKSPACE_FILE).exists():
            return []
        there = [each for each in workspace.folders() if each.name in wanted]
        found = check_folders(workspace, there, today).diagnoses
        return [
            _placed(each, workspace.root, commit.root) for each in found if each.weight == "fejl"
        ]


def _placed(diagnosis: Diagnosis, there: Path, here: Path) -> Diagnosis:
    """Return a diagnosis with the paths of another folder."""
    related = tuple(
        each._replace(file=here / each.file.relative_to(there)) for each in diagnosis.related
    )
    return diagnosis._replace(file=here / diagnosis.file.relative_to(there), related=related)


def news(errors: Iterable[Diagnosis], before: Iterable[Diagnosis]) -> list[Diagnosis]:
    """Return the errors that were not there before: of another code, file or place in it."""
    known = {_key(each) for each in before}
    return [each for each in errors if _key(each) not in known]


def _key(each: Diagnosis) -> tuple[str, Path, tuple[str | int, ...], str]:
    return each.code, each.file, each.route, each.message
