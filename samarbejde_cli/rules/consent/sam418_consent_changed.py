"""SAM418: what may be exchanged was not changed after the consent had been signed."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.consent import ItemKind
from samarbejde_cli.case.sharing import signing_again
from samarbejde_cli.case.signed import lost_lines, newer_items
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule

_WHAT = {ItemKind.INFORMATION: "Oplysningen", ItemKind.CENTRE: "Fagcentret"}


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each kind of information and centre that came later.

    And one when lines of what must not be exchanged are gone that were there to be signed.
    """
    if case.consent.withdrawal:
        return
    signatures = (
        ("underskrifterne står her", case.location("samtykke", "underskrifter", on_key=True)),
    )
    again = signing_again(case, "ændringen")
    for item in newer_items(case, profile, today):
        if item.kind in _WHAT:
            what = f"{_WHAT[item.kind]} »{item.text}« kom med"
            location = case.location("samtykke", *item.route)
            yield RULE.finding(location, signatures, hvad=what, igen=again)
    if number := lost_lines(case, profile, today):
        what = "En linje" if number == 1 else f"{number} linjer"
        location = case.location("samtykke", ItemKind.FORBIDDEN.value, on_key=True)
        what = f"{what} om det, der ikke må udveksles, blev ændret eller slettet"
        yield RULE.finding(location, signatures, hvad=what, igen=again)


RULE = Rule(
    code=codes.CONSENT_CHANGED,
    name="samtykke-ændret",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    requires=(codes.CONSENT_MISSING, codes.SIGNATURE_MISSING, codes.CONSENT_LAPSED_AT_18),
    stops_letters=Letters.ALWAYS,
    message="{hvad}, efter at samtykket blev underskrevet.",
    hint="{igen} Ellers skriv det, som det var.",
    explanation="""\
Et samtykke gælder det, som stod på papiret, da det blev underskrevet. En ny slags oplysninger, et
fagcenter mere eller en linje mindre under `må_ikke_udveksles` er noget, der ikke er sagt ja til,
før alle har skrevet under igen. En linje mere under `må_ikke_udveksles` gælder med det samme.

Hvad en underskrift dækker, står som fingeraftryk under `omfatter` ved underskriften. Uden det
dækker den alt, der ikke har en senere dag under `siden`. En oplysning med en dag skrives
`- oplysning: Gæld` og `siden: 2026-03-02` på linjen under.""",
    source="Metodehåndbog Bilag 6; vejledning 9330/2019 pkt. 116-117",
    example="""\
 # samtykke.yaml
 oplysninger:
   - oplysning: Skolegang, fravær og karakterer
-    siden: 2026-02-20
+    siden: 2026-02-10
""",
    check=check,
)
