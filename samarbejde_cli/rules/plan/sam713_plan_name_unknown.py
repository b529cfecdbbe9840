"""SAM713: everyone named in the plan is known to the case."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Route, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.names import has_taken_part, suggested_in_reach


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each such name."""
    people = case.people
    for route, name in _named(case):
        if name.casefold() in people:
            continue
        if route[0] == "underskrifter" and has_taken_part(case, name):
            continue
        if not case.person(name) and not profile.employee(name):
            facts = {"person": name, "felt": str(route[0])}
            facts |= suggested_in_reach(case, profile, name)
            yield RULE.finding(case.location("plan", *route), **facts)


def _named(case: Case) -> Iterator[tuple[Route, str]]:
    plan = case.plan
    for key, names in (("sendes_til", plan.sent_to), ("uden_aftale", plan.without_agreement)):
        yield from (((key, i), name) for i, name in enumerate(names))
    since = case.round.meeting.date or date.min
    for i, signature in enumerate(plan.signatures):
        if signature.date >= since:  # an older one is under an earlier plan
            yield ("underskrifter", i, "navn"), signature.name


RULE = Rule(
    code=codes.PLAN_NAME_UNKNOWN,
    name="plan-navn-ukendt",
    severity=Weight.WARNING,
    open_only=True,
    message="`{person}` står under `{felt}`, men er ikke en af personerne i sagen.",
    hint=(
        "Skriv det fulde navn, som det står i team.yaml, i sag.yaml eller under `medarbejdere` i "
        "samarbejde.yaml."
    ),
    explanation="""\
Den, som planen skal sendes til, eller som har skrevet under, skal være en, sagen kender. Ellers kan
en kopi blive væk, eller en underskrift blive overset. En underskrift fra en tidligere koordinator
eller en, der har været med til et møde, bliver ved med at gælde, også når personen ikke længere er
i sagen. En underskrift fra før rundens møde hører til en tidligere plan. Afsluttede sager bliver
ikke set efter.""",
    source="Bilag 3",
    example="""\
 # plan.yaml
-sendes_til: [Karen Friis]
+sendes_til: [Karin Friis]
""",
    check=check,
)
