"""SAM610: attendance at the meeting is recorded."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import Reply
from samarbejde_cli.case.sharing import still_invited
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names everybody whose attendance is not recorded."""
    unknown = [
        (i, each.person)
        for i, each in still_invited(case, profile, case.round.meeting.date or today)
        if each.attended is None and each.reply not in (Reply.SENDS_NOTE, Reply.NOT_RELEVANT)
    ]
    if unknown:
        names = listed([name for _, name in unknown], "eller")
        location = case.in_round("møde", "deltagere", unknown[0][0])
        yield RULE.finding(location, navne=names, runde=case.record.round)


RULE = Rule(
    code=codes.ATTENDANCE_MISSING,
    name="fremmøde-mangler",
    severity=Weight.ERROR,
    steps=(Step.FOLLOW_UP,),
    scope="round",
    requires=(codes.MEETING_BEFORE_PRE_MEETING, codes.MEETING_NOT_HELD),
    message="Det er ikke noteret, om {navne} var med til mødet.",
    hint="Skriv `deltog: ja` eller `deltog: nej` ved hver under `deltagere` i runder/{runde}.yaml.",
    explanation="""\
Alle, der var med, skal have en kopi af planen. Derfor skal det stå, hvem der var med. Den, der
svarede 2 (sender et notat) eller 4 (ikke relevant), regnes som ikke til stede, når der intet
står.""",
    source="Metodehåndbog 4.4 og Bilag 8",
    example="""\
 # runder/1.yaml
 møde:
   deltagere:
     - person: Karin Friis
       svar: 1
+      deltog: ja
+    - person: Jonas Berg
+      svar: 4
""",
    check=check,
)
