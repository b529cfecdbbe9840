"""SAM416: a consent is not older than the municipality allows."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the youth's last signature is too old."""
    months = profile.consent.renewal_months
    own = case.consent.youth_signed
    if not months or not own or case.consent.withdrawal or today < add_months(max(own), months):
        return
    yield RULE.finding(
        case.location("samtykke", "underskrifter", on_key=True),
        dato=max(own),
        måneder=months,
        navn=case.record.youth.short_name,
    )


RULE = Rule(
    code=codes.CONSENT_OLD,
    name="samtykke-gammelt",
    severity=Weight.WARNING,
    steps=(Step.PRE_MEETING,),
    requires=(codes.CONSENT_LAPSED_AT_18,),
    stops_letters=Letters.ALWAYS,
    message="Samtykket er fra den {dato}. Hos jer fornyes det efter {måneder} måneder.",
    hint=(
        "Gennemgå samtykket med {navn}, og skriv den nye underskrift under `underskrifter` i "
        "samtykke.yaml."
    ),
    explanation="""\
Modellen sætter ingen grænse for, hvor gammelt et samtykke må blive. En kommune, der vil have
det fornyet, skriver antallet af måneder som `fornyes_efter_måneder` under `samtykke` i
samarbejde.yaml; 0 betyder, at det kun fornyes, når det falder bort.""",
    source="Kommunens egen indstilling",
    example="""\
 # samarbejde.yaml
-samtykke: {fornyes_efter_måneder: 1}
+samtykke: {fornyes_efter_måneder: 12}
""",
    check=check,
)
