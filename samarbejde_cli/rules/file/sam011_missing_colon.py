"""SAM011: a line without a colon; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.MISSING_COLON,
    name="kolon-mangler",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Linjen `{tekst}` har intet kolon.",
    hint=(
        "Skriv kolon og mellemrum efter nøglen: `navn: Silje`. Fortsætter linjen teksten "
        "ovenover, så ryk den længere ind."
    ),
    explanation="""\
Hver linje begynder med en nøgle, et kolon og et mellemrum. Uden kolon kan programmet ikke se,
hvor nøglen holder op.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé Silje går i 9. klasse
+sagsresumé: Silje går i 9. klasse
 mål: []
""",
)
