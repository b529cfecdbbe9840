"""SAM124: two absences of an employee share days; found by ``profile.load``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.ABSENCES_OVERLAP,
    name="fravær-overlapper",
    severity=Weight.NOTE,
    message="{navn} er væk fra den {fra}, men står også som væk til den {til}.",
    hint="Skriv de to som ét fravær under `fravær`, eller ret den dag, der er forkert.",
    explanation="""\
En ansat står som væk to gange på de samme dage. Planen regner alle dagene med, så det gør ingen
skade; men ofte er det en dato, der er skrevet forkert.""",
    source="",
    example="""\
 # samarbejde.yaml
 kommune: Birkeby Kommune
 medarbejdere:
   - navn: Birgit Kær
     funktion: koordinator
     fravær:
       - {fra: 2026-07-13, til: 2026-07-31}
-      - {fra: 2026-07-20, til: 2026-08-07}
+      - {fra: 2026-08-01, til: 2026-08-07}
""",
)
