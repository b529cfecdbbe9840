"""SAM410: no signature on the consent is dated in the future."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule
from samarbejde_cli.rules.helpers.examples import SIGNED_BY_TWO


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding for each signature of a later day than today."""
    for i, signature in enumerate(case.consent.signatures):
        if signature.date > today:
            yield RULE.finding(
                case.location("samtykke", "underskrifter", i, "dato"),
                navn=signature.name,
                dato=signature.date,
            )


RULE = Rule(
    code=codes.SIGNATURE_IN_FUTURE,
    name="underskrift-i-fremtiden",
    severity=Weight.ERROR,
    open_only=True,
    stops_letters=Letters.ALWAYS,
    message="Underskriften fra {navn} har datoen {dato}, som ikke er kommet endnu.",
    hint="Ret `dato` til den dag, {navn} skrev under.",
    explanation="""\
En underskrift får den dato, den blev givet. En dato i fremtiden er som regel en fejl i årstal
eller måned, og den ville få samtykket til at se nyere ud, end det er. Skriv ikke en underskrift
ind, før den er givet. Afsluttede sager bliver ikke set efter.""",
    source="Metodehåndbog Bilag 6",
    example=SIGNED_BY_TWO
    + """\
   - navn: Henrik Ravn
     som: forældremyndighed
-    dato: 2027-02-11
+    dato: 2026-02-11
""",
    check=check,
)
