"""SAM630: the chosen adult takes part, where that is the rule."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the adult is not invited, or did not come."""
    adult = case.team.adult
    if not profile.team.adult_attends or not adult or not adult.person:
        return
    who = case.full_name(adult.person).casefold()
    meeting = case.round.meeting
    line = next(
        (each for each in meeting.participants if case.full_name(each.person).casefold() == who),
        None,
    )
    if line and line.attended is not False:
        return
    yield RULE.finding(
        case.in_round("møde", "deltagere", on_key=True),
        voksen=adult.person,
        problem="var ikke med til mødet" if line else "er ikke indkaldt til mødet",
        navn=case.record.youth.short_name,
        runde=case.record.round,
    )


RULE = Rule(
    code=codes.ADULT_NOT_THERE,
    name="voksne-ikke-med",
    severity=Weight.WARNING,
    steps=(Step.MEETING,),
    scope="round",
    requires=(codes.ADULT_MISSING, codes.ADULT_UNKNOWN, codes.NO_PARTICIPANTS),
    message="{voksen} er valgt som den voksne, men {problem}.",
    hint=(
        "Hos jer er den voksne med hver gang. Skriv {voksen} under `deltagere` ved `møde` i "
        "runder/{runde}.yaml, eller tag op med {navn}, om en anden skal vælges."
    ),
    explanation="""\
Nogle steder hører det til modellen, at den person, som den unge har valgt fra sit eget netværk, er
med på alle møder. Om det gælder hos jer, står som `voksen_deltager` under `team` i
samarbejde.yaml.""",
    source="Middelfart, kerneelement 5",
    example="""\
 # samarbejde.yaml
 team: {voksen_deltager: ja}
 # runder/1.yaml
 møde:
-  deltagere: [{person: Mette Ravn, svar: 1, deltog: ja}]
+  deltagere: [{person: Birgit Kær, svar: 1, deltog: ja}]
""",
    check=check,
)
