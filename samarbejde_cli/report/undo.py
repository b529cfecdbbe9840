"""What ``undo`` took back, in sentences."""

from collections.abc import Iterator

from samarbejde_cli.actions.undo import Undone
from samarbejde_cli.danish import dates
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.report.changes import deeds
from samarbejde_cli.report.folded import folded

_MOST = 10


def undone(result: Undone, *, dry_run: bool) -> Iterator[str]:
    """Yield what was taken back, and how to have it again."""
    done = "Gentaget" if result.is_again else "Fortrudt"
    what = "Ville fortryde" if dry_run else done
    at = result.at
    yield f"{what}: {result.subject}"
    yield f"Det blev gemt den {dates.long_date(at.date())} kl. {at:%H.%M} af {result.by}."
    yield from _what(result)
    if not dry_run:
        yield "Kør `samarbejde undo` igen for at få ændringen tilbage."
    if result.has_papers:
        yield "Papirer, der er lavet siden, bliver stående i breve.yaml; lav dem igen med"
        yield "`samarbejde render`, hvis de sagde det, der er fortrudt."
    if result.errors:
        number = counted(len(result.errors), "fejl", "fejl")
        yield f"Nu er der {number}, som ikke var der før; se dem med `samarbejde validate`."


def _what(result: Undone) -> Iterator[str]:
    """Yield what had been changed in cases, or in which files where no case was."""
    found = [
        f"{each.number}: {result.by} {what}." for each in result.changes for what in deeds(each)
    ]
    shown = found if len(found) == _MOST + 1 else found[:_MOST]  # a line for one more is no gain
    yield from map(folded, shown)
    if len(found) > len(shown):
        yield f"… og {counted(len(found) - _MOST, 'ændring', 'ændringer')} til."
    if not found:
        more = len(result.files) - _MOST
        rest = [counted(more, "anden fil", "andre filer")] if more > 0 else []
        yield f"Filer: {listed([*result.files[:_MOST], *rest])}."
