"""SAM312: the person soon leaves the target group by age."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding from some months before the birthday on."""
    age = profile.target.oldest + 1
    day = case.turns(age)
    if case.record.intake.is_refused or today < add_months(day, -profile.rhythm.shift_months):
        return
    yield RULE.finding(
        case.location("sag", "ung", "cpr"),
        navn=case.record.youth.short_name,
        fylder="fyldte" if day < today else "fylder",
        alder=age,
        dag=day,
        så="nu" if day < today else "så",
    )


RULE = Rule(
    code=codes.OFFER_ENDS,
    name="tilbuddet-slutter",
    severity=Weight.NOTE,
    steps=(Step.PRE_MEETING,),
    requires=(codes.AGE,),
    message="{navn} {fylder} {alder} år den {dag} og er {så} ældre end målgruppen.",
    hint=(
        "Tag på næste møde stilling til, hvem der hjælper {navn} videre, og skriv det i planen. "
        "Afslut så sagen."
    ),
    explanation="""\
Inden tilbuddet slutter, skal det vurderes, om der er brug for noget andet bagefter, og hvem der
tager over. Mål, handlinger og ansvarlige for tiden efter hører til i planen. Alderen står som
`til_år` under `målgruppe` i samarbejde.yaml.""",
    source="Ti kommuner 3.2",
    example="""\
 # samarbejde.yaml
-målgruppe: {til_år: 15}
+målgruppe: {til_år: 16}
""",
    check=check,
)
