"""SAM012: no space after the colon of a key; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.NO_SPACE_AFTER_COLON,
    name="mellemrum-efter-kolon",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Der mangler et mellemrum efter kolon i `{tekst}`.",
    hint="Skriv `{rettet}`.",
    explanation="""\
Kolon skiller kun nøglen fra værdien, når der følger et mellemrum. Ellers hører det med til ordet,
som i `kl. 9:30` og `https://…`.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé:Silje går i 9. klasse
+sagsresumé: Silje går i 9. klasse
 mål: []
""",
)
