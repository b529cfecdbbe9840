"""SAM623: meetings are on working days."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.danish.dates import is_working_day, weekday
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.profile.vocabulary import Weekday
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.rhythm import coming_days


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each coming day that is a holiday, a day off or in a weekend."""
    for location, name, day in coming_days(case, today):
        kind = _kind(profile, day, is_meeting="formøde" not in name.casefold())
        if kind:
            yield RULE.finding(location, møde=name, dato=day, slags=kind, runde=case.record.round)


def _kind(profile: Profile, day: date, *, is_meeting: bool) -> str:
    """Return the kind of a day off; empty for a working day.

    A weekend is reported by the weekday rule when meetings have a fixed weekday.
    """
    if is_working_day(day):
        return "fridag hos jer" if profile.is_day_off(day) else ""
    if day.isoweekday() <= _FRIDAY:
        return "helligdag"
    has_own_day = is_meeting and profile.rhythm.weekday is not Weekday.ANY
    return "" if has_own_day else weekday(day)


_FRIDAY = 5


RULE = Rule(
    code=codes.DAY_OFF,
    name="fridag",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    message="{møde} ligger den {dato}, som er en {slags}.",
    hint="Find en anden dag, og ret datoen i runder/{runde}.yaml.",
    explanation="""\
På helligdage og i weekenden er rådhuset lukket, og 24. december, 31. december og 5. juni holder
mange kommuner fri. Jeres egne dage står som `fridage` i samarbejde.yaml. Møder, der er holdt,
bliver ikke set efter; store bededag er en almindelig dag fra 2024.""",
    source="Kalenderen; helligdagene efter lov",
    example="""\
 # runder/1.yaml
-opfølgning: {næste_formøde: 2026-05-25}
+opfølgning: {næste_formøde: 2026-05-26}
""",
    check=check,
)
