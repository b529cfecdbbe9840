"""SAM024: a key that is not text; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.KEY_NOT_TEXT,
    name="nøgle-er-ikke-tekst",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Her skulle stå en nøgle, men det er ikke en tekst.",
    hint=(
        "Skriv nøglen som et ord, for eksempel `navn`. Begynder en værdi med en parentes, så sæt "
        "den i anførselstegn."
    ),
    explanation="""\
Nøglen foran kolon skal være et almindeligt ord. Det kan ske, at en liste eller en krøllet
parentes havner der, for eksempel når et flettefelt fra en Word-skabelon er kopieret ind i filen.\
""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: {{ ung.navn }}
+sagsresumé: '{{ ung.navn }}'
""",
)
