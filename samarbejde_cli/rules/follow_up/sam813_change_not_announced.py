"""SAM813: everyone is informed of a change to the plan."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each change that has not been announced."""
    for i, change in enumerate(case.round.follow_up.changes):
        if change.announced is None:
            yield RULE.finding(
                case.in_round("opfølgning", "ændringer", i),
                hvad=change.what,
                runde=case.record.round,
            )


RULE = Rule(
    code=codes.CHANGE_NOT_ANNOUNCED,
    name="ændring-ikke-fortalt",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    message="Det står ikke, at alle har fået at vide, at planen er ændret: »{hvad}«.",
    hint=(
        "Skriv til alle, der var med til mødet, og skriv så `fortalt` ved ændringen i "
        "runder/{runde}.yaml."
    ),
    explanation="""\
Bliver et mål eller en indsats ændret mellem to møder, skal de andre have det at vide med en mail,
ellers arbejder de videre efter den gamle plan. Ændringer skrives under `ændringer` ved
`opfølgning`, med dato og, når alle har fået besked, `fortalt`.""",
    source="Bilag 8; ti kommuner 3.2",
    example="""\
 # runder/1.yaml
 opfølgning:
   ændringer:
-    - {dato: 2026-03-12, hvad: Silje møder to dage i stedet for tre}
+    - {dato: 2026-03-12, hvad: Silje møder to dage i stedet for tre, fortalt: 2026-03-12}
""",
    check=check,
)
