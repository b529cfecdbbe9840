"""SAM707: a new goal's deadline comes after the meeting."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each goal of this round that was due before it was agreed."""
    day = case.round.meeting.date
    if case.step.is_end or day is None:
        return
    for i, goal in enumerate(case.plan.goals):
        is_new = case.round_of(goal) == case.record.round and not goal.reached
        if is_new and goal.deadline and goal.deadline < day:
            facts = {"frist": long_date(goal.deadline), "møde": long_date(day)}
            related = (("mødet ligger her", case.location(case.round_key, "møde", "dato")),)
            yield Finding(
                codes.DEADLINE_BEFORE_MEETING,
                case.location("plan", "mål", i, "frist"),
                facts,
                related,
            )


RULE = Rule(
    code=codes.DEADLINE_BEFORE_MEETING,
    name="frist-før-møde",
    severity=Weight.WARNING,
    message="Fristen den {frist} ligger før mødet den {møde}.",
    hint=(
        "Ret `frist` ved målet i plan.yaml, eller skriv `fra_runde`, hvis målet er fra en "
        "tidligere runde."
    ),
    explanation="""\
Et mål, der aftales på mødet, kan ikke have en frist, der er gået. Som regel er det et gammelt
årstal. Reglen ser kun på mål fra den runde, sagen er i, og ikke på mål, der er nået. Et mål uden
`fra_runde` regnes for at være fra runde 1. Afsluttede sager bliver ikke set efter.""",
    source="Bilag 3",
    wrong="""\
# plan.yaml
mål:
  - område: fagligt
    mål: Jeg skal møde op i skole tre dage om ugen
    handlinger: [Jeg sætter vækkeuret til kl. 6.45]
    ansvarlige: [jeg]
    frist: 2025-06-16
    fra_runde: 1
""",
    right="""\
# plan.yaml
mål:
  - område: fagligt
    mål: Jeg skal møde op i skole tre dage om ugen
    handlinger: [Jeg sætter vækkeuret til kl. 6.45]
    ansvarlige: [jeg]
    frist: 2026-06-16
    fra_runde: 1
""",
    check=check,
)
