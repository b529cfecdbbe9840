"""SAM317: whoever meets outside the rounds is in the case and may hear of it."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.hand_overs import former_coordinators
from samarbejde_cli.case.sharing import may_receive
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each person who is unknown, or to whom the consent gives no access."""
    former = former_coordinators(case)
    for i, meeting in enumerate(case.record.other_meetings):
        for j, name in enumerate(meeting.people):
            full = case.full_name(name)
            problem = _problem(case, profile, full, meeting.date or today)
            if problem and full.casefold() not in former:
                location = case.location("sag", "andre_møder", i, "personer", j)
                yield RULE.finding(location, navn=name, problem=problem)


def _problem(case: Case, profile: Profile, name: str, day: date) -> str:
    if case.person(name) is None and profile.employee(name) is None:
        return "er ikke en af personerne i sagen"
    if not may_receive(case, profile, name, day):
        return "må efter samtykket ikke høre om sagen"
    return ""


RULE = Rule(
    code=codes.OTHER_MEETING_PEOPLE,
    name="andet-møde-hvem",
    severity=Weight.WARNING,
    open_only=True,
    message="{navn} er med til et møde uden for runderne, men {problem}.",
    hint=(
        "Skriv det fulde navn, som det står i team.yaml, sag.yaml eller samarbejde.yaml, og se "
        "efter, om samtykket nævner personen. Ellers hold mødet uden {navn}."
    ),
    explanation="""\
Også når fagpersoner mødes hurtigt, eller den unge ikke er med, må kun de høre om sagen, som
samtykket dækker. Den unge selv, forældremyndigheden før 18 år og dem, der leder sagen, må
altid.""",
    source="Metodehåndbog 4.3 og Bilag 6; Ti kommuner 3.2",
    example="""\
 # sag.yaml
 andre_møder:
   - dato: 2026-03-10
     slags: akut
-    personer: [Silje Ravn, Karin Fris]
+    personer: [Silje Ravn, Karin Friis]
     resultat: Karin henter Silje om morgenen i en uge
""",
    check=check,
)
