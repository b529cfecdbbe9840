"""SAM313: the adult authority joins some time before 18."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import add_months
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.limits import age_text
from samarbejde_cli.profile.model import DepartmentKind, Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.departments import ROLES, has_role


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding between that age and 18, unless aftercare follows."""
    months, intake = profile.team.adult_authority, case.record.intake
    if months is None or case.record.has_aftercare or intake.is_refused:
        return
    is_time = add_months(case.turns(0), months) <= today < case.turns(profile.consent.adult)
    if is_time and not has_role(case, ROLES[DepartmentKind.SOCIAL]):
        name = case.record.youth.short_name
        decide = "" if case.record.support else _DECIDE.format(navn=name)
        yield RULE.finding(
            case.location("team", "personer", on_key=True),
            navn=name,
            alder=age_text(months),
            støtte=decide,
        )


_DECIDE = " Får {navn} ungestøtte, så skriv afgørelsen under `ungestøtte` i sag.yaml."


RULE = Rule(
    code=codes.ADULT_AUTHORITY,
    name="voksenmyndighed",
    severity=Weight.NOTE,
    steps=(Step.PRE_MEETING,),
    message="{navn} er over {alder} år, og ingen fra voksenmyndigheden er med i teamet.",
    hint=(
        "Overvej, om en fra voksenområdet skal med, og skriv så personen i team.yaml som `rolle: "
        "voksenmyndighed`.{støtte}"
    ),
    explanation="""\
Kommunerne har gode erfaringer med, at den, der træffer afgørelser for voksne, kommer med et
halvt år, før den unge fylder 18: når det er klart, at den unge ikke skal i efterværn, eller når
den unge ikke kan klare sig uden støtte. Det er et skøn, og derfor kun en bemærkning. Alderen står
som `voksenmyndighed_fra` under `team` i samarbejde.yaml.""",
    source="Ti kommuner 6.2",
    example="""\
 # samarbejde.yaml
-team: {voksenmyndighed_fra: 15½}
+team: {voksenmyndighed_fra: "16"}
""",
    check=check,
)
