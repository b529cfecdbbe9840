"""SAM109: a CPR number that does not begin with a date; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.CPR_DATE,
    name="cpr-dato",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="CPR-nummeret ved `{felt}` begynder med en dato, der ikke findes.",
    hint="Slå nummeret efter. De første seks cifre er dag, måned og år.",
    explanation="""\
De første seks cifre er fødselsdatoen, og alderen bliver regnet ud fra dem. Ved erstatningsnumre
er der lagt 60 til dagen; det er i orden. De sidste fire cifre bliver ikke kontrolleret: siden
2007 findes der gyldige numre, som ikke går op med den gamle regneregel (modulus 11).""",
    source="CPR-nummerets opbygning",
    example="""\
 # sag.yaml
 trin: visitation
 runde: 1
 ung:
   navn: Silje Ravn
-  cpr: 910210-4322
+  cpr: 720810-4322
""",
)
