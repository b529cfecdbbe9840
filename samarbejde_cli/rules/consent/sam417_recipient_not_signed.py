"""SAM417: nobody was added to the consent after it had been signed."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import ItemKind
from samarbejde_cli.case.sharing import signing_again
from samarbejde_cli.case.signed import newer_items
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule

_PEOPLE = (ItemKind.RECIPIENT, ItemKind.ORGANISATION)


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each recipient and organisation newer than a needed signature."""
    if case.consent.withdrawal:
        return
    signatures = case.location("samtykke", "underskrifter", on_key=True)
    for item in newer_items(case, profile, today):
        if item.kind in _PEOPLE:
            yield RULE.finding(
                case.location("samtykke", *item.route),
                (("underskrifterne står her", signatures),),
                navn=item.text,
                igen=signing_again(case, item.text),
            )


RULE = Rule(
    code=codes.RECIPIENT_NOT_SIGNED,
    name="modtager-uden-underskrift",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    requires=(codes.CONSENT_MISSING, codes.SIGNATURE_MISSING, codes.CONSENT_LAPSED_AT_18),
    message="{navn} kom med i samtykket, efter at det blev underskrevet.",
    hint="{igen} Ellers slet linjen.",
    explanation="""\
Den, der skriver under, siger ja til dem, der står på papiret den dag. Kommer en til bagefter, er
der ikke sagt ja til den, før alle har skrevet under igen: personen får hverken indkaldelse eller
plan, og samtykket skriver navnet under »Mangler underskrift«.

Hvad en underskrift dækker, står som fingeraftryk under `omfatter` ved underskriften. Det skriver
programmet selv, når `sign` skriver underskriften, og når `advance` flytter sagen. Uden
`omfatter` dækker en underskrift alt, der ikke har en senere dag under `siden`.""",
    source="Metodehåndbog Bilag 6; databeskyttelsesforordningen artikel 7",
    example="""\
 # samtykke.yaml
 modtagere:
   - person: Birgit Kær
   - person: Jonas Berg
   - person: Maja Toft
   - person: Karin Friis
-    siden: 2026-02-20
+    siden: 2026-02-10
""",
    check=check,
)
