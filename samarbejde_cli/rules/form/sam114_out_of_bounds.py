"""SAM114: any other value that a field cannot take; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.OUT_OF_BOUNDS,
    name="uden-for-grænsen",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Værdien ved `{felt}` kan ikke bruges.",
    hint="Her skal stå: {om}.",
    explanation="""\
Nogle felter har grænser. På netværkskortet er nærheden 1, 2 eller 3. I dialogskemaet er hvert
tal fra 1 til 5. En farve i `samarbejde.yaml` skrives med seks tegn af 0-9 og A-F, som 1F4E5F.""",
    source="Filernes opbygning",
    example="""\
 # team.yaml
 netværk:
   - navn: Freja
     kreds: venner
-    nærhed: 4
+    nærhed: 3
""",
)
