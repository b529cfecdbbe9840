"""SAM702: the plan has a goal for education or employment."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when no goal leads to education or employment."""
    if not any(goal.leads_to_education_or_work for goal in case.plan.goals):
        yield RULE.finding(case.location("plan", "mål"))


RULE = Rule(
    code=codes.EDUCATION_OR_JOB,
    name="uddannelse-eller-job",
    severity=Weight.ERROR,
    steps=(Step.MEETING,),
    message="Planen har intet mål om uddannelse eller job.",
    hint=(
        "Skriv et mål med `område: fagligt`, eller sæt `uddannelse_eller_job: ja` ved det mål, "
        "der fører derhen."
    ),
    explanation="""\
Alle om den unge arbejder mod det samme: uddannelse eller arbejde. Derfor skal mindst ét mål i
planen pege derhen, eventuelt på længere sigt, når helbred eller andet må komme først.

Et mål med `område: fagligt` tæller altid med. Andre mål tæller med, når der står
`uddannelse_eller_job: ja` ved dem. Om målet er godt, kan reglen ikke vurdere.""",
    source="Metodehåndbog 4.1 og Bilag 8",
    example="""\
 # plan.yaml
 mål:
-  - område: bolig
+  - område: fagligt
-    mål: Jeg skal finde mit eget sted at bo
-    handlinger: [Jeg skriver mig op til en ungdomsbolig]
+    mål: Jeg skal møde op i skole tre dage om ugen
+    handlinger: [Jeg sætter vækkeuret til kl. 6.45]
     ansvarlige: [jeg]
""",
    check=check,
)
