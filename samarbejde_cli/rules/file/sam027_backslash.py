"""SAM027: an unknown escape in double quotes; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.BACKSLASH,
    name="omvendt-skråstreg",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="`{tegn}` betyder ikke noget i en tekst med dobbelte anførselstegn.",
    hint="Brug enkelte anførselstegn udenom, så er \\ et almindeligt tegn.",
    explanation="""\
I dobbelte anførselstegn indleder `\\` et særligt tegn, for eksempel `\\n` for et linjeskift.
Skriver du en sti på computeren, så sæt den i enkelte anførselstegn.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: "Gemt i S:\\unge\\2026"
+sagsresumé: 'Gemt i S:\\unge\\2026'
""",
)
