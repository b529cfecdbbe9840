"""SAM110: a value that is not a whole number; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.NUMBER,
    name="tal",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{værdi}` er ikke et helt tal.",
    hint="Skriv tallet med cifre, uden punktum, komma eller enhed: 12500.",
    explanation="""\
Felter til tal rummer hele tal fra 0 og op. Beløb er i hele kroner uden punktum og uden kr.
Enheden står i feltets navn, for eksempel `svarfrist_dage`.""",
    source="Filernes opbygning",
    example="""\
 # team.yaml
 netværk:
   - navn: Freja
     kreds: venner
-    nærhed: meget tæt
+    nærhed: 1
""",
)
