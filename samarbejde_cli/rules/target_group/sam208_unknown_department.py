"""SAM208: a department that is not in the settings."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Location, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.names import suggestion


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each unknown department of the intake and of the coordinator."""
    known = [each.name for each in profile.departments]
    for department, location in _named(case):
        if not profile.department(department):
            yield RULE.finding(
                location, afdeling=department, kendte=listed(known), **suggestion(department, known)
            )


def _named(case: Case) -> Iterator[tuple[str, Location]]:
    for i, department in enumerate(case.record.intake.departments):
        yield department, case.location("sag", "visitation", "afdelinger", i)
    if case.record.coordinator:
        yield case.record.coordinator.department, case.location("sag", "koordinator", "afdeling")


RULE = Rule(
    code=codes.UNKNOWN_DEPARTMENT,
    name="ukendt-afdeling",
    severity=Weight.ERROR,
    open_only=True,
    message="Kommunen har ingen afdeling, der hedder {afdeling}.",
    hint="Vælg mellem {kendte}, eller føj den til under `afdelinger` i samarbejde.yaml.",
    explanation="""\
Afdelingerne står under `afdelinger` i samarbejde.yaml, hver med sin slags. Ud fra dem bliver det
set efter, hvem der skal koordinere, og om der er sager i nok afdelinger. Store og små bogstaver
er lige meget. Afsluttede sager bliver ikke set efter.""",
    source="Metodehåndbog 2 og Bilag 8",
    example="""\
 # sag.yaml
 visitation:
-  afdelinger: [Børn og Familie, Ungevejledningen]
+  afdelinger: [Børn og Familier, Ungevejledningen]
""",
    check=check,
)
