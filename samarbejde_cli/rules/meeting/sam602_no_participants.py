"""SAM602: the meeting has participants."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the list is empty."""
    if not case.round.meeting.participants:
        yield RULE.finding(case.in_round("møde", "deltagere"), runde=case.record.round)


RULE = Rule(
    code=codes.NO_PARTICIPANTS,
    name="ingen-deltagere",
    severity=Weight.ERROR,
    steps=(Step.MEETING,),
    scope="round",
    message="Der er ingen deltagere på mødet.",
    hint=(
        "Skriv dem, der skal med, under `deltagere` ved `møde` i runder/{runde}.yaml, som `- "
        "person: Karin Friis`."
    ),
    explanation="""\
Mødet samler dem, der har en del i den unges liv. Hvem det er, vælger den unge og koordinatoren
på formødet. Den unge, koordinatoren og tovholderen er med uden at stå på listen.""",
    source="Metodehåndbog 3.3, 3.4 og 4.3",
    example="""\
 # runder/1.yaml
 møde:
-  deltagere: []
+  deltagere:
+    - person: Karin Friis
+      indkaldt: 2026-02-12
+      svar: 1
+      deltog: ja
""",
    check=check,
)
