"""SAM707: a new goal's deadline comes after the meeting."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.plan import Goal
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.examples import GOAL
from samarbejde_cli.rules.helpers.rhythm import is_misdated


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each goal of this round that was due before it was agreed.

    When that is so of all the round's goals that have a last day, and there are several, the day
    of the meeting is the one to look at: one finding then.
    """
    day = case.round.meeting.date
    if day is None or is_misdated(case, today):
        return
    dated = [(i, goal.deadline) for i, goal in _new(case) if goal.deadline]
    early = [(i, deadline) for i, deadline in dated if deadline < day]
    meeting = case.in_round("møde", "dato")
    if len(early) > 1 and len(early) == len(dated):
        first = case.location("plan", "mål", early[0][0], "frist")
        facts = {"hvad": f"Fristerne for alle rundens {len(early)} mål"} | _all_wrong(case, day)
        yield RULE.finding(meeting, (("det første står her", first),), **facts)
        return
    for i, deadline in early:
        facts = {"hvad": f"Fristen den {long_date(deadline)}", "møde": long_date(day)}
        spot = case.location("plan", "mål", i, "frist")
        yield RULE.finding(spot, (("mødet ligger her", meeting),), **facts)


def _new(case: Case) -> Iterator[tuple[int, Goal]]:
    """Yield the goals of this round that are not reached, with their numbers."""
    for i, goal in enumerate(case.plan.goals):
        if case.round_of(goal) == case.record.round and not goal.reached:
            yield i, goal


def _all_wrong(case: Case, day: date) -> dict[str, str]:
    help_text = (
        f"Er mødets dato forkert, så ret `dato` under `møde` i {case.round_key}.yaml. Ellers ret "
        "`frist` ved målene i plan.yaml, eller skriv `fra_runde`, hvis de er fra en tidligere "
        "runde."
    )
    return {"møde": long_date(day), "hjælp": help_text}


RULE = Rule(
    code=codes.DEADLINE_BEFORE_MEETING,
    name="frist-før-møde",
    severity=Weight.WARNING,
    open_only=True,
    message="{hvad} ligger før mødet den {møde}.",
    hint=(
        "Ret `frist` ved målet i plan.yaml, eller skriv `fra_runde`, hvis målet er fra en "
        "tidligere runde."
    ),
    explanation="""\
Et mål, der aftales på mødet, kan ikke have en frist, der er gået. Som regel er det et gammelt
årstal. Reglen ser kun på mål fra den runde, sagen er i, og ikke på mål, der er nået. Et mål uden
`fra_runde` regnes for at være fra runde 1. Afsluttede sager bliver ikke set efter.""",
    source="Bilag 3",
    example=GOAL
    + """\
     handlinger: [Jeg sætter vækkeuret til kl. 6.45]
     ansvarlige: [jeg]
-    frist: 2025-06-16
+    frist: 2026-06-16
     fra_runde: 1
""",
    check=check,
)
