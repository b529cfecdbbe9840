"""SAM816: the meeting checklist is filled in after each meeting, where it is used."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when nothing is answered."""
    if profile.monitoring.checklist and case.round.meeting.checklist.is_empty:
        location = case.in_round("møde", "tjekliste", on_key=True)
        yield RULE.finding(location, runde=case.record.round)


RULE = Rule(
    code=codes.CHECKLIST_MISSING,
    name="mødetjekliste-mangler",
    severity=Weight.WARNING,
    steps=(Step.FOLLOW_UP,),
    scope="round",
    requires=(codes.MEETING_NOT_HELD,),
    message="Mødetjeklisten efter mødet i runde {runde} er ikke udfyldt.",
    hint=(
        "Svar ja eller nej under `tjekliste` ved `møde` i runder/{runde}.yaml; spørgsmålene kan "
        "trykkes med `samarbejde render-meeting-checklist`."
    ),
    explanation="""\
Tjeklisten viser, om den unge blev hørt, og om mødet gav en plan, der kan bruges. Ledergruppen ser
tallene for alle møder. Om den bruges efter hvert møde, står som `mødetjekliste` under `måling` i
samarbejde.yaml.""",
    source="Ti kommuner 3.1, kerneelement 6",
    example="""\
 # samarbejde.yaml
 måling: {mødetjekliste: ja}
 # runder/1.yaml
 møde:
   den_unge_deltog: ja
+  tjekliste: {den_unge_blev_hørt: ja}
""",
    check=check,
)
