"""SAM405: a youth who has come of age has given consent again."""

from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.sharing import has_lapsed
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule
from samarbejde_cli.rules.helpers.examples import SIGNED_BY_TWO


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when the youth is adult and signed only before that."""
    if case.consent.withdrawal or not has_lapsed(case, profile, today):
        return
    yield RULE.finding(
        case.location("samtykke", "underskrifter", on_key=True),
        navn=case.record.youth.short_name,
        alder=profile.consent.adult,
        dag=case.turns(profile.consent.adult),
    )


RULE = Rule(
    code=codes.CONSENT_LAPSED_AT_18,
    name="samtykke-udløbet-ved-18",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING, Step.MEETING, Step.FOLLOW_UP),
    scope="round",
    requires=(codes.CONSENT_MISSING, codes.SIGNATURE_MISSING),
    stops_letters=Letters.ALWAYS,
    message=(
        "{navn} blev {alder} år den {dag}, så samtykket skal fornyes. Nu bestemmer {navn} alene."
    ),
    hint=(
        "Gennemgå samtykkeerklæringen med {navn}, og skriv den nye underskrift under "
        "`underskrifter` i samtykke.yaml. Lad de gamle stå."
    ),
    explanation="""\
Indtil den unge er myndig, bygger samtykket på, at også forældrene skrev under. Fra fødselsdagen
er det den unges eget, og det skal gives igen. Det gælder også, selv om ingenting ellers er
ændret. Forældrene er heller ikke længere med af sig selv: skal de høre noget, skal de stå under
`modtagere`.

Aldersgrænsen står under `samtykke` i samarbejde.yaml.""",
    source="Metodehåndbog Bilag 6",
    example="""\
 # sag.yaml
 ung:
   cpr: 660308-4322
 visitation:
   efterværn: ja
"""
    + SIGNED_BY_TWO
    + """\
+  - navn: Silje Ravn
+    som: ung
+    dato: 2026-03-10
""",
    check=check,
)
