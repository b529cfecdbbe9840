"""SAM705: the people responsible for goals are in the case."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Route, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.examples import GOAL
from samarbejde_cli.rules.helpers.names import names_in_case, suggested_person


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each name that the case does not know."""
    suggested: dict[str, dict[str, str]] = {}
    for name, route in _named(case):
        if case.person(name) or (case.record.coordinator is None and profile.employee(name)):
            continue
        if name not in suggested:  # the same name often stands at several goals
            suggested[name] = suggested_person(case, name, names_in_case(case))
        yield RULE.finding(case.location("plan", *route), person=name, **suggested[name])


def _named(case: Case) -> Iterator[tuple[str, Route]]:
    for i, goal in enumerate(case.plan.goals):
        for j, name in enumerate([] if goal.reached else goal.responsible):
            yield name, ("mål", i, "ansvarlige", j)
    road_map = case.plan.road_map
    if road_map and road_map.responsible:
        yield road_map.responsible, ("køreplan", "ansvarlig")


RULE = Rule(
    code=codes.RESPONSIBLE_UNKNOWN,
    name="ansvarlig-ukendt",
    severity=Weight.ERROR,
    open_only=True,
    message="`{person}` er ikke en af personerne i sagen.",
    hint=(
        "Skriv `jeg` om den unge selv og ellers det fulde navn fra team.yaml eller sag.yaml. Er "
        "det en ny, så føj personen til i team.yaml."
    ),
    explanation="""\
Den, der har ansvaret for et mål, skal vide det og have en kopi af planen. Derfor skal navnet
være en person i sagen: den unge (`jeg` eller `mig`), forældrene, koordinatoren eller en i
teamet. Det samme gælder `ansvarlig` under `køreplan`. Store og små bogstaver gør ingen forskel.
Mål, der er nået, og afsluttede sager bliver ikke set efter: den ansvarlige kan siden have
forladt teamet.""",
    source="Bilag 3",
    example=GOAL
    + """\
     handlinger: [Karin ringer til mig]
-    ansvarlige: [jeg, Karin]
+    ansvarlige: [jeg, Karin Friis]
""",
    check=check,
)
