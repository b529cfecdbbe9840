"""SAM805: the next pre-meeting and meeting are agreed."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding about what is not agreed, else about the order."""
    after, held = case.round.follow_up, case.round.meeting.date
    if case.record.closing:
        return
    ahead = case.prepared_rounds.get(case.record.round + 1)
    dates = {
        "næste formøde": after.next_pre_meeting or (ahead and ahead.pre_meeting.date),
        "næste møde": after.next_meeting or (ahead and ahead.meeting.date),
    }
    if not profile.rhythm.pre_meetings and not dates["næste formøde"]:
        del dates["næste formøde"]
    missing = [name for name, day in dates.items() if day is None]
    agreed = [day for day in (held, *dates.values()) if day]
    if missing:
        problem = f"Der er ikke aftalt {listed(missing)}"
    elif agreed != sorted(agreed):
        problem = "Datoerne for mødet, det næste formøde og det næste møde er ikke i rækkefølge"
    else:
        return
    key = "næste_formøde" if after.next_meeting else "næste_møde"
    yield RULE.finding(case.in_round("opfølgning", key), mangler=problem, runde=case.record.round)


RULE = Rule(
    code=codes.NEW_DATES,
    name="nye-datoer",
    severity=Weight.ERROR,
    steps=(Step.FOLLOW_UP,),
    scope="round",
    requires=(codes.MEETING_NOT_HELD,),
    message="{mangler}.",
    hint=(
        "Aftal datoerne med tovholderen, og skriv `næste_formøde` og `næste_møde` under "
        "`opfølgning` i runder/{runde}.yaml: først formødet, så mødet. Skal sagen slutte, så "
        "skriv i stedet `dato` og `årsag` under `afslutning` i sag.yaml."
    ),
    explanation="""\
Når en runde slutter, er den næste aftalt. Datoerne følger med over i den nye runde, når sagen
bliver flyttet. Skal sagen ikke have flere runder, så skriv `afslutning` i sag.yaml; så er reglen
tavs.""",
    source="Metodehåndbog 3.5 og Bilag 8",
    example="""\
 # runder/1.yaml
 opfølgning:
-  næste_formøde: 2026-06-23
+  næste_formøde: 2026-05-26
   næste_møde: 2026-06-16
""",
    check=check,
)
