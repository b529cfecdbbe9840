"""SAM105: a date that cannot be read; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.DATE,
    name="dato",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{værdi}` kan ikke læses som en dato.",
    hint="Skriv år, måned og dag med bindestreger: 2026-03-03.",
    explanation="""\
En dato skrives 2026-03-03, altid med fire tal til året og to til måned og dag. Så kan den ikke
misforstås, og filerne kan sorteres. Også en dato, der ikke findes, som 2026-02-30, bliver
fundet her. I breve og skemaer står datoen på almindeligt dansk.""",
    source="ISO 8601",
    example="""\
 # samtykke.yaml
 underskrifter:
   - navn: Silje Ravn
     som: ung
-    dato: 10.2.2026
+    dato: 2026-02-10
""",
)
