"""SAM016: a value begins with a reserved character; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.RESERVED_FIRST_CHARACTER,
    name="særligt-tegn-først",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="En tekst kan ikke begynde med {tegn} uden anførselstegn.",
    hint="Sæt teksten i anførselstegn, for eksempel `'@birkeby'`.",
    explanation="""\
Nogle tegn har en særlig betydning i YAML, når de står først i en værdi: `@`, `%`, `*`, `&`, `?`,
komma, slutparenteser og accenten `` ` ``. I anførselstegn er de almindelig tekst.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: @birkeby skriver til Silje
+sagsresumé: '@birkeby skriver til Silje'
""",
)
