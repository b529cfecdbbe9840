"""SAM703: every goal has actions."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each goal without any."""
    for i, goal in enumerate(case.plan.goals):
        if not any(text.strip() for text in goal.actions):
            yield RULE.finding(case.location("plan", "mål", i), nummer=i + 1, mål=goal.goal)


RULE = Rule(
    code=codes.ACTIONS_MISSING,
    name="handlinger-mangler",
    severity=Weight.ERROR,
    steps=(Step.MEETING,),
    message="Mål {nummer} (»{mål}«) har ingen handlinger.",
    hint=(
        "Skriv under `handlinger` ved målet i plan.yaml, hvad der skal gøres, som `- Jeg sætter "
        "vækkeuret til kl. 6.45`."
    ),
    explanation="""\
Et mål uden handlinger er et ønske. Mødet slutter med, at alle ved, hvad der nu skal gøres, af
den unge, af netværket og af fagpersonerne. Om handlingerne er nok, kan reglen ikke vurdere.""",
    source="Bilag 3, 4 og 5",
    example="""\
 # plan.yaml
 mål:
   - område: fagligt
     mål: Jeg skal møde op i skole tre dage om ugen
+    handlinger: [Jeg sætter vækkeuret til kl. 6.45]
     ansvarlige: [jeg]
""",
    check=check,
)
