"""A meeting as an iCalendar file that an internal colleague opens in Outlook.

It states when and where, and only the case number: others may read the calendar.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from samarbejde_cli.lazy import frozen

if TYPE_CHECKING:
    from icalendar import Event, Timezone

PRODUCT = "-//samarbejde//møder//DA"
ZONE = "Europe/Copenhagen"


@frozen
class Invite:
    """A meeting in one edition of its calendar file.

    ``begins`` and ``ends`` are on the clock in Denmark. ``edition`` grows when the meeting moves;
    ``made`` is the day on which the edition was made, ``organizer`` the mail address that invites.
    ``series`` grows when somebody else invites, which makes it another entry in all calendars;
    ``is_replaced`` is whether this one is taken back for that reason. ``about`` is what a
    municipality lets the entry say: the agenda's file, who is there by function.
    """

    case: str
    uid: str
    begins: datetime
    ends: datetime
    place: str | None
    edition: int
    made: date
    organizer: str | None = None
    cancelled: bool = False
    series: int = 0
    is_replaced: bool = False
    about: str | None = None
    title: str = "Møde"


def uid_of(municipality: str, case: str, key: str, series: int = 0) -> str:
    """Return the UID of a meeting in all calendars; it reveals nothing."""
    parts = [municipality, case, key, *([str(series)] if series else [])]
    digest = sha256("\0".join(parts).encode()).hexdigest()
    return f"{digest[:32]}@samarbejde"


def as_calendar(invite: Invite) -> bytes:
    """Return the calendar file; the same edition gives the same bytes."""
    return as_calendars([invite])


def as_calendars(invites: Sequence[Invite]) -> bytes:
    """Return one calendar file of several meetings."""
    from icalendar import Calendar  # noqa: PLC0415 — slow to import

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if all(each.cancelled for each in invites) else "PUBLISH")
    calendar.add_component(_zone())
    for each in invites:
        calendar.add_component(_event(each))
    return bytes(calendar.to_ical())


def _event(invite: Invite) -> "Event":
    from icalendar import Event, vCalAddress, vText  # noqa: PLC0415 — slow to import

    event = Event()
    event.add("uid", invite.uid)
    event.add("sequence", invite.edition)
    event.add("dtstamp", datetime.combine(invite.made, time(), UTC))
    for name, moment in (("dtstart", invite.begins), ("dtend", invite.ends)):
        event.add(name, moment, parameters={"TZID": ZONE})
    event.add("summary", vText(f"{invite.title} i sag {invite.case}"))
    if invite.place:
        event.add("location", vText(invite.place))
    if invite.about:
        event.add("description", vText(invite.about))
    if invite.organizer:
        event.add("organizer", vCalAddress(f"mailto:{invite.organizer}"))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if invite.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if invite.cancelled else "OPAQUE")
    return event


def _zone() -> "Timezone":
    """Return the rules of Danish time: summer time from March to October, since 1996."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # noqa: PLC0415 — slow

    zone = Timezone()
    zone.add("tzid", ZONE)
    for kind, name, month, sunday, hour, before, after in (
        (TimezoneDaylight, "CEST", 3, 31, 2, 1, 2),
        (TimezoneStandard, "CET", 10, 27, 3, 2, 1),
    ):
        part = kind()
        part.add("tzname", name)
        part.add("dtstart", datetime(1996, month, sunday, hour))  # noqa: DTZ001 — on the zone's own clock
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone
