"""SAM609: the room is one of the municipality's."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.names import suggestion


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each of pre-meeting and meeting in a room that is not listed."""
    known = [room.name for room in profile.rooms]
    if not known:
        return
    held = {"formøde": case.round.pre_meeting, "møde": case.round.meeting}
    for key, each in held.items():
        if each.room and not profile.room(each.room):
            location = case.in_round(key, "lokale")
            yield RULE.finding(
                location,
                lokale=each.room,
                lokaler=listed(known, "eller"),
                **suggestion(each.room, known),
            )


RULE = Rule(
    code=codes.ROOM_UNKNOWN,
    name="lokale-ukendt",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    message="`{lokale}` er ikke et af lokalerne i samarbejde.yaml.",
    hint="Skriv et af lokalerne: {lokaler}. Eller føj det til under `lokaler` i samarbejde.yaml.",
    explanation="""\
Brevet henter lokalets adresse fra samarbejde.yaml. Et møde kan godt ligge et andet sted, hjemme
hos den unge eller på skolen, så det er kun en advarsel: se efter, om adressen mangler i brevet.
Reglen er tavs, når samarbejde.yaml ikke har nogen lokaler, og i afsluttede sager.""",
    source="Metodehåndbog 3.5 og Bilag 1",
    example="""\
 # runder/1.yaml
 møde:
-  lokale: Eegen
+  lokale: Egen
""",
    check=check,
)
