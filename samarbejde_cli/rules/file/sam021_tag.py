"""SAM021: a tag; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.TAG,
    name="typemærke",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{tekst}` læses som et typemærke og kommer ikke med i teksten.",
    hint="Sæt hele værdien i anførselstegn, eller slet udråbstegnet.",
    explanation="""\
Et udråbstegn først i en værdi er i YAML en besked til programmet om, hvilken slags værdi det er.
Sagens filer bruger det ikke.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: !vigtigt Silje går i 9. klasse
+sagsresumé: '!vigtigt Silje går i 9. klasse'
""",
)
