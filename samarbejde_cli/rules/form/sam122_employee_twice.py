"""SAM122: two employees have the same name; found by ``profile.load``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.EMPLOYEE_TWICE,
    name="medarbejder-to-gange",
    severity=Weight.WARNING,
    message=("{navn} står to gange blandt medarbejderne."),
    hint="Fjern den ene linje. Er det to forskellige, så skriv et mellemnavn på den ene.",
    explanation="""\
Sagerne henviser til en medarbejder ved det fulde navn. Står navnet to gange, bliver kun den første
linje brugt: den andens telefonnummer, arbejdsdage og fravær kommer ikke med nogen steder.""",
    source="",
    example="""\
 # samarbejde.yaml
 kommune: Birkeby Kommune
 medarbejdere:
   - navn: Birgit Kær
     funktion: koordinator
-  - navn: Birgit Kær
+  - navn: Birgit Holm Kær
     funktion: tovholder
""",
)
