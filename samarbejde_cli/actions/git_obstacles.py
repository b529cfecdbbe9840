"""What is in the way of saving, fetching and sending: each with words, and advice that works."""

from collections.abc import Sequence

from samarbejde_cli.danish.text import listed
from samarbejde_cli.files.find import CASES_FOLDER
from samarbejde_cli.files.git_index import Operation, unmerged
from samarbejde_cli.files.git_program import GitError
from samarbejde_cli.files.git_remotes import remotes
from samarbejde_cli.files.git_repository import Repository


def lone_commit(repository: Repository) -> GitError | None:
    """Return what is wrong when no branch is checked out, and the way back to one."""
    if repository.branch or repository.under_way:
        return None
    found = repository.ask("branch", "--contains", "HEAD", "--format=%(refname:short)").text
    branches = [each for each in found.split("\n") if each and not each.startswith("(")]
    main = next((each for each in ("main", "master") if each in branches), None)
    known = main or (branches[0] if branches else None)
    what = "Mappen viser en gammel udgave, som der ikke kan gemmes i (git: detached HEAD)."
    if known:
        return GitError(what, f"Gå tilbage til den nyeste: git switch {known}")
    return GitError(
        "Det, der er gemt her, hører ikke til nogen gren (git: detached HEAD).",
        "Giv det et navn, så det ikke går tabt: git switch -c reddet. Bed så den, der passer git, "
        "om at samle det med jeres gren.",
    )


def unfinished(repository: Repository) -> GitError | None:
    """Return what is wrong when a merge or the like is under way."""
    found, paths = repository.under_way, conflicts(repository)
    if found is None:
        return _two_versions(paths) if paths else None
    if found is Operation.BISECT:
        return GitError(
            "Git er ved at lede efter en fejl (git bisect).", "Afslut det med: git bisect reset"
        )
    word = found.command
    abort = f"Eller fortryd det hele med: git {word} --abort"
    if paths:
        return GitError(
            f"En samling af to udgaver er ikke færdig (git {word}): {listed(paths[:3])} står med "
            "begge udgaver.",
            f"Vælg mellem dem med `samarbejde conflicts`, og afslut med `samarbejde save`. {abort}",
        )
    return GitError(
        f"En samling af to udgaver er ikke færdig (git {word}).",
        f"Afslut den med `samarbejde save`. {abort}",
    )


def _two_versions(paths: Sequence[str]) -> GitError:
    """Return what is wrong with files in two versions that no merge has left, as a stash does."""
    return GitError(
        f"{listed(paths[:3])} står med begge udgaver.",
        "Vælg mellem dem med `samarbejde conflicts`, og gem med `samarbejde save`.",
    )


def conflicts(repository: Repository) -> list[str]:
    """Return the files that git has in two versions."""
    return sorted(unmerged(repository.folder))


def nameless(repository: Repository) -> GitError | None:
    """Return what is wrong when git does not know who saves."""
    if repository.has_identity:
        return None
    return GitError(
        "Git ved ikke, hvem du er, og skal bruge et navn og en mailadresse.",
        'Skriv de to linjer med dit eget: git config --global user.name "Fornavn Efternavn" og '
        "git config --global user.email dig@kommunen.dk",
    )


def undecided(repository: Repository) -> GitError:
    """Return what is wrong when there are several remotes and none is chosen."""
    names = remotes(repository)
    return GitError(
        f"Der er flere steder at sende til: {listed(names)}.",
        f"Vælg ét: samarbejde sync --remote {names[0]}. Så husker git det.",
    )


def exposed(remote: str, host: str) -> GitError:
    """Return what is wrong with a remote that is on a public host."""
    return GitError(
        f"Sagerne ville blive sendt til {host} ({remote}), hvor enhver kan have en konto, og hvor "
        "en mappe kan komme til at stå åben for alle.",
        "Brug en server eller et fællesdrev, som kommunen selv råder over; se docs/git.md. Har I "
        f"en databehandleraftale, så skriv `godkendte_værter: [{host}]` under `git` i "
        "samarbejde.yaml.",
    )


def inner_repositories(repository: Repository) -> list[str]:
    """Return the folders of the workspace that have a repository of their own."""
    found = repository.folder.glob(f"{CASES_FOLDER}/*/.git")
    return sorted(each.parent.relative_to(repository.folder).as_posix() for each in found)


def apart(path: str) -> GitError:
    """Return what is wrong with a folder of the workspace that has a repository of its own."""
    folder = path.rstrip("/")
    return GitError(
        f"Mappen {folder} har sit eget git, så det, der står i den, bliver ikke gemt her.",
        f"Flyt mappen {folder}/.git et andet sted hen, og gem med `samarbejde save`.",
    )


def refuse(*problems: GitError | None) -> None:
    """Raise the first of some problems that is one."""
    for problem in problems:
        if problem:
            raise problem
