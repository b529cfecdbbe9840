"""SAM108: a CPR number of another form; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.CPR_FORM,
    name="cpr-form",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="CPR-nummeret ved `{felt}` har ikke den rigtige form.",
    hint="Skriv seks cifre, en bindestreg og fire cifre.",
    explanation="""\
Et CPR-nummer er fødselsdag, måned og år med to cifre hver og derefter fire cifre: DDMMÅÅ-LLLL.
Bindestregen kan undværes, mellemrum kan ikke bruges. Nummeret vises ikke i beskeden, for skærme
og udskrifter bliver læst af flere.""",
    source="CPR-nummerets opbygning",
    example="""\
 # sag.yaml
 trin: visitation
 runde: 1
 ung:
   navn: Silje Ravn
-  cpr: 720810-432
+  cpr: 720810-4322
""",
)
