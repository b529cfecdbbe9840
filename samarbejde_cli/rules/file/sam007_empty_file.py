"""SAM007: the file holds nothing but comments; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.EMPTY_FILE,
    name="tom-fil",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Filen {fil} er tom.",
    hint=(
        "Hent filen tilbage fra git, eller skriv det, der skal stå i den. Kommentarer alene er "
        "ikke nok."
    ),
    explanation="""\
En tom fil er næsten altid et uheld: en kopi, der gik galt, eller en fil, der aldrig blev gemt.
Derfor regnes den ikke for det samme som en fil, hvor intet er udfyldt endnu.""",
    source="Sagens filer",
    example="""\
 # plan.yaml
 # her skal planen stå
+mål: []
""",
)
