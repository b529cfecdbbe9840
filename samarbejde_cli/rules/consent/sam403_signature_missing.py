"""SAM403: the consent is signed by everybody whose signature it needs."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import unsigned
from samarbejde_cli.case.steps import Step
from samarbejde_cli.danish.text import listed
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule
from samarbejde_cli.rules.helpers.examples import SIGNED_BY_TWO


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding that names everybody who has not signed."""
    if case.consent.withdrawal:
        return
    if missing := unsigned(case, profile, today):
        location = case.location("samtykke", "underskrifter", on_key=True)
        yield RULE.finding(location, navne=listed(missing))


RULE = Rule(
    code=codes.SIGNATURE_MISSING,
    name="underskrift-mangler",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    requires=(codes.CONSENT_MISSING,),
    stops_letters=Letters.ALWAYS,
    message="Samtykket er ikke underskrevet af {navne}.",
    hint=(
        "Skriv `navn`, `som` og `dato` under `underskrifter` i samtykke.yaml, når {navne} har "
        "skrevet under."
    ),
    explanation="""\
Før den unge er myndig, skriver både den unge og alle med forældremyndighed under. Den, der er
myndig, skriver under alene. Hvem der har forældremyndighed, står under `forældre` i sag.yaml, og
aldersgrænsen står under `samtykke` i samarbejde.yaml.

En underskrift tæller, når navnet er det samme som i sag.yaml, og `som` passer: ung eller
forældremyndighed.""",
    source="Metodehåndbog 4.3 og Bilag 6",
    example=SIGNED_BY_TWO
    + """\
+  - navn: Henrik Ravn
+    som: forældremyndighed
+    dato: 2026-02-11
""",
    check=check,
)
