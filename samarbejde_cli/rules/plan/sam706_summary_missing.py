"""SAM706: the plan begins with a summary of the case."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when there is no summary."""
    if not (case.plan.summary or "").strip():
        yield RULE.finding(case.location("plan", "sagsresumé"))


RULE = Rule(
    code=codes.SUMMARY_MISSING,
    name="sagsresumé-mangler",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    message="Planen har intet sagsresumé.",
    hint=(
        "Skriv nogle linjer under `sagsresumé` i plan.yaml: skolegang, diagnoser, tidligere "
        "støtte og erfaring fra job eller praktik."
    ),
    explanation="""\
Planen startes op sammen med den unge på formødet: sagsresumé og team. De, der kommer til mødet,
har ikke den samme viden om den unge; resuméet giver dem den, så mødet kan handle om det, der nu
skal ske. Skriv kun det, samtykket dækker.""",
    source="Metodehåndbog 4.3 og Bilag 3",
    example="""\
 # plan.yaml
-sagsresumé: ""
+sagsresumé: Silje går i 9. klasse og har haft meget fravær siden efteråret.
""",
    check=check,
)
