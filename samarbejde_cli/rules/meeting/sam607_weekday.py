"""SAM607: meetings are held on the weekday of the settings."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import weekday
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.rhythm import is_meeting_day
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.rhythm import is_too_far


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when a coming meeting is on another weekday."""
    day = case.round.meeting.date
    if day is None or day < today:
        return
    if is_meeting_day(profile, day) or is_too_far(case, profile, today):
        return
    yield RULE.finding(
        case.in_round("møde", "dato"),
        dag=weekday(day),
        ugedag=profile.rhythm.weekday.value,
        runde=case.record.round,
    )


RULE = Rule(
    code=codes.WEEKDAY,
    name="ugedag",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    message="Mødet ligger på en {dag}; I holder ellers møder om {ugedag}en.",
    hint=(
        "Flyt mødet til en {ugedag} i runder/{runde}.yaml, eller ret `ugedag` under `rytme` i "
        "samarbejde.yaml."
    ),
    explanation="""\
Tovholderen booker lokaler på en fast ugedag et år frem, og de andre i kommunen holder dagen fri.
Et møde på en anden dag kan sagtens være rigtigt; det er kun en påmindelse. Møder, der er holdt,
bliver ikke set efter.""",
    source="Metodehåndbog 3.5",
    example="""\
 # runder/1.yaml
 møde:
-  dato: 2026-03-25
+  dato: 2026-03-24
""",
    also=(codes.MEETING_NOT_HELD,),
    check=check,
)
