"""Take the last change that was saved back, as a change of its own: nothing leaves git's memory."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from samarbejde_cli.actions.changed_files import changed_files, steps_of
from samarbejde_cli.actions.changes import CaseChange, changes_in
from samarbejde_cli.actions.commit_message import message
from samarbejde_cli.actions.git_obstacles import lone_commit, nameless, refuse, unfinished
from samarbejde_cli.actions.hooks import check
from samarbejde_cli.actions.save import FROM_INPUT, commit, guard_of, stage, told, undisturbed
from samarbejde_cli.actions.schema import FOLDER as SCHEMAS
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.case.case import PAPER_REGISTER
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.git_program import GitError
from samarbejde_cli.files.git_repository import Repository, open_repository
from samarbejde_cli.files.lock import remove_if_empty
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.lazy import frozen

_FILED = f"/{PAPER_REGISTER}.yaml"
_FRONT = "/sag.yaml"
_UNDONE, _AGAIN = "Fortrudt: ", "Gentaget: "
_ONLY_PAPERS = GitError(
    "Det seneste, der er gemt, er, at der blev lavet papirer, og det bliver stående.",
    "Lav papiret igen, når sagen er rettet, eller aflys mødet med `samarbejde call-off`.",
)


@frozen
class Undone:
    """Result of ``undo``: what was taken back, when and by whom it was saved, in which files.

    ``changes`` is what it had changed in cases. ``is_again`` is whether it was itself an ``undo``.
    ``errors`` are those that the workspace has now and had not before. ``has_papers`` is whether
    papers were made since; they stay filed.
    """

    subject: str
    is_again: bool
    by: str
    at: datetime
    files: tuple[str, ...]
    changes: tuple[CaseChange, ...] = ()
    errors: tuple[Diagnosis, ...] = ()
    has_papers: bool = False


@frozen
class _Last:
    """The last commit that changed anything below a path: its hashes, author, time, subject."""

    commit: str
    parents: tuple[str, ...]
    by: str
    at: datetime
    subject: str
    files: dict[str, str]


def undo(workspace: Workspace, case: Path | None, today: date, *, dry_run: bool = False) -> Undone:
    """Take back what was saved last, in a case or in the whole workspace, as a new commit.

    A paper that was made stays filed. Raises ``GitError`` when there is nothing that can be taken
    back, or when something is changed and not saved.
    """
    repository = open_repository(workspace.root)
    refuse(lone_commit(repository), unfinished(repository), nameless(repository))
    path = f"{CASES_FOLDER}/{case.name}" if case else "."
    last = _last(repository, path)
    has_papers = _has_papers(repository, path, f"{last.commit}..HEAD")
    files = _files(last, has_papers=has_papers)
    _require_saved(repository, files)
    is_again = last.subject.startswith(_UNDONE)
    subject = last.subject.removeprefix(_UNDONE).removeprefix(_AGAIN)
    cases = sorted({each.split("/")[1] for each in files if each.startswith(f"{CASES_FOLDER}/")})
    told_of = (each for case in cases for each in changes_in(repository, last.commit, case))
    undone = Undone(subject, is_again, last.by, last.at, tuple(files), tuple(told_of))
    undone = replace(undone, has_papers=has_papers)
    if dry_run:
        return undone
    with undisturbed(workspace, cases):
        _restore(repository, last.parents[0], files)
        changed, _ = changed_files(repository, workspace, files)
        stage(repository, changed)
        errors = check(guard_of(repository, changed), today).refused
        text = message(changed, steps_of(workspace, changed), _AGAIN if is_again else _UNDONE)
        try:
            commit(repository, f"{text}\n\nFortryder {last.commit[:12]}.", changed)
        except GitError:
            _restore(repository, "HEAD", files)
            raise
    for each in cases:
        remove_if_empty(workspace.case_folder(each))
    return replace(undone, errors=errors)


def _last(repository: Repository, path: str) -> _Last:
    # schemas are made by the program itself, and a paper that was made is a fact
    paths = ("--", path, f":(exclude){SCHEMAS}", f":(exclude,glob){CASES_FOLDER}/*{_FILED}")
    answer = repository.ask("log", "-1", "-z", "--format=%H%n%P%n%an%n%aI%n%s", *paths)
    if not answer.is_well or not answer.data:
        raise GitError("Der er ikke gemt noget endnu, så der er ikke noget at fortryde.")
    commit_hash, parents, by, at, subject = answer.text.rstrip("\0").split("\n")
    if not parents:
        if _has_papers(repository, path, f"{commit_hash}..HEAD"):
            raise _ONLY_PAPERS
        raise GitError(
            "Det, der blev gemt først, kan ikke fortrydes: der er ikke noget før det.",
            "Ret i filerne, og gem med `samarbejde save`.",
        )
    if " " in parents:
        raise GitError(
            "Det seneste, der er gemt, samlede det, to havde gemt hver for sig, og kan ikke "
            "fortrydes på én gang.",
            "Ret i filerne, og gem med `samarbejde save`."
            if path != "."
            else "Fortryd i én sag ad gangen: samarbejde undo SAG.",
        )
    listing = repository.ask(
        "diff",
        "--name-status",
        "-z",
        "--no-renames",
        "--relative",
        parents,
        commit_hash,
        "--",
        path,
    ).names
    files = dict(zip(listing[1::2], listing[::2], strict=True))
    return _Last(commit_hash, (parents,), by, datetime.fromisoformat(at), subject, files)


def _has_papers(repository: Repository, path: str, commits: str) -> bool:
    """Whether commits filed papers below a path."""
    register = f"{path}{_FILED}" if path != "." else f":(glob){CASES_FOLDER}/*{_FILED}"
    return bool(repository.ask("log", "-1", "--format=%H", commits, "--", register).text.strip())


def _files(last: _Last, *, has_papers: bool) -> list[str]:
    """Return the files to take back, each as it was before.

    ``has_papers`` is whether papers were filed since, which keeps a new case.
    """
    new = [path for path, letter in last.files.items() if path.endswith(_FRONT) and letter == "A"]
    gone = [path for path, letter in last.files.items() if path.endswith(_FRONT) and letter == "D"]
    made = [path for path, letter in last.files.items() if path.endswith(_FILED) and letter != "D"]
    if new and (gone or made or has_papers):
        raise GitError(
            "Sagen har fået et andet nummer, eller der er lavet papirer i den, siden den kom.",
            "Et nummer ændres med `samarbejde renumber`. En sag slutter med `samarbejde advance`.",
        )
    return [path for path in last.files if path not in made]


def _require_saved(repository: Repository, files: Sequence[str]) -> None:
    if changed := sorted(repository.changes(*files)):
        raise GitError(
            f"{changed[0]} er ændret og ikke gemt, og det ville gå tabt.",
            "Gem det først med `samarbejde save`, og fortryd så igen: så er det det, der bliver "
            "fortrudt.",
        )


def _restore(repository: Repository, commit_hash: str, files: Collection[str]) -> None:
    """Make files what they were in a commit; those that it does not have go."""
    there = repository.contents(commit_hash, files).keys()
    gone = [path for path in files if path not in there]
    for paths, words in (
        (sorted(there), ("checkout", "-q", commit_hash)),
        (gone, ("rm", "-q", "-f", "--ignore-unmatch")),
    ):
        if paths:
            names = "\0".join(paths).encode()
            told(repository, "--literal-pathspecs", *words, *FROM_INPUT, stdin=names)
