"""SAM409: the consent names who may exchange information."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding
from samarbejde_cli.profile.model import Profile

code = "SAM409"
name = "ingen-modtagere"
severity = "error"
steps = (Step.PRE_MEETING,)
requires = ("SAM401", "SAM408")
message = "Samtykket nævner ingen, der må udveksle oplysninger."
hint = "Skriv navne fra team.yaml under `modtagere` i samtykke.yaml, ét pr. linje: `- person: …`."
explanation = """\
På samtykkeerklæringen sættes kryds ved dem, der må indhente og videregive oplysninger til
hinanden. Uden navne gælder samtykket ingen. Den koordinerende sagsbehandler og tovholderen skal
ikke nævnes."""
source = "Metodehåndbog Bilag 6"
wrong = """\
# samtykke.yaml
modtagere:
"""
right = """\
# samtykke.yaml
modtagere:
  - person: Birgit Kær
  - person: Jonas Berg
  - person: Maja Toft
  - person: Karin Friis
"""


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the consent has no recipients."""
    if not case.consent.recipients:
        yield Finding(code, case.spot("samtykke", "modtagere", on_key=True))
