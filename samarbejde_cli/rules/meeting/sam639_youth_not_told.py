"""SAM639: the youth is told what professionals talked about among themselves."""

from collections.abc import Iterator
from datetime import date, timedelta

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each internal meeting of which the youth knows nothing in time."""
    for i, each in enumerate(case.record.other_meetings):
        untold = each.is_without_youth and each.youth_told is None and each.date
        if each.date and untold and today > each.date + timedelta(days=profile.limits.copy_days):
            yield RULE.finding(
                case.location("sag", "andre_møder", i),
                navn=case.record.youth.short_name,
                dato=each.date,
            )


RULE = Rule(
    code=codes.YOUTH_NOT_TOLD,
    name="den-unge-ved-det-ikke",
    severity=Weight.WARNING,
    open_only=True,
    message="Det står ikke, at {navn} ved, hvad fagpersonerne talte om den {dato}.",
    hint=(
        "Fortæl {navn} om mødet, og skriv dagen i `den_unge_fortalt` ved mødet under `andre_møder` "
        "i sag.yaml."
    ),
    explanation="""\
Fagpersoner må gerne mødes uden den unge for at koordinere. Men intet om den unge uden den unge:
bagefter får den unge at vide, hvad der blev talt om. Hvor mange dage det må tage, står som
`kopi_dage` under `frister` i samarbejde.yaml.""",
    source="Middelfart, kerneelement 5; Ti kommuner 6.3",
    example="""\
 # sag.yaml
 andre_møder:
   - dato: 2026-03-05
     slags: intern-koordinering
     personer: [Anne Holm, Karin Friis]
     resultat: Skolen og Anne ringer sammen hver fredag
+    den_unge_fortalt: 2026-03-06
""",
    check=check,
)
