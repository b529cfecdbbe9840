"""SAM104: a word that is not one of the choices; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.UNKNOWN_WORD,
    name="ukendt-ord",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{værdi}` er ikke et af de ord, man kan vælge ved `{felt}`.",
    hint="Vælg et af de ord, som skemaet har.",
    explanation="""\
Ved nogle felter vælger man mellem faste ord, som roller, trin og områder i planen. Ordene gør,
at sagerne kan sammenlignes, og at brevene får den rigtige tekst. Store og små bogstaver,
bindestreg og mellemrum er lige meget.""",
    source="Filernes opbygning",
    example="""\
 # team.yaml
 personer:
   - navn: Karin Friis
-    rolle: skolen
+    rolle: skole
""",
)
