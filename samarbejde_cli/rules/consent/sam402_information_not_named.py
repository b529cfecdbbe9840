"""SAM402: the consent names the kinds of information; a general consent is not enough."""

import re
from collections.abc import Iterator
from datetime import date

from samarbejde_cli import codes
from samarbejde_cli.case.case import Case
from samarbejde_cli.case.steps import Step
from samarbejde_cli.findings import Finding, Weight
from samarbejde_cli.profile.model import Profile
from samarbejde_cli.rules.engine.rule import Letters, Rule

_GENERAL = frozenset({
    "al", "alle", "alt", "alting", "andet", "data", "der", "det", "diverse", "er", "fortrolige",
    "har", "hele", "helst", "hvad", "i", "information", "informationer", "mig", "min", "mine",
    "mit", "mulige", "nødvendige", "nødvendigt", "og", "om", "oplysning", "oplysninger",
    "personlige", "relevant", "relevante", "sag", "sagen", "sager", "som", "ting", "vedrørende",
    "viden", "væsentlige", "øvrige",
})  # fmt: skip
"""Words that name no kind of information; a line of nothing else is a general consent."""


def check(case: Case, profile: Profile, today: date) -> Iterator[Finding]:
    """Yield one finding when nothing is named, or one for each line that is general."""
    consent = case.consent
    if consent.withdrawal:
        return
    if not consent.information:
        yield RULE.finding(case.location("samtykke", "oplysninger", on_key=True), citat="")
    for i, line in enumerate(each.text for each in consent.information):
        if _GENERAL.issuperset(re.findall(r"\w+", line.casefold())):
            yield RULE.finding(
                case.location("samtykke", "oplysninger", i), citat=f", når der står »{line}«"
            )


RULE = Rule(
    code=codes.INFORMATION_NOT_NAMED,
    name="oplysninger-ikke-nævnt",
    severity=Weight.ERROR,
    steps=(Step.PRE_MEETING,),
    requires=(codes.CONSENT_MISSING,),
    stops_letters=Letters.ALWAYS,
    message="Samtykket siger ikke, hvilke oplysninger der må udveksles{citat}.",
    hint=(
        "Skriv under `oplysninger` i samtykke.yaml, hvad det handler om, for eksempel »fravær og "
        "trivsel i skolen«."
    ),
    explanation="""\
Et samtykke til alting er ikke et samtykke, som kommunen kan bruge. Det skal fremgå, hvilke slags
oplysninger der må udveksles, og til hvad. Derfor dur en tom liste ikke, og heller ikke »alle
relevante oplysninger«.

Reglen finder linjer, der kun består af almindelige ord som alt, alle, relevante, personlige og
oplysninger. Om en linje er præcis nok til formålet, må den koordinerende sagsbehandler vurdere.""",
    source="Vejledning 9330/2019 pkt. 116-117; Metodehåndbog Bilag 6",
    example="""\
 # samtykke.yaml
 oplysninger:
-  - Alle relevante oplysninger om mig
+  - Fravær og trivsel i skolen
+  - Min søvn, når den har betydning for skolen
""",
    check=check,
)
