"""Bring a workspace and the copy that everybody shares together: fetch, join, send."""

from dataclasses import replace
from datetime import date
from functools import cached_property

from samarbejde_cli.actions.changed_files import changed_files
from samarbejde_cli.actions.git_hooks import CHECKED
from samarbejde_cli.actions.git_obstacles import (
    conflicts,
    exposed,
    lone_commit,
    nameless,
    refuse,
    undecided,
    unfinished,
)
from samarbejde_cli.actions.hooks import worse_after
from samarbejde_cli.actions.save import JOINED
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.danish.text import listed
from samarbejde_cli.errors import WrongUseError
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.git_program import Answer, GitError, run_git
from samarbejde_cli.files.git_remotes import chosen_remote, public_host, remotes, shown_url
from samarbejde_cli.files.git_repository import Repository, State, open_repository
from samarbejde_cli.files.lock import remove_if_empty
from samarbejde_cli.findings import Diagnosis
from samarbejde_cli.lazy import frozen
from samarbejde_cli.profile.git_settings import Joining

_ATTEMPTS = 3
"""So often somebody else may have sent something meanwhile."""
_QUICKER = ("(fetch first)", "(non-fast-forward)", "cannot lock ref", "failed to update ref")
_DENIED = (
    "permission denied", "access denied", "insufficient permission", "read-only", "unpacker error",
    "not allowed", "403",
)  # fmt: skip
_NOT_LOGGED_IN = (
    "authentication failed", "terminal prompts disabled", "permission denied (publickey"
)  # fmt: skip
"""What git says of a push that was refused: who was quicker, may not, or is not logged in."""


@frozen
class Synced:
    """Result of ``sync``: how many commits came and went, and of which cases.

    ``conflicts`` are the files with two versions, ``errors`` those that neither of the versions
    has that were joined; nothing was sent then. ``unsaved`` says that there are changes that were
    not saved and so not sent.
    """

    fetched: int = 0
    sent: int = 0
    cases: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    errors: tuple[Diagnosis, ...] = ()
    unsaved: bool = False


@frozen
class _Shared:
    """The branch of a remote that everybody shares, as it was fetched last."""

    repository: Repository
    remote: str

    @cached_property
    def branch(self) -> str:
        """The name of the branch there: as it is set, or that of the branch here."""
        merged = self.repository.setting(f"branch.{self.repository.branch}.merge")
        return merged.removeprefix("refs/heads/") or str(self.repository.branch)

    @property
    def name(self) -> str:
        """The branch as git names it here, such as ``origin/main``."""
        return f"refs/remotes/{self.remote}/{self.branch}"

    @property
    def exists(self) -> bool:
        """Whether the remote has the branch already."""
        return bool(self.commit(self.name))

    def commit(self, name: str) -> str:
        """Return the hash of a commit; empty when there is none of the name."""
        return self.repository.ask("rev-parse", "-q", "--verify", name).text

    def count(self, words: str) -> int:
        """Return the number of commits in a range; 0 while there are none."""
        return int(self.repository.ask("rev-list", "--count", words).text or 0)

    def changed(self) -> list[str]:
        """Return the files of the workspace that others have changed since both parted."""
        since = ("--relative", f"HEAD...{self.name}")
        return self.repository.ask("diff", "--name-only", "-z", "--no-renames", *since).names


def sync(workspace: Workspace, remote: str | None, today: date) -> Synced:
    """Fetch what others have saved, join it with one's own, and send the result.

    Conflicts and what joining has spoilt are in the result, and nothing is sent then. Raises
    ``GitError`` for everything that is in the way, ``WrongUseError`` for a remote that there is
    none of.
    """
    repository = open_repository(workspace.root)
    refuse(lone_commit(repository), unfinished(repository), nameless(repository))
    shared = _Shared(repository, _remote(repository, remote))
    host = public_host(repository, shared.remote)
    if host and host not in workspace.profile.git.approved_hosts:
        raise exposed(shared.remote, host)
    result = Synced(unsaved=bool(changed_files(repository, workspace)[0]))
    for _ in range(_ATTEMPTS):
        _fetch(shared)
        result = _join(shared, workspace.profile.git.joining, result, today)
        for case in result.cases:
            remove_if_empty(workspace.case_folder(case))
        if result.conflicts or result.errors:
            return result
        sent = shared.count(f"{shared.name}..HEAD" if shared.exists else "HEAD")
        if sent == 0 or _send(shared):
            _remember(shared)
            return replace(result, sent=sent)
    raise GitError(
        "De andre har sendt noget nyt hver gang, så dit er ikke sendt endnu.",
        "Prøv igen om lidt. Alt er gemt hos dig.",
    )


def _remote(repository: Repository, wanted: str | None) -> str:
    known = remotes(repository)
    if not known:
        raise GitError(
            "Der er ikke noget sted at hente fra og sende til: mappen har ingen fælles kopi.",
            "Bed den, der passer git, om stedet, fx en mappe på et fællesdrev, og skriv: "
            'git remote add origin "//filserver/sager/sager.git". Se docs/git.md.',
        )
    if wanted and wanted not in known:
        raise WrongUseError(f"Git kender ikke {wanted}.", f"Vælg {listed(known, 'eller')}.")
    if found := wanted or chosen_remote(repository):
        return found
    raise undecided(repository)


def _fetch(shared: _Shared) -> None:
    """Fetch the remote's branches, the whole of their history."""
    whole = ("--unshallow",) if shared.repository.is_shallow else ()
    answer = _online(shared, "fetch", "-q", *whole, shared.remote)
    if not answer.is_well and whole:
        answer = _online(shared, "fetch", "-q", shared.remote)
    if not answer.is_well:
        raise _unreachable(shared, answer)


def _online(shared: _Shared, *words: str) -> Answer:
    return run_git(shared.repository.folder, *words, network=True, environment={CHECKED: "1"})


def _unreachable(shared: _Shared, answer: Answer) -> GitError:
    place = shown_url(shared.repository, shared.remote)
    if answer.says("dubious ownership", "unsafe repository"):
        return GitError(
            f"Git rører ikke den fælles kopi {place}, fordi en anden bruger ejer den.",
            f'Er den jeres, så skriv: git config --global --add safe.directory "{place}"',
        )
    if answer.says(*_NOT_LOGGED_IN):
        return GitError(
            f"Du er ikke logget ind på den fælles kopi {place}.",
            "Bed it-afdelingen om adgang, eller log ind igen i Git Credential Manager.",
        )
    return GitError(
        f"Den fælles kopi {place} kan ikke nås.",
        "Se efter, om du er på kommunens net og har adgang til stedet, og prøv igen. Alt, hvad du "
        "har gemt, er gemt hos dig.",
    )


def _join(shared: _Shared, joining: Joining, result: Synced, today: date) -> Synced:
    """Join what was fetched with what is here."""
    if not shared.exists:
        return result
    here = "HEAD.." if shared.commit("HEAD") else ""
    fetched = shared.count(f"{here}{shared.name}")
    if fetched == 0:
        return result
    paths = shared.changed() if here else []
    _require_room(shared.repository, paths if here else None, joining)
    sides = [commit for name in ("HEAD", shared.name) if (commit := shared.commit(name))]
    if not _merged(shared, joining) and not (left := conflicts(shared.repository)):
        raise _unjoinable(shared)
    left = conflicts(shared.repository)
    cases = {parts[1] for path in paths if (parts := path.split("/"))[0] == CASES_FOLDER}
    return replace(
        result,
        fetched=result.fetched + fetched,
        cases=tuple(sorted({*result.cases, *cases})),
        conflicts=tuple(left),
        errors=() if left else worse_after(shared.repository.top, "HEAD", sides, today).refused,
    )


def _require_room(repository: Repository, paths: list[str] | None, joining: Joining) -> None:
    """Refuse to join over what is not saved: git would stop, or mix it in.

    ``paths`` are the files that others have changed; None when they have all there is.
    """
    unsaved = repository.changes()
    if joining is Joining.REBASE:
        unsaved = {path: state for path, state in unsaved.items() if state is not State.NEW} | {
            path: state for path, state in unsaved.items() if path in (paths or ())
        }
        paths = None
    both = sorted(unsaved if paths is None else unsaved.keys() & set(paths))
    if both:
        raise GitError(
            f"Du har ændret noget, som ikke er gemt, fx {both[0]}, og andre har sendt nyt.",
            "Gem dit eget først med `samarbejde save`, og kør `samarbejde sync` igen.",
        )


def _merged(shared: _Shared, joining: Joining) -> bool:
    """Let git join the two; return whether it could."""
    if joining is Joining.REBASE:
        words = ["rebase", "-q", shared.name]
    else:
        words = ["merge", "-q", "--ff", "--no-edit", "-m", JOINED, shared.name]
    environment = {CHECKED: "1"}
    return run_git(shared.repository.folder, *words, environment=environment).is_well


def _unjoinable(shared: _Shared) -> GitError:
    if not shared.repository.ask("merge-base", "HEAD", shared.name).is_well:
        return GitError(
            "Mappen her og den fælles kopi har ikke noget til fælles: de er lavet hver for sig.",
            "Hent en ny kopi med `git clone` et andet sted, og flyt dine sager over i den.",
        )
    return GitError(
        "Git kunne ikke samle det, I har gemt hver for sig.",
        "Se, hvad der er i vejen, med `samarbejde doctor`. Alt, hvad du har gemt, er gemt hos dig.",
    )


def _remember(shared: _Shared) -> None:
    """Have git know the remote's branch as the one that the branch here belongs to."""
    repository = shared.repository
    at = f"branch.{repository.branch}"
    wanted = {f"{at}.remote": shared.remote, f"{at}.merge": f"refs/heads/{shared.branch}"}
    for name, value in wanted.items():
        if repository.setting(name) != value:
            repository.ask("config", name, value)


def _send(shared: _Shared) -> bool:
    """Send what is saved; return False when somebody else was quicker."""
    goal = f"HEAD:refs/heads/{shared.branch}"
    answer = _online(shared, "push", "-q", shared.remote, goal)
    if answer.is_well:
        return True
    if answer.says(*_QUICKER) and not answer.says(*_DENIED):
        return False
    raise _unsendable(shared, answer)


def _unsendable(shared: _Shared, answer: Answer) -> GitError:
    place = shown_url(shared.repository, shared.remote, sending=True)
    if answer.says("hook declined"):
        return GitError(
            f"Den fælles kopi {place} har sagt nej til det, du sender.",
            "Spørg den, der passer den, hvad den kræver. Alt, hvad du har gemt, er gemt hos dig.",
        )
    if answer.says("shallow update not allowed"):
        return GitError(
            "Kun den nyeste del af historikken er hentet, så den fælles kopi tager ikke imod.",
            "Hent resten med: git fetch --unshallow",
        )
    if answer.says("checked out branch"):
        return GitError(
            f"{place} er en arbejdsmappe, som nogen bruger, og ikke en fælles kopi.",
            "Lav en fælles kopi med `git clone --bare`; se docs/git.md.",
        )
    if answer.says(*_DENIED) and not answer.says(*_NOT_LOGGED_IN):
        return GitError(
            f"Du må hente fra den fælles kopi {place}, men ikke sende til den.",
            "Bed it-afdelingen om ret til at skrive. Alt, hvad du har gemt, er gemt hos dig.",
        )
    return _unreachable(shared, answer)
