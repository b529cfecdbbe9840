"""SAM009: a tab where spaces should be; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.TAB,
    name="tabulator",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Her står et tabulatortegn, hvor der skal være mellemrum.",
    hint="Slet tabulatoren, og ryk linjen ind med to mellemrum for hvert niveau.",
    explanation="""\
I YAML viser indrykningen, hvad der hører sammen. En tabulator er ikke lige bred alle steder, og
derfor er den forbudt der. De fleste editorer kan sættes til at skrive mellemrum, når du trykker
på tabulatortasten.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
 køreplan:
-\tansvarlig: Anne Holm
+  ansvarlig: Anne Holm
""",
)
