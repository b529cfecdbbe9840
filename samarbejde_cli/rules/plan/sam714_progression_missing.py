"""SAM714: every goal has its scale, where the municipality works with progression goals."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.examples import GOAL


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each open goal that lacks where it begins or where it leads."""
    if not profile.plan.progression:
        return
    for i, goal in enumerate(case.plan.goals):
        scale = goal.progression
        missing = {
            "`start`": scale and scale.start,
            "`ønsket`": scale and scale.wanted,
        }
        names = [name for name, number in missing.items() if number is None]
        if goal.reached is None and names:
            yield RULE.finding(
                case.location("plan", "mål", i), mål=goal.goal, mangler=listed(names)
            )


RULE = Rule(
    code=codes.PROGRESSION_MISSING,
    name="progression-mangler",
    severity=Weight.WARNING,
    steps=(Step.MEETING,),
    message="Målet »{mål}« har ingen skala: der mangler {mangler}.",
    hint=(
        "Skriv tallene fra 1 til 5 under `progression` ved målet i plan.yaml, som `progression: "
        "{{start: 2, ønsket: 4}}`."
    ),
    explanation="""\
Hvor der arbejdes med progressionsmål, begynder opfølgningen med at se, hvor langt målet er: hvor vi
begyndte, hvor vi er nu, og hvor vi vil hen, hver på en skala fra 1 (langt fra) til 5 (helt i mål).
Det, målet er nu, skrives med dato under `status`, som `nu: 3`. Om der arbejdes sådan, står som
`progressionsmål` under `plan` i samarbejde.yaml; ellers svares der bare ja eller nej til, om målet
er nået.""",
    source="Middelfart, kerneelement 5",
    example="""\
 # samarbejde.yaml
 plan: {progressionsmål: ja}
"""
    + GOAL
    + """\
     handlinger: [Jeg sætter vækkeuret til kl. 6.45]
     ansvarlige: [jeg]
-    progression: {start: 2}
+    progression: {start: 2, ønsket: 4}
     fra_runde: 1
""",
    check=check,
)
