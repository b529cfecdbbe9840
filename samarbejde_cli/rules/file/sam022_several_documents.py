"""SAM022: several documents in one file; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.SEVERAL_DOCUMENTS,
    name="flere-dokumenter",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Her begynder et nyt dokument i samme fil.",
    hint=(
        "Slet linjen med --- eller ..., hvis det hele hører sammen. Ellers læg resten i sin egen "
        "fil."
    ),
    explanation="""\
En linje med tre bindestreger deler en YAML-fil i flere dokumenter. Hver af sagens filer er kun
ét. Vil du dele filen op for øjet, så brug en kommentar: `# ---`.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
 sagsresumé: Silje går i 9. klasse
----
+# ---
 mål: []
""",
)
