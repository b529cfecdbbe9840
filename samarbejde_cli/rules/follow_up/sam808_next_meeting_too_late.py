"""SAM808: the next meeting keeps the rhythm."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.rhythm import latest_next
from samarbejde_cli.danish.dates import weekday
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.rhythm import is_meeting_day
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.rhythm import no_later_than


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the agreed day is too late or another weekday."""
    day, held = case.round.follow_up.next_meeting, case.round.meeting.date
    if not day or not held or day < today:
        return
    latest = latest_next(case, profile, held)
    problems = []
    if day > latest:
        problems.append(f"ligger mere end {profile.rhythm.longest_gap} måneder efter det forrige")
    if not is_meeting_day(profile, day):
        problems.append(f"er en {weekday(day)}")
    if problems:
        yield RULE.finding(
            case.in_round("opfølgning", "næste_møde"),
            dato=day,
            problem=listed(problems),
            ugedag=profile.rhythm.weekday.value,
            senest=no_later_than(latest, today),
            runde=case.record.round,
        )


RULE = Rule(
    code=codes.NEXT_MEETING_TOO_LATE,
    name="næste-møde-for-sent",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    requires=(codes.MEETING_BEFORE_PRE_MEETING,),
    message="Det næste møde den {dato} {problem}.",
    hint=(
        "Find en {ugedag} {senest}, og ret `næste_møde` under `opfølgning` i runder/{runde}.yaml."
    ),
    explanation="""\
Møderne ligger på en fast ugedag og højst nogle måneder fra hinanden, så planen bliver holdt i
live. Begge dele står under `rytme` i samarbejde.yaml. Det er kun en advarsel: ferie og sygdom
kan gøre en anden dag rigtig. Reglen er tavs, når dagen er gået, og i afsluttede sager.""",
    source="Metodehåndbog 3.1, 3.5 og Bilag 8",
    example="""\
 # runder/1.yaml
 opfølgning:
-  næste_møde: 2026-08-04
+  næste_møde: 2026-06-30
""",
    check=check,
)
