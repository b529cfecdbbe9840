"""SAM311: the department that takes over joins the team in good time."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.departments import is_represented


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when another kind of department coordinates from the next birthday."""
    intake, next_age = case.record.intake, case.age(today) + 1
    day = case.turns(next_age)
    if intake.is_refused or today < add_months(day, -profile.rhythm.shift_months):
        return
    present, coming = (
        profile.coordinating_kind(
            age, aftercare=case.record.has_aftercare, unaccompanied=intake.unaccompanied
        )
        for age in (next_age - 1, next_age)
    )
    if not present or coming in (None, present) or is_represented(case, profile, coming):
        return
    fitting = [each.name for each in profile.departments if each.kind is coming]
    yield RULE.finding(
        case.location("team", "personer", on_key=True),
        navn=case.record.youth.short_name,
        alder=next_age,
        dag=day,
        ny=listed(fitting, "eller") or coming.value,
    )


RULE = Rule(
    code=codes.DEPARTMENT_TAKES_OVER,
    name="overdragelse",
    severity=Weight.WARNING,
    steps=(Step.PRE_MEETING,),
    message=(
        "{navn} fylder {alder} år den {dag}, og så er det {ny}, der koordinerer. Ingen derfra er "
        "med i teamet."
    ),
    hint=(
        "Aftal med {navn}, hvem derfra der kommer med i teamet, og skriv personen i team.yaml. "
        "Fortsætter sagen, hvor den er, som i efterværn, så ret `visitation` i sag.yaml."
    ),
    explanation="""\
Når koordineringen går fra en afdeling til en anden, skal de to mødes, før det sker: ellers
begynder den unge forfra. Efter Sorøs håndbog sker det ved 18 år og ved 23 år, når efterværnet
slutter. Aldrene følger linjerne under `koordinatorer` i samarbejde.yaml, og hvor tidligt reglen
melder sig, står som `skift_varsel_måneder` under `rytme`.""",
    source="Metodehåndbog 4.1 og Bilag 8; ti kommuner 6.2",
    example="""\
 # samarbejde.yaml
 koordinatorer:
   - {fra_år: 14, til_år: 15, slags: børn}
-  - {fra_år: 16, til_år: 29, slags: social}
+  - {fra_år: 16, til_år: 29, slags: beskæftigelse}
""",
    check=check,
)
