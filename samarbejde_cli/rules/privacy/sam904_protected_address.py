"""SAM904: a protected address is not written in any text."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.withheld import addresses
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each sentence with the address, and where it is protected."""
    for hit in addresses(case):
        yield RULE.finding(hit.location, (("adressen er beskyttet her", hit.source),))


RULE = Rule(
    code=codes.PROTECTED_ADDRESS,
    name="beskyttet-adresse",
    severity=Weight.ERROR,
    message="Her står en adresse, som er beskyttet.",
    hint="Slet adressen i teksten. Den hører kun til i feltet `adresse` hos den, der bor der.",
    explanation="""\
En beskyttet adresse i feltet `adresse` bliver holdt ude af alle papirer. Står den også i en tekst,
bliver den trykt med teksten. Reglen leder i planen, teamet og runden efter vejen og nummeret, som
de står i feltet, uanset store bogstaver og mellemrum.""",
    source="",
    example="""\
 # sag.yaml
 ung:
   adressebeskyttelse: ja
 # plan.yaml
-sagsresumé: Silje bor igen på Kildevej 8, 1. tv. Hun har haft meget fravær.
+sagsresumé: Silje bor igen hos sin mor. Hun har haft meget fravær.
""",
    check=check,
)
