"""SAM026: text after a closing quote or bracket; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.TEXT_AFTER_END,
    name="tekst-efter-slut",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{tekst}` står efter værdiens slutning.",
    hint=(
        "Flyt det ind før det afsluttende tegn, eller slet det. Anførselstegn inde i teksten "
        "kræver den anden slags udenom."
    ),
    explanation="""\
En værdi i anførselstegn eller parentes holder op ved det afsluttende tegn. Derefter må der på
linjen kun komme en kommentar.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: "Silje" går i 9. klasse
+sagsresumé: '"Silje" går i 9. klasse'
""",
)
