"""SAM503: the agenda has what the youth wants to talk about."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when all wishes are blank."""
    if any(wish.strip() for wish in case.round.pre_meeting.wishes):
        return
    yield RULE.finding(
        case.in_round("formøde", "ønsker"),
        navn=case.record.youth.short_name,
        runde=case.record.round,
    )


RULE = Rule(
    code=codes.WISHES_MISSING,
    name="ønsker-mangler",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    scope="round",
    message="Der står ikke, hvad {navn} ønsker at tale om på mødet.",
    hint=(
        "Skriv mindst ét ønske under `ønsker` i runder/{runde}.yaml, som `- Jeg vil gerne tale "
        "om, hvordan jeg kommer op om morgenen`."
    ),
    explanation="""\
Dagsordenen laves sammen med den unge, og den unges ønsker er det første punkt efter velkomsten.
Skriv dem med den unges egne ord: de bliver trykt, som de står, og alle om bordet læser dem.

Er der slet ingen ønsker, så skriv det, den unge sagde.""",
    source="Metodehåndbog 4.3, Bilag 4 og 5",
    example="""\
 # runder/1.yaml
 formøde:
-  ønsker: []
+  ønsker:
+    - Jeg vil gerne tale om, hvordan jeg kommer op om morgenen
""",
    check=check,
)
