"""SAM626: a coming meeting has about the usual length."""

from collections.abc import Iterator
from datetime import date, time

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each coming appointment of an unusual length."""
    rhythm, now = profile.rhythm, case.round
    held = (
        ("formøde", now.pre_meeting, rhythm.pre_meeting_minutes),
        ("møde", now.meeting, rhythm.meeting_minutes),
    )
    for key, each, usual in held:
        if not (each.date and each.start and each.end) or each.date < today:
            continue
        minutes = _minutes(each.end) - _minutes(each.start)
        if abs(minutes - usual) > rhythm.slack_minutes:
            yield RULE.finding(
                case.in_round(key, "slut"),
                møde=f"{key.capitalize()}t",
                minutter=minutes,
                plejer=usual,
                runde=case.record.round,
            )


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


RULE = Rule(
    code=codes.MEETING_LENGTH,
    name="mødets-længde",
    severity=Weight.NOTE,
    scope="round",
    open_only=True,
    requires=(codes.END_BEFORE_START,),
    message="{møde} er sat til {minutter} minutter. Det plejer at tage omkring {plejer}.",
    hint="Se efter, om `start` og `slut` er rigtige i runder/{runde}.yaml.",
    explanation="""\
Et formøde tager omkring en time, et møde omkring halvanden. Nogle unge har mere ud af kortere
møder, så det er kun en bemærkning; den fanger mest tal, der er slået forkert. Længderne står under
`rytme` i samarbejde.yaml, og `forskel_minutter` siger, hvor meget der må afviges.""",
    source="Metodehåndbog 4.3; ti kommuner 6.1",
    example="""\
 # runder/1.yaml
-møde: {dato: 2026-03-24, start: "9.00", slut: "12.30"}
+møde: {dato: 2026-03-24, start: "9.00", slut: "10.15"}
""",
    also=(codes.MEETING_NOT_HELD,),
    check=check,
)
