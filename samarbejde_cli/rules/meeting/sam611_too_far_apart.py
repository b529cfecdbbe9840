"""SAM611: the meetings are not too far apart."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import ROUNDS, Case
from samarbejde_cli.case.rhythm import latest_next
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.examples import SECOND_ROUND
from samarbejde_cli.rules.helpers.rhythm import is_misdated, is_too_far, no_later_than


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when a coming meeting is too long after the previous round's."""
    number = case.record.round
    if number == 1 or is_misdated(case, today):
        return
    before, day = case.round_no(number - 1).meeting.date, case.round.meeting.date
    if not before or not day or day < today or not is_too_far(case, profile, today):
        return
    previous = case.location(f"{ROUNDS}/{number - 1}", "møde", "dato")
    location = case.in_round("møde", "dato")
    yield RULE.finding(
        location,
        (("det forrige møde står her", previous),),
        dato=day,
        forrige=before,
        senest=no_later_than(latest_next(case, profile, before), today),
        måneder=profile.rhythm.longest_gap,
        runde=number,
    )


RULE = Rule(
    code=codes.TOO_FAR_APART,
    name="for-langt-imellem",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    message="Mødet ligger den {dato}, mere end {måneder} måneder efter det forrige den {forrige}.",
    hint="Find en dag {senest}, og ret `dato` under `møde` i runder/{runde}.yaml.",
    explanation="""\
Møderne holder planen i live. Går der for længe, når aftalerne at blive glemt, og den unge mister
et af årets møder. Grænsen står som `højst_måneder_imellem` under `rytme` i samarbejde.yaml. Tiden
i en pause tæller ikke med. Møder, der er holdt, bliver ikke set efter.""",
    source="Metodehåndbog 3.1 og Bilag 8",
    example=SECOND_ROUND
    + """\
 # runder/2.yaml
 formøde: {dato: 2026-03-17, start: 9.00, orienteret_om_modellen: ja, ønsker: [Jeg vil have ro]}
 møde:
-  dato: 2026-07-07
+  dato: 2026-06-30
""",
    check=check,
)
