"""Papers that were made again, and those that are lost."""

from collections.abc import Iterable, Iterator

from samarbejde_cli.actions.rerender import Again
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.files.paths import shown_path


def made(results: Iterable[Again]) -> Iterator[str]:
    """Yield where each paper is that could be made again."""
    return (f"lavet igen: {shown_path(each.path)}" for each in results if each.path)


def lost(papers: Iterable[Again]) -> Iterator[tuple[str, str]]:
    """Yield the papers that are lost for one reason, and the reason once."""
    by_reason: dict[str, list[str]] = {}
    for each in papers:
        named = f"{each.entry.file} ({each.entry.date.isoformat()})"
        by_reason.setdefault(each.reason, []).append(named)
    return ((f"{listed(named)} kan ikke laves igen.", why) for why, named in by_reason.items())


def summary(number: int, of: int) -> str:
    """Return how many of the papers are lost."""
    return f"{counted(number, 'papir', 'papirer')} af {of} kan ikke laves igen."
