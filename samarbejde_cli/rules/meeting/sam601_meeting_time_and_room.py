"""SAM601: the meeting has a day, a time and a room."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.missing import appointment_gaps


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names what is missing."""
    meeting = case.round.meeting
    fields = {
        "dato": ("2026-03-03", meeting.date),
        "start": ("9.00", meeting.start),
        "slut": ("10.30", meeting.end),
        "lokale": ("Egen", meeting.room),
    }
    return appointment_gaps(RULE, case, "møde", fields)


RULE = Rule(
    code=codes.MEETING_TIME_AND_ROOM,
    name="møde-tid-og-sted",
    severity=Weight.ERROR,
    steps=(Step.MEETING,),
    scope="round",
    message="Mødet mangler {mangler}.",
    hint="Skriv {mangler} under `møde` i runder/{runde}.yaml, som {eksempel}.",
    explanation="""\
Alle, der bliver indkaldt, skal kunne læse i brevet, hvor og hvornår mødet er, og hvor længe det
varer. Dagsordenen deler tiden fra start til slut mellem punkterne.""",
    source="Metodehåndbog 4.1, 4.2 og Bilag 1",
    example="""\
 # runder/1.yaml
 møde:
-  slut: ""
+  dato: 2026-03-03
+  start: 9.00
+  slut: 10.30
-  lokale: ""
+  lokale: Egen
""",
    check=check,
)
