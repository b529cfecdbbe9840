"""SAM210: the referral is recorded, by whom and when."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.missing import keys_listed, missing_fields


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names all that is missing."""
    intake = case.record.intake
    parts = {
        "henvist_af": ("af hvem", intake.referred_by),
        "henvist_dato": ("hvornår", intake.referred_on),
    }
    missing = missing_fields(parts)
    if missing:
        yield RULE.finding(
            case.location("sag", "visitation", on_key=True),
            navn=case.record.youth.short_name,
            mangler=listed(list(missing.values())),
            felter=keys_listed(missing),
        )


RULE = Rule(
    code=codes.REFERRAL_MISSING,
    name="henvisning-mangler",
    severity=Weight.ERROR,
    steps=(Step.INTAKE,),
    message="Det står ikke, {mangler} {navn} blev henvist.",
    hint="Skriv {felter} under `visitation` i sag.yaml.",
    explanation="""\
Skoler, vejledere og afdelinger henviser unge til tovholderen. Når det står, hvem der henviste og
hvornår, kan den, der henviste, få svar, og I kan se, hvor lang tid der går. Har den unge selv
eller en forælder spurgt, så skriv det.""",
    source="Metodehåndbog 2, Visitation",
    example="""\
 # sag.yaml
 visitation:
-  henvist_af:
-  henvist_dato:
+  henvist_af: Birkeby Skole ved skolens leder
+  henvist_dato: 2026-01-06
""",
    check=check,
)
