"""SAM018: list items and keys on one level; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.LIST_AND_KEYS_MIXED,
    name="liste-og-nøgler-blandet",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Linjer med og uden bindestreg er blandet på samme niveau.",
    hint=(
        "Begynd alle linjer på niveauet med bindestreg, eller ingen. Hører linjen under en "
        "nøgle, så ryk den ind."
    ),
    explanation="""\
På ét niveau står enten en liste, hvor hver linje begynder med en bindestreg, eller nøgler med
kolon. De kan ikke blandes.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
 sagsresumé: Silje går i 9. klasse
+sendes_til:
-- Mette Ravn
+  - Mette Ravn
""",
)
