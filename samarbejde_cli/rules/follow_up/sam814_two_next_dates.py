"""SAM814: the plan and the round have the same day for the next meeting."""

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
    """Yield one finding with both places when the days differ, or the plan has a moved day."""
    plan = case.plan.road_map.next if case.plan.road_map else None
    if plan is None or case.record.closing:
        return
    agreed, meeting = case.round.follow_up.next_meeting, case.round.meeting
    day: date | None = agreed
    if agreed is not None:
        route, said = ("opfølgning", "næste_møde"), "er aftalt til"
    elif plan in [each.date for each in meeting.earlier]:
        day, route, said = meeting.date, ("møde", "dato"), "er flyttet til"
    else:
        return
    if day != plan:
        other = ("det næste møde står her", case.in_round(*route))
        location = case.location("plan", "køreplan", "næste_gang")
        yield RULE.finding(
            location,
            (other,),
            plan=plan,
            møde=f"{said} den {long_date(day)}" if day else "er aflyst",
            under=route[0],
            felt=route[1],
            runde=case.record.round,
        )


RULE = Rule(
    code=codes.TWO_NEXT_DATES,
    name="to-næste-datoer",
    severity=Weight.WARNING,
    steps=(Step.PRE_MEETING,),
    scope="round",
    requires=(
        codes.MEETING_BEFORE_PRE_MEETING,
        codes.TOO_FAR_APART,
        codes.NEXT_FOLLOW_UP_MISSING,
        codes.NEW_DATES,
        codes.NEXT_MEETING_TOO_LATE,
    ),
    message=("Planen siger, at situationen tages op igen den {plan}, men det næste møde {møde}."),
    hint=(
        "Skriv den samme dag i `næste_gang` under `køreplan` i plan.yaml og i `{felt}` under "
        "`{under}` i runder/{runde}.yaml."
    ),
    explanation="""\
Den dag, hvor situationen tages op igen, er det næste møde. Står der to forskellige dage, siger
planen, som alle har fået, én ting og indkaldelsen en anden. Er mødet flyttet, skal planen have
den nye dag. Tages noget op tidligere end på mødet, så skriv det som en handling med en frist.""",
    source="Bilag 3, Køreplan",
    example="""\
 # plan.yaml
-køreplan: {ansvarlig: Anne Holm, næste_gang: 2026-06-09}
+køreplan: {ansvarlig: Anne Holm, næste_gang: 2026-06-16}
 # runder/1.yaml
 opfølgning: {næste_formøde: 2026-05-26, næste_møde: 2026-06-16}
""",
    check=check,
)
