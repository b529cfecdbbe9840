"""SAM029: text on the line of a block sign; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.TEXT_AFTER_BLOCK_SIGN,
    name="tekst-efter-bloktegn",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Efter {tegn} skal teksten begynde på næste linje.",
    hint="Flyt teksten ned på næste linje, rykket to mellemrum ind, eller sæt den i anførselstegn.",
    explanation="""\
`|` og `>` indleder en tekst over flere linjer. Den begynder altid på linjen under; med `|`
beholdes linjeskiftene, med `>` bliver de til mellemrum.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
+sagsresumé: >
-sagsresumé: > Silje går i 9. klasse
+  Silje går i 9. klasse
""",
)
