"""SAM303: the youth has chosen an adult, or the reason for not doing so is recorded."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when there is neither a person nor a reason."""
    adult = case.team.adult
    if not adult or not (adult.person or adult.reason):
        yield RULE.finding(
            case.location("team", "den_unges_voksne", on_key=True),
            navn=case.record.youth.short_name,
        )


RULE = Rule(
    code=codes.ADULT_MISSING,
    name="voksne-mangler",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    message="{navn} har ikke valgt en voksen, og der står ikke hvorfor.",
    hint=(
        "Skriv `person` under `den_unges_voksne` i team.yaml, eller skriv i `begrundelse`, "
        "hvorfor ingen er valgt."
    ),
    explanation="""\
På formødet vælger den unge en voksen, som vil støtte undervejs, helst en privat person. Kan
ingen findes, kan en mentor eller kontaktperson træde til. Vil den unge ikke vælge nogen, er det
i orden, men det skal stå, så ingen tror, at det blev glemt.""",
    source="Metodehåndbog 3.2 og 4.3",
    example="""\
 # team.yaml
 den_unges_voksne:
+  person: Birgit Kær
+  privat: ja
""",
    check=check,
)
