"""What git asks before it keeps something, and tells after it has put two versions together."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from samarbejde_cli.actions.diagnosing import Places, diagnoses_of
from samarbejde_cli.actions.leaks import LeakGuard
from samarbejde_cli.actions.staged import Commit, errors_in, news, workspaces_in
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.git_commits import changed_between, head_commits
from samarbejde_cli.files.git_index import branch, staged_files, top_folder
from samarbejde_cli.findings import Diagnosis, Finding
from samarbejde_cli.lazy import frozen


@frozen
class HookResult:
    """What a hook found: what must not be kept, and errors that were committed before already.

    ``is_merge`` says that two versions are being put together, and neither has the errors.
    ``leaks`` are those of what must not be kept that nothing excuses.
    """

    refused: tuple[Diagnosis, ...] = ()
    known: tuple[Diagnosis, ...] = ()
    is_merge: bool = False
    leaks: tuple[Diagnosis, ...] = ()


def pre_commit(here: Path, today: date) -> HookResult:
    """Check what is staged in the repository around a folder: rules, and people where none belong.

    Errors that the last commit has too are no reason to keep good work out.
    """
    top = _top(here)
    staged = staged_files(top)
    found = [check(LeakGuard(Commit(top, each), staged), today) for each in workspaces_in(top)]
    return HookResult(
        tuple(error for each in found for error in each.refused),
        tuple(error for each in found for error in each.known),
        any(each.is_merge for each in found),
    )


def check(guard: LeakGuard, today: date) -> HookResult:
    """Check what is staged of one workspace, as ``pre_commit`` does."""
    commit = guard.commit
    errors = errors_in(commit, guard.numbers, today) if _touched(guard) else []
    parents = head_commits(commit.top) if errors else []
    fresh = news(errors, _errors_before(commit, parents, errors, today))
    leaks = _diagnosed(guard.findings(branch(commit.top)))
    known = tuple(each for each in errors if each not in fresh)
    return HookResult((*fresh, *leaks), known, bool(fresh) and len(parents) > 1, tuple(leaks))


def _touched(guard: LeakGuard) -> bool:
    """Whether anything of the workspace is staged that rules look at."""
    inside = guard.commit.inside
    return any(each.path.startswith(inside) for each in guard.staged)


def _errors_before(
    commit: Commit, parents: Iterable[str], errors: list[Diagnosis], today: date
) -> list[Diagnosis]:
    """Return the errors that earlier commits have in the cases that have errors now."""
    numbers = {_number(each.file, commit) for each in errors} - {""}
    return [
        each
        for parent in (parents if errors else ())
        for each in errors_in(Commit(commit.top, commit.inside, parent), numbers, today)
    ]


def _number(path: Path, commit: Commit) -> str:
    steps = path.relative_to(commit.root).parts
    return steps[1] if len(steps) > 2 else ""  # noqa: PLR2004 — sager, its number, the file


def commit_msg(here: Path, message: Path, *, is_edited: bool) -> HookResult:
    """Check the message of a commit. Raises ``WrongUseError`` when it cannot be read."""
    top = _top(here)
    try:
        text = message.read_text("utf-8", errors="replace")
    except OSError as problem:
        raise WrongUseError(
            f"Filen {message} kan ikke læses.", "Git kalder selv kommandoen med beskedens fil."
        ) from problem
    staged = staged_files(top)
    found = [
        finding
        for inside in workspaces_in(top)
        for finding in LeakGuard(Commit(top, inside), staged).in_message(
            message, text, is_edited=is_edited
        )
    ]
    return HookResult(tuple(_diagnosed(found)))


def worse_after(top: Path, merged: str, sides: Iterable[str], today: date) -> HookResult:
    """Return the errors of a merged commit that neither of the versions it was made of has."""
    versions = list(sides)
    changed = {path for side in versions for path in changed_between(top, side, merged)}
    refused: list[Diagnosis] = []
    for inside in workspaces_in(top):
        commit = Commit(top, inside, merged)
        numbers = {_case_number(path, inside) for path in changed} - {""}
        errors = errors_in(commit, numbers, today) if numbers else []
        before = _errors_before(commit, versions, errors, today)
        refused += news(errors, before)
    return HookResult(tuple(refused), is_merge=True)


def _case_number(path: str, inside: str) -> str:
    steps = path.removeprefix(inside).split("/")
    return steps[1] if path.startswith(f"{inside}sager/") and len(steps) > 2 else ""  # noqa: PLR2004 — as above


def _diagnosed(findings: Iterable[Finding]) -> list[Diagnosis]:
    return diagnoses_of(findings, Places({}))


def _top(here: Path) -> Path:
    top = here if (here / ".git").exists() else top_folder(here)
    if top is None:
        raise WrongUseError(
            f"Mappen {here} ligger ikke i git.", "Git kalder selv kommandoen, når noget gemmes."
        )
    return top
