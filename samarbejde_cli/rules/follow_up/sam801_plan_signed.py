"""SAM801: the plan is signed by everyone who has to sign it."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.plan import PlanSigner
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names the date and the signatures that are missing."""
    dated = case.round.follow_up.signed is not None
    missing = [] if dated else ["datoen for underskriften"]
    unsigned = list(_unsigned(case, profile, today))
    missing += [f"underskrift fra {listed(unsigned)}"] if unsigned else []
    if missing:
        location = case.location("plan", "underskrifter")
        if not dated:
            location = case.in_round("opfølgning", "plan_underskrevet")
        yield RULE.finding(location, mangler=listed(missing), runde=case.record.round)


def _unsigned(case: Case, profile: Profile, today: date) -> Iterator[str]:
    """Yield the names of those who must sign and have not since the meeting."""
    held = case.round.meeting.date
    signed = {
        (each.signer, each.name.casefold())
        for each in case.plan.signatures
        if held is None or each.date >= held
    }
    if not any(signer is PlanSigner.YOUTH for signer, _ in signed):
        yield case.record.youth.name
    if case.age(held or today) >= profile.consent.adult:
        return
    for parent in case.record.custody_holders:
        if (PlanSigner.CUSTODY, parent.name.casefold()) not in signed:
            yield parent.name


RULE = Rule(
    code=codes.PLAN_SIGNED,
    name="plan-underskrevet",
    severity=Weight.ERROR,
    steps=(Step.FOLLOW_UP,),
    scope="round",
    requires=(codes.MEETING_NOT_HELD,),
    message="Planen mangler {mangler}.",
    hint=(
        "Print planen, og få den skrevet under. Skriv så `plan_underskrevet` i "
        "runder/{runde}.yaml og hver underskrift under `underskrifter` i plan.yaml."
    ),
    explanation="""\
Planen bliver printet og underskrevet på mødet: af den unge, og af dem, der har
forældremyndigheden, når den unge er under den alder, der står som `myndig_år` under `samtykke` i
samarbejde.yaml.

Planen underskrives i hver runde. Underskrifter fra før mødet gælder den forrige plan og tæller
ikke med. Alderen regnes på mødets dag. Reglen ser på navnet og på `som: ung` eller `som:
forældremyndighed`; selve underskriften kan den ikke se.""",
    source="Metodehåndbog 4.1 og Bilag 3",
    example="""\
 # plan.yaml
 underskrifter:
   - {navn: Silje Ravn, som: ung, dato: 2026-03-03}
   - {navn: Mette Ravn, som: forældremyndighed, dato: 2026-03-03}
+  - {navn: Henrik Ravn, som: forældremyndighed, dato: 2026-03-03}
+# runder/1.yaml
+opfølgning:
+  plan_underskrevet: 2026-03-03
""",
    check=check,
)
