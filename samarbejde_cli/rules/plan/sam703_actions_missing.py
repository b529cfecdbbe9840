"""SAM703: every goal has actions."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.examples import GOAL
from samarbejde_cli.rules.helpers.goals import goals_without


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each goal without any."""
    return goals_without(RULE, case, lambda goal: goal.actions)


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
    example=GOAL
    + """\
+    handlinger: [Jeg sætter vækkeuret til kl. 6.45]
     ansvarlige: [jeg]
""",
    check=check,
)
