"""SAM201: the youth's age is within the target group."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the youth was too young or too old on the day of the screening."""
    intake, target = case.record.intake, profile.target
    day = intake.screened_on(today)
    age = case.age(day)
    if intake.is_refused or target.youngest <= age <= target.oldest:
        return
    yield RULE.finding(
        case.location("sag", "ung", "cpr"),
        navn=case.record.youth.name,
        alder=age,
        dato=day,
        fra=target.youngest,
        til=target.oldest,
    )


RULE = Rule(
    code=codes.AGE,
    name="alder",
    severity=Weight.ERROR,
    steps=(Step.INTAKE,),
    message="{navn} var {alder} år den {dato}. Tilbuddet gælder fra {fra} til og med {til} år.",
    hint=(
        "Se efter, om `cpr` og datoerne under `visitation` er rigtige. Er de det, så skriv "
        "`beslutning: afvises` i sag.yaml."
    ),
    explanation="""\
Målgruppen er afgrænset af alder. Alderen regnes på den dag, beslutningen blev taget; er der
ingen beslutning, på dagen for henvisningen, og ellers i dag. Den, der kom med i tide, bliver
ikke for gammel undervejs. Grænserne står under `målgruppe` i samarbejde.yaml.""",
    source="Metodehåndbog 2",
    example="""\
 # sag.yaml
 ung:
-  cpr: 720813-4322
+  cpr: 720810-4322
 visitation:
   besluttet_dato: 2026-01-13
   beslutning: tilbydes
""",
    check=check,
)
