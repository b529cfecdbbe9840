"""SAM013: a quote that is never closed; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.OPEN_QUOTE,
    name="anførselstegn-åbent",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Teksten begynder med {tegn}, men der kommer intet afsluttende {tegn}.",
    hint="Sæt {tegn} sidst i teksten, eller slet det første.",
    explanation="""\
Begynder en værdi med et anførselstegn, går den til det næste af samme slags. Mangler det, sluger
værdien linjerne nedenunder.

Skal der stå anførselstegn inde i en tekst, så brug den anden slags udenom: `'Hun siger "ja" til
planen'`.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: "Silje går i 9. klasse
+sagsresumé: "Silje går i 9. klasse"
 mål: []
""",
)
