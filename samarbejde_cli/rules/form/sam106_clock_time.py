"""SAM106: a clock time that cannot be read; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.CLOCK_TIME,
    name="klokkeslæt",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{værdi}` kan ikke læses som et klokkeslæt.",
    hint="Skriv timer og minutter som 9.00 eller 13.30.",
    explanation="""\
Et klokkeslæt skrives med timer og minutter og punktum eller kolon imellem: 9.00, 09.00 og 9:00
er det samme. Skriv kun tallene, ikke ordet kl. En hel periode deles i `start` og `slut`.""",
    source="Filernes opbygning",
    example="""\
 # runder/1.yaml
 møde:
   dato: 2026-03-03
-  start: kl. 9
+  start: 9.00
""",
)
