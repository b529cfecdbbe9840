"""SAM015: indentation that fits nothing above; found while reading."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.INDENTATION,
    name="skæv-indrykning",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Linjen er ikke rykket rigtigt ind.",
    hint=(
        "Ryk linjen ind, så den står lige under dem, den hører sammen med. Er den en "
        "fortsættelse af en tekst, så sæt hele teksten i anførselstegn."
    ),
    explanation="""\
Indrykningen viser, hvad der hører sammen. Nøgler i samme gruppe skal begynde i samme kolonne, og
det, der hører under en nøgle, rykkes to mellemrum længere ind end nøglen.

Står der allerede en værdi efter kolon, kan der ikke komme nøgler under den.""",
    source="Filformatet YAML",
    example="""\
 # plan.yaml
 køreplan:
   ansvarlig: Anne Holm
- næste_gang: 2026-06-16
+  næste_gang: 2026-06-16
""",
)
