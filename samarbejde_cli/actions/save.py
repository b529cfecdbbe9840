"""Save cases in git: check what has changed, give it a neutral message, commit it."""

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.changed_files import changed_files, steps_of
from samarbejde_cli.actions.commit_message import Changed, message
from samarbejde_cli.actions.conflicts import settle
from samarbejde_cli.actions.disputes import disputed_files
from samarbejde_cli.actions.git_hooks import CHECKED
from samarbejde_cli.actions.git_obstacles import (
    apart,
    conflicts,
    lone_commit,
    nameless,
    refuse,
    unfinished,
)
from samarbejde_cli.actions.hooks import HookResult, check
from samarbejde_cli.actions.leaks import LeakGuard
from samarbejde_cli.actions.staged import Commit
from samarbejde_cli.actions.stray_letters import mailings_of
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.find import is_folder
from samarbejde_cli.files.git_index import Operation, staged_files, unmerged
from samarbejde_cli.files.git_program import Answer, GitError, run_git
from samarbejde_cli.files.git_repository import Repository, open_repository
from samarbejde_cli.files.lock import locked, remove_if_empty
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.lazy import frozen

JOINED = "Samlet med det, andre har gemt"
"""The message of a commit that joins two versions."""
FROM_INPUT = ("--pathspec-from-file=-", "--pathspec-file-nul")
"""Options of git that let it read paths from its standard input."""
_ATTEMPTS, _PAUSE = 10, 0.3


@frozen
class Order:
    """What is to be saved: paths in the workspace, all when empty; the message; errors or not."""

    paths: Sequence[str] = ()
    text: str | None = None
    force: bool = False


@frozen
class Saved:
    """Result of ``save``: the message of the commit, or why there is none.

    ``errors`` are those that the last commit does not have; ``is_leak`` says that nothing excuses
    some of them. ``strangers`` are new files that are none of the workspace's, ``mailings`` the
    folders in which some of them are letters, ``finished`` what git was in the middle of.
    """

    text: str | None = None
    errors: tuple[Diagnosis, ...] = ()
    is_leak: bool = False
    strangers: tuple[str, ...] = ()
    mailings: tuple[str, ...] = ()
    finished: Operation | None = None


def save(workspace: Workspace, order: Order, today: date) -> Saved:
    """Commit what has changed below some paths, or in the whole workspace.

    Refuses, with the findings, when there are errors that the last commit does not have. Finishes
    a merge or the like that git is in the middle of. Raises ``GitError`` when git is in the way.
    """
    repository = open_repository(workspace.root)
    refuse(lone_commit(repository), nameless(repository))
    under_way = repository.under_way
    if under_way or conflicts(repository):
        _take_settled(repository, workspace)
    paths = () if under_way else order.paths
    files, strangers = changed_files(repository, workspace, paths)
    refuse(*(apart(path) for path in strangers if path.endswith("/")))
    left = Saved(strangers=tuple(strangers), mailings=tuple(mailings_of(workspace, strangers)))
    if not files and not under_way:
        return left
    cases = sorted({each.case for each in files if each.case})
    with undisturbed(workspace, cases):
        stage(repository, files)
        files = [each for each in files if (each.old, each.new) != (None, None)]
        found = _checked(repository, files, order, today)
        if errors := found.leaks if order.force else found.refused:
            return replace(left, errors=errors, is_leak=bool(found.leaks))
        if under_way:
            text = _finish(repository, under_way, order.text)
        else:
            text = order.text or message(files, steps_of(workspace, files))
            commit(repository, text, files)
    for case in cases:
        remove_if_empty(workspace.case_folder(case))
    return replace(left, text=text, finished=under_way)


def _checked(
    repository: Repository, files: Iterable[Changed], order: Order, today: date
) -> HookResult:
    """Return what is wrong with the files that are staged.

    Raises ``WrongUseError`` when the message names somebody.
    """
    guard = guard_of(repository, files)
    for finding in guard.in_message(Path(), order.text or "", is_edited=False):
        raise WrongUseError(
            f"Teksten efter --message nævner {finding.facts['hvad']}, og git husker den for altid.",
            "Skriv sagens nummer i stedet, eller lad være: så skriver programmet en tekst.",
        )
    return check(guard, today)


def guard_of(repository: Repository, files: Iterable[Changed]) -> LeakGuard:
    """Return what looks through some files of a workspace that are staged."""
    names = {f"{repository.prefix}{each.path}" for each in files}
    staged = [each for each in staged_files(repository.top) if each.path in names]
    return LeakGuard(Commit(repository.top, repository.prefix), staged)


@contextmanager
def undisturbed(workspace: Workspace, cases: Iterable[str]) -> Iterator[None]:
    """Keep other processes of this program out of some cases while the block runs."""
    folders = map(workspace.case_folder, cases)
    with ExitStack() as locks:
        for folder in filter(is_folder, folders):
            locks.enter_context(locked(folder))
        yield


def commit(repository: Repository, text: str, files: Iterable[Changed]) -> None:
    """Commit some files that are staged, and nothing else. Raises ``GitError``."""
    names = _names(files)
    words = ("--literal-pathspecs", "commit", "-q", "-m", text, "--only", *FROM_INPUT)
    told(repository, *words, stdin=names)


def stage(repository: Repository, files: Iterable[Changed]) -> None:
    """Let git take some files as they are now, those that are gone as gone."""
    told(repository, "update-index", "--add", "--remove", "-z", "--stdin", stdin=_names(files))


def _names(files: Iterable[Changed]) -> bytes:
    return "".join(f"{each.path}\0" for each in files).encode()


def _take_settled(repository: Repository, workspace: Workspace) -> None:
    """Stage the files that git could not merge and of which nothing is left to choose.

    Raises ``GitError`` when others are left.
    """
    for each in disputed_files(workspace):
        if each.is_in_git and not each.choices and not each.refusal:
            settle(workspace, each, {})
    if repository.under_way is Operation.BISECT or unmerged(repository.folder):
        refuse(unfinished(repository))


def _finish(repository: Repository, under_way: Operation, text: str | None) -> str:
    """Finish what git is in the middle of; return the message of the commit."""
    if under_way.is_rebase:
        told(repository, "rebase", "--continue", is_final=False)
        refuse(unfinished(repository))
    else:
        words = ("-m", text or JOINED) if text or under_way is Operation.MERGE else ("--no-edit",)
        told(repository, "commit", "-q", *words)
    return text or JOINED


def told(repository: Repository, *words: str, stdin: bytes = b"", is_final: bool = True) -> Answer:
    """Return git's answer, waiting a moment for another git that is at work.

    Raises ``GitError`` when it refuses; with ``is_final`` off the caller looks what is left.
    """
    for attempt in range(_ATTEMPTS):
        answer = run_git(repository.folder, *words, stdin=stdin, environment={CHECKED: "1"})
        if not answer.says("index.lock") or attempt == _ATTEMPTS - 1:
            break
        time.sleep(_PAUSE)
    if is_final and not answer.is_well:
        raise _refusal(repository, answer)
    return answer


def _refusal(repository: Repository, answer: Answer) -> GitError:
    may_not_write = GitError(
        "Git må ikke skrive i mappen.",
        f"Se efter, om du må skrive i {repository.git_folder}, og om der er plads på disken.",
    )
    is_denied = answer.says("permission denied", "read-only file system")
    if answer.says("insufficient permission") or (is_denied and answer.says(".lock'")):
        return may_not_write
    if answer.says("index.lock", "cannot lock ref"):
        return GitError(
            "Et andet program bruger git i mappen, eller git blev afbrudt midt i noget.",
            "Luk det, og prøv igen. Er der ikke noget, så slet filen "
            f"{repository.git_folder / 'index.lock'}.",
        )
    if answer.says("unable to process path", "unable to index file", "failed to insert into"):
        return GitError(
            "En af filerne kan ikke læses, så intet er gemt.",
            "Luk den i andre programmer, og se efter, om du har adgang til den.",
        )
    if answer.says("gpg failed", "failed to write commit object", "signing"):
        return GitError(
            "Git skal skrive under på det, der bliver gemt, og kan ikke.",
            "Bed den, der passer git, om at se på nøglen, eller slå det fra i denne mappe: "
            "git config commit.gpgSign false",
        )
    if is_denied or answer.says("unable to write"):
        return may_not_write
    return GitError(
        "Git ville ikke gemme det; det kan være en hook, som kommunen selv har lagt ind.",
        "Skriv `git commit` i mappen for at se, hvad der er galt. Det, du har skrevet, ligger i "
        "mappen som før.",
    )
