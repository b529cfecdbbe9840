"""SAM117: the fixed times of a day have room for a meeting; found by ``profile.load``."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.TIMES_TOO_CLOSE,
    name="tider-for-tæt",
    severity=Weight.WARNING,
    message=(
        "Der er ikke plads til et møde kl. {start}: det varer {minutter} minutter og skal have "
        "{pause} minutter bagefter, men tiden løber til kl. {næste}."
    ),
    hint="Sæt tiderne længere fra hinanden, eller ret `til` eller `pause_minutter`.",
    explanation="""\
Tovholderen er med til alle møder og skal have tid imellem dem. Derfor skal der fra hver af tiderne
i `tider` under `planlægning` i samarbejde.yaml være plads til et møde og pausen, før den næste tid
begynder, og det sidste møde skal være slut, når dagen er. Planen for året bruger tiderne.""",
    source="",
    example="""\
 # samarbejde.yaml
 kommune: Birkeby Kommune
 planlægning:
-  tider: [9.00, 10.30, 12.30]
+  tider: [9.00, 10.45, 12.30]
""",
)
