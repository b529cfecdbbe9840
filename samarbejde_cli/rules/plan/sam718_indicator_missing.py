"""SAM718: the indicators that the municipality follows have a number each time."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each filling of the round that lacks numbers the settings ask for."""
    del today
    for i, filling in enumerate(case.round.dialogue):
        noted = {each.key for each in filling.indicators}
        missing = [each.name for each in profile.monitoring.indicators if each.key not in noted]
        if missing:
            location = case.in_round("dialogskema", i)
            yield RULE.finding(
                location, dag=filling.date, mangler=listed(missing), runde=case.record.round
            )


RULE = Rule(
    code=codes.INDICATOR_MISSING,
    name="indikator-mangler",
    severity=Weight.NOTE,
    scope="round",
    open_only=True,
    message="Dialogskemaet fra den {dag} har intet tal for {mangler}.",
    hint="Skriv `område`, `navn` og `tal` under `indikatorer` i runder/{runde}.yaml.",
    explanation="""\
Under de syv områder i dialogskemaet kan kommunen følge egne tal. De står under `måling` og
`indikatorer` i samarbejde.yaml, og dialogskemaet har en linje til hvert af dem. Svarer den unge
ikke, må tallet mangle; så kan I ikke se udviklingen.""",
    source="Ti kommuner 4.2",
    example="""\
 # samarbejde.yaml
 måling:
   indikatorer:
     - {område: skole_uddannelse_og_beskæftigelse, navn: Fremmøde}
     - {område: fysisk_helbred, navn: Søvn}
 # runder/1.yaml
 dialogskema:
   - dato: 2026-02-10
     indikatorer:
       - {område: skole_uddannelse_og_beskæftigelse, navn: Fremmøde, tal: 2}
+      - {område: fysisk_helbred, navn: Søvn, tal: 3}
""",
    check=check,
)
