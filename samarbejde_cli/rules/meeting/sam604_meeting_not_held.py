"""SAM604: the meeting has been held before the case goes on."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.appointments import fell_in_pause
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.dates import long_date
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the day of the meeting is still to come."""
    day = case.round.meeting.date
    if day is None:
        return
    facts = {"runde": str(case.record.round)}
    if fell_in_pause(case):
        lies = "lå" if day < today else "ligger"
        facts["problem"] = f"Mødet den {long_date(day)} {lies} i en pause og tæller ikke som holdt"
        facts["hjælp"] = (
            f"Aftal en ny dag, og skriv den i `dato` under `møde` i {case.round_key}.yaml. "
            "Blev mødet holdt alligevel, så skriv, hvem der deltog."
        )
    elif day > today:
        facts["problem"] = f"Mødet er først den {long_date(day)}"
    if "problem" in facts:
        yield RULE.finding(case.in_round("møde", "dato"), **facts)


RULE = Rule(
    code=codes.MEETING_NOT_HELD,
    name="møde-ikke-holdt",
    severity=Weight.ERROR,
    steps=(Step.MEETING,),
    scope="round",
    message="{problem}.",
    hint=(
        "Vent med at flytte sagen, til mødet er holdt. Er det allerede holdt, så ret `dato` "
        "under `møde` i runder/{runde}.yaml."
    ),
    explanation="""\
Planen skrives på mødet, og opfølgningen begynder bagefter. Derfor går sagen først videre, når
dagen for mødet er kommet. Om mødet faktisk blev holdt, kan reglen ikke se: bliver det udsat,
skal datoen flyttes. Lå dagen i en pause, er mødet ikke holdt, medmindre det står i runden, hvem der
deltog.""",
    source="Metodehåndbog 4.1",
    example="""\
 # runder/1.yaml
 møde:
-  dato: 2026-05-05
+  dato: 2026-03-03
""",
    check=check,
)
