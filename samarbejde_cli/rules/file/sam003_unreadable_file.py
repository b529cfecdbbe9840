"""SAM003: the file is there but may not be read; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.UNREADABLE_FILE,
    name="fil-kan-ikke-læses",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Filen {fil} kan ikke læses: {årsag}.",
    hint=(
        "Luk filen i andre programmer, og prøv igen. Hjælper det ikke, så bed it-afdelingen om "
        "adgang til mappen."
    ),
    explanation="""\
Filen er der, men computeren vil ikke vise den frem. Som regel mangler du rettigheder til mappen,
eller også har et andet program filen for sig selv.""",
    source="Sagens filer",
    only_shown="Manglende adgang kan ikke vises som tekst.",
)
