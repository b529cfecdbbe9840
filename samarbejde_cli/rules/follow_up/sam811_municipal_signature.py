"""SAM811: the municipality's signatories have signed."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.vocabulary import PlanSigner
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names the lines of the municipality without a signature."""
    wanted = [each for each in _OURS if each in profile.plan.signers]
    held = case.round.meeting.date or date.min
    signed = {each.signer for each in case.plan.signatures if each.date >= held}
    missing = [f"en {signer.value}" for signer in wanted if signer not in signed]
    if missing:
        yield RULE.finding(case.location("plan", "underskrifter"), hvem=listed(missing))


_OURS = (PlanSigner.LEADER, PlanSigner.ADVISER)


RULE = Rule(
    code=codes.MUNICIPAL_SIGNATURE,
    name="kommunens-underskrift",
    severity=Weight.WARNING,
    steps=(Step.FOLLOW_UP,),
    scope="round",
    requires=(codes.MEETING_NOT_HELD, codes.PLAN_SIGNED),
    message="Planen er ikke underskrevet af {hvem}.",
    hint="Få planen skrevet under, og skriv underskriften under `underskrifter` i plan.yaml.",
    explanation="""\
Skemaet har linjer til en leder og en rådgiver i kommunen. Uden dem er det kun den unge, der har
forpligtet sig. Hvem der skriver under, står som `underskrifter` under `plan` i samarbejde.yaml. En
underskrift fra før mødet tæller ikke.""",
    source="Bilag 3",
    example="""\
 # plan.yaml
 underskrifter:
   - {navn: Silje Ravn, som: ung, dato: 2026-03-03}
   - {navn: Mette Ravn, som: forældremyndighed, dato: 2026-03-03}
   - {navn: Henrik Ravn, som: forældremyndighed, dato: 2026-03-03}
+  - {navn: Peter Skovmand, som: leder, dato: 2026-03-03}
+  - {navn: Anne Holm, som: rådgiver, dato: 2026-03-03}
""",
    check=check,
)
