"""SAM408: no case continues after the whole consent was withdrawn."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the consent is withdrawn and the case has not ended."""
    withdrawal = case.consent.withdrawal
    if withdrawal:
        yield RULE.finding(
            case.location("samtykke", "tilbagekaldt"), af=withdrawal.by, dato=withdrawal.date
        )


RULE = Rule(
    code=codes.CONSENT_WITHDRAWN,
    name="samtykke-tilbagekaldt",
    severity=Weight.ERROR,
    open_only=True,
    stops_letters=Letters.ALWAYS,
    message="{af} trak samtykket tilbage den {dato}. Der må ikke udveksles mere i sagen.",
    hint=(
        "Afslut sagen. Får I et nyt samtykke, så skriv de nye underskrifter i samtykke.yaml, og "
        "slet `tilbagekaldt`."
    ),
    explanation="""\
Et samtykke kan trækkes tilbage når som helst, og det skal virke med det samme: ingen
indkaldelser, ingen kopier, ingen møder. Det, der allerede er sendt, kan ikke hentes hjem, og det
skal stå i sagen.

Skal kun én person ikke længere have noget at vide, så skriv i stedet `trukket_tilbage` ved
personen under `modtagere`. En afsluttet sag bliver ikke set efter.""",
    source="Metodehåndbog Bilag 6; databeskyttelsesforordningen artikel 7",
    example="""\
 # samtykke.yaml
-tilbagekaldt:
-  dato: 2026-03-10
-  af: Silje Ravn
+modtagere:
+  - person: Birgit Kær
+  - person: Jonas Berg
+  - person: Maja Toft
+  - person: Karin Friis
+    trukket_tilbage: 2026-03-10
""",
    check=check,
)
