"""SAM017: a second colon on the line; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.COLON_IN_VALUE,
    name="kolon-i-værdi",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Værdien `{tekst}` har et kolon med mellemrum efter.",
    hint="Sæt hele værdien i anførselstegn, eller flyt den sidste del ned på sin egen linje.",
    explanation="""\
Et kolon med mellemrum efter skiller en nøgle fra dens værdi. Står der to på samme linje, kan
programmet ikke vide, om det andet hører til teksten.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: Silje siger: jeg vil i skole
+sagsresumé: 'Silje siger: jeg vil i skole'
""",
)
