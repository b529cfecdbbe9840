"""SAM306: the team has enough professionals."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import counted
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when there are fewer professionals than the profile asks for."""
    coordinator = case.record.coordinator
    leading = coordinator.name.casefold() if coordinator else ""
    number = sum(
        member.is_professional and member.name.casefold() != leading for member in case.team.members
    )
    if number < profile.team.smallest:
        yield RULE.finding(
            case.location("team", "personer", on_key=True),
            antal=counted(number, "fagperson", "fagpersoner"),
            navn=case.record.youth.short_name,
            mindst=profile.team.smallest,
        )


RULE = Rule(
    code=codes.TEAM_TOO_SMALL,
    name="team-for-lille",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    message="Der er {antal} i teamet om {navn}; der skal være mindst {mindst}.",
    hint=(
        "Skriv dem, der skal være med, under `personer` i team.yaml. Se også efter, om `rolle` "
        "er rigtig ved dem, der står der."
    ),
    explanation="""\
Modellen samler dem, der arbejder med den unge, på tværs. På formødet vælger den unge og den
koordinerende sagsbehandler, hvem der skal være med.

Alle i teamet tæller som fagpersoner, undtagen den unges voksne, familie og venner. Den
koordinerende sagsbehandler tæller ikke med, heller ikke når vedkommende står i teamet: det
handler om, hvem der skal samarbejdes med. Hvor mange der skal være, står under `team` i
samarbejde.yaml.""",
    source="Metodehåndbog 3.3, 3.4 og 4.3",
    example="""\
 # team.yaml
 personer:
   - navn: Birgit Kær
     rolle: den-unges-voksne
   - navn: Jonas Berg
-    rolle: familie
+    rolle: uddannelsesvejleder
   - navn: Maja Toft
-    rolle: ven
+    rolle: beskæftigelsesmedarbejder
   - navn: Karin Friis
     rolle: skole
     email: karin.friis@skole.example
""",
    check=check,
)
