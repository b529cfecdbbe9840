"""SAM123: no meeting fits into the hours of a day; found by ``profile.load``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.NO_TIME_FITS,
    name="ingen-tid-til-møder",
    severity=Weight.WARNING,
    message=("Der er ikke plads til et møde på {minutter} minutter mellem kl. {fra} og kl. {til}."),
    hint="Ret `fra` og `til` under `planlægning`, eller `møde_start`, så der er plads til et møde.",
    explanation="""\
Møderne ligger mellem `fra` og `til` under `planlægning` i samarbejde.yaml, det første kl.
`møde_start`. En plan for året kan ikke lægge nogen møder, når der ikke er plads til et.""",
    source="",
    example="""\
 # samarbejde.yaml
 kommune: Birkeby Kommune
-planlægning: {fra: 14.00, til: 15.00}
+planlægning: {fra: 14.00, til: 16.00}
""",
)
