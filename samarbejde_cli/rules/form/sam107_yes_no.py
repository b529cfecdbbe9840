"""SAM107: a value that is neither yes nor no; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.YES_NO,
    name="ja-nej",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{værdi}` er hverken ja eller nej.",
    hint="Skriv ja eller nej. Lad feltet stå tomt, hvis I ikke ved det endnu.",
    explanation="""\
Et felt med ja eller nej er en boks på skemaet: den er krydset af eller ikke. Forbehold og
forklaringer hører til i et felt til tekst ved siden af, så boksen er til at stole på.""",
    source="Filernes opbygning",
    example="""\
 # samtykke.yaml
-fælles_skema: måske
+fælles_skema: ja
""",
)
