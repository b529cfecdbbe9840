"""SAM014: a bracket that is never closed; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.OPEN_BRACKET,
    name="parentes-åben",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Listen begynder med {tegn}, men der kommer intet afsluttende {slut}.",
    hint=(
        "Sæt {slut} efter det sidste i listen. Er {tegn} en del af teksten, så sæt teksten i "
        "anførselstegn."
    ),
    explanation="""\
En værdi, der begynder med `[`, er en liste på én linje, og en, der begynder med `{`, er nøgler på
én linje. Begge skal lukkes igen.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sendes_til: [Mette Ravn, Jonas Berg
+sendes_til: [Mette Ravn, Jonas Berg]
 mål: []
""",
)
