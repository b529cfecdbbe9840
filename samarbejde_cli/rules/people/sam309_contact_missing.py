"""SAM309: every external member can be sent a letter."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each external member with neither address nor e-mail."""
    for i, member in enumerate(case.team.members):
        if not (member.is_internal or member.address or member.email):
            yield RULE.finding(case.location("team", "personer", i), navn=member.name)


RULE = Rule(
    code=codes.CONTACT_MISSING,
    name="kontakt-mangler",
    severity=Weight.WARNING,
    steps=(Step.PRE_MEETING,),
    message=(
        "{navn} er ikke ansat i kommunen og har hverken adresse eller mail, så brevet kan ikke "
        "sendes."
    ),
    hint=(
        "Skriv `adresse` eller `email` ved {navn} i team.yaml. Arbejder {navn} i kommunen, så "
        "skriv `intern: ja`."
    ),
    explanation="""\
Eksterne bliver indkaldt med brev, og dertil skal der bruges en postadresse eller en mailadresse
til sikker post. Ansatte i kommunen bliver indkaldt i Outlook. Om en person er ansat i kommunen,
følger af rollen, medmindre der står noget ved `intern`. Om mailen kan sendes sikkert, kan reglen
ikke vide.""",
    source="Metodehåndbog 4.2",
    example="""\
 # team.yaml
 personer:
   - navn: Birgit Kær
     rolle: den-unges-voksne
     email: birgit@post.example
   - navn: Jonas Berg
     rolle: uddannelsesvejleder
   - navn: Maja Toft
     rolle: beskæftigelsesmedarbejder
   - navn: Karin Friis
     rolle: skole
-    telefon: 57 00 00 31
+    email: karin.friis@skole.example
""",
    check=check,
)
