"""SAM717: indicators are those that the municipality follows, so that they can be counted."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each indicator that the settings do not name, where they name some."""
    del today
    followed = profile.monitoring.indicators
    known = {each.key for each in followed}
    for i, filling in enumerate(case.round.dialogue if followed else ()):
        for j, each in enumerate(filling.indicators):
            if each.key not in known:
                names = [one.name for one in followed if one.area is each.area]
                location = case.in_round("dialogskema", i, "indikatorer", j, "navn")
                yield RULE.finding(
                    location,
                    navn=each.name,
                    område=each.area.label,
                    kendte=listed(names) or "ingen",
                )


RULE = Rule(
    code=codes.INDICATOR_UNKNOWN,
    name="indikator-ukendt",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    message="»{navn}« under {område} er ikke et af de tal, kommunen følger.",
    hint="Under {område} følger I: {kendte}. De står i `måling` og `indikatorer`.",
    explanation="""\
Under de syv områder i dialogskemaet kan kommunen følge egne tal, som motivation, forberedelse og
fremmøde. De står under `måling` og `indikatorer` i samarbejde.yaml. Et tal med et andet navn kan
ikke tælles sammen med de andres. Nævner samarbejde.yaml ingen, kan sagen have dem, den vil.""",
    source="Ti kommuner 4.2",
    example="""\
 # samarbejde.yaml
 måling:
   indikatorer:
     - {område: skole_uddannelse_og_beskæftigelse, navn: Fremmøde}
 # runder/1.yaml
 dialogskema:
   - dato: 2026-02-10
     indikatorer:
-      - {område: skole_uddannelse_og_beskæftigelse, navn: Flid, tal: 2}
+      - {område: skole_uddannelse_og_beskæftigelse, navn: Fremmøde, tal: 2}
""",
    also=(codes.INDICATOR_MISSING,),
    check=check,
)
