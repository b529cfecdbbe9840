"""SAM635: an invitation to something that is called off; found when the letter is made."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Rule

RULE = Rule(
    code=codes.INVITED_TO_CANCELLED,
    name="indkaldt-til-aflyst",
    severity=Weight.ERROR,
    message="Brevet indkalder til den {dato}, men sagen {grund}, så der bliver ikke holdt noget.",
    hint=(
        "Slut pausen, eller find en dag efter den. Er nogen indkaldt, så lav aflysningen: "
        "`samarbejde render-cancellation {sag}`."
    ),
    explanation="""\
I en pause bliver der ikke holdt møder, og en sag, der er afsluttet, har ingen. Et brev, der
indkalder til sådan en dag, bliver ikke lavet. Fejlen kommer, når brevet laves, ikke når sagen
kontrolleres.""",
    source="Pausen i sag.yaml",
    example="""\
 # sag.yaml
 pause: {fra: 2026-03-01, til: 2026-08-10, årsag: Efterskole}
 # runder/1.yaml
 møde:
-  dato: 2026-03-24
+  dato: 2026-08-11
""",
    only_shown="den bliver først fundet, når et brev laves",
)
