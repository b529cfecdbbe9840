"""Where a repository sends to: its remotes, and whether their hosts are open to everybody."""

from urllib.parse import urlsplit

from samarbejde_cli.files.git_repository import Repository
from samarbejde_cli.lazy import lazy_pattern

PUBLIC_HOSTS = (
    "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sr.ht", "sourceforge.net",
    "gitea.com", "gitee.com", "dev.azure.com", "visualstudio.com", "launchpad.net",
    "framagit.org", "notabug.org", "huggingface.co",
)  # fmt: skip
"""Hosts where anybody can have a repository, and where one may be public by a mistake."""
_LOGIN = lazy_pattern(r"(?<=:)//[^/@]+@")
_BRIEF = lazy_pattern(r"(?:[^@/\\]+@)?([^:/\\@]{2,}):(?!//)")
"""``user@host:path``; a single letter before the colon is a drive of Windows."""


def remotes(repository: Repository) -> list[str]:
    """Return the names of the remotes."""
    return repository.ask("remote").text.split()


def chosen_remote(repository: Repository) -> str | None:
    """Return the remote that the branch goes to: as it is set, or the only one there is."""
    known = remotes(repository)
    named = repository.setting(f"branch.{repository.branch}.remote")
    if named in known:
        return named
    return known[0] if len(known) == 1 else None


def public_host(repository: Repository, remote: str) -> str | None:
    """Return the public host that a remote is on, be it for fetching or for sending; else None."""
    urls = (
        line
        for words in ((), ("--push",))
        for line in repository.ask("remote", "get-url", "--all", *words, remote).text.split("\n")
    )
    return next((host for url in urls if (host := _public(_host(url)))), None)


def shown_url(repository: Repository, remote: str, *, sending: bool = False) -> str:
    """Return the address of a remote, without what somebody logs in with."""
    words = ("--push",) if sending else ()
    return _LOGIN.sub("//", repository.ask("remote", "get-url", *words, remote).text)


def _public(host: str) -> str | None:
    return next((each for each in PUBLIC_HOSTS if f".{host}".endswith(f".{each}")), None)


def _host(url: str) -> str:
    """Return the host of an address in any form that git knows; empty for a folder."""
    if "://" in url:
        return (urlsplit(url).hostname or "").casefold()
    found = _BRIEF.match(url)
    return found[1].casefold() if found else ""
