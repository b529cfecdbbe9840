"""SAM709: a goal that was not reached has a reason."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.examples import GOAL


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each no without a reason."""
    for i, goal in enumerate(case.plan.goals):
        if goal.reached is False and not (goal.reason or "").strip():
            yield RULE.finding(case.location("plan", "mål", i, "nået"), nummer=i + 1, mål=goal.goal)


RULE = Rule(
    code=codes.NO_WITHOUT_REASON,
    name="nej-uden-årsag",
    severity=Weight.WARNING,
    open_only=True,
    message="Mål {nummer} (»{mål}«) er ikke nået, men der står ikke hvorfor.",
    hint="Skriv `årsag` ved målet i plan.yaml, som `årsag: Bussen gik ikke længere om morgenen`.",
    explanation="""\
Årsagen er det, teamet kan lære af: var målet for stort, manglede der hjælp, eller kom noget i
vejen? Skriv den uden skyld. Afsluttede sager bliver ikke set efter.""",
    source="Bilag 3",
    example=GOAL
    + """\
     handlinger: [Jeg sætter vækkeuret til kl. 6.45]
     ansvarlige: [jeg]
     nået: nej
+    årsag: Bussen gik ikke længere om morgenen
""",
    check=check,
)
