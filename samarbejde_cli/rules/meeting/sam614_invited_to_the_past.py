"""SAM614: an invitation to a day in the past; found when the letter is made."""

from samarbejde_cli import codes
from samarbejde_cli.findings import Weight
from samarbejde_cli.rules.engine.rule import Letters, Rule

RULE = Rule(
    code=codes.INVITED_TO_THE_PAST,
    name="indkaldt-til-fortid",
    severity=Weight.NOTE,
    stops_letters=Letters.FOR_MANY,
    message="Brevet indkalder til et {møde}, som var den {dato}.",
    hint="Er det flyttet, så ret datoen, og lav brevet igen.",
    explanation="""\
Et brev om et møde, som har været, er som regel lavet med en gammel dato. Det bliver lavet
alligevel, for nogle gange mangler netop brevet på sagen. `samarbejde batch` laver det ikke: mange
på én gang er en fejl. Bemærkningen kommer, når brevet laves, ikke når sagen kontrolleres.""",
    source="Bilag 1 og 2",
    example="""\
 # runder/1.yaml
 møde:
-  dato: 2020-03-03
+  dato: 2026-03-03
""",
    only_shown="den bliver først fundet, når et brev laves",
)
