"""SAM712: every professional at the meeting has an agreement, or is listed as having none."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.examples import GOAL


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names the professionals who came and have no agreement."""
    came = [each.person for each in case.round.meeting.participants if each.attended]
    members = (case.member(name) for name in came)
    there = [each.name for each in members if each and each.is_professional]
    if not there:
        return
    bound = {case.full_name(name).casefold() for name in _bound(case)}
    free = [name for name in there if name.casefold() not in bound]
    if free:
        yield RULE.finding(case.location("plan", "mål", on_key=True), navne=listed(free))


def _bound(case: Case) -> Iterator[str]:
    plan, coordinator = case.plan, case.record.coordinator
    yield from plan.without_agreement
    for goal in plan.goals:
        yield from goal.responsible
    yield from (each.responsible for each in case.team.measures if each.responsible)
    if plan.road_map and plan.road_map.responsible:
        yield plan.road_map.responsible
    if coordinator:
        yield coordinator.name


RULE = Rule(
    code=codes.PROFESSIONAL_WITHOUT_AGREEMENT,
    name="fagperson-uden-aftale",
    severity=Weight.WARNING,
    steps=(Step.MEETING,),
    scope="round",
    requires=(codes.RESPONSIBLE_MISSING, codes.RESPONSIBLE_UNKNOWN),
    message="Der er ingen aftale med {navne}, som var med til mødet.",
    hint=(
        "Skriv {navne} under `ansvarlige` ved målene i plan.yaml. Er der ikke noget at aftale, "
        "så skriv navnene under `uden_aftale` i plan.yaml."
    ),
    explanation="""\
Planen skal have aftaler for alle fagpersoner, når det er relevant; ellers binder den ikke nogen.
Den, der er ansvarlig for et mål, en indsats eller køreplanen, har en aftale. Koordinatoren og
tovholderen bliver ikke set efter, og heller ikke familie, venner og den unges voksne.""",
    source="Metodehåndbog 4.1 og Bilag 8",
    example=GOAL
    + """\
     handlinger: [Karin ringer til mig kl. 8.15]
     ansvarlige: [jeg, Karin Friis]
-uden_aftale: [Maja Toft]
+uden_aftale: [Maja Toft, Jonas Berg]
""",
    check=check,
)
