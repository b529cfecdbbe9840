"""SAM612: everyone invited has replied in time."""

from collections.abc import Iterator
from datetime import date, timedelta

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import still_invited
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each invited participant whose reply is late."""
    day = case.round.meeting.date
    if day is None:
        return
    last = day - timedelta(days=profile.rhythm.reply_days)
    if not last < today <= day:
        return
    for i, each in still_invited(case, profile, today):
        if each.invited and each.reply is None:
            yield RULE.finding(
                case.in_round("møde", "deltagere", i),
                person=each.person,
                frist=last,
                runde=case.record.round,
            )


RULE = Rule(
    code=codes.REPLY_MISSING,
    name="svar-mangler",
    severity=Weight.WARNING,
    scope="round",
    open_only=True,
    message="{person} har ikke svaret på indkaldelsen. Fristen var den {frist}.",
    hint=(
        "Ring eller skriv til {person}, og skriv svaret (1, 2, 3 eller 4) i `svar` i "
        "runder/{runde}.yaml."
    ),
    explanation="""\
Den, der ikke kan komme, kan sende et notat eller bede om en anden dag, men kun når I ved det i
tide. Fristen står som `svarfrist_dage` under `rytme` i samarbejde.yaml. Er mødet flyttet,
gælder et svar fra før flytningen ikke længere. Reglen er tavs før fristen, efter mødet, for den,
der ikke er indkaldt endnu, og for den, samtykket er trukket tilbage for.""",
    source="Bilag 1 og 2",
    example="""\
 # runder/1.yaml
 møde:
   dato: 2026-03-19
   deltagere:
     - person: Karin Friis
       indkaldt: 2026-02-24
+      svar: 1
+      svaret: 2026-03-02
""",
    also=(codes.MEETING_NOT_HELD,),
    check=check,
)
