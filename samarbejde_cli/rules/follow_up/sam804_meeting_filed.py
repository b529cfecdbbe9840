"""SAM804: the meeting is filed."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import JournalKind
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the meeting is not filed, or as something else."""
    filed = case.round.follow_up.journal
    if filed is None or filed.kind is not JournalKind.TALK:
        yield RULE.finding(case.in_round("opfølgning", "journalført"), runde=case.record.round)


RULE = Rule(
    code=codes.MEETING_FILED,
    name="møde-journalført",
    severity=Weight.ERROR,
    steps=(Step.FOLLOW_UP,),
    scope="round",
    message="Mødet er ikke journalført som samtale.",
    hint=(
        "Skriv notatet i jeres fagsystem, og skriv så dato og `som: samtale` under `journalført` "
        "ved `opfølgning` i runder/{runde}.yaml."
    ),
    explanation="""\
Mødet bliver journalført som en samtale. Reglen kan ikke se journalen, kun det, I skriver her.""",
    source="Metodehåndbog 4.4",
    example="""\
 # runder/1.yaml
 opfølgning:
-  journalført: ""
+  journalført:
+    dato: 2026-03-04
+    som: samtale
""",
    check=check,
)
