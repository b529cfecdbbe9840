"""SAM206: from an age on, several departments have a case."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import counted
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when too few departments have a case about a youth of that age."""
    intake, target = case.record.intake, profile.target
    number = len({each.casefold() for each in intake.departments})
    is_old_enough = case.age(intake.screened_on(today)) >= target.departments_from
    if intake.is_refused or not is_old_enough or number >= target.departments:
        return
    yield RULE.finding(
        case.location("sag", "visitation", "afdelinger"),
        fra=target.departments_from,
        mindst=target.departments,
        navn=case.record.youth.short_name,
        antal=counted(number, "afdeling", "afdelinger"),
    )


RULE = Rule(
    code=codes.TWO_DEPARTMENTS,
    name="to-afdelinger",
    severity=Weight.ERROR,
    steps=(Step.INTAKE,),
    requires=(codes.AGE,),
    message="Fra {fra} år kræves en sag i mindst {mindst} afdelinger. {navn} har en sag i {antal}.",
    hint=(
        "Skriv alle afdelinger med en sag under `visitation: afdelinger` i sag.yaml, eller skriv "
        "`beslutning: afvises`."
    ),
    explanation="""\
For de ældste er modellen til, når flere afdelinger skal arbejde sammen. Alderen regnes på dagen
for beslutningen, ellers henvisningen, ellers i dag; samme afdeling tæller kun én gang. Alder og
antal står under `målgruppe` i samarbejde.yaml.""",
    source="Metodehåndbog 2, kriterier for unge 18-29 år",
    example="""\
 # sag.yaml
 trin: visitation
 ung:
   cpr: 720804-4322
 visitation:
-  afdelinger: [Job og Uddannelse]
+  afdelinger: [Job og Uddannelse, Social og Sundhed]
 koordinator:
   afdeling: Job og Uddannelse
 # samtykke.yaml
 underskrifter:
 # historik.yaml
 - {tid: 2026-01-06T09:12, hvem: Dorte Lundgaard, til: visitation, runde: 1}
""",
    check=check,
)
