"""A meeting that got another day, or none, and who knows of it."""

from collections.abc import Iterable, Iterator

from samarbejde_cli.actions.reschedule import Changed
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.notices import Notice, hours, name_of, what_changed
from samarbejde_cli.danish.dates import full_date
from samarbejde_cli.danish.text import listed
from samarbejde_cli.report import news
from samarbejde_cli.report.folded import folded


def moved(case: Case, what: str, done: Changed) -> Iterator[str]:
    """Yield when an appointment is now, and who must be told."""
    yield folded(f"{case.number}: {name_of(what)} er nu {_when(done)}.")
    yield from news.as_lines(case, [(what, each) for each in done.notices])


def called_off(case: Case, what: str, done: Changed) -> Iterator[str]:
    """Yield that an appointment is off, and who must be told."""
    yield f"{case.number}: {name_of(what)} er aflyst."
    yield from news.as_lines(case, [(what, each) for each in done.notices])


def told(found: Iterable[tuple[str, Notice]]) -> Iterator[str]:
    """Yield who is now recorded to know what."""
    for what, each in found:
        yield folded(f"Noteret: {listed(each.people)} ved, at {what_changed(each, what)}.")


def _when(done: Changed) -> str:
    slot = done.after
    if slot is None:
        day = f"{full_date(done.day)}, men " if done.day else ""
        return f"{day}uden klokkeslæt; skriv det med --start"
    room = f" i {slot.room}" if slot.room else ""
    return f"{full_date(slot.begins.date())} kl. {hours(slot)}{room}"
