"""SAM101: a key that the form does not have; found by ``forms.read``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.UNKNOWN_FIELD,
    name="ukendt-felt",
    severity=Weight.ERROR,
    stops_letters=Letters.ALWAYS,
    message="Feltet `{felt}` findes ikke her.",
    hint="Ret stavemåden, eller slet linjen.",
    explanation="""\
Felterne hedder det samme som på modellens skemaer, og hvert felt hører til på sit
sted. Et felt, som programmet ikke kender, ville ellers blive overset i stilhed, og så manglede
det i brevene. Se også efter, om linjen er rykket for langt ind eller ud: så hører den til et
andet sted.""",
    source="Filernes opbygning",
    example="""\
 # plan.yaml
-sagsresume: Silje går i 9. klasse
+sagsresumé: Silje går i 9. klasse
""",
)
