"""What became of moving cases: in the way, moved, and what to do next."""

from collections.abc import Iterator, Sequence

from samarbejde_cli.actions.advance import Moved
from samarbejde_cli.actions.next_steps import WORK
from samarbejde_cli.case.history import Event
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import counted, listed
from samarbejde_cli.profile.appearance import Words
from samarbejde_cli.profile.own_words import in_own_words
from samarbejde_cli.report.findings import in_full
from samarbejde_cli.report.folded import folded, paragraphs
from samarbejde_cli.report.new_round import booked


def summary(number: int, failed: Sequence[str], *, dry_run: bool) -> str:
    """Return how many of several cases moved, or could, and which did not."""
    if not number:
        return "Der står ingen sager i det trin."
    verb = "kan flyttes" if dry_run else "er flyttet"
    said = f"{number - len(failed)} af {counted(number, 'sag', 'sager')} {verb}."
    return f"{said} Ikke flyttet: {listed(failed)}." if failed else said


def as_lines(moved: Moved, words: Words, *, dry_run: bool) -> Iterator[str]:
    """Yield what blocks a move, or that the case moved and what comes next."""
    return (
        _blocked(moved, dry_run=dry_run)
        if moved.blocking
        else _moved(moved, words, dry_run=dry_run)
    )


def _blocked(moved: Moved, *, dry_run: bool) -> Iterator[str]:
    yield from in_full(moved.blocking)
    verb = "kan ikke flyttes" if dry_run else "er ikke flyttet"
    number = counted(len(moved.blocking), "ting", "ting")
    yield f"{moved.number} {verb} til {moved.target.value}: {number} står i vejen."


def _moved(moved: Moved, words: Words, *, dry_run: bool) -> Iterator[str]:
    yield from in_full(moved.waived)
    for diagnosis in moved.others:
        yield folded(f"{diagnosis.code} {diagnosis.weight}  {diagnosis.message}")
    target = f"{moved.target.value} (runde {moved.round})"
    yield f"{moved.number} {_verb(moved, dry_run=dry_run)} {moved.origin.value} til {target}."
    if moved.agreed and (days := booked(moved.agreed)):
        yield folded(f"Aftalt i runde {moved.round}: {listed(days)}.")
    if moved.waived:
        codes = listed(sorted({each.code for each in moved.waived}))
        yield f"Gennemtvunget trods {codes}; grunden står i historik.yaml."
    if not dry_run:
        yield from paragraphs(_next(moved, words))


def _verb(moved: Moved, *, dry_run: bool) -> str:
    words = {
        Event.BACK: ("er flyttet tilbage fra", "kan flyttes tilbage fra"),
        Event.REOPENED: ("er genåbnet fra", "kan genåbnes fra"),
    }
    return words.get(moved.event, ("er flyttet fra", "kan flyttes fra"))[dry_run]


def _next(moved: Moved, words: Words) -> Iterator[str]:
    if work := WORK[moved.target]:
        yield "\nNu skal du:"
    for line in work:
        yield f"  - {in_own_words(line, words)}"
    yield f"\nDokumenter til trinnet: samarbejde render {moved.number}"
    if not moved.target.is_end:
        yield f"Svar på det, der mangler: samarbejde fill {moved.number}"
        yield f"{_way_out(moved)} samarbejde advance {moved.number} --to {_end(moved).value}"


def _end(moved: Moved) -> Step:
    """Return the end that a case can go to from the step that it is in now."""
    return Step.REJECTED if moved.target is Step.INTAKE else Step.CLOSED


def _way_out(moved: Moved) -> str:
    if _end(moved) is Step.REJECTED:
        return "Bliver der ikke sagt ja, så skriv `beslutning: afvises`, og luk sagen:"
    return "Skal sagen slutte, så skriv dato og årsag under `afslutning` i sag.yaml, og luk den:"
