"""SAM409: the consent names who may exchange information."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the consent has no recipients."""
    if not case.consent.recipients and not case.consent.organisations:
        yield RULE.finding(case.location("samtykke", "modtagere", on_key=True))


RULE = Rule(
    code=codes.NO_RECIPIENTS,
    name="ingen-modtagere",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    requires=(codes.CONSENT_MISSING, codes.CONSENT_WITHDRAWN),
    stops_letters=Letters.ALWAYS,
    message="Samtykket nævner ingen, der må udveksle oplysninger.",
    hint=(
        "Skriv navne fra team.yaml under `modtagere` i samtykke.yaml, ét pr. linje: `- person: …`."
    ),
    explanation="""\
På samtykkeerklæringen sættes kryds ved dem, der må indhente og videregive oplysninger til
hinanden. Uden navne gælder samtykket ingen. Den koordinerende sagsbehandler og tovholderen skal
ikke nævnes.""",
    source="Metodehåndbog Bilag 6",
    example="""\
 # samtykke.yaml
 modtagere:
+  - person: Birgit Kær
+  - person: Jonas Berg
+  - person: Maja Toft
+  - person: Karin Friis
""",
    check=check,
)
