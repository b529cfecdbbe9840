"""Deadlines as an iCalendar file that reveals nothing about anybody: private, without text.

The file is its own memory: the next one takes out of the reader's calendar what is no deadline any
more, so it is written in the place of the last one.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from samarbejde_cli.actions.todo import Span, Todo, todo
from samarbejde_cli.actions.workspace import Workspace
from samarbejde_cli.lazy import frozen

if TYPE_CHECKING:
    from icalendar import Component, Event

PRODUCT = "-//samarbejde//frister//DA"
_DEADLINE, _GONE = "Frist i sag ", "Ikke en frist mere: sag "
_REMEMBERED = timedelta(days=366)

Pair: TypeAlias = tuple[str, date]
"""A case number and the day of a deadline."""


@frozen
class PublishedEntry:
    """The last published state of a deadline: its edition, and whether it is cancelled."""

    edition: int = 0
    is_off: bool = False

    def next_state(self, *, is_off: bool) -> "PublishedEntry":
        """Return the next state: a new edition when it has changed."""
        return self if self.is_off == is_off else PublishedEntry(self.edition + 1, is_off)


def deadlines_file(workspace: Workspace, found: Todo, stamp: datetime, last: Path | None) -> bytes:
    """Return the calendar file of what is to be done; what is no deadline any more is cancelled.

    ``stamp`` is when the file is made, in UTC, ``last`` the file that it replaces. A case that
    cannot be read keeps its last published deadlines.
    """
    before = published_in(last.read_bytes()) if last and last.is_file() else {}
    everything = todo(workspace, found.day, Span(date.min, date.max, late=False), None)
    still = [(task.case, task.day) for task in everything.tasks]
    still += [pair for pair in before if pair[0] in found.unreadable]
    days = ((task.case, task.day) for task in found.tasks)
    return as_calendar(days, stamp, before, still).encode()


def as_calendar(
    days: Iterable[Pair],
    stamp: datetime,
    before: Mapping[Pair, PublishedEntry] | None = None,
    still: Iterable[Pair] = (),
) -> str:
    """Return an all-day entry for each case number and day, each pair once.

    ``stamp`` is when the file is made. The same pair has the same UID in every file, so that a
    calendar that reads the next one does not show it twice. ``before`` is what the last file has,
    ``still`` are all deadlines that there are now: one that was published and is not among them is
    cancelled, one that is stays, though it was not asked for this time.
    """
    from icalendar import Calendar  # noqa: PLC0415 — slow to import

    published, wanted = before or {}, {*days}
    known = wanted | {*still}
    old = (pair for pair in published if pair[1] >= stamp.date() - _REMEMBERED)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for pair in sorted({*wanted, *old}, key=lambda each: (each[1], each[0])):
        entry = published.get(pair, PublishedEntry()).next_state(is_off=pair not in known)
        calendar.add_component(_event(pair, entry, stamp))
    return str(calendar.to_ical().decode())


def published_in(data: bytes) -> dict[Pair, PublishedEntry]:
    """Parse a calendar file of deadlines; nothing for any other file."""
    from icalendar import Calendar  # noqa: PLC0415 — slow to import

    try:
        calendar = Calendar.from_ical(data)
        if calendar.get("prodid") != PRODUCT:
            return {}
        return dict(map(_entry, calendar.walk("VEVENT")))
    except (ValueError, LookupError, TypeError, AttributeError):
        return {}


def _entry(event: "Component") -> tuple[Pair, PublishedEntry]:
    number = str(event["summary"]).removeprefix(_DEADLINE).removeprefix(_GONE)
    pair = (number, event.decoded("dtstart"))
    if event["uid"] != _uid(*pair):
        raise ValueError
    return pair, PublishedEntry(int(event.get("sequence", 0)), event.get("status") == "CANCELLED")


def _event(pair: Pair, entry: PublishedEntry, stamp: datetime) -> "Event":
    from icalendar import Event, vText  # noqa: PLC0415 — slow to import

    number, day = pair
    event = Event()
    event.add("uid", _uid(number, day))
    event.add("sequence", entry.edition)
    event.add("dtstamp", stamp)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", vText(f"{_GONE if entry.is_off else _DEADLINE}{number}"))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.is_off else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _uid(number: str, day: date) -> str:
    digest = sha256(f"{number} {day.isoformat()}".encode()).hexdigest()
    return f"{digest[:32]}@samarbejde"
