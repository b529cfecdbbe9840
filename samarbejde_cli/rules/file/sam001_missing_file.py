"""SAM001: a file of the case is missing; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.MISSING_FILE,
    name="fil-mangler",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Filen {fil} findes ikke.",
    hint=(
        "Opret filen, eller hent den tilbage fra git, hvis den er slettet ved en fejl. Se også "
        "efter, om navnet er stavet rigtigt."
    ),
    explanation="""\
En sag består af faste filer med faste navne. Uden dem kan programmet ikke vide, hvor langt sagen
er, og hvem der må se hvad. Filnavne skrives med små bogstaver og ender på `.yaml`.""",
    source="Sagens filer",
    only_shown="En fil, der ikke er der, kan ikke vises som tekst.",
)
