"""SAM030: commas in a one-line list; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.COMMA_IN_LIST,
    name="komma-i-liste",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message=(
        "Listen mellem {tegn} og {slut} kan ikke læses: et komma mangler, eller der er et for "
        "meget."
    ),
    hint=(
        "Skil punkterne med ét komma, og sæt tekster med komma, kolon eller anførselstegn i "
        "anførselstegn."
    ),
    explanation="""\
I en liste på én linje står der komma mellem punkterne. Er punkterne lange, er det lettere at
skrive dem under hinanden, hvert med sin bindestreg.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sendes_til: ["Mette Ravn" "Jonas Berg"]
+sendes_til: ["Mette Ravn", "Jonas Berg"]
""",
)
