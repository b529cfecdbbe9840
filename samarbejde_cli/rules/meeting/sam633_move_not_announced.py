"""SAM633: everyone invited is informed when the meeting is moved or called off."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.appointments import MEETING, PRE_MEETING
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.notices import notices, what_changed
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each change that some people have not been informed of."""
    for what in (PRE_MEETING, MEETING):
        for each in notices(case, profile, what, today):
            command = "render-pre-meeting" if what == PRE_MEETING else "render-invitation"
            yield RULE.finding(
                case.in_round(what),
                personer=listed(each.people),
                hvad=what_changed(each, what),
                kommando=command if each.after else "render-cancellation",
                kalender=_CALENDAR.format(sag=case.number) if what == MEETING else "",
                sag=case.number,
            )


_CALENDAR = " og kalenderfilen til kolleger med `samarbejde calendar {sag}`"


RULE = Rule(
    code=codes.MOVE_NOT_ANNOUNCED,
    name="flytning-ikke-fortalt",
    severity=Weight.WARNING,
    scope="round",
    message="Det står ikke, at {personer} ved, at {hvad}.",
    hint=(
        "Lav brevene med `samarbejde {kommando} {sag}`{kalender}. Når alle har fået besked, så "
        "skriv `samarbejde told {sag}`."
    ),
    explanation="""\
Den, der blev indkaldt, før mødet blev flyttet eller aflyst, har den gamle tid i kalenderen og
møder op til den. Et svar fra før flytningen gælder ikke den nye tid. Hvad mødet er flyttet fra,
står under `tidligere`, som `samarbejde move-meeting` og `samarbejde call-off` skriver. Retter I
datoen i filen selv, ser programmet det på de breve, der er noteret i breve.yaml. Holder sagen
pause, eller er den afsluttet, er mødet aflyst. Reglen er tavs, når dagen er gået, og for den, der
er indkaldt igen den dag, mødet blev flyttet, eller senere.""",
    source="Bilag 1 og 2",
    example="""\
 # runder/1.yaml
 møde:
   dato: 2026-03-24
   tidligere:
-    - {dato: 2026-03-03, start: 9.00, ændret: 2026-02-20}
+    - {dato: 2026-03-03, start: 9.00, ændret: 2026-02-20, fortalt: 2026-02-20}
   deltagere:
     - {person: Karin Friis, indkaldt: 2026-02-12}
""",
    also=(codes.MEETING_NOT_HELD,),
    check=check,
)
