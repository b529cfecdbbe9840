"""SAM125: settings for a plan that cannot hold together; found by ``profile.load``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.PLANNING_CANNOT_HOLD,
    name="planlægning-kan-ikke-holde",
    severity=Weight.WARNING,
    message="{hvad}, så der kan ikke lægges en plan for året.",
    hint="{hjælp}",
    explanation="""\
`samarbejde plan` bryder aldrig et krav. Derfor lægger den intet, når to indstillinger i
samarbejde.yaml udelukker hinanden: når tovholderen ikke er på arbejde på nogen mødedag, eller når
formødet skal ligge tættere på mødet, end indkaldelserne skal sendes.""",
    source="",
    example="""\
 # samarbejde.yaml
 kommune: Birkeby Kommune
-planlægning: {formøde_højst_dage_før: 14}
+planlægning: {formøde_højst_dage_før: 42}
""",
)
