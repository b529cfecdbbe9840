"""SAM640: the room of a coming meeting holds those who are asked."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.attendees import seats_needed
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when more people are asked than the room has seats for."""
    meeting = case.round.meeting
    room, people = profile.room(meeting.room), seats_needed(case, profile, today)
    if room and room.seats and meeting.date and meeting.date >= today and people > room.seats:
        yield RULE.finding(
            case.in_round("møde", "lokale"), lokale=room.name, pladser=room.seats, antal=people
        )


RULE = Rule(
    code=codes.ROOM_TOO_SMALL,
    name="lokale-for-lille",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    message="{lokale} har {pladser} pladser, men der kommer op til {antal}.",
    hint="Find et større lokale med `samarbejde move-meeting`, eller ret `pladser` ved lokalet.",
    explanation="""\
Alle skal kunne sidde om det samme bord. Reglen tæller den unge, koordinatoren, tovholderen og dem,
der er indkaldt og ikke har meldt fra, og ser på `pladser` under `lokaler` i samarbejde.yaml. Et
lokale uden et tal er stort nok.""",
    source="Metodehåndbog 3.5",
    example="""\
 # samarbejde.yaml
 lokaler:
-  - {navn: Lindesalen, pladser: 2}
+  - {navn: Lindesalen, pladser: 12}
 # runder/1.yaml
 møde: {dato: 2026-03-24, lokale: Lindesalen}
""",
    also=(codes.MEETING_NOT_HELD,),
    check=check,
)
