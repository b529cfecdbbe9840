"""SAM213: the intake names the group that the person belongs to."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.names import suggestion


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when no group, or one that the settings do not have, is named."""
    intake, groups = case.record.intake, profile.target.groups
    if not groups or intake.is_refused or profile.group(intake.group):
        return
    keys = [each.key for each in groups]
    problem = "Det står ikke, hvilken gruppe det er"
    if intake.group:
        problem = f"`{intake.group}` er ikke en af grupperne"
    location = case.location("sag", "visitation", "gruppe")
    yield RULE.finding(
        location,
        problem=problem,
        grupper=listed([each.text for each in groups], "eller"),
        nøgler=listed([f"`{key}`" for key in keys], "eller"),
        **suggestion(intake.group or "", keys),
    )


RULE = Rule(
    code=codes.GROUP,
    name="gruppe",
    severity=Weight.WARNING,
    steps=(Step.INTAKE,),
    message="{problem}. Tilbuddet er til {grupper}.",
    hint=(
        "Skriv `gruppe` under `visitation` i sag.yaml: {nøgler}. Passer ingen af dem, så skriv "
        "`beslutning: afvises`."
    ),
    explanation="""\
Nogle steder gælder tilbuddet kun bestemte grupper, som borgere, der er aktivitetsparate. Hvilken
gruppe det er, skal fremgå af visitationen, så alle bliver målt ens. Grupperne står i `grupper`
under `målgruppe` i samarbejde.yaml; er der ingen, er reglen tavs.""",
    source="Artiklen om samarbejdsmodellen for voksne over 30 år",
    example="""\
 # samarbejde.yaml
 målgruppe:
   grupper:
     - {nøgle: aktivitetsparat, tekst: aktivitetsparate borgere}
 # sag.yaml
 visitation:
-  gruppe: jobklar
+  gruppe: aktivitetsparat
""",
    check=check,
)
