"""SAM814: the plan and the round name the same day for what comes next."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.dates import long_date
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile

code = "SAM814"
name = "to-næste-datoer"
severity = "warning"
steps = (Step.FOLLOW_UP,)
scope = "round"
requires = ("SAM710", "SAM805", "SAM808")
message = (
    "Planen siger, at situationen tages op igen den {plan}, men det næste møde er aftalt til den "
    "{møde}."
)
hint = (
    "Skriv den samme dag i `næste_gang` under `køreplan` i plan.yaml og i `næste_møde` under "
    "`opfølgning` i runder/{runde}.yaml."
)
explanation = """\
Den dag, hvor situationen tages op igen, er det næste møde. Står der to forskellige dage, siger
planen, som alle har fået, én ting og indkaldelsen en anden. Tages noget op tidligere end på mødet,
så skriv det som en handling med en frist."""
source = "Bilag 3, Køreplan"
wrong = """\
# plan.yaml
køreplan: {ansvarlig: Anne Holm, næste_gang: 2026-06-09}
# runder/1.yaml
opfølgning: {næste_formøde: 2026-05-26, næste_møde: 2026-06-16}
"""
right = """\
# plan.yaml
køreplan: {ansvarlig: Anne Holm, næste_gang: 2026-06-16}
# runder/1.yaml
opfølgning: {næste_formøde: 2026-05-26, næste_møde: 2026-06-16}
"""


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
    other = case.spot(case.round_key, "opfølgning", "næste_møde")
    spot = case.spot("plan", "køreplan", "næste_gang")
    yield Finding(code, spot, facts, (("det næste møde står her", other),))
