"""SAM915: a case is in the folder of its number."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the folder has another number than the case was given last."""
    if number := case.due_number:
        last = [i for i, each in enumerate(case.files["historik"].value) if each.number == number]
        yield RULE.finding(
            case.location("historik", last[-1], "nummer"), nummer=number, sag=case.number
        )


RULE = Rule(
    code=codes.NUMBER_NOT_CHANGED,
    name="nummer-ikke-skiftet",
    severity=Weight.ERROR,
    message="Historikken siger, at sagen har fået nummeret {nummer}, men mappen hedder {sag}.",
    hint="Gør det færdigt: samarbejde renumber {sag}",
    explanation="""\
`samarbejde renumber` skriver først i historikken og giver så mappen sit nye navn. Blev den
afbrudt imellem, gør den samme kommando det færdigt. Er mappen omdøbt i hånden, så brug også
`renumber`, for den skriver det nye nummer i historikken.""",
    source="Filernes opbygning",
    example="""\
 # historik.yaml
+- {tid: 2026-01-06T09:12, hvem: Anne Holm, til: visitation, runde: 1}
 - {tid: 2026-03-03T11:20, hvem: Anne Holm, fra: møde, til: opfølgning, runde: 1}
-- tid: 2026-03-04T09:00
-  hvem: Anne Holm
-  hændelse: nyt-nummer
-  fra: opfølgning
-  til: opfølgning
-  runde: 1
-  nummer: 2026-002
-  tidligere_nummer: 2026-001
""",
    check=check,
)
