"""SAM004: the file is larger than any case file; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.FILE_TOO_LARGE,
    name="fil-for-stor",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Filen {fil} fylder {størrelse}; grænsen er {grænse}.",
    hint=(
        "Se efter, om det er den rigtige fil. Store bilag hører til i fagsystemet, ikke i sagens "
        "YAML-filer."
    ),
    explanation="""\
En sagsfil fylder sjældent mere end 10 kB. Er den hundrede gange så stor, er noget andet lagt ind
i den ved en fejl, og så bliver den ikke læst.""",
    source="Sagens filer",
    only_shown="Så stor en fil kan ikke stå som eksempel.",
)
