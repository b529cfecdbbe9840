"""Days into an iCalendar file that tells nothing of anybody: private, neutral, without text."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from hashlib import sha256

PRODUCT = "-//samarbejde//frister//DA"


def as_calendar(days: Iterable[tuple[str, date]], stamp: datetime) -> str:
    """Return an all-day entry for each case number and day, each pair once.

    ``stamp`` is when the file is made. The same pair has the same UID in every file, so that a
    calendar that reads the next one does not show it twice.
    """
    from icalendar import Calendar, Event, vText  # noqa: PLC0415 — slow to import

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for number, day in dict.fromkeys(days):
        event = Event()
        event.add("uid", _uid(number, day))
        event.add("dtstamp", stamp)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", vText(f"Frist i sag {number}"))
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return str(calendar.to_ical().decode())


def _uid(number: str, day: date) -> str:
    digest = sha256(f"{number} {day.isoformat()}".encode()).hexdigest()
    return f"{digest[:32]}@samarbejde"
