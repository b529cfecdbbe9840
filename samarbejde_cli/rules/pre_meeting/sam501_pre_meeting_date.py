"""SAM501: the pre-meeting has a date and a time."""

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
    talk = case.round.pre_meeting
    if not profile.rhythm.pre_meetings and talk.date is None:
        return iter(())
    fields = {"dato": ("2026-02-10", talk.date), "start": ("9.00", talk.start)}
    return appointment_gaps(RULE, case, "formøde", fields)


RULE = Rule(
    code=codes.PRE_MEETING_DATE,
    name="formøde-tid",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    scope="round",
    message="Formødet mangler {mangler}.",
    hint="Skriv {mangler} under `formøde` i runder/{runde}.yaml, som {eksempel}.",
    explanation="""\
Før hvert møde taler koordinatoren med den unge alene. Uden dato og klokkeslæt kan den unge ikke
indkaldes, og ingen kan se, om samtalen er holdt. Lokale og sluttid må gerne mangle.""",
    source="Metodehåndbog 4.3",
    example="""\
 # runder/1.yaml
 formøde:
   dato: 2026-02-10
-  start: ""
+  start: 9.00
""",
    check=check,
)
