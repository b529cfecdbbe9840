"""SAM115: the youth's CPR number is a replacement or a made-up one."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield a note when 60 was added to the day."""
    youth = case.record.youth
    if youth.cpr.is_replacement:
        yield RULE.finding(case.location("sag", "ung", "cpr"), navn=youth.name)


RULE = Rule(
    code=codes.REPLACEMENT_NUMBER,
    name="erstatningsnummer",
    severity=Weight.NOTE,
    open_only=True,
    stops_letters=Letters.ALWAYS,
    message="CPR-nummeret for {navn} er et erstatningsnummer: der er lagt 60 til dagen.",
    hint=(
        "Ret `cpr` i sag.yaml, når {navn} får et rigtigt CPR-nummer. Er det en øvelse, er alt i "
        "orden."
    ),
    explanation="""\
Den, der endnu ikke har et CPR-nummer, får et erstatningsnummer, hvor der er lagt 60 til dagen.
Programmet regner alderen rigtigt ud fra det. Men Digital Post og andre systemer kan ikke finde
personen på nummeret, så det skal rettes, når det rigtige kommer.

Opdigtede sager skal altid bruge den slags numre, så de ikke rammer et rigtigt menneske. I en mappe
til øvelse kan noten slås fra under `regler` i samarbejde.yaml.""",
    source="CPR-nummerets opbygning",
    example="""\
-# sag.yaml
-ung:
-  cpr: 720810-4322
 # samarbejde.yaml
 regler:
   SAM115:
-    alvor: note
+    alvor: fra
-    begrundelse: Vi vil se erstatningsnumre
+    begrundelse: Alle sager i denne mappe er opdigtede
""",
    check=check,
)
