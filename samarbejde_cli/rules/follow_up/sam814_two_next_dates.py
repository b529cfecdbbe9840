"""SAM814: the plan and the round name the same day for what comes next."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding with both places when the days differ."""
    plan = case.plan.road_map.next if case.plan.road_map else None
    meeting = case.round.follow_up.next_meeting
    if plan is None or meeting is None or plan == meeting or case.record.closing:
        return
    facts = {
        "plan": long_date(plan),
        "møde": long_date(meeting),
        "runde": str(case.record.round),
    }
    other = case.location(case.round_key, "opfølgning", "næste_møde")
    location = case.location("plan", "køreplan", "næste_gang")
    yield Finding(codes.TWO_NEXT_DATES, location, facts, (("det næste møde står her", other),))


RULE = Rule(
    code=codes.TWO_NEXT_DATES,
    name="to-næste-datoer",
    severity=Weight.WARNING,
    steps=(Step.FOLLOW_UP,),
    scope="round",
    requires=(codes.NEXT_FOLLOW_UP_MISSING, codes.NEW_DATES, codes.NEXT_MEETING_TOO_LATE),
    message=(
        "Planen siger, at situationen tages op igen den {plan}, men det næste møde er aftalt til "
        "den {møde}."
    ),
    hint=(
        "Skriv den samme dag i `næste_gang` under `køreplan` i plan.yaml og i `næste_møde` under "
        "`opfølgning` i runder/{runde}.yaml."
    ),
    explanation="""\
Den dag, hvor situationen tages op igen, er det næste møde. Står der to forskellige dage, siger
planen, som alle har fået, én ting og indkaldelsen en anden. Tages noget op tidligere end på mødet,
så skriv det som en handling med en frist.""",
    source="Bilag 3, Køreplan",
    wrong="""\
# plan.yaml
køreplan: {ansvarlig: Anne Holm, næste_gang: 2026-06-09}
# runder/1.yaml
opfølgning: {næste_formøde: 2026-05-26, næste_møde: 2026-06-16}
""",
    right="""\
# plan.yaml
køreplan: {ansvarlig: Anne Holm, næste_gang: 2026-06-16}
# runder/1.yaml
opfølgning: {næste_formøde: 2026-05-26, næste_møde: 2026-06-16}
""",
    check=check,
)
