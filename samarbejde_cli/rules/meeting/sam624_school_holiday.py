"""SAM624: meetings with pupils are not in their holidays."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.rhythm import coming_days


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each coming day in a school holiday."""
    holidays, adult_from = profile.school_holidays, case.turns(profile.consent.adult)
    for location, name, day in coming_days(case, today) if holidays else ():
        holiday = next((each for each in holidays if each.first <= day <= each.last), None)
        if holiday and day < adult_from:
            yield RULE.finding(
                location,
                møde=name,
                dato=day,
                ferie=holiday.name,
                navn=case.record.youth.short_name,
            )


RULE = Rule(
    code=codes.SCHOOL_HOLIDAY,
    name="skoleferie",
    severity=Weight.NOTE,
    scope="round",
    open_only=True,
    requires=(codes.DAY_OFF,),
    message="{møde} den {dato} ligger i skolernes {ferie}.",
    hint="Spørg {navn} og skolen, om dagen passer, eller find en anden.",
    explanation="""\
I ferierne er lærere og vejledere væk, og den unge kan være rejst. Nogle gange er ferien netop
det gode tidspunkt, så det er kun en bemærkning. Ferierne står som `skoleferier` i
samarbejde.yaml. Reglen gælder unge, der ikke er myndige den dag.""",
    source="Ti kommuner 6.3 (møderne lægges, så den unge kan være med)",
    example="""\
 # samarbejde.yaml
 skoleferier:
-  - {navn: sommerferie, fra: 2026-05-23, til: 2026-08-09}
+  - {navn: sommerferie, fra: 2026-06-27, til: 2026-08-09}
""",
    check=check,
)
