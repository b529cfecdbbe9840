"""SAM506: the dialogue form is filled in at the start and on time."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import add_months, long_date
from samarbejde_cli.danish.text import counted
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the form was never used, or not for too long."""
    if not profile.dialogue.used:
        return
    limit, record = profile.dialogue.months, case.record
    rounds = (case.round_no(number) for number in range(1, record.round + 1))
    last = max((each.date for talk in rounds for each in talk.dialogue), default=None)
    if last and (not limit or today <= add_months(last, limit)):
        return
    problem = "Dialogskemaet er ikke udfyldt ved starten"
    if last:
        problem = f"Dialogskemaet blev sidst udfyldt den {long_date(last)}, for mere end "
        problem += f"{counted(limit, 'måned', 'måneder')} siden"
    yield RULE.finding(
        case.in_round("dialogskema", on_key=True),
        problem=problem,
        navn=record.youth.short_name,
        runde=record.round,
    )


RULE = Rule(
    code=codes.DIALOGUE_FORM,
    name="dialogskema",
    severity=Weight.WARNING,
    steps=(Step.PRE_MEETING,),
    message="{problem}.",
    hint=(
        "Gå skemaet igennem med {navn}, og skriv svarene, 1 til 5, under `dialogskema` i "
        "runder/{runde}.yaml."
    ),
    explanation="""\
Dialogskemaet viser, hvordan det går på syv områder. Det bliver udfyldt ved starten, derefter med
nogle måneders mellemrum og til sidst, så den unge kan se udviklingen. Om skemaet bruges, og hvor
længe der højst må gå, står under `dialogskema` i samarbejde.yaml.""",
    source="Ti kommuner 6.6",
    example="""\
 # samarbejde.yaml
-dialogskema: {bruges: ja, højst_måneder_imellem: 1}
+dialogskema: {bruges: ja, højst_måneder_imellem: 4}
""",
    check=check,
)
