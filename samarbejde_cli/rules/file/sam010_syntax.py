"""SAM010: an unusual syntax error; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.SYNTAX,
    name="ulæselig-linje",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Linjen kan ikke læses som YAML.",
    hint=(
        "Sammenlign med en linje, der virker: `nøgle: værdi`. Sæt teksten i anførselstegn, hvis "
        "den har særlige tegn."
    ),
    explanation="""\
Filen følger ikke reglerne for YAML, men fejlen er ikke en af de almindelige, som programmet kan
forklare nærmere. Ofte ligger årsagen på linjen ovenover.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-%YAML 7.0
----
 mål: []
""",
)
