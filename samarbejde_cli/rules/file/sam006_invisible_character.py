"""SAM006: an invisible character; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.INVISIBLE_CHARACTER,
    name="usynligt-tegn",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Her står et tegn, der ikke kan ses: {tegn}.",
    hint="Slet tegnet, og skriv mellemrum og linjeskift igen med tastaturet.",
    explanation="""\
Tekst, der er kopieret fra Word, Teams eller en hjemmeside, kan tage usynlige tegn med sig. To
navne kan så se ens ud og alligevel være forskellige, og nogle af tegnene kan slet ikke stå i et
brev. De første ti steder i filen vises.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
-sagsresumé: Silje\u200b går i 9. klasse
+sagsresumé: Silje går i 9. klasse
""",
)
