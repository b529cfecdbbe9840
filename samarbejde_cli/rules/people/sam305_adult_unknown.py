"""SAM305: the youth's adult is in the team, or a parent."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule
from samarbejde_cli.rules.helpers.names import suggested_person

_KINDS = ("team", "forælder")


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when nobody in the team and no parent has the name."""
    adult = case.team.adult
    if not adult or not adult.person:
        return
    names = [person.name for person in case.everybody if person.kind in _KINDS]
    if adult.person.casefold() not in (name.casefold() for name in names):
        yield RULE.finding(
            case.location("team", "den_unges_voksne", "person"),
            voksen=adult.person,
            **suggested_person(case, adult.person, names),
        )


RULE = Rule(
    code=codes.ADULT_UNKNOWN,
    name="voksne-ukendt",
    severity=Weight.ERROR,
    open_only=True,
    message="{voksen} er valgt som den unges voksne, men står ikke i teamet.",
    hint="Skriv {voksen} ind under `personer` i team.yaml, med `rolle` og kontaktoplysninger.",
    explanation="""\
Den unges voksne bliver indkaldt og får planen, og derfor skal der stå, hvordan personen kan
træffes. Det står i team.yaml, eller i sag.yaml, hvis det er en forælder. Navnet skal skrives ens
begge steder; store og små bogstaver er lige meget. Afsluttede sager bliver ikke set efter.""",
    source="Metodehåndbog 3.2 og 4.2",
    example="""\
 # team.yaml
 den_unges_voksne:
-  person: Birgitte Kær
+  person: Birgit Kær
""",
    check=check,
)
