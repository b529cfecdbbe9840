"""SAM002: a folder where a file should be; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.FOLDER_INSTEAD_OF_FILE,
    name="mappe-i-stedet-for-fil",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="{fil} er en mappe, men skulle være en fil.",
    hint="Giv mappen et andet navn, eller flyt den, og læg filen på dens plads.",
    explanation="""\
Det sker, når en mappe ved en fejl får et navn, der ender på `.yaml`, eller når et arkiv er pakket
forkert ud.""",
    source="Sagens filer",
    only_shown="En mappe kan ikke vises som tekst.",
)
