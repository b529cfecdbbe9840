"""SAM023: a value that a number sign cuts off; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.CUT_VALUE,
    name="afskåret-værdi",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{rest}` kommer ikke med: efter et mellemrum begynder # en kommentar.",
    hint=(
        "Sæt hele værdien i anførselstegn, hvis det hører med. Er det en kommentar, så skriv et "
        "mellemrum efter #."
    ),
    explanation="""\
Alt efter ` #` på en linje er en kommentar. Følger der straks et bogstav eller et tal, som i `Team
Ung #2`, er det sjældent ment sådan, og derfor spørges der.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: Silje går på hold #2
+sagsresumé: 'Silje går på hold #2' # siden august
""",
)
