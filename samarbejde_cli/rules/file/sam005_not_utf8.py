"""SAM005: the file is not UTF-8; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.NOT_UTF8,
    name="ikke-utf8",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Filen {fil} er ikke gemt som UTF-8. Den ligner {ligner}.",
    hint=(
        "Kør `samarbejde fix`: den viser filen som UTF-8 og gemmer den, når du siger ja. Eller "
        "gem den selv igen. I Notesblok: Filer, Gem som, Kodning: UTF-8."
    ),
    explanation="""\
Tegn som æ, ø og å kan gemmes på flere måder. Programmet læser kun UTF-8, så navne aldrig bliver
til volapyk i et brev. Stedet er det første tegn, der ikke er UTF-8.

`samarbejde fix` oversætter en fil, der i sin helhed kan læses som gammel Windows-tekst eller
UTF-16. Har et fletteprogram blandet tegnsættene, eller er en enkelt byte ødelagt, bliver filen
stående, som den er: så kan kun et menneske se, hvad der skulle stå.

Se æ, ø og å efter, når du har gemt: er de allerede gået i stykker, skal de skrives igen.""",
    source="Filformatet YAML",
    only_shown="Alle eksempler er gemt som UTF-8.",
)
