"""SAM621: a year has as many meetings as the settings require."""

from collections.abc import Iterator
from datetime import date, timedelta

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.danish.text import counted
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.examples import SECOND_ROUND
from samarbejde_cli.rules.helpers.rhythm import meeting_days


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when there were fewer in the last months."""
    rhythm, days = profile.rhythm, meeting_days(case)
    if not days or case.record.is_paused(today):
        return
    start = _begins(case, profile, today)
    number = sum(day > start for day in days)
    if min(days) > start or number >= rhythm.meetings:
        return
    yield RULE.finding(
        case.location("sag", "runde"),
        fra=start,
        antal=counted(number, "møde", "møder"),
        mindst=rhythm.meetings,
        måneder=rhythm.months,
        navn=case.record.youth.short_name,
        kode=codes.TOO_FEW_MEETINGS,
    )


def _begins(case: Case, profile: Profile, today: date) -> date:
    """Return the day after which the meetings count: a pause makes the time longer."""
    start, pause = add_months(today, -profile.rhythm.months), case.record.pause
    rested = min(pause.until, today) - max(pause.start, start) if pause else timedelta()
    return start - max(rested, timedelta())


RULE = Rule(
    code=codes.TOO_FEW_MEETINGS,
    name="for-få-møder",
    severity=Weight.WARNING,
    open_only=True,
    requires=(
        codes.MEETING_BEFORE_PRE_MEETING,
        codes.NO_NEW_MEETING,
        codes.NEW_DATES,
    ),
    message=(
        "Siden den {fra} er der holdt eller aftalt {antal}; der skal være {mindst} på {måneder} "
        "måneder."
    ),
    hint=(
        "Aftal de møder, der mangler. Er {navn} gået over til færre møder, så skriv hvorfor med "
        "`# samarbejde: tillad {kode}` efter `runde:` i sag.yaml."
    ),
    explanation="""\
Modellen bygger på et fast antal møder om året, og tovholderen skal sikre, at alle kommer igennem
dem. Reglen tæller tilbage fra i dag og tager de aftalte møder med, og den melder sig først, når
sagens første møde er længere væk end perioden. Tallene står som `møder` og `måneder` under `rytme`
i samarbejde.yaml; 0 møder betyder, at der ikke tælles.""",
    source="Metodehåndbog 1, 3.5 og 4.1",
    example=SECOND_ROUND
    + """\
 # runder/1.yaml
-møde: {dato: 2025-03-04}
+møde: {dato: 2025-12-02}
 # runder/2.yaml
 formøde: {dato: 2026-03-17, start: 9.00, orienteret_om_modellen: ja, ønsker: [Jeg vil have ro]}
 møde: {dato: 2026-03-24}
""",
    check=check,
)
