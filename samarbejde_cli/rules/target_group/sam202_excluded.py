"""SAM202: the model is offered only to youths who are covered by it."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.record import Decision
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each reason for exclusion that speaks against an offer."""
    intake = case.record.intake
    if intake.decision is not Decision.OFFER:
        return
    decision = case.location("sag", "visitation", "beslutning")
    for i, key in enumerate(intake.exclusions):
        exclusion = profile.exclusion(key)
        if exclusion and not (exclusion.not_unaccompanied and intake.unaccompanied):
            yield RULE.finding(
                case.location("sag", "visitation", "udelukket_fordi", i),
                (("beslutningen står her", decision),),
                navn=case.record.youth.short_name,
                grund=exclusion.text,
            )


RULE = Rule(
    code=codes.EXCLUDED,
    name="udelukket",
    severity=Weight.ERROR,
    steps=(Step.INTAKE,),
    message="{navn} får tilbuddet, men er ikke omfattet: {navn} {grund}.",
    hint=(
        "Skriv `beslutning: afvises` under `visitation` i sag.yaml, eller slet grunden under "
        "`udelukket_fordi`, hvis den ikke passer."
    ),
    explanation="""\
Nogle unge er ikke omfattet af modellen, fordi de får hjælp på en anden måde. Grundene står under
`udelukket` i samarbejde.yaml.

En grund med `gælder_ikke_uledsagede: ja` står ikke i vejen for den, der er kommet alene til
landet som flygtning: skriv `uledsaget: ja` under `visitation`.""",
    source="Metodehåndbog 2",
    example="""\
 # sag.yaml
+trin: visitation
 visitation:
   udelukket_fordi: [hjerneskade]
-  beslutning: tilbydes
+  beslutning: afvises
""",
    check=check,
)
