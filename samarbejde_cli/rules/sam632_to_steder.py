"""SAM632: nobody and no room is booked twice at the same time."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from samarbejde_cli.case.summary import Booking, Summary
from samarbejde_cli.dates import clock
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.texts import listed

code = "SAM632"
name = "to-steder-på-én-gang"
severity = "warning"
steps = ()
requires = ()
message = "{hvem} er optaget på samme tid i sag {sag}, kl. {start}-{slut}."
hint = "Flyt det ene af de to møder, eller find en anden."
explanation = """\
Den, der arbejder på et møde, og lokalet, hvor det holdes, kan kun være ét sted. Reglen ser på møder
og formøder, der ikke er holdt, med både start og slut, og på lokalet, koordinatoren, mødeleder,
referent og de fagpersoner, der er indkaldt. Den kører, når hele arbejdsmappen kontrolleres."""
source = "Metodehåndbog 3.5"
wrong = """\
# runder/1.yaml
møde: {dato: 2026-03-24}
# 2026-002/sag.yaml
ung: {cpr: 740810-4328}
# 2026-002/runder/1.yaml
møde: {dato: 2026-03-24, start: "10.00", slut: "11.30"}
"""
right = """\
# runder/1.yaml
møde: {dato: 2026-03-24}
# 2026-002/sag.yaml
ung: {cpr: 740810-4328}
# 2026-002/runder/1.yaml
møde: {dato: 2026-03-24, start: "10.30", slut: "12.00"}
"""


def check_workspace(
    cases: Sequence[Summary], profile: Profile, today: date, settings: Path
) -> Iterator[Finding]:
    """Yield one finding at the later of each two bookings that share a room or a person."""
    by_day: dict[date, list[Booking]] = {}
    for case in cases:
        for booking in case.bookings:
            earlier = by_day.setdefault(booking.date, [])
            for other in earlier:
                yield from _clash(booking, other, profile)
            earlier.append(booking)


def _clash(booking: Booking, other: Booking, profile: Profile) -> Iterator[Finding]:
    who = _shared(booking, other, profile) if booking.overlaps(other) else []
    if who:
        facts = {
            "hvem": listed(who),
            "sag": other.number,
            "start": clock(other.start),
            "slut": clock(other.end),
        }
        yield Finding(code, booking.spot, facts, (("det andet møde står her", other.spot),))


def _shared(booking: Booking, other: Booking, profile: Profile) -> list[str]:
    room = profile.room(booking.room)
    same_room = room is not None and profile.room(other.room) is room
    people = [booking.people[key] for key in sorted(booking.people.keys() & other.people.keys())]
    return [*([room.name] if room and same_room else []), *people]
