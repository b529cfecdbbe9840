"""SAM307: no two people in the case have the same name."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case, Person
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule

_MAY_BE_ONE = {"koordinator", "team"}


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each person whose name was used before."""
    before: dict[str, dict[str, Person]] = {}
    for person in case.everybody:
        known = before.setdefault(person.name.casefold(), {})
        earlier = next((each for each in known.values() if _clash(each, person)), None)
        known.setdefault(person.kind, person)
        if earlier:
            related = (("det samme navn står her", earlier.location),)
            yield RULE.finding(person.location, related, navn=person.name)


def _clash(one: Person, other: Person) -> bool:
    return {one.kind, other.kind} != _MAY_BE_ONE


RULE = Rule(
    code=codes.SAME_NAME,
    name="samme-navn",
    severity=Weight.ERROR,
    open_only=True,
    stops_letters=Letters.ALWAYS,
    message="{navn} står to gange i sagen, så det kan ikke ses, hvem der menes.",
    hint=(
        "Er det to mennesker, så giv den ene et mellemnavn eller et bogstav med. Er det den "
        "samme, så slet det ene sted."
    ),
    explanation="""\
Samtykket, planen og møderne henviser til folk ved navn. Hedder to det samme, kan planen blive
sendt til den forkerte. Også den samme person skrevet to steder, for eksempel en far både som
forælder og i teamet, giver tvivl om adresse og rolle. Kun den koordinerende sagsbehandler må
gerne stå i teamet med.

Reglen sammenligner hele navne. To stavemåder af samme navn opdager den ikke.""",
    source="Metodehåndbog 3 og 4.3, om teamet",
    example="""\
 # team.yaml
 personer:
   - navn: Birgit Kær
     rolle: den-unges-voksne
   - navn: Jonas Berg
     rolle: uddannelsesvejleder
   - navn: Maja Toft
     rolle: beskæftigelsesmedarbejder
   - navn: Karin Friis
     rolle: skole
     email: karin.friis@skole.example
-  - navn: Henrik Ravn
+  - navn: Anne Holm
-    rolle: familie
+    rolle: familierådgiver
""",
    check=check,
)
