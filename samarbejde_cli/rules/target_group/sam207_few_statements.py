"""SAM207: enough statements of the checklist support the offer."""

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
    """Yield one finding when the model is offered on too few different statements."""
    intake = case.record.intake
    age = case.age(intake.screened_on(today))
    known = {ticked.key: profile.statement(ticked.key) for ticked in intake.checklist}
    statements = {each.key for each in known.values() if each and each.is_for(age)}
    if intake.decision is Decision.OFFER and len(statements) < profile.target.statements:
        yield RULE.finding(
            case.location("sag", "visitation", "tjekliste"),
            antal=len(statements),
            mindst=profile.target.statements,
        )


RULE = Rule(
    code=codes.FEW_STATEMENTS,
    name="få-udsagn",
    severity=Weight.WARNING,
    steps=(Step.INTAKE,),
    requires=(codes.UNKNOWN_STATEMENT,),
    message="Tilbuddet bygger på {antal} af tjeklistens udsagn; der bør være mindst {mindst}.",
    hint="Skriv de udsagn, der passer, under `visitation: tjekliste` i sag.yaml.",
    explanation="""\
Tjeklisten hjælper med at se, om en sag er så sammensat, at samarbejdsmøder er det rigtige. Den
er et hjælpeværktøj: alle udsagn skal ikke passe, og derfor er dette kun en advarsel. Hvor mange
der bør passe, står under `målgruppe` i samarbejde.yaml. Et udsagn, der kun er for en anden alder,
tæller ikke med.""",
    source="Metodehåndbog 2 og Bilag 9",
    example="""\
 # sag.yaml
 visitation:
   tjekliste:
     - udsagn: skolefravær
+    - udsagn: uddannelse-i-fare
   beslutning: tilbydes
""",
    check=check,
)
