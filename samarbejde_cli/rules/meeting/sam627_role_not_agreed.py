"""SAM627: somebody leads and somebody writes at a coming meeting."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.meeting_roles import holder
from samarbejde_cli.rules.helpers.missing import keys_listed
from samarbejde_cli.rules.helpers.rhythm import has_coming_meeting


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names the roles that nobody has."""
    if not has_coming_meeting(case, today):
        return
    wanted = profile.meeting_roles.roles
    missing = [role.value for role in wanted if not holder(case, profile, role)]
    if missing:
        yield RULE.finding(
            case.in_round("møde", on_key=True),
            roller=listed(missing, "eller"),
            felter=keys_listed(missing),
            runde=case.record.round,
        )


RULE = Rule(
    code=codes.ROLE_NOT_AGREED,
    name="rolle-ikke-aftalt",
    severity=Weight.WARNING,
    steps=(Step.MEETING,),
    scope="round",
    open_only=True,
    requires=(codes.COORDINATOR_MISSING,),
    message="Det er ikke aftalt, hvem der er {roller} på mødet.",
    hint="Skriv {felter} under `møde` i runder/{runde}.yaml.",
    explanation="""\
Nogen leder mødet, og en anden skriver. Nogle steder er det fast koordinatoren og tovholderen; andre
steder aftales det før hvert møde og kan skifte. Det står under `møderoller` i samarbejde.yaml.
Reglen ser kun på møder, der ikke er holdt endnu.""",
    source="Metodehåndbog 3.1, 3.5 og 4.1; Middelfart, kerneelement 1",
    example="""\
 # samarbejde.yaml
 møderoller: {roller: [mødeleder, referent, interviewer], aftales_hver_gang: ja}
 # runder/1.yaml
-møde: {dato: 2026-03-24}
+møde: {dato: 2026-03-24, interviewer: Jonas Berg}
""",
    also=(codes.MEETING_NOT_HELD,),
    check=check,
)
