"""SAM628: the leader and the writer are known to the case or the settings."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.vocabulary import MeetingRole
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.meeting_roles import named_holder
from samarbejde_cli.rules.helpers.names import suggested_in_reach
from samarbejde_cli.rules.helpers.rhythm import has_coming_meeting


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each name of a coming meeting that nobody in reach has."""
    if not has_coming_meeting(case, today):
        return
    for role in MeetingRole:
        name = named_holder(case, role)
        if name and not case.person(name) and not profile.employee(name):
            location = case.in_round("møde", role.value)
            yield RULE.finding(
                location, navn=name, rolle=role.value, **suggested_in_reach(case, profile, name)
            )


RULE = Rule(
    code=codes.ROLE_UNKNOWN,
    name="rolle-ukendt",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    message="`{navn}` står som {rolle}, men er ikke en af personerne i sagen.",
    hint=(
        "Skriv det fulde navn, som det står i team.yaml, i sag.yaml eller under `medarbejdere` i "
        "samarbejde.yaml."
    ),
    explanation="""\
Navnet bliver trykt på dagsordenen, og den, der leder mødet, hører alt. Derfor skal det være en, som
sagen eller samarbejde.yaml kender. Reglen ser kun på møder, der ikke er holdt endnu.""",
    source="Metodehåndbog 4.1",
    example="""\
 # runder/1.yaml
-møde: {dato: 2026-03-24, mødeleder: Anna Holm}
+møde: {dato: 2026-03-24, mødeleder: Anne Holm}
""",
    also=(codes.MEETING_NOT_HELD,),
    check=check,
)
