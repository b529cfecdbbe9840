"""SAM308: somebody has custody of a youth who is under age."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the youth is under age and nobody has custody."""
    record, age = case.record, case.age(today)
    if age >= profile.consent.adult or record.custody_holders or record.intake.is_refused:
        return
    yield RULE.finding(
        case.location("sag", "forældre", on_key=True), navn=record.youth.name, alder=age
    )


RULE = Rule(
    code=codes.CUSTODY_MISSING,
    name="forældremyndighed-mangler",
    severity=Weight.ERROR,
    steps=(Step.INTAKE,),
    message="{navn} er {alder} år, men ingen står med forældremyndighed.",
    hint=(
        "Skriv `forældremyndighed: ja` ved dem, der har den, under `forældre` i sag.yaml. Har "
        "den unge en værge, skrives værgen samme sted."
    ),
    explanation="""\
Før den unge er myndig, skal alle med forældremyndighed skrive under på samtykket og have en kopi
af planen. Derfor skal de stå i sagen, også når den unge bor et andet sted. Aldersgrænsen står
under `samtykke` i samarbejde.yaml.""",
    source="Metodehåndbog Bilag 3 og Bilag 6",
    example="""\
 # sag.yaml
 forældre:
   - navn: Mette Ravn
     relation: mor
-    forældremyndighed: nej
+    forældremyndighed: ja
   - navn: Henrik Ravn
     relation: far
-    forældremyndighed: nej
+    forældremyndighed: ja
""",
    check=check,
)
