"""SAM704: every goal has somebody responsible."""

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
    return goals_without(RULE, case, lambda goal: goal.responsible)


RULE = Rule(
    code=codes.RESPONSIBLE_MISSING,
    name="ansvarlige-mangler",
    severity=Weight.ERROR,
    steps=(Step.MEETING,),
    message="Mål {nummer} (»{mål}«) har ingen ansvarlige.",
    hint=(
        "Skriv under `ansvarlige` ved målet i plan.yaml, hvem der sørger for, at det sker, som "
        "`[jeg, Karin Friis]`."
    ),
    explanation="""\
En aftale, som ingen har ansvaret for, bliver ikke til noget. Den unge selv skrives som `jeg`,
alle andre med fulde navn.""",
    source="Bilag 3, 4 og 5",
    example=GOAL
    + """\
     handlinger: [Jeg sætter vækkeuret til kl. 6.45]
+    ansvarlige: [jeg]
""",
    check=check,
)
