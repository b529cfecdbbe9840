"""SAM632: nobody and no room is booked twice at the same time."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from pathlib import Path

from samarbejde_cli import codes
from samarbejde_cli.case.summary import Booking, Summary
from samarbejde_cli.danish.dates import clock
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.case_list import NAMED, case_list

_ROOM = "\0"
"""What a room's name begins with among those of people."""


def check_workspace(
    cases: Sequence[Summary], profile: Profile, today: date, settings: Path
) -> Iterator[Finding]:
    """Yield one finding for bookings at one time that share rooms or people, however many."""
    bookings = [each for case in cases for each in _bookings(case)]
    taken: dict[tuple[date, str], list[int]] = {}
    for number, booking in enumerate(bookings):
        for who in _taken(booking, profile):
            taken.setdefault((booking.date, who), []).append(number)
    shared: dict[tuple[int, ...], list[str]] = {}
    for (_, who), numbers in taken.items():
        for clash in _clashes(bookings, numbers):
            shared.setdefault(clash, []).append(who)
    for clash, names in sorted(shared.items()):
        yield _finding([bookings[number] for number in clash], names, profile)


def compared_by(case: Summary, profile: Profile) -> Iterator[tuple[date, str]]:
    """Yield each day with each room and person that is taken on it."""
    for booking in _bookings(case):
        yield from ((booking.date, who) for who in _taken(booking, profile))


def _bookings(case: Summary) -> Iterator[Booking]:
    return (each for each in case.bookings if each.start < each.end)


def _taken(booking: Booking, profile: Profile) -> list[str]:
    """Return the room, if the settings know it, and the people in small letters."""
    room = profile.room(booking.room)
    return [*([_ROOM + room.name] if room else []), *sorted(booking.people)]


def _clashes(bookings: Sequence[Booking], numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield those of one day that follow into each other, where they are of several cases."""
    group: list[int] = []
    end = time.min
    for number in sorted(numbers, key=lambda each: bookings[each].start):
        booking = bookings[number]
        if group and booking.start >= end:
            yield from _if_several(bookings, group)
            group, end = [], time.min
        group.append(number)
        end = max(end, booking.end)
    yield from _if_several(bookings, group)


def _if_several(bookings: Sequence[Booking], group: Sequence[int]) -> Iterator[tuple[int, ...]]:
    if len({bookings[number].number for number in group}) > 1:
        yield tuple(sorted(group))


def _finding(clash: Sequence[Booking], names: Sequence[str], profile: Profile) -> Finding:
    """Return the finding at the last of bookings that clash."""
    *others, booking = clash
    related = tuple(("det andet møde står her", each.location) for each in others[:NAMED])
    return RULE.finding(
        booking.location,
        related,
        hvem=listed([_shown(name, booking) for name in names]),
        sag=case_list(list(dict.fromkeys(each.number for each in others))),
        start=clock(min(each.start for each in others)),
        slut=clock(max(each.end for each in others)),
    )


def _shown(name: str, booking: Booking) -> str:
    return name.removeprefix(_ROOM) if name.startswith(_ROOM) else booking.people[name]


RULE = Rule(
    code=codes.DOUBLE_BOOKING,
    name="to-steder-på-én-gang",
    severity=Weight.WARNING,
    message="{hvem} er optaget på samme tid i {sag}, kl. {start}-{slut}.",
    hint="Flyt møderne, så de ikke falder sammen, eller find en anden.",
    explanation="""\
Den, der arbejder på et møde, og lokalet, hvor det holdes, kan kun være ét sted. Reglen ser på møder
og formøder, der ikke er holdt, med både start og slut, og på lokalet, koordinatoren, mødeleder,
referent og de fagpersoner, der er indkaldt. Den kører, når hele arbejdsmappen kontrolleres.""",
    source="Metodehåndbog 3.5",
    example="""\
 # runder/1.yaml
 møde: {dato: 2026-03-24}
 # 2026-002/sag.yaml
 ung: {cpr: 740810-4328}
 # 2026-002/runder/1.yaml
-møde: {dato: 2026-03-24, start: "10.00", slut: "11.30"}
+møde: {dato: 2026-03-24, start: "10.30", slut: "12.00"}
""",
    check_workspace=check_workspace,
    compared_by=compared_by,
)
