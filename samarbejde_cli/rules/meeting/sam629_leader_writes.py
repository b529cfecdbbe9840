"""SAM629: the leader and the writer are two people."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.vocabulary import MeetingRole
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.meeting_roles import holder
from samarbejde_cli.rules.helpers.rhythm import has_coming_meeting


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when one person has both roles at a coming meeting."""
    if not has_coming_meeting(case, today):
        return
    leader = holder(case, profile, MeetingRole.LEADER)
    writer = holder(case, profile, MeetingRole.WRITER)
    if leader and writer and leader.casefold() == writer.casefold():
        yield RULE.finding(case.in_round("møde", "referent"), navn=leader, runde=case.record.round)


RULE = Rule(
    code=codes.LEADER_WRITES,
    name="leder-skriver",
    severity=Weight.NOTE,
    steps=(Step.MEETING,),
    scope="round",
    open_only=True,
    requires=(codes.ROLE_NOT_AGREED,),
    message="{navn} både leder mødet og skriver planen.",
    hint="Lad en anden skrive, og skriv navnet i `referent` under `møde` i runder/{runde}.yaml.",
    explanation="""\
Den, der leder mødet, holder øje med tiden, talerækken og den unge. Den, der skriver, sørger for,
at aftalerne kommer i planen med den unges egne ord. Det er svært at gøre begge dele. Reglen ser
kun på møder, der ikke er holdt endnu.""",
    source="Metodehåndbog 3.5 og 4.1",
    example="""\
 # runder/1.yaml
-møde: {dato: 2026-03-24, mødeleder: Anne Holm, referent: anne holm}
+møde: {dato: 2026-03-24, mødeleder: Anne Holm, referent: Dorte Lundgaard}
""",
    also=(codes.MEETING_NOT_HELD,),
    check=check,
)
