"""SAM019: a duplicate key; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.DUPLICATE_KEY,
    name="gentaget-nøgle",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Nøglen `{nøgle}` står også på linje {linje}.",
    hint=(
        "Behold den ene, og slet den anden. Hører begge med, så skriv dem som en liste under én "
        "nøgle."
    ),
    explanation="""\
Samme nøgle må kun stå én gang på samme sted. Ellers ville den ene værdi forsvinde, uden at nogen
opdagede det.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
 sagsresumé: Silje går i 9. klasse
-sagsresumé: Silje går i 8. klasse
""",
)
