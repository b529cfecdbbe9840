"""SAM025: nested deeper than any case file; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.TOO_MANY_LEVELS,
    name="for-mange-niveauer",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Lister og nøgler står mere end {grænse} niveauer inde i hinanden.",
    hint="Se efter, om parenteser eller bindestreger er blevet gentaget ved en fejl.",
    explanation="""\
En sagsfil har højst en halv snes niveauer. Er der mange flere, er filen ikke, hvad den giver sig
ud for, og den bliver ikke læst videre.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-mål: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
+mål: []
""",
)
