"""SAM103: a list, a mapping or a text where another shape belongs; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.WRONG_SHAPE,
    name="forkert-form",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Her skal stå {ventet}, men der står {fundet}.",
    hint=(
        "Ret formen, så den ligner et felt af samme slags. `samarbejde explain SAM103` viser et "
        "eksempel."
    ),
    explanation="""\
Et felt rummer enten én værdi, en liste eller en gruppe af felter, og det kan ikke blandes. En
liste har en streg foran hver linje, også når der kun er én linje. En gruppe af felter er rykket
ind under sin overskrift, og hver linje har navn, kolon og værdi.

Står der et kolon midt i en tekst, kan den blive læst som et felt: sæt så teksten i
anførselstegn.""",
    source="Filernes opbygning",
    example="""\
 # samtykke.yaml
+oplysninger:
-oplysninger: Fravær og trivsel i skolen
+  - Fravær og trivsel i skolen
""",
)
