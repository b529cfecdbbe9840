"""SAM028: a list item on the line of its key; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.LIST_ON_KEY_LINE,
    name="liste-på-nøglens-linje",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Listen skal begynde på linjen under nøglen.",
    hint=(
        "Flyt bindestregen ned på sin egen linje, rykket to mellemrum ind. Er det en tekst, så "
        "sæt den i anførselstegn."
    ),
    explanation="""\
En bindestreg med mellemrum efter begynder et punkt i en liste, og hvert punkt har sin egen linje.
En kort liste kan i stedet stå i kantet parentes: `[Mette Ravn, Jonas Berg]`.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sendes_til: - Mette Ravn
+sendes_til:
+  - Mette Ravn
""",
)
