"""SAM120: an absence ends before it begins; found by ``profile.load``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.ABSENCE_REVERSED,
    name="fravær-omvendt",
    severity=Weight.WARNING,
    message=(
        "{navn} er væk fra den {fra} til den {til}, men den sidste dag ligger før den første."
    ),
    hint="Ret `fra` eller `til` under `fravær`; én dag skrives med den samme dag begge steder.",
    explanation="""\
Fravær under `medarbejdere` i samarbejde.yaml er dage, hvor en ansat ikke er der: ferie, kursus.
En plan for året lægger ingen møder der med den ansatte. Er dagene byttet om, bliver fraværet ikke
regnet med.""",
    source="",
    example="""\
 # samarbejde.yaml
 kommune: Birkeby Kommune
 medarbejdere:
   - navn: Birgit Kær
     funktion: koordinator
-    fravær: [{fra: 2026-07-31, til: 2026-07-13}]
+    fravær: [{fra: 2026-07-13, til: 2026-07-31}]
""",
)
