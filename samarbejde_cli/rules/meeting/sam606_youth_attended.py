"""SAM606: the youth took part in the meeting, or the reason for the absence is recorded."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when there is neither a yes nor a no with its reason."""
    meeting = case.round.meeting
    if meeting.date is None or meeting.youth_attended or meeting.absence_reason:
        return
    youth, route = case.record.youth.short_name, "den_unge_deltog"
    missing = f"om {youth} var med til mødet"
    if meeting.youth_attended is False:
        missing, route = f"hvorfor {youth} ikke var med til mødet", "fravær_fordi"
    yield RULE.finding(case.in_round("møde", route), mangler=missing, runde=case.record.round)


RULE = Rule(
    code=codes.YOUTH_ATTENDED,
    name="den-unge-deltog",
    severity=Weight.ERROR,
    steps=(Step.MEETING,),
    scope="round",
    requires=(codes.MEETING_BEFORE_PRE_MEETING, codes.MEETING_NOT_HELD),
    message="Det er ikke noteret, {mangler}.",
    hint=(
        "Skriv `den_unge_deltog: ja` under `møde` i runder/{runde}.yaml, eller `nej` og grunden "
        "i `fravær_fordi`."
    ),
    explanation="""\
Intet om den unge uden den unge. Kom den unge ikke, kan mødet godt være holdt, men så skal det
stå, hvorfor: det er noget, der skal tales om næste gang. Reglen venter, til dagen for mødet er
kommet.""",
    source="Metodehåndbog 4.1",
    example="""\
 # runder/1.yaml
 møde:
   den_unge_deltog: nej
+  fravær_fordi: Silje var syg og ringede om morgenen
""",
    check=check,
)
