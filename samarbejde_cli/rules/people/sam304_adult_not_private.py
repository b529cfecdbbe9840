"""SAM304: the youth's adult is a private person, or the reason for another choice is recorded."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.case.team import Adult
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when a professional was chosen without a reason."""
    adult = case.team.adult
    if adult and adult.person and not adult.reason and not _is_private(case, adult):
        location = case.location("team", "den_unges_voksne", "person")
        yield RULE.finding(location, voksen=adult.person)


def _is_private(case: Case, adult: Adult) -> bool:
    if adult.private is not None:
        return adult.private
    member = case.member(adult.person or "")
    return not (member and member.is_professional)


RULE = Rule(
    code=codes.ADULT_NOT_PRIVATE,
    name="voksne-ikke-privat",
    severity=Weight.WARNING,
    steps=(Step.PRE_MEETING,),
    requires=(codes.ADULT_MISSING,),
    message=(
        "{voksen} er valgt som den unges voksne, men er ikke en privat person. Der står ikke "
        "hvorfor."
    ),
    hint=(
        "Skriv i `begrundelse` under `den_unges_voksne` i team.yaml, hvorfor det ikke blev en "
        "privat person. Er det en privat, så skriv `privat: ja`."
    ),
    explanation="""\
Den unges voksne er helst en privat person, som hjælper af egen vilje og bliver, når kommunens
folk skifter. Er det ikke muligt, kan en mentor eller kontaktperson træde til, og så skal det stå
hvorfor. Står der hverken ja eller nej ved `privat`, følger svaret af personens rolle i
team.yaml.""",
    source="Metodehåndbog 3.2",
    example="""\
 # team.yaml
 den_unges_voksne:
   person: Karin Friis
   privat: nej
+  begrundelse: Silje vil helst have sin klasselærer, som hun er tryg ved.
""",
    check=check,
)
