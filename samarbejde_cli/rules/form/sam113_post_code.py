"""SAM113: a post code of another form; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.POST_CODE,
    name="postnummer",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{værdi}` er ikke et postnummer.",
    hint="Skriv fire cifre i `postnummer`, og byens navn i `by`.",
    explanation="""\
Et dansk postnummer har fire cifre. Byen står i sit eget felt, så adressen kan sættes rigtigt op
i et brev. Om nummeret og byen passer sammen, bliver ikke kontrolleret.""",
    source="Filernes opbygning",
    example="""\
 # team.yaml
 personer:
   - navn: Karin Friis
     rolle: skole
-    postnummer: 4999 Birkeby
+    postnummer: 4999
+    by: Birkeby
""",
)
