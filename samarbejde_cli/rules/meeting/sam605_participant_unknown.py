"""SAM605: everyone invited to the meeting is known."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.hand_overs import former_coordinators
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.names import unknown_people


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each participant unknown to case and settings."""
    former = former_coordinators(case)
    named = (
        (each.person, case.in_round("møde", "deltagere", i, "person"))
        for i, each in enumerate(case.round.meeting.participants)
        if not case.person(each.person) and each.person.casefold() not in former
    )
    yield from unknown_people(RULE, case, profile, named)


RULE = Rule(
    code=codes.PARTICIPANT_UNKNOWN,
    name="deltager-ukendt",
    severity=Weight.ERROR,
    scope="round",
    open_only=True,
    message="`{person}` er ikke en af personerne i sagen.",
    hint=(
        "Skriv det fulde navn, som det står i team.yaml, i sag.yaml eller under `medarbejdere` i "
        "samarbejde.yaml, eller føj personen til i team.yaml. Skal personen ikke være med "
        "længere, så slet deltageren."
    ),
    explanation="""\
Indkaldelsen henter titel, adresse og mail fra det sted, hvor personen er skrevet ind, og
samtykket siger, hvem der må høre om den unge. En, der ikke findes nogen af stederne, får intet
brev. Begge dele kræver, at navnet er det samme alle
steder. Store og små bogstaver gør ingen forskel. Afsluttede sager bliver ikke set efter.""",
    source="Metodehåndbog 4.2",
    example="""\
 # runder/1.yaml
 møde:
   deltagere:
-    - person: Karin Fris
+    - person: Karin Friis
       deltog: ja
""",
    check=check,
)
