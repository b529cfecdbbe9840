"""SAM121: two rooms have the same name; found by ``profile.load``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.ROOM_TWICE,
    name="lokale-to-gange",
    severity=Weight.WARNING,
    message=("Lokalet {navn} står to gange."),
    hint="Fjern den ene linje, eller giv lokalet et andet navn under `lokaler` i samarbejde.yaml.",
    explanation="""\
Sagerne henviser til et lokale ved navn. Har to lokaler det samme navn, bliver kun det første brugt,
og en plan tror, at der er et lokale mere, end der er.""",
    source="",
    example="""\
 # samarbejde.yaml
 kommune: Birkeby Kommune
 lokaler:
   - navn: Lindesalen
-  - navn: Lindesalen
+  - navn: Pejsestuen
""",
)
