"""SAM613: nobody is invited to the meeting twice."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Location, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each line about somebody already listed above."""
    first: dict[str, int] = {}
    for i, each in enumerate(case.round.meeting.participants):
        above = first.setdefault(case.full_name(each.person).casefold(), i)
        if above != i:
            related = (("første gang her", _location(case, above)),)
            yield RULE.finding(
                _location(case, i), related, person=each.person, runde=case.record.round
            )


def _location(case: Case, index: int) -> Location:
    return case.in_round("møde", "deltagere", index, "person")


RULE = Rule(
    code=codes.PARTICIPANT_TWICE,
    name="samme-deltager-to-gange",
    severity=Weight.ERROR,
    scope="round",
    open_only=True,
    message="{person} står to gange som deltager.",
    hint="Slet den ene linje under `deltagere` i runder/{runde}.yaml.",
    explanation="""\
Hver deltager får ét brev, ét svar og én kopi af planen. Står en person to gange, kan de to
linjer sige hver sit. Afsluttede sager bliver ikke set efter.""",
    source="Metodehåndbog 4.2",
    example="""\
 # runder/1.yaml
 møde:
   deltagere:
     - {person: Karin Friis, svar: 1, deltog: ja}
-    - {person: karin friis, svar: 2, deltog: nej}
""",
    check=check,
)
