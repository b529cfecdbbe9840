"""SAM112: an e-mail address of another form; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.EMAIL,
    name="email",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{værdi}` er ikke en mailadresse.",
    hint="Skriv hele adressen, som navn@skole.dk.",
    explanation="""\
En mailadresse har et navn, et snabel-a og et domæne med punktum i, og der er ingen mellemrum i
den. Om adressen findes, kan programmet ikke se. Skriv én adresse; den bruges i breve og
indkaldelser.""",
    source="Filernes opbygning",
    example="""\
 # team.yaml
 personer:
   - navn: Karin Friis
     rolle: skole
-    email: karin.friis(at)skole.example
+    email: karin.friis@skole.example
""",
)
