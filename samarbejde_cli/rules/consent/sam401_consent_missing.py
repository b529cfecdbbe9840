"""SAM401: both parts of the consent are answered with yes."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule
from samarbejde_cli.rules.helpers.missing import keys_listed, missing_fields


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names the parts that are not agreed to."""
    consent = case.consent
    parts = {
        "fælles_skema": ("et fælles skema", consent.shared_form),
        "udveksling": ("udveksling af oplysninger", consent.exchange),
    }
    missing = missing_fields(parts)
    if missing and not consent.withdrawal:
        yield RULE.finding(
            case.location("samtykke", next(iter(missing))),
            navn=case.record.youth.short_name,
            hvad=listed(list(missing.values())),
            felter=keys_listed(f"{key}: ja" for key in missing),
        )


RULE = Rule(
    code=codes.CONSENT_MISSING,
    name="samtykke-mangler",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    stops_letters=Letters.ALWAYS,
    message="{navn} har ikke sagt ja til {hvad}.",
    hint="Skriv {felter} i samtykke.yaml, når samtykkeerklæringen er krydset af.",
    explanation="""\
Samtykkeerklæringen har to dele: at sagerne samles i et fælles skema, og at der må udveksles
oplysninger ved møderne. Uden begge dele kan der ikke indkaldes til samarbejdsmøde. Siger den
unge nej, kan sagen ikke gå videre i modellen; så afsluttes den, eller I taler om det igen.

Reglen ser kun på filen. Den kan ikke vide, om den unge har forstået, hvad der er sagt ja til.""",
    source="Metodehåndbog 4.3 og Bilag 6",
    example="""\
 # samtykke.yaml
 fælles_skema: ja
-udveksling: nej
+udveksling: ja
""",
    check=check,
)
