"""SAM715: the plan says what follows when somebody becomes too old for the offer."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.monitoring import leaves_the_offer, prepared_by
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding from some months before the birthday on."""
    birthday, last = leaves_the_offer(case, profile), prepared_by(case, profile)
    if birthday and last and today >= last and not case.plan.after_offer:
        yield RULE.finding(
            case.location("plan", "efter_tilbuddet", on_key=True),
            navn=case.record.youth.short_name,
            alder=profile.target.oldest + 1,
            dag=birthday,
        )


RULE = Rule(
    code=codes.AFTER_OFFER_MISSING,
    name="efter-tilbuddet",
    severity=Weight.WARNING,
    steps=(Step.PRE_MEETING,),
    open_only=True,
    requires=(codes.AGE,),
    message="Planen siger ikke, hvad der skal ske, når {navn} er {alder} år den {dag}.",
    hint=("Skriv mål, handlinger og navne for tiden bagefter under `efter_tilbuddet` i plan.yaml."),
    explanation="""\
Inden den unge bliver for gammel til tilbuddet, vurderes det, hvad der skal til bagefter: mål,
handlinger og navne på dem, der tager over, står i planen. Alderen står som `til_år` under
`målgruppe` i samarbejde.yaml, og hvor længe før det skal være på plads, som
`skift_varsel_måneder` under `rytme`.""",
    source="Ti kommuner 3.2",
    example="""\
 # samarbejde.yaml
 målgruppe: {til_år: 15}
 # plan.yaml
 formål_med_støtten: Silje kommer i skole igen
+efter_tilbuddet: Anne følger mig over til Ungehuset, og Maja er min kontakt derefter
""",
    also=(codes.OFFER_ENDS,),
    check=check,
)
