"""SAM035: a folder of the case cannot be listed; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.UNREADABLE_FOLDER,
    name="mappe-kan-ikke-læses",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Mappen {mappe} kan ikke læses: {årsag}.",
    hint=(
        "Bed it-afdelingen om adgang til mappen. Er den en genvej, så slet genvejen, og læg "
        "mappen selv på dens plads."
    ),
    explanation="""\
Mappen er der, men computeren vil ikke vise, hvad der ligger i den. Som regel mangler du rettigheder
til den. Sagens filer kan da hverken kontrolleres eller bruges; de andre sager bliver gennemgået som
ellers.""",
    source="Sagens filer",
    only_shown="Manglende adgang kan ikke vises som tekst.",
)
