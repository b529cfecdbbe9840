"""SAM118: an employee's department that is not in the settings; found by ``profile.load``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.EMPLOYEE_DEPARTMENT,
    name="medarbejders-afdeling",
    severity=Weight.WARNING,
    stops_letters=Letters.ALWAYS,
    message=(
        "{navn} står i afdelingen {afdeling}, men kommunen har ingen afdeling, der hedder sådan."
    ),
    hint="Vælg mellem {kendte}, eller føj den til under `afdelinger` i samarbejde.yaml.",
    explanation="""\
Afdelingen under `medarbejdere` i samarbejde.yaml er et af navnene under `afdelinger`. Den bruges,
når en sag bliver overdraget, og når det afgøres, hvilke afdelinger der skal have tekster til deres
eget system. Står der et andet navn, bliver medarbejderen ikke regnet med i nogen afdeling.""",
    source="",
    example="""\
 # samarbejde.yaml
 kommune: Birkeby Kommune
 medarbejdere:
   - navn: Birgit Kær
     funktion: koordinator
-    afdeling: Børn og Familie
+    afdeling: Børn og Familier
""",
)
