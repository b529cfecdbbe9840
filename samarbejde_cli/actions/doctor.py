"""Look a workspace's repository over, and mend what can be mended without asking."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from samarbejde_cli.actions.git_hooks import CHECKED
from samarbejde_cli.actions.git_obstacles import (
    apart,
    exposed,
    inner_repositories,
    lone_commit,
    nameless,
    refuse,
    undecided,
    unfinished,
)
from samarbejde_cli.actions.git_setup import PARTS, set_up
from samarbejde_cli.actions.init import NEVER_IN_GIT
from samarbejde_cli.actions.stray_letters import mailings_of
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.danish.text import counted
from samarbejde_cli.errors import SamarbejdeError
from samarbejde_cli.files.find import CASES_FOLDER, WORKSPACE_FILE, real
from samarbejde_cli.files.git_program import GitError, run_git
from samarbejde_cli.files.git_remotes import chosen_remote, public_host, remotes
from samarbejde_cli.files.git_repository import (
    NoRepositoryError,
    Repository,
    State,
    open_repository,
)
from samarbejde_cli.files.paths import shown_path
from samarbejde_cli.files.short_lived import noted
from samarbejde_cli.files.synced_folders import synchroniser_of
from samarbejde_cli.files.unversioned import keep_out_of_git
from samarbejde_cli.lazy import frozen

FIX = "`samarbejde doctor --fix` retter det."
_KEPT = (WORKSPACE_FILE, f"{CASES_FOLDER}/2026-001/plan.yaml")
_PAPERS = (".docx", ".pdf")


@frozen
class Ailment:
    """One thing that is not as it should be; ``mend`` puts it right, where a program can."""

    message: str
    hint: str
    mend: Callable[[], None] | None = None


@frozen
class Examined:
    """Result of ``doctor``: what was mended, and what is still not as it should be."""

    mended: tuple[Ailment, ...]
    left: tuple[Ailment, ...]


def examine(workspace: Workspace, *, fix: bool = False) -> Examined:
    """Look a workspace over; with ``fix`` mend what can be mended."""
    found = list(_ailments(workspace))
    if not fix:
        return Examined((), tuple(found))
    refused = [problem for each in found if each.mend and (problem := _refusal(each.mend))]
    left = list(_ailments(workspace))
    still = {each.message for each in left}
    mended = tuple(each for each in found if each.mend and each.message not in still)
    hints = map(_told, refused)
    return Examined(mended, (*(each for each in left if not (each.mend and refused)), *hints))


def _refusal(mend: Callable[[], None]) -> SamarbejdeError | None:
    try:
        mend()
    except SamarbejdeError as problem:
        return problem
    return None


def _ailments(workspace: Workspace) -> Iterator[Ailment]:
    if program := synchroniser_of(real(workspace.root), os.environ):
        yield Ailment(
            f"Arbejdsmappen ligger i en mappe, som {program} kopierer til andre computere.",
            "Flyt den til en almindelig mappe, fx C:\\Sager, og del den med git i stedet. Ellers "
            "kan filerne blive blandet sammen, og de ligger hos flere, end I regner med.",
        )
    for _, folder in noted(workspace.root):
        yield Ailment(
            f"Breve, der venter på at blive godkendt, ligger i {shown_path(folder)}.",
            "Skal de ikke laves, så fjerner `samarbejde doctor --fix` dem. Den første kommando på "
            "en anden dag fjerner dem også.",
            partial(shutil.rmtree, folder, ignore_errors=True),
        )
    try:
        repository = open_repository(workspace.root)
    except NoRepositoryError as problem:
        yield Ailment(problem.message, problem.hint, partial(_put_into_git, workspace.root))
    except GitError as problem:
        yield _told(problem)
    else:
        yield from _of_repository(repository, workspace)


def _told(problem: SamarbejdeError) -> Ailment:
    return Ailment(problem.message, problem.hint)


def _put_into_git(root: Path) -> None:
    if problem := set_up(root).problem:
        raise problem


def _of_repository(repository: Repository, workspace: Workspace) -> Iterator[Ailment]:
    for part in PARTS:
        if not part.is_there(repository):
            yield Ailment(part.lack, FIX, partial(part.mend, repository))
    for problem in (lone_commit(repository), unfinished(repository), nameless(repository)):
        if problem:
            yield _told(problem)
    yield from _ignored(repository)
    yield from _papers(repository)
    yield from _letters(repository, workspace)
    yield from _line_ends(repository)
    yield from _of_remotes(repository, workspace)
    yield from _of_place(repository)


def _ignored(repository: Repository) -> Iterator[Ailment]:
    """Yield that git is told to leave out the very files that it is there for."""
    ignored = repository.ask("check-ignore", "--no-index", "--", *_KEPT).text.split()
    if ignored:
        why = repository.ask("check-ignore", "-v", "--no-index", "--", ignored[0])
        place = why.text.split("\t")[0]
        yield Ailment(
            f"Git er sat til at springe sagernes filer over ({place}), så de ikke bliver gemt.",
            "Slet linjen, og gem med `samarbejde save`.",
        )


def _papers(repository: Repository) -> Iterator[Ailment]:
    if papers := _kept_papers(repository):
        number = counted(len(papers), "fil", "filer")
        yield Ailment(
            f"{number}, som ikke hører til i git, ligger i det, fx {papers[0]}.",
            f"{FIX} Filerne bliver liggende i mappen. Det, git har gemt, bliver ved med at ligge i "
            "historikken; se docs/git.md.",
            partial(_forget, repository, papers),
        )


def _letters(repository: Repository, workspace: Workspace) -> Iterator[Ailment]:
    """Yield the mailings that git does not leave alone: those that were made by older versions."""
    new = [path for path, state in repository.changes().items() if state is State.NEW]
    for folder in mailings_of(workspace, new):
        yield Ailment(
            f"Brevene i {folder} kan komme i git.",
            FIX,
            partial(keep_out_of_git, workspace.root / folder),
        )


def _kept_papers(repository: Repository) -> list[str]:
    """Return the papers and temporary files that git keeps although it must not."""
    patterns = [word for each in NEVER_IN_GIT for word in ("-x", each)]
    ignored = repository.ask("ls-files", "-c", "-i", "-z", *patterns, "--", ".").names
    in_cases = repository.ask(
        "ls-files", "-z", "--", *(f":(icase){CASES_FOLDER}/*{suffix}" for suffix in _PAPERS)
    ).names
    return sorted({*ignored, *in_cases})


def _forget(repository: Repository, papers: list[str]) -> None:
    _require_saved(repository)
    removed = repository.ask(
        "rm", "-q", "--cached", "--pathspec-from-file=-", "--pathspec-file-nul",
        stdin="\0".join(papers).encode(),
    )  # fmt: skip
    _save_staged(repository, "Papirer ud af git", is_ready=removed.is_well)


def _line_ends(repository: Repository) -> Iterator[Ailment]:
    listing = repository.ask("ls-files", "--eol", "-z", "--", "*.yaml").names
    if wrong := [each for each in listing if each.startswith(("i/crlf", "i/mixed"))]:
        yield Ailment(
            f"{counted(len(wrong), 'fil', 'filer')} er gemt i git med linjeskift fra Windows, så "
            "hver linje ser ændret ud, når en anden gemmer.",
            FIX,
            partial(_renormalise, repository),
        )


def _renormalise(repository: Repository) -> None:
    _require_saved(repository)
    for part in PARTS:
        if not part.is_there(repository):
            part.mend(repository)
    done = repository.ask("add", "--renormalize", "--", "*.yaml")
    _save_staged(repository, "Samme linjeskift i alle filer", is_ready=done.is_well)


def _require_saved(repository: Repository) -> None:
    """Refuse to commit beside what is changed and not saved: it would come along."""
    refuse(lone_commit(repository), unfinished(repository), nameless(repository))
    tracked = [state for state in repository.changes().values() if state is not State.NEW]
    if tracked or not repository.ask("diff", "--cached", "--quiet").is_well:
        raise GitError(
            "Der er ændringer, der ikke er gemt.",
            "Gem dem med `samarbejde save`, og kør `samarbejde doctor --fix` igen.",
        )


def _save_staged(repository: Repository, text: str, *, is_ready: bool) -> None:
    environment = {CHECKED: "1"}
    if is_ready:
        saved = run_git(repository.folder, "commit", "-q", "-m", text, environment=environment)
    if not is_ready or not saved.is_well:
        raise GitError(
            "Git kunne ikke gemme det, der er rettet.",
            "Se efter, om du må skrive i mappen, og om git arbejder i den i forvejen.",
        )


def _of_remotes(repository: Repository, workspace: Workspace) -> Iterator[Ailment]:
    profile = workspace.loaded.profile
    approved = profile.git.approved_hosts if profile else []
    for name in remotes(repository):
        host = public_host(repository, name)
        if host and host not in approved:
            yield _told(exposed(name, host))
    if len(remotes(repository)) > 1 and not chosen_remote(repository):
        yield _told(undecided(repository))


def _of_place(repository: Repository) -> Iterator[Ailment]:
    if repository.is_shallow:
        yield Ailment(
            "Kun den nyeste del af historikken er hentet (git: shallow clone), så gamle udgaver "
            "og papirer kan ikke findes frem.",
            "Hent resten med: git fetch --unshallow",
        )
    if repository.outer:
        yield Ailment(
            "Arbejdsmappen er et submodul i en anden mappe, som git også passer.",
            "Det kan bruges, men den ydre mappe skal også gemmes, hver gang I har gemt her. Det er "
            "lettere at lade arbejdsmappen stå for sig selv.",
        )
    yield from map(_told, map(apart, inner_repositories(repository)))
