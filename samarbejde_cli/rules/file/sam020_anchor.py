"""SAM020: an anchor or an alias; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.ANCHOR,
    name="henvisning",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{tekst}` læses som en henvisning, ikke som tekst.",
    hint=(
        "Sæt teksten i anførselstegn. Er det ment som en henvisning, så skriv værdien ud begge "
        "steder."
    ),
    explanation="""\
Et ord, der begynder med `&` eller `*`, er i YAML et bogmærke og en henvisning til det. Sagens
filer bruger dem ikke: hver oplysning skal kunne læses, der hvor den står.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: &vigtigt Silje går i 9. klasse
+sagsresumé: '&vigtigt Silje går i 9. klasse'
""",
)
