"""SAM111: a phone number of another form; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.TELEPHONE,
    name="telefon",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{værdi}` er ikke et telefonnummer.",
    hint="Skriv otte cifre, som 20 00 00 01, eventuelt med +45 foran.",
    explanation="""\
Et telefonnummer har otte cifre, skrevet samlet eller to og to, og kan have en landekode på to
cifre foran. Skriv ét nummer. Et lokalnummer eller en bemærkning hører til et andet sted.""",
    source="Filernes opbygning",
    example="""\
 # team.yaml
 personer:
   - navn: Karin Friis
     rolle: skole
-    telefon: 5700 lokal 31
+    telefon: 57 00 00 31
""",
)
