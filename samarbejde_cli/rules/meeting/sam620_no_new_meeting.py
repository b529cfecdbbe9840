"""SAM620: a running case has a new meeting in time."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.rhythm import latest_next
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.examples import SECOND_ROUND
from samarbejde_cli.rules.helpers.rhythm import meeting_days


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the last meeting is too long ago and none is agreed."""
    days = meeting_days(case)
    if not days or case.record.is_paused(today):
        return
    latest = latest_next(case, profile, max(days))
    if latest < today:
        yield RULE.finding(
            case.in_round("møde", "dato"), dato=max(days), senest=latest, runde=case.record.round
        )


RULE = Rule(
    code=codes.NO_NEW_MEETING,
    name="intet-nyt-møde",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    requires=(codes.MEETING_BEFORE_PRE_MEETING, codes.NEW_DATES),
    message=(
        "Det seneste møde var den {dato}. Der skulle være holdt et nyt senest den {senest}, men "
        "der er ikke aftalt noget."
    ),
    hint="Aftal et nyt møde med tovholderen, og skriv `dato` under `møde` i runder/{runde}.yaml.",
    explanation="""\
Alle, der har sagt ja til tilbuddet, skal igennem årets møder. En sag, hvor der ikke er aftalt et
nyt møde, bliver let glemt. Reglen melder sig, når der er gået længere, end `højst_måneder_imellem`
under `rytme` i samarbejde.yaml tillader, og tier, så længe et møde er aftalt eller sagen holder
pause. Pausens tid tæller ikke med.""",
    source="Metodehåndbog 3.1, 3.5 og Bilag 8",
    example=SECOND_ROUND
    + """\
 # runder/1.yaml
-møde: {dato: 2025-10-28}
+møde: {dato: 2025-12-02}
 # runder/2.yaml
 formøde: {dato: 2026-03-17, start: 9.00, orienteret_om_modellen: ja, ønsker: [Jeg vil have ro]}
""",
    check=check,
)
