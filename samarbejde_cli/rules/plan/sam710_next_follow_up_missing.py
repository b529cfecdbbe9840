"""SAM710: the plan says who follows up and when."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names what is missing."""
    road_map = case.plan.road_map
    missing = []
    if not (road_map and road_map.responsible):
        missing.append("hvem der følger op")
    if not (road_map and road_map.next):
        missing.append("hvornår der bliver fulgt op")
    if missing:
        yield RULE.finding(case.location("plan", "køreplan"), mangler=listed(missing, "eller"))


RULE = Rule(
    code=codes.NEXT_FOLLOW_UP_MISSING,
    name="næste-opfølgning-mangler",
    severity=Weight.ERROR,
    steps=(Step.MEETING,),
    message="Det står ikke i planen, {mangler}.",
    hint=(
        "Skriv `ansvarlig` og `næste_gang` under `køreplan` i plan.yaml, som `ansvarlig: Anne "
        "Holm` og `næste_gang: 2026-06-16`."
    ),
    explanation="""\
Planens køreplan siger, hvem der følger op på aftalerne, og hvornår den unges situation bliver
taget op igen. Uden den ved ingen, hvem de skal ringe til, når noget ikke går som aftalt.""",
    source="Bilag 3, køreplan for at nå målene",
    example="""\
 # plan.yaml
 køreplan:
-  næste_gang: ""
+  ansvarlig: Anne Holm
+  næste_gang: 2026-06-16
""",
    check=check,
)
