"""SAM504: the pre-meeting has been held before the case goes on."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the day of a pre-meeting that is a fixed step is still to come."""
    day = case.round.pre_meeting.date
    if day and day > today and profile.rhythm.pre_meetings:
        yield RULE.finding(case.in_round("formøde", "dato"), dato=day, runde=case.record.round)


RULE = Rule(
    code=codes.PRE_MEETING_NOT_HELD,
    name="formøde-ikke-holdt",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    scope="round",
    message="Formødet er først den {dato}.",
    hint=(
        "Vent med at flytte sagen, til formødet er holdt. Er det allerede holdt, så ret `dato` "
        "under `formøde` i runder/{runde}.yaml."
    ),
    explanation="""\
Indkaldelsen og dagsordenen bygger på det, den unge siger på formødet. Derfor går sagen først
videre til mødet, når dagen for formødet er kommet. Om det faktisk blev holdt, kan reglen ikke
se: bliver det udsat, skal datoen flyttes.""",
    source="Metodehåndbog 4.3",
    example="""\
 # runder/1.yaml
 formøde:
-  dato: 2026-05-05
+  dato: 2026-02-10
""",
    also=(codes.MEETING_BEFORE_PRE_MEETING,),
    check=check,
)
