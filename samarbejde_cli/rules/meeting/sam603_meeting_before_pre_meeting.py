"""SAM603: the meeting comes after the pre-meeting."""

from collections.abc import Iterator
from datetime import date, time

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.round import Appointment
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the two are in the wrong order."""
    talk, meeting = case.round.pre_meeting, case.round.meeting
    if not (talk.date and meeting.date):
        return
    if case.step in (Step.MEETING, Step.FOLLOW_UP) and talk.date > today:  # SAM504 reports it
        return
    if _moment(meeting) < _moment(talk):
        related = (("formødet ligger her", case.in_round("formøde", "dato")),)
        yield RULE.finding(
            case.in_round("møde", "dato"),
            related,
            runde=case.record.round,
            navn=case.record.youth.short_name,
        )


def _moment(held: Appointment) -> tuple[date, time]:
    return held.date or date.max, held.start or time.max


RULE = Rule(
    code=codes.MEETING_BEFORE_PRE_MEETING,
    name="møde-før-formøde",
    severity=Weight.ERROR,
    scope="round",
    open_only=True,
    message="Mødet ligger før formødet.",
    hint="Ret datoerne i runder/{runde}.yaml: formødet med {navn} kommer først, så mødet.",
    explanation="""\
Formødet er der, hvor den unge bliver klar til mødet: samtykke, den voksne, deltagerne og
dagsordenen. Ligger begge på samme dag, ser reglen på klokkeslættene. Afsluttede sager bliver
ikke set efter.""",
    source="Metodehåndbog 4.3",
    example="""\
 # runder/1.yaml
 formøde:
-  dato: 2026-03-10
+  dato: 2026-02-10
 møde:
   dato: 2026-03-03
""",
    check=check,
)
