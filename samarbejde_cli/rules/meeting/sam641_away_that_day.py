"""SAM641: those of the municipality who are asked are at work on the day of the meeting."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.attendees import at_meeting, at_talk
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each coming appointment on a day when somebody is away."""
    now = case.round
    held = (
        ("formøde", now.pre_meeting.date, at_talk(case)),
        ("møde", now.meeting.date, at_meeting(case, profile, today)),
    )
    for what, day, people in held:
        if day is None or day < today:
            continue
        if away := [name for name in people if _is_away(profile, name, day)]:
            where = case.in_round(what, "dato")
            yield RULE.finding(where, hvem=listed(away), hvad=f"{what}t", dato=day)


def _is_away(profile: Profile, name: str, day: date) -> bool:
    employee = profile.employee(name)
    return employee is not None and not employee.works_on(day)


RULE = Rule(
    code=codes.AWAY_THAT_DAY,
    name="ikke-på-arbejde",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    message="{hvem} er ikke på arbejde den {dato}, hvor {hvad} ligger.",
    hint="Flyt det med `samarbejde move-meeting`, eller ret `arbejdsdage` og `fravær` i "
    "samarbejde.yaml.",
    explanation="""\
Møder og formøder ligger på dage, hvor de ansatte, der skal være med, er på arbejde. Deres
`arbejdsdage` og `fravær` står under `medarbejdere` i samarbejde.yaml. En plan for året finder en
dag, hvor alle kan.""",
    source="Metodehåndbog 3.5",
    example="""\
 # samarbejde.yaml
 medarbejdere:
   - navn: Anne Holm
     funktion: koordinator
-    fravær: [{fra: 2026-03-23, til: 2026-03-27}]
+    fravær: [{fra: 2026-03-30, til: 2026-04-01}]
 # runder/1.yaml
 møde: {dato: 2026-03-24}
""",
    also=(codes.MEETING_NOT_HELD,),
    check=check,
)
