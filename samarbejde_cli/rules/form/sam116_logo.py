"""SAM116: the logo in the settings is a picture that Word can show."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.LOGO,
    name="logo",
    severity=Weight.WARNING,
    stops_letters=Letters.ALWAYS,
    message="Logoet kan ikke bruges: {grund}.",
    hint=(
        "Læg et billede (PNG, JPEG eller SVG) i arbejdsmappen, og skriv stien, fx "
        "`billeder/logo.png`. Eller slet linjen; så står kommunens navn alene i brevhovedet."
    ),
    explanation="""\
Feltet `logo` under `udseende` i samarbejde.yaml er en sti i arbejdsmappen. Logoet står øverst i
papirernes brevhoved og beholder sin form. Et SVG-billede skal have en PNG med samme navn ved siden
af, for ikke alle programmer viser SVG. Kan logoet ikke bruges, bliver papirerne lavet uden.""",
    source="",
    example="""\
 # samarbejde.yaml
 kommune: Birkeby Kommune
 profil: soroe-unge
 udseende:
-  logo: billeder/findes-ikke.png
+  farve: 1F4E5F
""",
)
